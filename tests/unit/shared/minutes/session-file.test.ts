import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { blockPlainText } from '../../../../src/shared/document/plain-text.ts';
import { blockSchema } from '../../../../src/shared/document/block.ts';
import type { SessionRecord } from '../../../../src/shared/minutes/record.ts';
import { readSessionFile } from '../../../../src/shared/minutes/session-file-reader.ts';
import { toSessionRecord } from '../../../../src/shared/minutes/session-file.ts';
import { sessionFieldsSchema } from '../../../../src/shared/minutes/session.ts';

const examples = readFileSync(
  new URL('../../../../resources/examples/sessions.json', import.meta.url),
  'utf8',
);

function records(json: string): readonly SessionRecord[] {
  const read = readSessionFile(json);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  let count = 0;
  const newId = (): string => `id-${(count += 1)}`;
  return read.entries.map((entry) => toSessionRecord(entry, { newId, nowMs: 7 }));
}

function recordOf(entry: object): SessionRecord {
  const [record] = records(JSON.stringify([entry]));
  if (!record) throw new Error('no record');
  return record;
}

function problems(json: string): readonly string[] {
  const read = readSessionFile(json);
  return read.ok ? [] : read.problems;
}

const outline = (record: SessionRecord): readonly string[] =>
  record.blocks.map((block) => `${block.type}: ${blockPlainText(block).slice(0, 30)}`.trim());

describe('the example sessions', () => {
  const all = records(examples);

  it('become five sessions that the archive accepts, with ids of their own', () => {
    expect(all).toHaveLength(5);
    for (const { session, blocks } of all) {
      expect(sessionFieldsSchema.safeParse(session).success).toBe(true);
      expect(blocks.every((block) => blockSchema.safeParse(block).success)).toBe(true);
    }
    const ids = all.flatMap(({ session, attendance, blocks }) => [
      session.id,
      ...attendance.map((attendee) => attendee.id),
      ...blocks.map((block) => block.attrs.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('say of nobody that they were there', () => {
    const days = all.flatMap(({ attendance }) => attendance.flatMap((attendee) => attendee.days));
    expect(days.every((day) => day.presence === null && day.arrived === null)).toBe(true);
  });

  it('keep times, roles, series and days', () => {
    const [fgd, talk, interview, , rakornas] = all;
    expect(fgd?.session.days).toMatchObject([
      { date: '2025-02-18', start: '09:00', end: 'selesai' },
    ]);
    expect(talk?.session.seriesNumber).toBe(1);
    expect(talk?.session.series?.title).toBe('KPU-Bawaslu Talk');
    expect(talk?.attendance[5]?.days[0]?.role).toBe('host');
    expect(interview?.session.days).toMatchObject([{ date: null, start: null, end: null }]);
    expect(rakornas?.session.days).toHaveLength(2);
    expect(rakornas?.attendance[6]).toMatchObject({ type: 'person', personId: null, name: '' });
    expect(rakornas?.attendance[6]?.days).toHaveLength(2);
  });

  it('put what was said under no agenda item, and closing words after the agenda', () => {
    expect(all[1] && outline(all[1])).toEqual([
      'statement: Program lahir dari keinginan b',
      'agendaItem: Sambutan',
      'agendaItem: Daftar pemilih berkelanjutan',
      'agendaItem: Program partisipatif masyaraka',
      'agendaItem: Closing statement',
      'statement: Pemilu yang baik melibatkan pa',
      'followUp: Mengundang narasumber lain pad',
    ]);
  });

  it('keep notes apart from what was said', () => {
    const [, , interview, , rakornas] = all;
    expect(interview && outline(interview).slice(2, 5)).toEqual([
      'statement: Pertukaran informasi antara KP',
      'narration: Catatan notulis: sumber juga m',
      'statement: Kapasitas sumber daya manusia',
    ]);
    expect(interview?.blocks[4]).toMatchObject({ attrs: { speakerId: null } });
    expect(rakornas && outline(rakornas).slice(-2)).toEqual([
      'recommendation:',
      'narration: Catatan notulis: rekomendasi d',
    ]);
  });
});

describe('one entry', () => {
  it('may be empty', () => {
    const { session, attendance, blocks } = recordOf({});
    expect(session).toMatchObject({ kind: '', title: '', zone: 'WIB', status: 'rencana' });
    expect(session.days).toHaveLength(1);
    expect([attendance, blocks]).toEqual([[], []]);
  });

  it('keeps the name of a speaker whom the attendance does not know', () => {
    expect(
      recordOf({ statements: [{ speaker: 'Budi Contoh', summary: 'setuju' }] }).blocks.map(
        blockPlainText,
      ),
    ).toEqual([
      'setuju',
      'Catatan notulis: pembicara menurut sumber: Budi Contoh (tidak ada di daftar hadir)',
    ]);
  });

  it('finds a speaker by name and takes a decision that is only words', () => {
    const record = recordOf({
      attendance: [{ name: 'Budi Contoh' }],
      statements: [{ speaker: 'budi contoh', summary: 'a\nb' }],
      decisions: ['ditetapkan'],
    });
    expect(record.blocks[0]).toMatchObject({
      attrs: { speakerId: record.attendance[0]?.id },
      content: [{ type: 'paragraph' }, { type: 'paragraph' }],
    });
    expect(record.blocks[1]).toMatchObject({ type: 'decision', attrs: { method: null } });
  });

  it('does not say on which of several days something was said', () => {
    const { blocks } = recordOf({ days: [{}, {}], agenda: ['Capaian'] });
    expect(blocks[0]?.attrs.dayId).toBeNull();
  });

  it('gives one organization one id', () => {
    const { session, attendance } = recordOf({
      hosts: ['KPU Contoh'],
      attendance: [{ name: 'Budi Contoh', organization: 'KPU Contoh' }],
    });
    expect(attendance[0]?.organizationId).toBe(session.hosts[0]?.organizationId);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['{"a": 1}', 'Isi berkas harus berupa daftar sesi: [ { … }, { … } ].'],
    ['[null]', 'Sesi ke-1: harus berupa objek { … }.'],
    ['[{"id": "x", "title": 5}]', 'Sesi ke-1 (x), isian "title": harus berupa teks.'],
    [
      '[{}, {"days": [{"date": "31.02.2025"}]}]',
      'Sesi ke-2, isian "days[1].date": tanggal "31.02.2025" tidak ada di kalender.',
    ],
    [
      '[{"days": [{"date": "Senin, 18 Februari 2025"}]}]',
      'Sesi ke-1, isian "days[1].date": hari pada "Senin, 18 Februari 2025" tidak cocok dengan tanggalnya.',
    ],
    [
      '[{"days": [{"start": "26.00"}]}]',
      'Sesi ke-1, isian "days[1].start": "26.00" bukan jam; tulislah seperti 09.00.',
    ],
    [
      '[{"mode": "ruang"}]',
      'Sesi ke-1, isian "mode": harus salah satu dari: luring, daring, hibrida.',
    ],
    [
      JSON.stringify([{ title: 'x'.repeat(10_000) }]),
      'Sesi ke-1, isian "title": terlalu panjang (paling banyak 1000 huruf).',
    ],
  ])('%.60s', (json, problem) => {
    expect(problems(json)).toEqual([problem]);
  });

  it('names the line where the JSON breaks', () => {
    expect(problems('[\n{"id": "x"}\n{')).toEqual([
      'Isi berkas bukan JSON yang utuh (kesalahan di sekitar baris 3).',
    ]);
  });
});
