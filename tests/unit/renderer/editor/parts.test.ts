import { describe, expect, it } from 'vitest';

import { linkRange, setLink } from '../../../../src/renderer/features/editor/commands/text.ts';
import {
  detailValues,
  readDetails,
} from '../../../../src/renderer/features/editor/details/detail-values.ts';
import {
  createSpokenClock,
  readSpokenTime,
} from '../../../../src/renderer/features/editor/model/spoken-time.ts';
import {
  readListMarker,
  readWordListStyle,
} from '../../../../src/renderer/features/editor/paste/word-lists.ts';
import { copiedText } from '../../../../src/renderer/features/editor/plugins/copy-text.ts';
import { wordRanges } from '../../../../src/renderer/features/editor/plugins/hit-highlight.ts';
import {
  blockFromJson,
  blockToJson,
  documentFromBlocks,
} from '../../../../src/renderer/features/editor/schema/document-json.ts';
import { safeHref } from '../../../../src/renderer/features/editor/schema/marks.ts';
import { createDirectory } from '../../../../src/renderer/features/editor/speakers/directory.ts';
import { matchSpeakers } from '../../../../src/renderer/features/editor/speakers/match.ts';
import { createNumberKeys } from '../../../../src/renderer/features/editor/speakers/number-keys.ts';
import { createRoster } from '../../../../src/renderer/features/editor/speakers/roster.ts';
import { texts } from '../../../../src/renderer/features/editor/texts.ts';
import type { SpeakerKeys } from '../../../../src/shared/contract/editor-keys.ts';
import type { Block } from '../../../../src/shared/document/block.ts';
import { blockSchema } from '../../../../src/shared/document/block.ts';
import type { AttendanceId, BlockId, DayId } from '../../../../src/shared/ids.ts';
import type { Attendance, Presence } from '../../../../src/shared/minutes/people.ts';
import type { SpeakerNumber } from '../../../../src/shared/minutes/speaker-numbers.ts';
import { Desk, paragraph, schema, statement } from './editor-fixture.ts';

const attendee = (
  id: string,
  name: string,
  position: string,
  organizationName: string,
  presence: Presence | null = 'hadir',
): Attendance => ({
  id: id as AttendanceId,
  type: 'person',
  personId: null,
  name,
  titleBefore: '',
  titleAfter: '',
  nip: '',
  rank: '',
  position,
  organizationId: null,
  organizationName,
  headCount: null,
  days: [
    {
      dayId: 'day-1' as DayId,
      role: null,
      presence,
      representedBy: '',
      arrived: null,
      left: null,
    },
  ],
});

const ATTENDANCE = [
  attendee('1', 'Budi Contoh', 'Ketua', 'KPU Kota Contoh'),
  attendee('2', 'Ketut Misal', 'Anggota', 'Bawaslu'),
  attendee('3', 'Siti Umpama', 'Ketua', 'PPK Kecamatan Contoh', 'izin'),
  attendee('4', '', 'Perwakilan', 'Polres Contoh'),
];

describe('speakers', () => {
  const directory = createDirectory(ATTENDANCE);
  const dayId = 'day-1' as DayId;
  const roster = createRoster({ directory, dayId: () => dayId, save: () => undefined });
  const speakers = roster.speakersOn(dayId);
  const numbers = () => roster.speakersOn(dayId).map(({ number }) => number);

  it('are numbered as they attend; who is excused has no number', () => {
    expect(numbers()).toEqual([1, 2, null, 3]);
    expect(speakers[3]?.name).toBe('Perwakilan Polres Contoh');
    expect(speakers[3]?.position).toBe('');
  });

  it('are found by the start of any word, names before offices', () => {
    const found = (typed: string) => matchSpeakers(speakers, typed).map(({ id }) => id);
    expect(found('')).toEqual(['1', '2', '3', '4']);
    expect(found('ket')).toEqual(['2', '1', '3']);
    expect(found('ketua con')).toEqual(['1', '3']);
    expect(found('polres')).toEqual(['4']);
    expect(found('olres')).toEqual(['4']);
    expect(found('isal')).toEqual(['2']);
    expect(found('tidak ada')).toEqual([]);
  });
});

describe('numbers of an open document', () => {
  const dayId = 'day-1' as DayId;
  const saved: (readonly SpeakerNumber[])[] = [];
  const directory = createDirectory(ATTENDANCE);
  const roster = createRoster({
    directory,
    dayId: () => dayId,
    save: (numbers) => saved.push(numbers),
  });
  const numbers = () =>
    Object.fromEntries(roster.speakersOn(dayId).map(({ id, number }) => [id, number]));

  it('move with the attendance until they are decided, and never after that', () => {
    directory.replace([...ATTENDANCE].reverse());
    expect(numbers()).toEqual({ '4': 1, '3': null, '2': 2, '1': 3 });
    directory.replace(ATTENDANCE);
    roster.decide();
    expect(saved).toHaveLength(1);
    directory.replace([
      attendee('9', 'Baru Tiba', 'Anggota', 'KPU'),
      ...[...ATTENDANCE].reverse().filter(({ id }) => id !== '2'),
    ]);
    expect(numbers()).toEqual({ '9': 4, '4': 3, '3': null, '1': 1 });
    // Somebody whose line is gone leaves a gap, not a new order.
    expect(roster.holderOf(2)).toBeNull();
    directory.replace(ATTENDANCE);
    expect(numbers()).toEqual({ '1': 1, '2': 2, '3': null, '4': 3 });
  });

  it('are given and taken by hand, and a step can be taken back', () => {
    const former = roster.decided();
    roster.give(1, '3' as AttendanceId);
    expect(numbers()).toEqual({ '1': null, '2': 2, '3': 1, '4': 3 });
    roster.release('2' as AttendanceId);
    expect(numbers()).toEqual({ '1': null, '2': null, '3': 1, '4': 3 });
    roster.restore(former);
    expect(numbers()).toEqual({ '1': 1, '2': 2, '3': null, '4': 3 });
  });
});

describe('keys of numbered speakers', () => {
  const press = (code: string, mods: Partial<KeyboardEvent> = {}) => ({
    code,
    key: code.startsWith('F') ? code : code.slice(-1),
    altKey: false,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    ...mods,
  });

  it('are those that were chosen, whatever the digit types with them', () => {
    let chosen: SpeakerKeys = 'alt';
    const { read } = createNumberKeys(() => chosen);
    expect(read(press('Digit3', { altKey: true }))).toBe(3);
    expect(read(press('Digit3', { altKey: true, key: '£' }))).toBe(3);
    expect(read(press('Digit3', { altKey: true, ctrlKey: true }))).toBeNull();
    expect(read(press('Numpad3', { altKey: true }))).toBeNull();
    chosen = 'alt-shift';
    expect(read(press('Digit3', { altKey: true }))).toBeNull();
    expect(read(press('Digit3', { altKey: true, shiftKey: true }))).toBe(3);
    chosen = 'f9';
    expect(read(press('Digit3'))).toBeNull();
    expect(read(press('F9'))).toBe('prefix');
    expect(read(press('Digit3'))).toBe(3);
    expect(read(press('Digit3'))).toBeNull();
    read(press('F9'));
    read(press('KeyA'));
    expect(read(press('Digit3'))).toBeNull();
  });
});

describe('times of speaking', () => {
  const known = { formerMs: null, date: '2025-02-18', nowMs: 0 };

  it('are read on the clock and the day of the session', () => {
    expect(readSpokenTime('10.05', 'WITA', known)).toEqual({
      type: 'time',
      atMs: Date.UTC(2025, 1, 18, 2, 5),
    });
    expect(
      readSpokenTime('0:30', 'WIB', { ...known, formerMs: Date.UTC(2025, 1, 18, 18, 0) }),
    ).toEqual({ type: 'time', atMs: Date.UTC(2025, 1, 18, 17, 30) });
    expect(readSpokenTime(' ', 'WIB', known)).toEqual({ type: 'empty' });
    expect(readSpokenTime('nanti', 'WIB', known)).toEqual({ type: 'not-understood' });
  });

  it('go forward even when the clock of the computer is set back', () => {
    let wallMs = 1_000_000;
    let monotonicMs = 50;
    const now = createSpokenClock(
      () => wallMs,
      () => monotonicMs,
    );
    wallMs -= 500_000;
    monotonicMs += 2000;
    expect(now()).toBe(1_002_000);
  });
});

describe('details of a block', () => {
  const context = { zone: 'WIB', date: '2025-02-18', nowMs: 0 } as const;

  it('keep the seconds of a time that was not touched', () => {
    const node = schema.node(
      'statement',
      { id: 'a', kind: 'sambutan', spokenAtMs: Date.UTC(2025, 1, 18, 3, 5, 42) },
      [paragraph('x')],
    );
    const values = detailValues(node, 'WIB');
    expect(values).toMatchObject({ kind: 'sambutan', time: '10.05' });
    expect(readDetails(node, values, context)).toEqual({
      ok: true,
      attributes: { kind: 'sambutan' },
    });
    expect(readDetails(node, { ...values, time: '' }, context)).toMatchObject({
      attributes: { spokenAtMs: null },
    });
    expect(readDetails(node, { ...values, time: 'x' }, context)).toEqual({
      ok: false,
      errors: { time: 'timeInvalid' },
    });
  });

  it('read votes and due dates, and say what was not understood', () => {
    const decision = schema.node('decision', { id: 'a' }, [paragraph('x')]);
    const vote = { ...detailValues(decision, 'WIB'), method: 'pemungutan suara', inFavour: '5' };
    expect(readDetails(decision, vote as never, context)).toEqual({
      ok: true,
      attributes: { method: 'pemungutan suara', inFavour: 5, against: null, abstained: null },
    });
    expect(readDetails(decision, { ...vote, against: 'dua' } as never, context)).toEqual({
      ok: false,
      errors: { against: 'countInvalid' },
    });
    const followUp = schema.node('followUp', { id: 'a' }, [paragraph('x')]);
    const values = { ...detailValues(followUp, 'WIB'), responsible: ' Divisi Data ' };
    expect(readDetails(followUp, { ...values, dueDate: '9.5.2025' }, context)).toEqual({
      ok: true,
      attributes: { responsible: 'Divisi Data', dueDate: '2025-05-09', status: 'belum' },
    });
    expect(readDetails(followUp, { ...values, dueDate: '31.02.2025' }, context)).toEqual({
      ok: false,
      errors: { dueDate: 'dueDateNoSuchDay' },
    });
    expect(readDetails(followUp, { ...values, responsible: 'a'.repeat(301) }, context)).toEqual({
      ok: false,
      errors: { responsible: 'responsibleTooLong' },
    });
  });
});

describe('links', () => {
  it('are web and mail addresses only', () => {
    expect(safeHref('kpu.go.id')).toBe('https://kpu.go.id');
    expect(safeHref('nama@kpu.go.id')).toBe('mailto:nama@kpu.go.id');
    expect(safeHref('javascript:alert(1)')).toBeNull();
    expect(safeHref('file:///etc/passwd')).toBeNull();
    expect(safeHref('')).toBeNull();
  });

  it('are put on the selection, or come with their address as text', () => {
    const desk = new Desk([statement('a', 'Lihat ')]).caret('Lihat ', 'after');
    desk.run(setLink(linkRange(desk.state), 'https://kpu.go.id'));
    expect(desk.outline).toEqual(['a:Lihat https://kpu.go.id']);
    desk.caret('kpu');
    desk.run(setLink(linkRange(desk.state), null));
    expect(JSON.stringify(desk.state.doc.toJSON())).not.toContain('link');
  });
});

it('reads what Word writes about list items', () => {
  expect(readWordListStyle('text-indent:-18.0pt;mso-list:l0 level2 lfo1')).toEqual({
    list: 'l0',
    level: 2,
  });
  expect(readWordListStyle('mso-list:Ignore')).toBeNull();
  expect(readListMarker('3.\u00a0\u00a0')).toEqual({ type: 'orderedList', start: 3 });
  expect(readListMarker('(a)')).toEqual({ type: 'orderedList', start: 1 });
  expect(readListMarker('·')).toEqual({ type: 'bulletList', start: 1 });
});

it('finds whole words of a hit, also where marks break them', () => {
  const bold = schema.mark('bold');
  const node = schema.node('statement', { id: 'a' }, [
    schema.node('paragraph', null, [
      schema.text('Data pem'),
      schema.text('ilih', [bold]),
      schema.text(' dan pemilihan (data).'),
    ]),
  ]);
  const doc = schema.node('doc', null, [node]);
  const ranges = wordRanges({ node, pos: 0 }, ['pemilih', 'data']);
  expect(ranges.map(({ from, to }) => doc.textBetween(from, to))).toEqual([
    'Data',
    'pemilih',
    'data',
  ]);
});

it('copies statements with the names of their speakers', () => {
  const node = schema.node('statement', { id: 'a', speakerId: '1' }, [paragraph('Halo')]);
  const doc = schema.node('doc', null, [node, statement('b', 'Tanpa nama')]);
  expect(copiedText(doc.slice(0, doc.content.size), createDirectory(ATTENDANCE))).toBe(
    'Budi Contoh: Halo\nTanpa nama',
  );
});

describe('stored blocks', () => {
  const full: Block = blockSchema.parse({
    type: 'statement',
    attrs: { id: 'a', dayId: null, speakerId: null, kind: 'paparan', spokenAtMs: 5 },
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://x.id' } }] },
          { type: 'hardBreak' },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableHeader',
                attrs: { colspan: 2, rowspan: 1, colwidth: [100, 80] },
                content: [{ type: 'blockquote', content: [{ type: 'paragraph' }] }],
              },
            ],
          },
          { type: 'tableRow', content: [] },
        ],
      },
    ],
  });

  it('come back from the editor as they went in', () => {
    expect(JSON.parse(JSON.stringify(blockToJson(blockFromJson(schema, full))))).toEqual(full);
  });

  it('keep identity and words where they do not fit the schema', () => {
    const odd = {
      ...full,
      content: [{ type: 'bulletList', content: [{ type: 'paragraph', content: [] }] }],
    } as unknown as Block;
    const node = blockFromJson(schema, odd);
    expect(blockSchema.parse(blockToJson(node)).attrs.id).toBe('a');
  });

  it('an empty document begins with an empty statement', () => {
    const doc = documentFromBlocks(schema, [], { id: 'n' as BlockId, dayId: 'd' as DayId });
    expect(doc.childCount).toBe(1);
    expect(doc.firstChild?.attrs).toMatchObject({ id: 'n', dayId: 'd', speakerId: null });
  });
});

it('every text of the editor is there in both languages', () => {
  for (const language of [texts.id, texts.en]) {
    expect(Object.values(language).every((text) => text !== '')).toBe(true);
  }
  expect(Object.keys(texts.en).toSorted()).toEqual(Object.keys(texts.id).toSorted());
});
