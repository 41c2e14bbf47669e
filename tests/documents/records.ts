import { readFileSync } from 'node:fs';

import type { Block } from '../../src/shared/document/block.ts';
import type { InlineNode, Mark, RichNode } from '../../src/shared/document/rich-text.ts';
import { attendanceIdSchema, blockIdSchema, dayIdSchema } from '../../src/shared/ids.ts';
import type { Attendance, AttendanceDay } from '../../src/shared/minutes/people.ts';
import type { SessionRecord } from '../../src/shared/minutes/record.ts';
import { readSessionFile } from '../../src/shared/minutes/session-file-reader.ts';
import type { SessionFileEntry } from '../../src/shared/minutes/session-file.ts';
import { toSessionRecord } from '../../src/shared/minutes/session-file.ts';

export const NOW_MS = Date.UTC(2026, 10, 22, 2, 30);

const EXAMPLES = new URL('../../resources/examples/sessions.json', import.meta.url);

export function counter(): () => string {
  let count = 0;
  return () => `id-${(count += 1)}`;
}

export function recordOf(entry: SessionFileEntry): SessionRecord {
  return toSessionRecord(entry, { newId: counter(), nowMs: NOW_MS });
}

export const exampleText = (): string => readFileSync(EXAMPLES, 'utf8');

export function exampleEntries(): readonly SessionFileEntry[] {
  const read = readSessionFile(exampleText());
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.entries;
}

/** One of the examples that come with the app. */
export function exampleRecord(id: string): SessionRecord {
  const entry = exampleEntries().find((one) => one.id === id);
  if (!entry) throw new Error(`no example "${id}"`);
  return recordOf(entry);
}

export const emptyRecord = (): SessionRecord => recordOf({});

export const withSession = (
  record: SessionRecord,
  session: Partial<SessionRecord['session']>,
): SessionRecord => ({ ...record, session: { ...record.session, ...session } });

export const words = (text: string, ...marks: Mark[]): InlineNode => ({
  type: 'text',
  text,
  ...(marks.length === 0 ? {} : { marks }),
});
export const paragraph = (...content: (string | InlineNode)[]): RichNode => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? words(part) : part)),
});

const nextId = counter();
const common = (dayId: string | null = null) => ({
  id: blockIdSchema.parse(nextId()),
  dayId: dayId === null ? null : dayIdSchema.parse(dayId),
});

export const agendaItem = (text: string, dayId?: string): Block => ({
  type: 'agendaItem',
  attrs: common(dayId),
  ...(text === '' ? {} : { content: [words(text)] }),
});

export function statement(
  content: string | RichNode[],
  attrs: { speaker?: string; kind?: string; atMs?: number; dayId?: string } = {},
): Block {
  return {
    type: 'statement',
    attrs: {
      ...common(attrs.dayId),
      speakerId: attrs.speaker === undefined ? null : attendanceIdSchema.parse(attrs.speaker),
      kind: attrs.kind ?? 'pernyataan',
      spokenAtMs: attrs.atMs ?? null,
    },
    content: typeof content === 'string' ? [paragraph(content)] : content,
  };
}

export const narration = (text: string, dayId?: string): Block => ({
  type: 'narration',
  attrs: common(dayId),
  content: [paragraph(text)],
});

export const decision = (
  text: string,
  attrs: Partial<Extract<Block, { type: 'decision' }>['attrs']> = {},
): Block => ({
  type: 'decision',
  attrs: { ...common(), method: null, inFavour: null, against: null, abstained: null, ...attrs },
  content: [paragraph(text)],
});

export const recommendation = (text: string): Block => ({
  type: 'recommendation',
  attrs: common(),
  content: [paragraph(text)],
});

export const followUp = (
  text: string,
  attrs: Partial<Extract<Block, { type: 'followUp' }>['attrs']> = {},
): Block => ({
  type: 'followUp',
  attrs: { ...common(), responsible: null, dueDate: null, status: 'belum', ...attrs },
  content: [paragraph(text)],
});

export const pause = (text: string, atMs?: number): Block => ({
  type: 'break',
  attrs: { ...common(), spokenAtMs: atMs ?? null },
  ...(text === '' ? {} : { content: [words(text)] }),
});

export function attendee(
  id: string,
  name: string,
  known: Partial<Attendance> & { day?: Partial<AttendanceDay>; dayIds?: readonly string[] } = {},
): Attendance {
  const { day = {}, dayIds = ['id-1'], ...fields } = known;
  return {
    id: attendanceIdSchema.parse(id),
    type: 'person',
    personId: null,
    name,
    titleBefore: '',
    titleAfter: '',
    nip: '',
    rank: '',
    position: '',
    organizationId: null,
    organizationName: '',
    headCount: null,
    days: dayIds.map((dayId) => ({
      dayId: dayIdSchema.parse(dayId),
      role: null,
      presence: null,
      representedBy: '',
      arrived: null,
      left: null,
      ...day,
    })),
    ...fields,
  };
}

/** An invented meeting of two days, three hours each, with everything that minutes can hold. */
export function fullRecord(attendeeCount: number): SessionRecord {
  const base = recordOf({
    kind: 'Rapat Pleno',
    title: 'Rapat Pleno Terbuka Rekapitulasi Daftar Pemilih Berkelanjutan Kabupaten Contoh',
    theme: 'Menjaga hak pilih setiap warga',
    documentNumber: '59.a/PK.01-BA/9999/2025',
    invitation: 'Nomor 12/PK.01-Und/9999/2025 tanggal 10 Februari 2025',
    days: [
      { date: '2025-02-18', start: '09:00', end: '12:00' },
      { date: '2025-02-19', start: '09:00', end: 'selesai' },
    ],
    place: 'Aula KPU Kabupaten Contoh',
    mode: 'hibrida',
    link: 'https://contoh.example/rapat?id=1&kunci=2',
    purpose: 'menetapkan rekapitulasi triwulan pertama',
    hosts: ['KPU Kabupaten Contoh'],
    installment: 3,
    series: { title: 'Rekapitulasi DPB' },
  });
  const [first = '', second = ''] = base.session.days.map((day) => String(day.id));
  const dayIds = [first, second];
  const people = Array.from({ length: attendeeCount }, (_, index) =>
    attendee(`a${index}`, `Contoh Nama Peserta Yang Panjang Nomor ${index + 1}`, {
      position: index % 3 === 0 ? 'Anggota Divisi Perencanaan, Data dan Informasi' : 'Ketua',
      organizationName: `PPK Kecamatan Contoh ${(index % 17) + 1}`,
      dayIds,
      day: { role: 'peserta', presence: index % 9 === 0 ? 'daring' : 'hadir', arrived: '08:55' },
    }),
  );
  const attendance: readonly Attendance[] = [
    attendee('ketua', 'Budi Contoh', {
      titleBefore: 'Dr. H.',
      titleAfter: 'S.H., M.Si.',
      position: 'Ketua',
      organizationName: 'KPU Kabupaten Contoh',
      dayIds,
      day: { role: 'pimpinan', presence: 'hadir' },
    }),
    attendee('notulis', 'Siti Contoh', {
      titleAfter: 'S.IP.',
      position: 'Kasubbag Teknis',
      organizationName: 'Sekretariat KPU Kabupaten Contoh',
      rank: 'Penata (III/c)',
      nip: '19900101 201501 2 001',
      dayIds,
      day: { role: 'notulis', presence: 'hadir' },
    }),
    ...people,
    attendee('g', 'Organisasi masyarakat se-Kabupaten Contoh', {
      type: 'group',
      headCount: 25,
      dayIds,
    }),
  ];
  const startMs = Date.UTC(2025, 1, 18, 2, 0);
  const minute = 60_000;
  const long =
    'Pemutakhiran data di kecamatan ini menunjukkan perubahan yang perlu dicermati bersama: ' +
    'pemilih pindah masuk, pemilih meninggal dunia yang belum dihapus, dan pemilih pemula yang ' +
    'belum merekam KTP elektronik. Semua perubahan itu disertai dokumen pendukung.';
  const discussion = Array.from({ length: 40 }, (_, index) =>
    statement(`${long} (${index + 1})`, {
      speaker: `a${index % Math.max(1, attendeeCount)}`,
      kind: index % 4 === 0 ? 'pertanyaan' : index % 4 === 1 ? 'tanggapan' : 'pernyataan',
      atMs: startMs + (10 + index * 4) * minute,
      dayId: index < 25 ? first : second,
    }),
  );
  return {
    ...base,
    attendance,
    officeName: 'Komisi Pemilihan Umum Kabupaten Contoh',
    notulisName: 'Siti Contoh',
    blocks: [
      narration('Rapat dibuka pukul 09.00 WIB dengan menyanyikan lagu Indonesia Raya.', first),
      statement('Selamat datang kepada seluruh peserta rapat pleno.', {
        speaker: 'ketua',
        kind: 'sambutan',
        atMs: startMs,
        dayId: first,
      }),
      agendaItem('Penyampaian rekapitulasi setiap kecamatan', first),
      ...discussion.slice(0, 15),
      richStatement(first),
      pause('Istirahat, salat dan makan', startMs + 180 * minute),
      ...discussion.slice(15, 25),
      agendaItem('Masukan Bawaslu dan partai politik', second),
      ...discussion.slice(25),
      statement('Terima kasih atas masukan semua pihak; data akan diperbaiki malam ini juga.', {
        speaker: 'ketua',
        kind: 'closing statement',
        dayId: second,
      }),
      decision('Menetapkan rekapitulasi daftar pemilih berkelanjutan triwulan pertama.', {
        method: 'mufakat',
      }),
      decision('Rapat berikutnya dilaksanakan di tingkat kecamatan.', {
        method: 'pemungutan suara',
        inFavour: 12,
        against: 3,
        abstained: 1,
      }),
      recommendation('Dinas Kependudukan menyerahkan data kematian setiap bulan.'),
      followUp('Memperbaiki data ganda antarkecamatan', {
        responsible: 'Divisi Perencanaan, Data dan Informasi',
        dueDate: '2025-03-01',
        status: 'berjalan',
      }),
      followUp('Menyurati Dinas Kependudukan'),
      narration('Rapat ditutup pukul 11.45 WIB.', second),
    ],
  };
}

function richStatement(dayId: string): Block {
  const cell = (text: string, type: 'tableCell' | 'tableHeader' = 'tableCell', attrs = {}) => ({
    type,
    attrs,
    content: [paragraph(text)],
  });
  return statement(
    [
      paragraph(
        'Ada ',
        words('tebal', { type: 'bold' }),
        ', ',
        words('miring', { type: 'italic' }),
        ', ',
        words('garis bawah', { type: 'underline' }),
        ', ',
        words('sorotan', { type: 'highlight' }),
        ' dan ',
        words('tautan', {
          type: 'link',
          attrs: { href: 'https://contoh.example/data?tahun=2025&bulan=2' },
        }),
        '.',
      ),
      {
        type: 'orderedList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph('Pemilih pindah masuk'),
              {
                type: 'bulletList',
                content: [
                  { type: 'listItem', content: [paragraph('dengan surat pindah')] },
                  { type: 'listItem', content: [paragraph('tanpa surat pindah')] },
                ],
              },
            ],
          },
          { type: 'listItem', content: [paragraph('Pemilih baru'), paragraph('Usia 17 tahun')] },
        ],
      },
      paragraph('Daftar kedua mulai lagi dari satu:'),
      {
        type: 'orderedList',
        content: [{ type: 'listItem', content: [paragraph('Pemilih meninggal dunia')] }],
      },
      { type: 'blockquote', content: [paragraph('Hak pilih adalah hak warga negara.')] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              cell('Kecamatan', 'tableHeader'),
              cell('Pemilih', 'tableHeader', { colspan: 2 }),
            ],
          },
          {
            type: 'tableRow',
            content: [
              cell('Contoh 1', 'tableCell', { rowspan: 2 }),
              cell('laki-laki'),
              cell('100'),
            ],
          },
          { type: 'tableRow', content: [cell('perempuan'), cell('103')] },
        ],
      },
      paragraph('Baris pertama', { type: 'hardBreak' }, 'baris kedua sesudah ganti baris.'),
    ],
    { speaker: 'notulis', kind: 'paparan', dayId },
  );
}
