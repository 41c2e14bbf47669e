import { cellText } from '../../../shared/imports/document.ts';
import type { Table } from './units.ts';
import { rowTexts } from './units.ts';

/** What a column of a table of minutes holds. */
export type MinutesColumn =
  | 'number'
  | 'speaker'
  | 'words'
  | 'answer'
  | 'topic'
  | 'result'
  | 'followUp'
  | 'responsible'
  | 'due'
  | 'time'
  | 'position'
  | 'other';

const COLUMNS: readonly (readonly [column: MinutesColumn, pattern: RegExp])[] = [
  ['number', /^(?:no|nomor|no\.? ?urut)\.?$/iu],
  [
    'responsible',
    /penanggung ?-?jawab|^pic\b|^pj\b|pelaksana(?:nya)?$|ditindaklanjuti oleh|^oleh$/iu,
  ],
  [
    'due',
    /batas waktu|tenggat|target|deadline|jadwal|waktu (?:pelaksanaan|penyelesaian)|paling lambat/iu,
  ],
  ['followUp', /tindak lanjut|rencana aksi|\brtl\b|rencana kerja/iu],
  [
    'speaker',
    /^(?:nama )?(?:pembicara|penyampai|pemapar|penanggap|narasumber|penanya|peserta rapat|yang menyampaikan|disampaikan oleh)|^nama(?: peserta| lengkap)?(?: ?\/ ?(?:jabatan|instansi|unsur|lembaga))?$|^dari$|^unsur$|^(?:instansi|lembaga|jabatan)$/iu,
  ],
  ['answer', /^(?:jawaban|tanggapan)(?! peserta)/iu],
  [
    'words',
    /uraian|pernyataan|pendapat|tanggapan|masukan|isi |^isi$|penyampaian|pokok|catatan|paparan|disampaikan|ringkasan|pertanyaan|saran|pembicaraan|notulensi|pembahasan|keterangan|materi yang/iu,
  ],
  ['result', /hasil|keputusan|kesimpulan|kesepakatan|solusi|rekomendasi/iu],
  ['topic', /agenda|topik|materi|acara|permasalahan|masalah|isu|kegiatan|hal/iu],
  ['time', /^(?:waktu|pukul|jam)$/iu],
  ['position', /jabatan/iu],
];

const columnOf = (heading: string): MinutesColumn =>
  COLUMNS.find(([, pattern]) => pattern.test(heading.replace(/\s+/gu, ' ').trim()))?.[0] ?? 'other';

export interface MinutesTable {
  readonly type: 'speech' | 'topics' | 'followUps' | 'programme';
  readonly columns: readonly MinutesColumn[];
  /** Where the row of headings stands. */
  readonly head: number;
}

const HEADINGS_AMONG = 3;
/** What people said takes more room than what they are. */
const SHORTEST_WORDS = 25;

function typeOf(columns: readonly MinutesColumn[]): MinutesTable['type'] | null {
  const has = (column: MinutesColumn): boolean => columns.includes(column);
  if (has('followUp') && (has('responsible') || has('due')) && !has('speaker'))
    return has('topic') || has('words') || has('result') ? 'topics' : 'followUps';
  if (has('topic') && (has('words') || has('result')) && !has('speaker')) return 'topics';
  if (has('responsible') && (has('words') || has('topic') || has('due'))) return 'followUps';
  if (has('speaker') && (has('words') || has('answer'))) return 'speech';
  if (has('topic') && (has('words') || has('result') || has('answer') || has('followUp')))
    return 'topics';
  if (has('time') && has('topic')) return 'programme';
  return null;
}

/** What a table of minutes holds by its headings; null where it is another table. */
export function minutesTable({ rows }: Table): MinutesTable | null {
  for (const [head, row] of rows.slice(0, HEADINGS_AMONG).entries()) {
    const texts = rowTexts(row);
    if (texts.filter(Boolean).length < 2 || texts.some((text) => text.length > 80)) continue;
    const columns = texts.map(columnOf);
    const type = typeOf(columns);
    if (type !== null && rows.length > head + 1) return { type, columns, head };
  }
  return null;
}

/** Who said what, and no list of attendees with a column for remarks. */
export function isSpeechTable(table: Table): boolean {
  const found = minutesTable(table);
  if (found === null) return false;
  if (found.type !== 'speech') return true;
  const at = found.columns.findIndex((column) => column === 'words' || column === 'answer');
  const texts = table.rows.slice(found.head + 1).map(({ cells }) => cellText(cells[at]));
  const filled = texts.filter((text) => text.trim() !== '');
  const average = filled.reduce((sum, text) => sum + text.length, 0) / Math.max(1, filled.length);
  const heading = rowTexts(table.rows[found.head] ?? { from: 0, cells: [] })[at] ?? '';
  return average >= SHORTEST_WORDS && !/^ket(?:erangan)?\.?$/iu.test(heading);
}
