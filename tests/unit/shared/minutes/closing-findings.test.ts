import { describe, expect, it } from 'vitest';

import type { Block } from '../../../../src/shared/document/block.ts';
import { closingFindings } from '../../../../src/shared/minutes/closing-findings.ts';
import type { ClosingCheck } from '../../../../src/shared/minutes/closing-checks.ts';
import type { SessionRecord } from '../../../../src/shared/minutes/record.ts';
import {
  agendaItem,
  attendee,
  decision,
  emptyRecord,
  exampleEntries,
  followUp,
  fullRecord,
  narration,
  pause,
  recommendation,
  recordOf,
  statement,
  withSession,
} from '../../../documents/records.ts';

const held = (blocks: readonly Block[], changes: Partial<SessionRecord> = {}): SessionRecord => ({
  ...recordOf({ days: [{ date: '2025-02-18', start: '09:00', end: '12:00' }] }),
  attendance: [attendee('a', 'Budi Contoh')],
  blocks,
  ...changes,
});
const concluded = (...blocks: readonly Block[]): SessionRecord =>
  held([...blocks, decision('Disepakati.')]);

/** The findings of one check, each by what its place shows. */
const found = (record: SessionRecord, check: ClosingCheck): readonly string[] =>
  closingFindings(record)
    .filter((finding) => finding.check === check)
    .map(({ place }) => (place.type === 'block' ? place.excerpt : place.type));
const checksOf = (record: SessionRecord): readonly ClosingCheck[] =>
  closingFindings(record).map(({ check }) => check);

const noted = (block: Block, note: string): Block =>
  ({ ...block, attrs: { ...block.attrs, note } }) as Block;

it('finds nothing in minutes that lack nothing', () => {
  const record = concluded(
    agendaItem('Pembukaan'),
    statement('Rapat dibuka.', { speaker: 'a' }),
    followUp('Kirim surat.', { responsible: 'Budi Contoh', dueDate: '2025-03-01' }),
  );
  expect(closingFindings(record)).toEqual([]);
});

it('tells everything in the order of the checklist', () => {
  const record = held(
    [
      agendaItem('Sambutan'),
      agendaItem('Paparan'),
      noted(statement('Siapa yang bicara?'), 'tanyakan'),
      followUp('Kirim surat.'),
    ],
    { session: emptyRecord().session, attendance: [] },
  );
  expect(checksOf(record)).toEqual([
    'no-attendance',
    'statement-without-speaker',
    'agenda-without-text',
    'no-conclusion',
    'follow-up-without-responsible',
    'follow-up-without-date',
    'no-end-time',
    'private-notes',
  ]);
  expect(closingFindings(emptyRecord())).toEqual([
    { check: 'no-attendance', place: { type: 'attendance', attendanceId: null } },
    { check: 'no-conclusion', place: { type: 'minutes' } },
    { check: 'no-end-time', place: { type: 'session-data', field: 'days' } },
  ]);
});

describe('a statement without a speaker', () => {
  it('is one of nobody, and one of somebody who is on no list; not an empty one', () => {
    const record = concluded(
      statement('Dari siapa?'),
      statement('Dari yang sudah dihapus?', { speaker: 'hilang' }),
      statement('Dari Budi.', { speaker: 'a' }),
      statement(''),
    );
    expect(found(record, 'statement-without-speaker')).toEqual([
      'Dari siapa?',
      'Dari yang sudah dihapus?',
    ]);
  });

  it('is shown by the beginning of its words, on one line', () => {
    const [excerpt = ''] = found(
      concluded(statement(`a${'😀'.repeat(60)}`)),
      'statement-without-speaker',
    );
    expect(excerpt).toBe(`a${'😀'.repeat(39)}…`);
  });
});

it('wants something under every item of the agenda', () => {
  const record = concluded(
    agendaItem('Sambutan'),
    pause('Istirahat'),
    statement(''),
    agendaItem('Paparan'),
    narration('Ketua membacakan laporan.'),
    agendaItem('Penutup'),
  );
  expect(found(record, 'agenda-without-text')).toEqual(['Sambutan']);
  expect(found(held([agendaItem('Penutup')]), 'agenda-without-text')).toEqual(['Penutup']);
});

describe('a conclusion', () => {
  it.each([
    ['a decision', decision('Disepakati.')],
    ['a recommendation', recommendation('Disarankan.')],
    [
      'a closing statement',
      statement('Terima kasih.', { speaker: 'a', kind: 'closing statement' }),
    ],
    ['what is called so', narration('Kesimpulan: seluruh tahapan berjalan.')],
    ['a heading for it', agendaItem('Simpulan rapat')],
  ])('is %s', (_name, block) => {
    expect(checksOf(held([block]))).not.toContain('no-conclusion');
  });

  it('is no empty decision, and no other block', () => {
    const blocks = [decision(' '), statement('Simpul', { speaker: 'a' }), followUp('Kirim.')];
    expect(found(held(blocks), 'no-conclusion')).toEqual(['Kirim.']);
  });
});

describe('the end of a meeting', () => {
  it('is asked for on every day that has none', () => {
    const { session } = fullRecord(1);
    const [first, second] = session.days;
    if (!first || !second) throw new Error('two days');
    const times = (closed: string | null) => ({
      marks: [],
      days: [{ dayId: second.id, opened: null, closed }],
    });
    const ends = (changes: Partial<typeof session>) =>
      closingFindings(withSession(concluded(), { ...session, ...changes })).flatMap(({ place }) =>
        place.type === 'session-data' ? [place.dayNumber] : [],
      );
    expect(first.end).toBe('12:00');
    expect(second.end).toBe('selesai');
    expect(ends({ meeting: { marks: [], days: [] } })).toEqual([2]);
    expect(ends({ meeting: times('15:40') })).toEqual([]);
    expect(ends({ meeting: times(null) })).toEqual([2]);
    expect(ends({ days: [{ ...first, end: null }, second], meeting: times(null) })).toEqual([1, 2]);
    expect(ends({ days: [second], meeting: times(null) })).toEqual([undefined]);
  });
});

describe('a name that differs from the attendance', () => {
  const attendance = [
    attendee('a', 'Idham Holik', { titleBefore: 'Dr.' }),
    attendee('b', 'Mochammad Afifuddin Ahmad'),
    attendee('c', "Siti Ma'rufah"),
    attendee('d', 'Ahmad Fauzan'),
    attendee('e', 'ahmad fauzi'),
    attendee('f', 'Yulianto'),
    attendee('g', 'Abdul Karim bin Saleh'),
    attendee('h', 'Pemantau Pemilu', { type: 'group' }),
  ];
  const names = (...texts: readonly string[]) =>
    closingFindings({ ...concluded(...texts.map((text) => narration(text))), attendance }).flatMap(
      ({ name }) => (name === undefined ? [] : [`${name.written} → ${name.known}`]),
    );

  it.each([
    ['a letter too many', 'Bapak Idham Hollik membuka rapat.', 'Idham Hollik → Idham Holik'],
    ['two in another order', 'dibuka oleh Dr. Idhma Holik, M.Si.', 'Idhma Holik → Idham Holik'],
    ['all in capitals', 'IDHAM KHOLIK: setuju.', 'IDHAM KHOLIK → Idham Holik'],
    [
      'the beginning of a long name',
      'Ketua Mohammad Afifuddin hadir.',
      'Mohammad Afifuddin → Mochammad Afifuddin Ahmad',
    ],
    [
      'the whole of it',
      'Mochamad Afifuddin Ahmad hadir.',
      'Mochamad Afifuddin Ahmad → Mochammad Afifuddin Ahmad',
    ],
    ['an apostrophe', 'Ibu Siti Marufah dan Siti Ma’rufa', "Siti Marufah → Siti Ma'rufah"],
    ['a little word', 'Abdul Karim bin Salih', 'Abdul Karim bin Salih → Abdul Karim bin Saleh'],
  ])('is found: %s', (_name, text, expected) => {
    expect(names(text)).toContain(expected);
  });

  it.each([
    ['as it is written in the list', 'Dr. Idham Holik, SITI MA’RUFAH, Mochammad Afifuddin'],
    ['another attendee', 'Ahmad Fauzi dan Ahmad Fauzan hadir.'],
    ['one word alone', 'Yuliantoro dan Holikin hadir.'],
    ['words of another sentence', 'Demikian Idham. Hollik lain, Idham, Kholik, dan Siti\nMarufah.'],
    ['small letters', 'idham hollik'],
    ['a name of others', 'Idham Samawi, Siti Aminah, Ahmad Fadli, Budi Holik'],
    ['groups', 'Pemantau Pemilih'],
  ])('is not: %s', (_name, text) => {
    expect(names(text)).toEqual([]);
  });

  it('is told once, where it stands first, also of who is to follow up', () => {
    expect(names('Idham Hollik', 'Lalu Idham Hollik', 'IDHAM HOLLIK')).toHaveLength(1);
    const record = {
      ...concluded(followUp('Kirim.', { responsible: 'Idham Hollik', dueDate: '2025-03-01' })),
      attendance,
    };
    expect(found(record, 'name-differs')).toEqual(['Kirim.']);
  });

  it('is none in the minutes that come with the app', () => {
    for (const entry of exampleEntries()) {
      expect(found(recordOf(entry), 'name-differs')).toEqual([]);
    }
  });
});

it('tells of every private note', () => {
  const record = concluded(
    noted(narration('Pertama'), 'cek'),
    noted(narration('Kedua'), '  '),
    narration('Ketiga'),
  );
  expect(found(record, 'private-notes')).toEqual(['Pertama']);
});

it('looks through 6,000 statements', () => {
  const text = 'Ketua KPU menyampaikan bahwa Pemilu Tahun 2024 berjalan baik di Kota Misal. ';
  const blocks = Array.from({ length: 6000 }, (_one, index) =>
    statement(`${text.repeat(5)} Idham Holik ${index}`, { speaker: `a${index % 200}` }),
  );
  const attendance = Array.from({ length: 200 }, (_one, index) =>
    attendee(`a${index}`, `Peserta${'abcdefghij'[index % 10]} Contoh ${index}`),
  );
  const record = { ...concluded(...blocks), attendance };
  expect(closingFindings(record)).toEqual([]);
});
