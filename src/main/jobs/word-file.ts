import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';

import type { AppErrorCode } from '../../shared/contract/errors.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { LARGEST_CHECKED_BYTES } from '../../shared/contract/checking.ts';
import { PackageError, readPackage } from '../opc/package.ts';
import { XmlError } from '../opc/xml.ts';

/** A Word file on the disk, or one that was dropped on the window. */
export type WordFile =
  | { readonly type: 'path'; readonly path: string }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array };

const DOCUMENT_TYPE =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const DOCUMENT_RELATIONSHIP =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(?:2006\/)?relationships\/officeDocument$/;

/** Reads a file up to a limit. Throws `file-unreadable`, and `tooLarge` where it is too large. */
export async function readUpTo(
  path: string,
  limitBytes: number,
  tooLarge: AppErrorCode,
): Promise<Buffer> {
  const unreadable = (cause: unknown): never => {
    throw new AppError('file-unreadable', { fileName: basename(path) }, { cause });
  };
  const file = await open(path, 'r').catch(unreadable);
  try {
    const { size } = await file.stat();
    if (size > limitBytes) throw new AppError(tooLarge);
    return await file.readFile().catch(unreadable);
  } finally {
    await file.close();
  }
}

/** Why a file cannot be read as a Word document, in the words of the window; others stay as they are. */
export function wordFileError(error: unknown): unknown {
  if (error instanceof PackageError) {
    return new AppError(error.fault === 'too-large' ? 'check-too-large' : 'check-not-docx');
  }
  return error instanceof XmlError ? new AppError('check-not-docx') : error;
}

/** A document, and none with macros and no template: those are other kinds of main part. */
function requireDocument(bytes: Uint8Array): void {
  const opc = readPackage(bytes);
  const main = opc.relationships('/').find(({ type }) => DOCUMENT_RELATIONSHIP.test(type));
  const partName = main === undefined ? '' : `/${main.target.replace(/^\//, '')}`;
  if (opc.contentType(partName) !== DOCUMENT_TYPE) throw new AppError('check-not-docx');
}

/** The bytes of a Word document. Throws `check-not-docx`, `check-too-large`, `file-unreadable`. */
export async function readWordFile(file: WordFile): Promise<Uint8Array> {
  const bytes =
    file.type === 'bytes'
      ? file.bytes
      : await readUpTo(file.path, LARGEST_CHECKED_BYTES, 'check-too-large');
  try {
    requireDocument(bytes);
  } catch (error) {
    throw wordFileError(error);
  }
  return bytes;
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
