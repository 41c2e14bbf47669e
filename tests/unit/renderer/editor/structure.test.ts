import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';

import { enter } from '../../../../src/renderer/features/editor/commands/enter.ts';
import { convertBlock } from '../../../../src/renderer/features/editor/commands/insert-block.ts';
import { backspace } from '../../../../src/renderer/features/editor/commands/merge.ts';
import { toggleImportant } from '../../../../src/renderer/features/editor/structure/annotations.ts';
import { turnLine } from '../../../../src/renderer/features/editor/structure/turn-line.ts';
import { matchingItems } from '../../../../src/renderer/features/editor/structure/slash-items.ts';
import { requestedSpeakerOf } from '../../../../src/renderer/features/editor/plugins/speaker-request.ts';
import { blocksFromDocument } from '../../../../src/renderer/features/editor/schema/document-json.ts';
import { blockSchema } from '../../../../src/shared/document/block.ts';
import { Desk, agendaItem, counter, list, paragraph, schema, statement } from './editor-fixture.ts';

const source = (stampMs: number | null = null) => ({ newId: counter(), stampMs: () => stampMs });
const shape = (desk: Desk) =>
  desk.state.doc.children.map((node, index) => `${node.type.name} ${desk.outline[index] ?? ''}`);
const said = (id: string, attrs: Readonly<Record<string, unknown>>, ...lines: readonly string[]) =>
  schema.node(
    'statement',
    { id, dayId: 'day-1', ...attrs },
    lines.map((line) => paragraph(line)),
  );

describe('turning the current line', () => {
  it('turns a block of one line as a whole: identity, flag, note and marks stay', () => {
    const marked = schema.text('penting', [schema.mark('verbatim')]);
    const node = schema.node(
      'statement',
      { id: 'a', dayId: 'day-1', isImportant: true, note: 'periksa', speakerId: 'p' },
      [schema.node('paragraph', null, [schema.text('Data '), marked])],
    );
    const desk = new Desk([node]).caret('ting').run(turnLine('decision', source(5)));
    expect(shape(desk)).toEqual(['decision a:Data penting']);
    expect(blocksFromDocument(desk.state.doc)).toEqual([
      {
        type: 'decision',
        attrs: {
          id: 'a',
          dayId: 'day-1',
          isImportant: true,
          note: 'periksa',
          method: null,
          inFavour: null,
          against: null,
          abstained: null,
        },
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Data ' },
              { type: 'text', text: 'penting', marks: [{ type: 'verbatim' }] },
            ],
          },
        ],
      },
    ]);
    expect(desk.caretText).toBe('Data pen|ting');
    expect(shape(desk.undo())).toEqual(['statement a:Data penting']);
  });

  it('takes a line out of a statement; the same speaker goes on after it, without a time', () => {
    const desk = new Desk([
      said('a', { speakerId: 'p', spokenAtMs: 7, note: 'n' }, 'Satu', 'Dua', 'Tiga'),
    ])
      .caret('ua')
      .run(turnLine('agendaItem', source(9)));
    expect(shape(desk)).toEqual([
      'statement a:Satu',
      'agendaItem new-1:Dua',
      'statement new-1:Tiga',
    ]);
    const rest = desk.state.doc.lastChild?.attrs;
    expect(rest).toMatchObject({ speakerId: 'p', spokenAtMs: null, note: '' });
    expect(desk.state.doc.firstChild?.attrs).toMatchObject({ spokenAtMs: 7, note: 'n' });
    expect(desk.caretText).toBe('D|ua');
    expect(shape(desk.undo())).toEqual(['statement a:Satu/Dua/Tiga']);
  });

  it('leaves identity, speaker and time with what stays when the first line is taken', () => {
    const desk = new Desk([said('a', { speakerId: 'p', spokenAtMs: 7 }, 'Judul', 'Isi')])
      .caret('udul')
      .run(turnLine('agendaItem', source(9)));
    expect(shape(desk)).toEqual(['agendaItem new-1:Judul', 'statement a:Isi']);
    expect(desk.state.doc.lastChild?.attrs['spokenAtMs']).toBe(7);
  });

  it('begins anew in an empty line: a time and, for a statement, nobody yet', () => {
    const desk = new Desk([said('a', { speakerId: 'p', spokenAtMs: 7 }, 'Satu', '', 'Tiga')]).caret(
      'Satu',
      'after',
    );
    desk.caretAt(desk.state.selection.head + 2).run(turnLine('statement', source(9)));
    expect(shape(desk)).toEqual(['statement a:Satu', 'statement new-1:', 'statement new-1:Tiga']);
    expect(desk.state.doc.child(1).attrs).toMatchObject({ speakerId: null, spokenAtMs: 9 });
    expect(requestedSpeakerOf(desk.state)).toBe('new-1');
  });

  it('keeps speaker and time of a statement that becomes a closing statement', () => {
    const desk = new Desk([said('a', { speakerId: 'p', spokenAtMs: 7 }, 'Terima kasih')])
      .caret('kasih')
      .run(turnLine('closing', source(9)));
    expect(desk.state.doc.firstChild?.attrs).toMatchObject({
      id: 'a',
      speakerId: 'p',
      spokenAtMs: 7,
      kind: 'closing statement',
    });
    expect(requestedSpeakerOf(desk.state)).toBeNull();
  });

  it('makes lines of a list into one heading and refuses a table there', () => {
    const desk = new Desk([statement('a', list('bulletList', [paragraph('x')], [paragraph('y')]))]);
    desk.caret('x').run(turnLine('agendaItem', source()));
    expect(shape(desk)).toEqual(['agendaItem a:x|y']);
    const cell = schema.node('tableCell', null, [paragraph('isi')]);
    const table = schema.node('table', null, [schema.node('tableRow', null, [cell])]);
    const other = new Desk([statement('a', table)]).caret('isi');
    expect(turnLine('agendaItem', source())(other.state)).toBe(false);
  });

  it('turns each of several selected blocks', () => {
    const desk = new Desk([
      agendaItem('a', 'Satu'),
      statement('b', 'Dua', 'Dua b'),
      statement('c', ''),
    ]);
    desk.caret('Satu');
    const { doc, tr } = desk.state;
    const toSecond = TextSelection.between(doc.resolve(2), doc.resolve(doc.content.size - 8));
    desk.state = desk.state.apply(tr.setSelection(toSecond));
    desk.run(turnLine('narration', source()));
    expect(shape(desk)).toEqual(['narration a:Satu', 'narration b:Dua/Dua b', 'statement c:']);
  });
});

it('finds lines of the menu by the beginning of a word, in both languages', () => {
  const found = (typed: string) => matchingItems(typed).map(({ command }) => command);
  expect(found('kep')).toEqual(['turn.decision']);
  expect(found('DEC')).toEqual(['turn.decision']);
  expect(found('tindak l')).toEqual(['turn.followUp']);
  expect(found('penutup')).toEqual(['turn.closing']);
  expect(found('istira')).toEqual(['turn.break']);
  expect(found('d')).not.toHaveLength(0);
  expect(found('/')).toEqual([]);
  expect(found(' ')).toEqual([]);
  expect(found('2025')).toEqual([]);
});

it('stores a block without flag and note as before there were any', () => {
  const [block] = blocksFromDocument(schema.node('doc', null, [statement('a', 'Satu')]));
  expect(Object.keys(block?.attrs ?? {}).toSorted()).toEqual([
    'dayId',
    'id',
    'kind',
    'speakerId',
    'spokenAtMs',
  ]);
  expect(blockSchema.parse(block)).toEqual(block);
});

describe('flag and note', () => {
  it('flags all selected blocks, and takes the flag away from all', () => {
    const desk = new Desk([statement('a', 'Satu')]).caret('Satu').run(toggleImportant);
    expect(desk.state.doc.firstChild?.attrs['isImportant']).toBe(true);
    expect(desk.run(toggleImportant).state.doc.firstChild?.attrs['isImportant']).toBe(false);
    expect(desk.undo().state.doc.firstChild?.attrs['isImportant']).toBe(true);
  });

  it('stay with the words: converted, joined to what stands before, split off by Enter', () => {
    const noted = (id: string, note: string, text: string) => said(id, { note }, text);
    const joined = new Desk([noted('a', 'satu', 'A'), noted('b', 'dua', 'B')]).caret('B');
    joined.run(backspace);
    expect(joined.outline).toEqual(['a:A/B']);
    expect(joined.state.doc.firstChild?.attrs['note']).toBe('satu\ndua');
    const other = new Desk([noted('a', 'satu', 'A')]).run(convertBlock(0, 'narration', source()));
    expect(other.state.doc.firstChild?.attrs['note']).toBe('satu');
    const heading = schema.node('agendaItem', { id: 'a', note: 'n' }, [schema.text('Satu Dua')]);
    const split = new Desk([heading]).caret('Dua').run(enter(source()));
    expect(split.state.doc.children.map((node) => String(node.attrs['note']))).toEqual(['n', '']);
  });
});
