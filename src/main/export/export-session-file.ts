import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { AppError } from '../../shared/contract/errors.ts';
import type { AppErrorCode } from '../../shared/contract/errors.ts';
import { readSessionFile } from '../../shared/minutes/session-file-reader.ts';
import { toSessionRecord } from '../../shared/minutes/session-file.ts';
import { proposedFileName } from './file-name.ts';
import { documentBytes } from './document-bytes.ts';
import { plainInput } from './document-input.ts';
import type { PreparedFile } from './write-file.ts';
import { prepareFile } from './write-file.ts';

const MOST_PROBLEMS_SHOWN = 20;

/** A failure with a sentence for the person at the terminal. */
export class ExportFailure extends Error {}

interface ExportFileOptions {
  readonly nowMs: number;
}

/** What went wrong and what to do about it; null for what no rule foresaw. */
function sentence(error: unknown, folder: string): string | null {
  if (!(error instanceof AppError)) return null;
  const sentences: Partial<Record<AppErrorCode, string>> = {
    'export-no-permission': `Folder "${folder}" tidak boleh ditulisi. Pilih folder lain atau minta izin menulis.`,
    'export-folder-missing': `"${folder}" tidak ada atau bukan folder.`,
    'export-target-open': `Berkas "${error.details['fileName'] ?? ''}" sedang dibuka program lain. Tutup dahulu, lalu ulangi.`,
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

/** Names in the order of the sessions; one that is taken gets a number. */
function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const stem = name.replace(/\.docx$/, '');
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
      free = `${stem} (${number}).docx`;
    }
    taken.add(free.toLowerCase());
    return free;
  });
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
 * Writes the Notula of every session of a `sessions.json` file into a folder and gives the names of
 * the files. All documents are made, written and synced under temporary names before the first
 * takes its place. Throws ExportFailure; then no document was written by halves.
 */
export async function exportSessionFile(
  file: string,
  folder: string,
  { nowMs }: ExportFileOptions,
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
  const names = distinctNames(records.map((record) => proposedFileName(record)));
  const prepared: PreparedFile[] = [];
  try {
    await makeFolder(folder);
    for (const [index, record] of records.entries()) {
      const bytes = await documentBytes('notula', plainInput(record, nowMs));
      prepared.push(await prepareFile(join(folder, names[index] ?? ''), bytes));
    }
    for (const document of prepared) await document.commit();
  } catch (error) {
    await Promise.allSettled(prepared.map(async (document) => document.discard()));
    if (error instanceof ExportFailure) throw error;
    const problem = sentence(error, folder);
    throw problem === null ? error : new ExportFailure(problem, { cause: error });
  }
  return names;
}
