import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { AppError } from '../../shared/contract/errors.ts';
import type { AppErrorCode } from '../../shared/contract/errors.ts';
import { readSessionFile } from '../../shared/minutes/session-file-reader.ts';
import { toSessionRecord } from '../../shared/minutes/session-file.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS } from '../../shared/official/document-kinds.ts';
import { documentBytes } from './document-bytes.ts';
import { plainInput } from './document-input.ts';
import { distinctNames, namesOfDocuments } from './file-names.ts';
import { writeTogether } from './write-together.ts';

const MOST_PROBLEMS_SHOWN = 20;

/** A failure with a sentence for the person at the terminal. */
export class ExportFailure extends Error {}

interface ExportFileOptions {
  readonly nowMs: number;
  /** Which documents of each session. */
  readonly kinds: readonly DocumentKind[];
}

/** The documents that "all", or a list such as "notula,undangan", names. Throws ExportFailure. */
export function readDocumentKinds(list: string): readonly DocumentKind[] {
  const names = list
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.includes('all') || names.includes('semua')) return DOCUMENT_KINDS;
  const unknown = names.filter((name) => !DOCUMENT_KINDS.some((kind) => kind === name));
  if (names.length === 0 || unknown.length > 0) {
    const problem =
      names.length === 0
        ? 'Dokumen belum disebut'
        : `Dokumen tidak dikenal: ${unknown.map((name) => `"${name}"`).join(', ')}`;
    throw new ExportFailure(`${problem}. Yang ada: all, ${DOCUMENT_KINDS.join(', ')}.`);
  }
  return DOCUMENT_KINDS.filter((kind) => names.includes(kind));
}

/** What went wrong and what to do about it; null for what no rule foresaw. */
function sentence(error: unknown, folder: string): string | null {
  if (!(error instanceof AppError)) return null;
  const sentences: Partial<Record<AppErrorCode, string>> = {
    'export-no-permission': `Folder "${folder}" tidak boleh ditulisi. Pilih folder lain atau minta izin menulis.`,
    'export-folder-missing': `"${folder}" tidak ada atau bukan folder.`,
    'export-target-open': `Berkas "${error.details['fileName'] ?? ''}" sedang dibuka program lain. Tutup dahulu, lalu ulangi.`,
    'export-partly': `Ekspor gagal, dan berkas lama "${error.details['fileName'] ?? ''}" tidak dapat dikembalikan. Isinya masih ada di "${folder}" dengan nama "${error.details['copyName'] ?? ''}".`,
    'storage-full': `Ruang di "${folder}" penuh. Kosongkan sebagian, lalu ulangi.`,
  };
  return sentences[error.code] ?? null;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const problem =
      code === 'ENOENT'
        ? 'tidak ditemukan'
        : code === 'EISDIR'
          ? 'adalah folder, bukan berkas'
          : 'tidak dapat dibaca';
    throw new ExportFailure(`Berkas "${file}" ${problem}.`, { cause: error });
  }
}

/** Makes the folder where only it is missing: one with a wrong path is more likely a typing error. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return;
    const problem =
      code === 'ENOENT' || code === 'ENOTDIR' ? 'tidak ada' : 'tidak dapat dibuat di sini';
    throw new ExportFailure(`Folder "${folder}" ${problem}.`, { cause: error });
  }
}

/**
 * Writes documents of every session of a `sessions.json` file into a folder and gives the names of
 * the files, all of them or none. Throws ExportFailure; then what was there before is there still.
 */
export async function exportSessionFile(
  file: string,
  folder: string,
  { nowMs, kinds }: ExportFileOptions,
): Promise<readonly string[]> {
  const read = readSessionFile(await readText(file));
  if (!read.ok) {
    const shown = read.problems.slice(0, MOST_PROBLEMS_SHOWN);
    const more = read.problems.length - shown.length;
    throw new ExportFailure(
      [
        `Berkas "${basename(file)}" tidak dapat diekspor; tidak ada yang ditulis:`,
        ...shown.map((problem) => `- ${problem}`),
        ...(more === 0 ? [] : [`- dan ${more} masalah lain`]),
      ].join('\n'),
    );
  }
  const records = read.entries.map((entry) => toSessionRecord(entry, { newId: randomUUID, nowMs }));
  const inputs = records.map((record) => plainInput(record, nowMs));
  const names = distinctNames(
    inputs.flatMap(({ record, settings }) =>
      namesOfDocuments(record, kinds, settings.fileNamePattern),
    ),
  );
  const documents = inputs.flatMap((input) => kinds.map((kind) => ({ kind, input })));
  try {
    await makeFolder(folder);
    await writeTogether(
      documents.map(({ kind, input }, index) => ({
        targetPath: join(folder, names[index] ?? ''),
        make: () => documentBytes(kind, input),
      })),
    );
  } catch (error) {
    if (error instanceof ExportFailure) throw error;
    const problem = sentence(error, folder);
    throw problem === null ? error : new ExportFailure(problem, { cause: error });
  }
  return names;
}
