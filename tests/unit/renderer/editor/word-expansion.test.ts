import { history, undo } from '@tiptap/pm/history';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { beforeEach, expect, test } from 'vitest';

import {
  expandWord,
  wordExpansion,
} from '../../../../src/renderer/features/editor/words/expansion/expand.ts';
import { expansionTable } from '../../../../src/shared/words/expansion.ts';
import { STARTER_EXPANSIONS } from '../../../../src/shared/words/starter-expansions.ts';
import { schema, statement } from './editor-fixture.ts';

const table = expansionTable(STARTER_EXPANSIONS);
let isOn: boolean;
const plugin = wordExpansion(() => (isOn ? table : new Map()));
const expand = expandWord(() => table);

/** As much of a view as the expansion asks for; typing goes through it as through the real one. */
class Page {
  state: EditorState;
  composing = false;

  constructor(text = '') {
    this.state = EditorState.create({
      doc: schema.node('doc', null, [statement('a', text)]),
      plugins: [history(), plugin],
    });
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.atEnd(this.state.doc)));
  }

  dispatch = (transaction: EditorState['tr']): void => {
    this.state = this.state.apply(transaction);
  };

  get view(): EditorView {
    return this as unknown as EditorView;
  }

  type(text: string): this {
    for (const letter of text) {
      const { from, to } = this.state.selection;
      const typeIt = () => this.state.tr.insertText(letter, from, to);
      const isHandled = plugin.props.handleTextInput?.call(
        plugin,
        this.view,
        from,
        to,
        letter,
        typeIt,
      );
      if (isHandled !== true) this.dispatch(typeIt());
    }
    return this;
  }

  undo(): this {
    undo(this.state, this.dispatch);
    return this;
  }

  expand(): boolean {
    return expand(this.state, this.dispatch, this.view);
  }

  get text(): string {
    const { $head } = this.state.selection;
    const { parent, parentOffset } = $head;
    return `${parent.textBetween(0, parentOffset)}|${parent.textBetween(parentOffset, parent.content.size)}`;
  }
}

beforeEach(() => {
  isOn = true;
});

test('abbreviations are written out by what ends them', () => {
  expect(new Page().type('Hal yg dibahas, dll.').text).toBe('Hal yang dibahas, dan lain-lain.|');
  expect(new Page().type('(dgn)').text).toBe('(dengan)|');
  expect(new Page().type('YG Dgn ').text).toBe('YANG Dengan |');
});

test('those that wait for the key, and parts of other words, stay', () => {
  const text = 'DPT, PPK PD coklit yg1 se-yg www.yg x@yg yang ';
  expect(new Page().type(text).text).toBe(`${text}|`);
});

test('text that stands there already is never touched', () => {
  expect(new Page('Soal yg').type(', lalu').text).toBe('Soal yg, lalu|');
  expect(new Page('Soal y').type('g ').text).toBe('Soal yg |');
  const pasted = new Page();
  pasted.dispatch(pasted.state.tr.insertText('yg').setMeta('uiEvent', 'paste'));
  expect(pasted.type(' yg ').text).toBe('yg yang |');
});

test('a slip that was put right while typing is no hindrance', () => {
  const page = new Page().type('Soal yf');
  const { from } = page.state.selection;
  page.dispatch(page.state.tr.delete(from - 1, from));
  expect(page.type('g ').text).toBe('Soal yang |');
});

test('a time that is stamped at the first letter is no hindrance', () => {
  const page = new Page().type('y');
  page.dispatch(page.state.tr.setNodeAttribute(0, 'spokenAtMs', 1));
  expect(page.type('g ').text).toBe('yang |');
});

test('one undo takes the expansion alone, and it does not come back at once', () => {
  const page = new Page().type('Soal yg ');
  expect(page.text).toBe('Soal yang |');
  expect(page.undo().text).toBe('Soal yg |');
  // The space again: the word is meant as it stands.
  page.dispatch(page.state.tr.delete(page.state.selection.from - 1, page.state.selection.from));
  expect(page.type(' ').text).toBe('Soal yg |');
  expect(page.type('yg ').text).toBe('Soal yg yang |');
});

test('what is typed after it is undone first, and does not take the expansion along', () => {
  const page = new Page().type('Soal yg itu');
  expect(page.text).toBe('Soal yang itu|');
  expect(page.undo().text).toBe('Soal yang |');
  expect(page.undo().text).toBe('Soal yg |');
});

test('the key writes out the others, goes on to the next meaning and back to the word', () => {
  const page = new Page().type('Ketua PPK');
  const seen = Array.from({ length: 5 }, () => (page.expand() ? page.text : 'nothing'));
  expect(seen).toEqual([
    'Ketua Panitia Pemilihan Kecamatan|',
    'Ketua Panitia Pemilihan Kecamatan (PPK)|',
    'Ketua Pejabat Pembuat Komitmen|',
    'Ketua Pejabat Pembuat Komitmen (PPK)|',
    'Ketua PPK|',
  ]);
  expect(new Page().type('biasa').expand()).toBe(false);
});

test('nothing happens while an input method is at work, or when it is switched off', () => {
  const page = new Page();
  page.composing = true;
  expect(page.type('yg ').text).toBe('yg |');
  isOn = false;
  expect(new Page().type('yg ').text).toBe('yg |');
});

test('an address is no text', () => {
  const page = new Page();
  const link = schema.mark('link', { href: 'https://contoh.go.id' });
  page.dispatch(page.state.tr.insert(2, schema.text('yg', [link])));
  page.dispatch(page.state.tr.setSelection(TextSelection.create(page.state.doc, 4)));
  expect(page.type(' ').text).toBe('yg |');
});
