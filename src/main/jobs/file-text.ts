import { documentText } from '../../shared/imports/document.ts';
import { TEXT_MEDIA_TYPES } from '../../shared/files/shown-files.ts';
import { decodeText } from '../files/decode-text.ts';
import { LARGEST_MINUTES_BYTES, readBytes } from '../imports/read/read-bytes.ts';
import { readUpTo } from './word-file.ts';

/** Reads the words of a kept file, for the search. */
export interface FileTextJob {
  readonly type: 'file-text';
  readonly path: string;
  /** What the user calls it: the kept bytes have a hash for a name. */
  readonly name: string;
  readonly mediaType: string;
}

/** More than a long book: a list of voters is not searched to its last line. */
const LONGEST_TEXT = 4_000_000;

/** Every word that could be read; "" where there is none, as in a scan or behind a password. */
export async function runFileText({ path, name, mediaType }: FileTextJob): Promise<string> {
  try {
    const bytes = await readUpTo(path, LARGEST_MINUTES_BYTES, 'file-unreadable');
    if (TEXT_MEDIA_TYPES.has(mediaType)) {
      const text = decodeText(bytes);
      return text.includes('\0') ? '' : text.slice(0, LONGEST_TEXT);
    }
    const { document } = await readBytes(bytes, name);
    return documentText(document).slice(0, LONGEST_TEXT);
  } catch {
    return '';
  }
}
