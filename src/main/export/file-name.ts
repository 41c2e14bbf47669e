import type { SessionRecord } from '../../shared/minutes/record.ts';
import { xmlLine } from './xml-text.ts';

/** Together with a folder this stays within the 260 letters that Windows programs can open. */
const MAX_NAME_LETTERS = 120;
/** File systems count bytes, and a letter may have four: 255 less room for a temporary name. */
const MAX_NAME_BYTES = 220;
const EXTENSION = '.docx';

/** Forbidden in names on Windows, and marks that turn the direction of what follows. */
// oxlint-disable-next-line no-control-regex -- control characters are among the forbidden ones
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

function fitting(name: string): string {
  const encoder = new TextEncoder();
  const letters = new Intl.Segmenter('id', { granularity: 'grapheme' });
  let kept = '';
  let byteCount = EXTENSION.length;
  for (const { segment } of letters.segment(name.slice(0, MAX_NAME_LETTERS))) {
    byteCount += encoder.encode(segment).length;
    if (byteCount > MAX_NAME_BYTES) return kept;
    if (kept.length + segment.length + EXTENSION.length > MAX_NAME_LETTERS) {
      // Better no half word at the end, unless that would cost most of the name.
      const lastSpace = kept.lastIndexOf(' ');
      return lastSpace > MAX_NAME_LETTERS / 2 ? kept.slice(0, lastSpace) : kept;
    }
    kept += segment;
  }
  return kept;
}

/**
 * A name for the exported file: "Notula FGD 2025-02-18 Evaluasi Pemilihan ….docx". It is valid on
 * Windows, macOS and Linux, at most 120 letters, and begins with "Notula", so that it can never be
 * one of the names that Windows keeps for devices.
 */
export function proposedFileName({ session }: Pick<SessionRecord, 'session'>): string {
  const title = xmlLine(session.title);
  const parts = [
    'Notula',
    xmlLine(session.kind),
    session.days.find((day) => day.date !== null)?.date ?? '',
    title === '' ? 'tanpa judul' : title,
  ];
  const name = parts.filter((part) => part !== '').join(' ');
  const safe = fitting(name.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim());
  return `${safe.replace(/[. ]+$/, '')}${EXTENSION}`;
}
