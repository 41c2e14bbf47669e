import { csvFile } from '../csv.ts';
import type { ResultHit, ResultsInput } from './results-input.ts';
import { headOf, hitsBySession } from './results-input.ts';
import { partInWords, SORTS, timeInWords } from './words.ts';

const COLUMNS = [
  'Tanggal',
  'Jenis',
  'Sesi',
  'Bagian',
  'Pembicara',
  'Jabatan',
  'Pukul',
  'Mata acara',
  'Isi',
] as const;

const singleSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

function row({ hit, pieces }: ResultHit): readonly string[] {
  return [
    hit.day ?? hit.sessionDate ?? '',
    hit.sessionKind,
    hit.sessionTitle,
    partInWords(hit),
    hit.speaker ?? '',
    hit.speakerPosition,
    timeInWords(hit),
    hit.agenda ?? '',
    pieces.map(({ text }) => text).join(''),
  ].map(singleSpaced);
}

/** The list for a spreadsheet: what was asked at its head, then one line for each hit. */
export function resultsCsv(input: ResultsInput): Uint8Array {
  return csvFile([
    ...headOf(input),
    ['Urutan', SORTS[input.sort]],
    [],
    COLUMNS,
    ...hitsBySession(input.hits).flatMap((hits) => hits.map(row)),
  ]);
}
