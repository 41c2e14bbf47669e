import { describe, expect, it } from 'vitest';

import {
  keepToDays,
  setDayFrom,
  setSpeaker,
} from '../../../../src/renderer/features/editor/commands/attributes.ts';
import { enter } from '../../../../src/renderer/features/editor/commands/enter.ts';
import {
  convertBlock,
  nextStatement,
  startBlock,
} from '../../../../src/renderer/features/editor/commands/insert-block.ts';
import {
  backspace,
  deleteForward,
} from '../../../../src/renderer/features/editor/commands/merge.ts';
import { moveBlocks } from '../../../../src/renderer/features/editor/commands/move.ts';
import {
  insertTable,
  shiftTab,
  tab,
  toggleList,
} from '../../../../src/renderer/features/editor/commands/text.ts';
import { requestedSpeakerOf } from '../../../../src/renderer/features/editor/plugins/speaker-request.ts';
import type { AttendanceId, BlockId, DayId } from '../../../../src/shared/ids.ts';
import { Desk, agendaItem, counter, list, paragraph, schema, statement } from './editor-fixture.ts';

const source = (stampMs: number | null = null) => ({ newId: counter(), stampMs: () => stampMs });

describe('Enter', () => {
  it('makes a new paragraph of the same speaker', () => {
    const desk = new Desk([statement('a', 'Satu dua')]).caret(' dua').run(enter(source()));
    expect(desk.outline).toEqual(['a:Satu/ dua']);
  });

  it('on an empty last paragraph begins the next statement and asks for its speaker', () => {
    const desk = new Desk([statement('a', 'Satu', '')]).caretAt(7).run(enter(source()));
    expect(desk.outline).toEqual(['a:Satu', 'new-1:']);
    expect(requestedSpeakerOf(desk.state)).toBe('new-1');
    expect(desk.undo().outline).toEqual(['a:Satu/']);
  });

  it('in a wholly empty statement asks for its speaker instead of piling up statements', () => {
    const desk = new Desk([statement('a', '')]).caretInBlock(0).run(enter(source()));
    expect(desk.outline).toEqual(['a:']);
    expect(requestedSpeakerOf(desk.state)).toBe('a');
  });

  it('at the end of an agenda item begins a statement, in its middle splits it', () => {
    const end = new Desk([agendaItem('a', 'Pembukaan')]).caret('an', 'after').caretAt(10);
    expect(end.run(enter(source())).outline).toEqual(['a:Pembukaan', 'new-1:']);
    expect(end.state.doc.lastChild?.type.name).toBe('statement');
    const middle = new Desk([agendaItem('a', 'Satu Dua')]).caret('Dua').run(enter(source()));
    expect(middle.outline).toEqual(['a:Satu ', 'new-1:Dua']);
  });

  it('leaves a break without words in its place and goes on after it', () => {
    const broken = schema.node('break', { id: 'b', dayId: null, spokenAtMs: null });
    for (const command of [enter(source()), nextStatement(source())]) {
      const desk = new Desk([statement('a', 'Satu'), broken]).caretInBlock(1).run(command);
      expect(desk.outline).toEqual(['a:Satu', 'b:', 'new-1:']);
      expect(desk.state.doc.lastChild?.type.name).toBe('statement');
    }
  });

  it('in a list makes items, and on an empty item leaves the list', () => {
    const desk = new Desk([statement('a', list('bulletList', [paragraph('satu')]))])
      .caret('satu', 'after')
      .run(enter(source()));
    expect(desk.state.doc.firstChild?.firstChild?.childCount).toBe(2);
    desk.run(enter(source()));
    expect(desk.state.doc.firstChild?.children.map((node) => node.type.name)).toEqual([
      'bulletList',
      'paragraph',
    ]);
  });
});

describe('new blocks', () => {
  it('Ctrl+Enter begins the next statement from the middle of a text, of the same day', () => {
    const desk = new Desk([statement('a', 'Satu dua'), statement('b', 'Tiga')])
      .caret(' dua')
      .run(nextStatement(source(5000)));
    expect(desk.outline).toEqual(['a:Satu dua', 'new-1:', 'b:Tiga']);
    expect(desk.state.doc.child(1).attrs).toMatchObject({ dayId: 'day-1', spokenAtMs: 5000 });
    expect(requestedSpeakerOf(desk.state)).toBe('new-1');
  });

  it('turns an empty block into the kind asked for, and keeps its identity', () => {
    const desk = new Desk([statement('a', 'Satu'), statement('b', '')])
      .caretInBlock(1)
      .run(startBlock('decision', source()));
    expect(desk.outline).toEqual(['a:Satu', 'b:']);
    expect(desk.state.doc.child(1).type.name).toBe('decision');
    desk.type('Disetujui').run(startBlock('followUp', source()));
    expect(desk.state.doc.children.map((node) => node.type.name)).toEqual([
      'statement',
      'decision',
      'followUp',
    ]);
  });

  it('starts a statement of somebody at once', () => {
    const desk = new Desk([statement('a', 'Satu')]).run(
      startBlock('statement', source(), 'att-2' as AttendanceId),
    );
    expect(desk.state.doc.child(1).attrs['speakerId']).toBe('att-2');
    expect(requestedSpeakerOf(desk.state)).toBeNull();
  });

  it('converts without losing text, and refuses where a list would be lost', () => {
    const desk = new Desk([statement('a', 'Satu')]).run(convertBlock(0, 'agendaItem', source()));
    expect(desk.state.doc.firstChild?.type.name).toBe('agendaItem');
    expect(desk.outline).toEqual(['a:Satu']);
    const listed = new Desk([statement('a', list('bulletList', [paragraph('x')]))]);
    expect(convertBlock(0, 'agendaItem', source())(listed.state)).toBe(false);
  });

  it('a statement that stood ready takes the time when its speaker is chosen', () => {
    const desk = new Desk([statement('a', '')]).run(
      setSpeaker('a' as BlockId, 'att-1' as AttendanceId, () => 7000),
    );
    expect(desk.state.doc.firstChild?.attrs).toMatchObject({
      speakerId: 'att-1',
      spokenAtMs: 7000,
    });
    const written = new Desk([statement('a', 'Satu')]).run(
      setSpeaker('a' as BlockId, 'att-1' as AttendanceId, () => 7000),
    );
    expect(written.state.doc.firstChild?.attrs['spokenAtMs']).toBeNull();
  });
});

describe('a day that is removed from the session', () => {
  it('leaves its blocks to the first day, and undo goes on with what was typed', () => {
    const desk = new Desk([statement('a', 'Satu'), statement('b', 'Dua')]);
    desk.caret('Dua').run(setDayFrom('b' as BlockId, 'day-2' as DayId));
    desk.caret('Dua', 'after').type('!');
    desk.state = desk.state.apply(keepToDays(desk.state.tr, ['day-1' as DayId]));
    const days = () => desk.state.doc.children.map((node) => String(node.attrs['dayId']));
    expect(days()).toEqual(['day-1', 'day-1']);
    expect(desk.undo().outline).toEqual(['a:Satu', 'b:Dua']);
    expect(days()).toEqual(['day-1', 'day-1']);
  });
});

describe('Backspace', () => {
  const spoken = () =>
    schema.node(
      'statement',
      { id: 'b', dayId: 'day-1', speakerId: 'att-2', kind: 'pertanyaan', spokenAtMs: 9 },
      [paragraph('Dua')],
    );

  it('at the start merges the statement, and one undo brings back exactly what was', () => {
    const desk = new Desk([statement('a', 'Satu'), spoken(), statement('c', 'Tiga')]);
    const before = desk.state.doc;
    desk.caret('Satu', 'after').type('!');
    const typed = desk.state.doc;
    desk.caret('Dua').run(backspace);
    expect(desk.outline).toEqual(['a:Satu!/Dua', 'c:Tiga']);
    expect(desk.caretText).toBe('|Dua');
    expect(desk.undo().state.doc.toJSON()).toEqual(typed.toJSON());
    expect(desk.undo().state.doc.toJSON()).toEqual(before.toJSON());
  });

  it('again joins the two paragraphs', () => {
    const desk = new Desk([statement('a', 'Satu'), spoken()])
      .caret('Dua')
      .run(backspace, backspace);
    expect(desk.outline).toEqual(['a:SatuDua']);
  });

  it('takes an empty block away', () => {
    const desk = new Desk([statement('a', 'Satu'), statement('b', '')]).caretInBlock(1);
    expect(desk.run(backspace).outline).toEqual(['a:Satu']);
    expect(desk.caretText).toBe('Satu|');
    expect(desk.undo().outline).toEqual(['a:Satu', 'b:']);
  });

  it('takes an empty block before it away, and its words stay with their speaker', () => {
    const desk = new Desk([statement('a', ''), spoken()]).caret('Dua').run(backspace);
    expect(desk.outline).toEqual(['b:Dua']);
    expect(desk.caretText).toBe('|Dua');
    expect(desk.state.doc.firstChild?.attrs['speakerId']).toBe('att-2');
    expect(desk.undo().outline).toEqual(['a:', 'b:Dua']);
  });

  it('merges into a heading as running text', () => {
    const desk = new Desk([agendaItem('a', 'Acara'), statement('b', 'satu', 'dua')]).caret('satu');
    expect(desk.run(backspace).outline).toEqual(['a:Acara satu|dua']);
    expect(desk.undo().outline).toEqual(['a:Acara', 'b:satu/dua']);
  });

  it('in a list first leaves the list, and at the very start does nothing', () => {
    const desk = new Desk([statement('a', list('bulletList', [paragraph('satu')]))]).caret('satu');
    desk.run(backspace);
    expect(desk.state.doc.firstChild?.firstChild?.type.name).toBe('paragraph');
    const before = desk.state.doc;
    expect(desk.run(backspace).state.doc).toBe(before);
  });

  it('Delete at the end takes the next block in', () => {
    const desk = new Desk([statement('a', 'Satu'), spoken()]).caret('Satu', 'after');
    expect(desk.run(deleteForward).outline).toEqual(['a:Satu/Dua']);
    expect(desk.caretText).toBe('Satu|');
    expect(desk.undo().outline).toEqual(['a:Satu', 'b:Dua']);
  });
});

describe('moving blocks', () => {
  it('swaps with the neighbour and keeps the caret in its text', () => {
    const desk = new Desk([statement('a', 'Satu'), statement('b', 'Dua'), statement('c', 'Tiga')])
      .caret('ua')
      .run(moveBlocks('up'));
    expect(desk.outline).toEqual(['b:Dua', 'a:Satu', 'c:Tiga']);
    expect(desk.caretText).toBe('D|ua');
    desk.run(moveBlocks('down'), moveBlocks('down'), moveBlocks('down'));
    expect(desk.outline).toEqual(['a:Satu', 'c:Tiga', 'b:Dua']);
    expect(desk.caretText).toBe('D|ua');
    expect(desk.undo().outline).toEqual(['a:Satu', 'b:Dua', 'c:Tiga']);
  });

  it('a block takes the day of the one it passes', () => {
    const other = schema.node('statement', { id: 'b', dayId: 'day-2' }, [paragraph('Dua')]);
    const desk = new Desk([statement('a', 'Satu'), other]).caret('Dua').run(moveBlocks('up'));
    expect(desk.state.doc.firstChild?.attrs).toMatchObject({ id: 'b', dayId: 'day-1' });
  });

  it('a day is set from a block on, as far as its former day reached', () => {
    const third = schema.node('statement', { id: 'd', dayId: 'day-3' }, [paragraph('x')]);
    const desk = new Desk([statement('a', '1'), statement('b', '2'), statement('c', '3'), third]);
    desk.run(setDayFrom('b' as BlockId, 'day-2' as DayId));
    expect(desk.state.doc.children.map((node) => node.attrs['dayId'] as string)).toEqual([
      'day-1',
      'day-2',
      'day-2',
      'day-3',
    ]);
    desk.undo();
    expect(desk.state.doc.child(2).attrs['dayId']).toBe('day-1');
  });
});

describe('Tab', () => {
  it('asks for the speaker in an empty statement and does nothing in a written one', () => {
    const empty = new Desk([statement('a', '')]).caretInBlock(0).run(tab);
    expect(requestedSpeakerOf(empty.state)).toBe('a');
    const written = new Desk([statement('a', 'Satu')]).caret('Satu');
    const before = written.state.doc;
    written.run(tab);
    expect(requestedSpeakerOf(written.state)).toBeNull();
    expect(written.state.doc).toBe(before);
  });

  it('indents and outdents list items', () => {
    const desk = new Desk([
      statement('a', list('orderedList', [paragraph('satu')], [paragraph('dua')])),
    ]).caret('dua');
    const flat = desk.state.doc;
    desk.run(tab);
    expect(desk.state.doc.firstChild?.firstChild?.childCount).toBe(1);
    desk.run(shiftTab);
    expect(desk.state.doc.toJSON()).toEqual(flat.toJSON());
  });

  it('goes through a table and adds a row at its end', () => {
    const desk = new Desk([statement('a', 'Satu')])
      .caret('Satu', 'after')
      .run(insertTable(source()));
    for (let cell = 1; cell <= 9; cell += 1) desk.type(String(cell)).run(tab);
    desk.type('10').run(shiftTab);
    expect(desk.state.doc.textBetween(0, desk.state.doc.content.size, ' ')).toContain('9 10');
    expect(desk.state.doc.firstChild?.child(1).childCount).toBe(4);
  });
});

it('lists toggle between their kinds and away', () => {
  const desk = new Desk([statement('a', 'satu')]).caret('satu').run(toggleList('bulletList'));
  expect(desk.state.doc.firstChild?.firstChild?.type.name).toBe('bulletList');
  desk.run(toggleList('orderedList'));
  expect(desk.state.doc.firstChild?.firstChild?.type.name).toBe('orderedList');
  desk.run(toggleList('orderedList'));
  expect(desk.state.doc.firstChild?.firstChild?.type.name).toBe('paragraph');
});
