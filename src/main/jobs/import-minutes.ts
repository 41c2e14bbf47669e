import { opendir } from 'node:fs/promises';

import type { ImportReason } from '../../shared/contract/imports.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AppErrorCode } from '../../shared/contract/errors.ts';
import { failureTrace } from '../../shared/failure-trace.ts';
import { contentOf, placeContent } from '../files/content.ts';
import { placeOptions } from './kept-files.ts';

/** Begins a process that reads one file of old minutes after the other. */
export interface ServeImportsJob {
  readonly type: 'serve-imports';
  /** Where the bytes of originals are kept. */
  readonly folder: string;
}

/** A file, and the folder of the import that it lies in. */
interface FileOfImport {
  readonly path: string;
  readonly root: string;
}

/** One at a time; each has one answer. */
export type ImportRequest =
  | (FileOfImport & { readonly type: 'know' })
  | (FileOfImport & { readonly type: 'read' })
  /** Keeps the bytes, which must still be those that were read. */
  | (FileOfImport & { readonly type: 'keep'; readonly sha256: string });

export type ImportAnswer =
  | { readonly type: 'known'; readonly sha256: string }
  /** A `ReadMinutes` as JSON: see `SealedEnvelope`. */
  | { readonly type: 'read'; readonly read: string }
  | { readonly type: 'refused'; readonly sha256: string | null; readonly reason: ImportReason }
  | { readonly type: 'kept' }
  /** Not the file's fault: the import cannot go on now. */
  | { readonly type: 'failed'; readonly code: AppErrorCode };

async function answerTo(request: ImportRequest, folder: string): Promise<ImportAnswer> {
  const { path } = request;
  switch (request.type) {
    case 'know':
      return { type: 'known', sha256: (await contentOf(path)).sha256 };
    case 'read': {
      const { runReadMinutes } = await import('./read-minutes.ts');
      const read = await runReadMinutes({ type: 'read-minutes', path });
      if (read.outcome === 'read') return { type: 'read', read: JSON.stringify(read) };
      return { type: 'refused', sha256: read.sha256, reason: read.reason };
    }
    case 'keep': {
      const { sha256 } = await placeContent(path, folder, placeOptions);
      // What was placed instead is named by nothing, and swept away later.
      if (sha256 !== request.sha256) return { type: 'refused', sha256, reason: 'changed' };
      return { type: 'kept' };
    }
  }
}

function failureOf(error: unknown): ImportAnswer {
  if (error instanceof AppError && error.code !== 'file-unreadable') {
    return { type: 'failed', code: error.code };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isFileGone = error instanceof AppError || /^E[A-Z]+$/.test(code);
  if (!isFileGone) {
    const { name, frames } = failureTrace(error);
    process.stderr.write(`${name}\n${frames}\n`);
  }
  return { type: 'refused', sha256: null, reason: isFileGone ? 'unreadable' : 'crashed' };
}

/** Whether anything is in a folder; what a drive is mounted on stays behind without it, empty. */
async function hasAnything(folder: string): Promise<boolean> {
  try {
    const listing = await opendir(folder);
    try {
      return (await listing.read()) !== null;
    } finally {
      await listing.close();
    }
  } catch {
    return false;
  }
}

/** Answers one request; never throws. */
export async function answerImport(request: ImportRequest, folder: string): Promise<ImportAnswer> {
  const answer = await answerTo(request, folder).catch(failureOf);
  if (answer.type !== 'refused' || answer.reason !== 'unreadable') return answer;
  // A drive that is not connected says of each of its files that it cannot be read.
  return (await hasAnything(request.root))
    ? answer
    : { type: 'failed', code: 'import-folder-away' };
}
