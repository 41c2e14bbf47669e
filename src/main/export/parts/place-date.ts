import { dateInWords } from '../../../shared/minutes/dates.ts';
import type { DocumentInput } from '../document-input.ts';
import { xmlLine } from '../xml-text.ts';

const TOWN_BLANK = '……………………';
export const DATE_BLANK = '……………………………';

/** The town where the office signs, or a blank. */
export const townOrBlank = ({ settings }: DocumentInput): string =>
  xmlLine(settings.town) || TOWN_BLANK;

/**
 * "Prabumulih, ……………" over a signature: where and when it is signed. The day is a blank unless it
 * is given (ISO date): nobody knows it before.
 */
export function placeAndDate(input: DocumentInput, isoDate: string | null = null): string {
  return `${townOrBlank(input)}, ${isoDate === null ? DATE_BLANK : dateInWords(isoDate)}`;
}

/** "Dibuat di …" and "Pada tanggal …", as over the signatures of a berita acara. */
export function madeAtLines(
  input: DocumentInput,
  isoDate: string | null = null,
): readonly string[] {
  return [
    `Dibuat di ${townOrBlank(input)}`,
    `Pada tanggal ${isoDate === null ? DATE_BLANK : dateInWords(isoDate)}`,
  ];
}
