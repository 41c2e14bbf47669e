import { extname } from 'node:path';

import type { ReadDocument } from '../../../shared/imports/document.ts';
import { documentText } from '../../../shared/imports/document.ts';
import { MINUTES_EXTENSIONS } from '../../../shared/imports/reading.ts';
import { readDocx } from './docx.ts';
import { ODT_MEDIA_TYPE, readOdt } from './odt.ts';
import { readPdf } from './pdf.ts';
import { ReadingError } from './reading-error.ts';

const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PDF_MEDIA_TYPE = 'application/pdf';

export const LARGEST_MINUTES_BYTES = 100 * 1024 * 1024;
/** What a scanner writes beside its pictures of pages is no text of theirs. */
const SCANNER = /scanned (?:by|with|using) [^\n]*|dipindai dengan [^\n]*|^\s*\d+\s*$/gimu;
const FEWEST_LETTERS = 20;

const ZIP_MAGIC = [0x50, 0x4b];
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
/** An ODF file begins with an entry that names its type, not packed. */
const ODT_START = Buffer.from(`mimetype${ODT_MEDIA_TYPE}`);
/** Some programs write other bytes before it. */
const PDF_START_WITHIN = 1024;

export interface ReadFile {
  readonly mediaType: string;
  readonly document: ReadDocument;
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

async function readByType(bytes: Uint8Array, extension: string): Promise<ReadFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, OLE_MAGIC)) {
    const isEncrypted = buffer.includes(ENCRYPTED_STREAM);
    throw new ReadingError(isEncrypted ? 'encrypted' : 'unknown-type', 'compound file');
  }
  if (startsWith(bytes, ZIP_MAGIC)) {
    return buffer.subarray(0, 200).includes(ODT_START)
      ? { mediaType: ODT_MEDIA_TYPE, document: readOdt(bytes) }
      : { mediaType: DOCX_MEDIA_TYPE, document: await readDocx(bytes) };
  }
  if (buffer.subarray(0, PDF_START_WITHIN).includes('%PDF-'))
    return { mediaType: PDF_MEDIA_TYPE, document: await readPdf(bytes) };
  // A file that says it is one of ours, and does not begin as any of them does.
  const isOurs = MINUTES_EXTENSIONS.some((each) => each === extension);
  throw new ReadingError(isOurs ? 'broken' : 'unknown-type', 'magic');
}

/**
 * Reads a file by what it holds; the end of its name only tells what a file should have been that is
 * nothing. Throws ReadingError, and what `refusalOf` knows.
 */
export async function readBytes(bytes: Uint8Array, fileName: string): Promise<ReadFile> {
  if (bytes.byteLength > LARGEST_MINUTES_BYTES) throw new ReadingError('too-large', 'file');
  const file = await readByType(bytes, extname(fileName).slice(1).toLowerCase());
  const letters = documentText(file.document).replace(SCANNER, '').match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS) throw new ReadingError('no-text', 'letters');
  return file;
}
