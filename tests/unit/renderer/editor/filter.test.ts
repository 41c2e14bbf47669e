import { history, undo } from '@tiptap/pm/history';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, it, vi } from 'vitest';

import type { Criteria } from '../../../../src/renderer/features/editor/filter/criteria.ts';
import {
  SHOW_ALL,
  choicesIn,
  isWanted,
} from '../../../../src/renderer/features/editor/filter/criteria.ts';
import { FILTER, createFilter } from '../../../../src/renderer/features/editor/filter/filter.ts';
import { agendaItem, paragraph, schema } from './editor-fixture.ts';

const said = (id: string, speakerId: string | null, text: string, kind = 'pernyataan') =>
  schema.node('statement', { id, speakerId, kind }, [paragraph(text)]);

const blocks = () => [
  agendaItem('agenda', 'Pembukaan'),
  said('a', 'budi', 'satu'),
  said('b', 'siti', 'dua', 'pertanyaan'),
  said('c', null, 'tiga'),
  said('d', 'budi', 'empat'),
];

/** An editor's state with the filter, and what is shown in it. */
function filtered(criteria: Partial<Criteria>) {
  const onRefused = vi.fn<() => void>();
  const editor = () => {
    throw new Error('no view here');
  };
  const filter = createFilter({ editor }, onRefused);
  let state = EditorState.create({
    doc: schema.node('doc', null, blocks()),
    plugins: [...(filter.part.plugins ?? []), history({ newGroupDelay: 0 })],
  });
  const placeOf = (id: string): number => {
    let place = -1;
    state.doc.forEach((node, pos) => {
      if (node.attrs['id'] === id) place = pos;
    });
    return place;
  };
  const desk = {
    get state() {
      return state;
    },
    onRefused,
    placeOf,
    dispatch(transaction: EditorState['tr']) {
      state = state.apply(transaction);
      return desk;
    },
    caret(id: string) {
      const at = TextSelection.near(state.doc.resolve(placeOf(id) + 1));
      return desk.dispatch(state.tr.setSelection(at));
    },
    shown() {
      const hidden = FILTER.getState(state)?.hidden;
      return state.doc.children
        .map((node) => String(node.attrs['id']))
        .filter((id) => hidden?.find(placeOf(id) + 1, placeOf(id) + 1).length === 0);
    },
  };
  desk.caret('a');
  desk.dispatch(state.tr.setMeta(FILTER, { ...SHOW_ALL, ...criteria }));
  return desk;
}

it('knows what can be chosen, and what a choice wants', () => {
  const doc = schema.node('doc', null, blocks());
  expect(choicesIn(doc)).toEqual({
    speakers: ['budi', 'siti', null],
    kinds: ['block:agendaItem', 'block:statement', 'statement:pertanyaan'],
    hasImportant: false,
  });
  const wanted = (criteria: Partial<Criteria>) =>
    doc.children
      .filter((node) => isWanted(node, { ...SHOW_ALL, ...criteria }))
      .map((node) => node.attrs['id']);
  expect(wanted({})).toHaveLength(5);
  expect(wanted({ speaker: 'none' })).toEqual(['c']);
  expect(wanted({ kind: 'statement:pertanyaan' })).toEqual(['b']);
  expect(wanted({ kind: 'block:agendaItem' })).toEqual(['agenda']);
  expect(wanted({ isImportantOnly: true })).toEqual([]);
});

it('hides the others and never the block with the caret', () => {
  expect(filtered({ speaker: 'budi' as Criteria['speaker'] }).shown()).toEqual(['a', 'd']);
  const desk = filtered({ kind: 'block:agendaItem' });
  expect(desk.shown()).toEqual(['agenda', 'a']);
  // What was gone to stays, so that nothing at hand disappears.
  expect(desk.caret('c').caret('agenda').shown()).toEqual(['agenda', 'a', 'c']);
});

it('shows a new block though nobody asked for it, also after the caret left it', () => {
  const desk = filtered({ speaker: 'budi' as Criteria['speaker'] });
  desk.dispatch(desk.state.tr.insert(desk.placeOf('b'), said('new', 'siti', '')));
  desk.caret('d');
  expect(desk.shown()).toEqual(['a', 'new', 'd']);
});

it('refuses edits that reach a hidden block, and says so', async () => {
  const desk = filtered({ speaker: 'budi' as Criteria['speaker'] });
  const before = desk.state.doc;
  desk.dispatch(desk.state.tr.delete(0, before.content.size));
  desk.dispatch(desk.state.tr.delete(desk.placeOf('c'), desk.placeOf('d')));
  desk.dispatch(desk.state.tr.insertText('x', desk.placeOf('b') + 2));
  expect(desk.state.doc).toBe(before);
  await Promise.resolve();
  expect(desk.onRefused).toHaveBeenCalledTimes(3);
  desk.dispatch(desk.state.tr.insertText('x', desk.placeOf('a') + 2));
  expect(desk.state.doc.textContent).toContain('xsatu');
});

it('brings into sight what undoing changes', () => {
  const desk = filtered({});
  desk.dispatch(desk.state.tr.insertText('ubah ', desk.placeOf('b') + 2));
  desk.dispatch(desk.state.tr.setMeta(FILTER, { ...SHOW_ALL, speaker: 'budi' }));
  expect(desk.shown()).toEqual(['a', 'd']);
  undo(desk.state, (transaction) => void desk.dispatch(transaction));
  expect(desk.state.doc.child(2).textContent).toBe('dua');
  expect(desk.shown()).toEqual(['a', 'b', 'd']);
});

it('shows all again', () => {
  const desk = filtered({ speaker: 'none' });
  expect(desk.dispatch(desk.state.tr.setMeta(FILTER, SHOW_ALL)).shown()).toHaveLength(5);
});
