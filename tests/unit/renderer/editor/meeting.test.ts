import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';

import { stampBegun } from '../../../../src/renderer/features/editor/meeting/stamp-begun.ts';
import { createStamps } from '../../../../src/renderer/features/editor/meeting/stamps.ts';
import {
  goOnAfterSentence,
  writeSentence,
} from '../../../../src/renderer/features/editor/meeting/write-sentence.ts';
import type { DayId } from '../../../../src/shared/ids.ts';
import type { MeetingEvent } from '../../../../src/shared/minutes/meeting-course.ts';
import { NO_COURSE } from '../../../../src/shared/minutes/meeting-course.ts';
import type { Session } from '../../../../src/shared/minutes/session.ts';
import { agendaItem, counter, Desk, paragraph, schema, statement } from './editor-fixture.ts';

const DAY = 'day-1' as DayId;

/** Writes the sentence of an event, which is here the event's name. */
function write(desk: Desk, event: MeetingEvent, dayId: DayId | null = DAY): Desk {
  const written = writeSentence(desk.state, {
    event,
    sentence: event,
    atMs: 1000,
    dayId,
    newId: counter(),
  });
  desk.state = desk.state.apply(written.transaction);
  desk.state = desk.state.apply(goOnAfterSentence(desk.state, written.ready));
  return desk;
}

describe('the sentence of an event', () => {
  it('opens empty minutes, and a statement stands ready for the first speaker', () => {
    const desk = write(new Desk([statement('a', '')]), 'dibuka');
    expect(desk.outline).toEqual(['a:dibuka', 'new-1:']);
    expect(desk.type('Selamat pagi.').outline).toEqual(['a:dibuka', 'new-1:Selamat pagi.']);
  });

  it('opens before an agenda that was prepared, wherever the caret is', () => {
    const desk = new Desk([agendaItem('a', 'Satu'), agendaItem('b', 'Dua'), statement('c', '')]);
    expect(write(desk.caretInBlock(2), 'dibuka').outline).toEqual([
      'new-1:dibuka',
      'new-2:',
      'a:Satu',
      'b:Dua',
      'c:',
    ]);
  });

  it('stands after what was written last, not where something is being corrected', () => {
    const desk = new Desk([
      agendaItem('a', 'Satu'),
      statement('b', 'Kata.'),
      statement('c', 'Lagi.'),
      agendaItem('d', 'Dua'),
    ]);
    write(desk.caret('Kata.', 'after'), 'diskors');
    expect(desk.outline).toEqual([
      'a:Satu',
      'b:Kata.',
      'c:Lagi.',
      'new-1:diskors',
      'new-2:',
      'd:Dua',
    ]);
    expect(desk.state.doc.child(3)).toMatchObject({
      type: { name: 'break' },
      attrs: { dayId: DAY, spokenAtMs: 1000 },
    });
    // The statement that stands ready makes room for the next sentence.
    write(desk, 'dilanjutkan');
    expect(desk.outline.slice(2, 6)).toEqual([
      'c:Lagi.',
      'new-1:diskors',
      'new-2:dilanjutkan',
      'new-1:',
    ]);
  });

  it('goes with the caret to an agenda item that was reached without a word', () => {
    const desk = new Desk([statement('a', 'Kata.'), agendaItem('b', 'Dua'), statement('c', '')]);
    expect(write(desk.caretInBlock(2), 'diskors').outline).toEqual([
      'a:Kata.',
      'b:Dua',
      'c:diskors',
      'new-1:',
    ]);
  });

  it('keeps a statement whose speaker was chosen', () => {
    const chosen = schema.node('statement', { id: 'b', dayId: DAY, speakerId: 's1' }, paragraph());
    const desk = new Desk([statement('a', 'Kata.'), chosen]);
    expect(write(desk.caretInBlock(1), 'diskors').outline).toEqual([
      'a:Kata.',
      'b:',
      'new-1:diskors',
      'new-2:',
    ]);
  });

  it('closes at the end of the day and leaves the caret there', () => {
    const second = schema.node('statement', { id: 'c', dayId: 'day-2' }, paragraph('Besok.'));
    const desk = new Desk([statement('a', 'Kata.'), agendaItem('b', 'Dua'), second]);
    write(desk.caret('Kata.'), 'ditutup');
    expect(desk.outline).toEqual(['a:Kata.', 'b:Dua', 'new-1:ditutup', 'c:Besok.']);
    expect(desk.caretText).toBe('ditutup|');
    expect(desk.state.doc.child(2).attrs['dayId']).toBe(DAY);
  });

  it('begins a day that has nothing yet behind the others', () => {
    const desk = write(new Desk([statement('a', 'Kata.')]), 'dibuka', 'day-2' as DayId);
    expect(desk.outline).toEqual(['a:Kata.', 'new-1:dibuka', 'new-2:']);
    expect(desk.state.doc.child(2).attrs['dayId']).toBe('day-2');
  });

  it('without a known day belongs to that of the caret', () => {
    const desk = write(new Desk([statement('a', 'Kata.')]), 'diskors', null);
    expect(desk.state.doc.child(1).attrs['dayId']).toBe('day-1');
  });

  it('is taken back by one undo, also after something was typed before', () => {
    const desk = new Desk([statement('a', 'Kata')]).caret('Kata', 'after').type('.');
    write(desk, 'diskors');
    expect(desk.undo().outline).toEqual(['a:Kata.']);
  });
});

describe('stamps', () => {
  let wall = 5000;
  let timer = 0;
  const session = (changes: Partial<Session>) =>
    ({ status: 'berlangsung', meeting: NO_COURSE, ...changes }) as Session;
  const stampsOf = (held: { session: Session }) =>
    createStamps({ session: () => held.session, wallMs: () => wall, monotonicMs: () => timer });

  it('are given only while the meeting runs', () => {
    const held = { session: session({ status: 'rencana' }) };
    const stamps = stampsOf(held);
    expect(stamps.stampMs()).toBeNull();
    held.session = session({});
    expect(stamps.stampMs()).toBe(5000);
    const paused = [{ event: 'diskors', atMs: 1, dayId: null }] as const;
    held.session = session({ meeting: { marks: paused, days: [] } });
    expect(stamps.stampMs()).toBeNull();
    expect(stamps.eventMs()).toBe(5000);
    held.session = session({ status: 'selesai' });
    expect(stamps.stampMs()).toBeNull();
  });

  it('follow a timer when the clock is set, and the clock again after a sleep', () => {
    wall = 5000;
    timer = 0;
    const stamps = stampsOf({ session: session({}) });
    wall = 1000;
    timer = 20;
    expect(stamps.stampMs()).toBe(5020);
    wall = 90_000;
    stamps.reset();
    expect(stamps.stampMs()).toBe(90_000);
  });
});

describe('a statement that stood ready', () => {
  const typed = (block: ReturnType<typeof statement>, stampMs: () => number | null) => {
    const state = EditorState.create({
      doc: schema.node('doc', null, [block]),
      plugins: [stampBegun(stampMs)],
    });
    return state.apply(state.tr.insertText('A', 2)).doc.child(0).attrs['spokenAtMs'] as unknown;
  };

  it('takes the time of its first letter', () => {
    expect(typed(statement('a', ''), () => 7000)).toBe(7000);
    expect(typed(statement('a', ''), () => null)).toBeNull();
  });

  it('keeps the time it has, and none where it was begun without', () => {
    const timed = schema.node('statement', { id: 'a', spokenAtMs: 3 }, paragraph());
    expect(typed(timed, () => 7000)).toBe(3);
    expect(typed(statement('a', 'Kata'), () => 7000)).toBeNull();
  });
});
