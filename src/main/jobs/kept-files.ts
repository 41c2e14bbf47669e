import { basename } from 'node:path';

import type { PlacedFile } from '../../shared/contract/files.ts';
import { likelyRole, mediaTypeOf } from '../../shared/files/file-kinds.ts';
import type { FileRole } from '../../shared/files/file-kinds.ts';
import { renamePatiently } from '../export/write-file.ts';
import type { KeptContent } from '../files/content.ts';
import { copyContent, placeContent } from '../files/content.ts';

/** Brings the bytes of chosen files into the folder beside the archive. */
export interface PlaceFilesJob {
  readonly type: 'place-files';
  readonly paths: readonly string[];
  readonly folder: string;
  /** Null: each gets the likely one. */
  readonly role: FileRole | null;
}

/** Makes a copy of a kept file for another program. */
export interface CopyKeptFileJob {
  readonly type: 'copy-kept-file';
  readonly folder: string;
  readonly content: KeptContent;
  readonly targetPath: string;
}

export type KeptFilesJob = PlaceFilesJob | CopyKeptFileJob;
export type KeptFilesResult = readonly PlacedFile[] | null;

export const placeOptions = {
  rename: (from: string, to: string): Promise<void> => renamePatiently(from, to, {}),
};

export async function runKeptFilesJob(job: KeptFilesJob): Promise<KeptFilesResult> {
  if (job.type === 'copy-kept-file') {
    await copyContent(job.folder, job.content, job.targetPath);
    return null;
  }
  const placed: PlacedFile[] = [];
  for (const path of job.paths) {
    const name = basename(path);
    const content = await placeContent(path, job.folder, placeOptions);
    placed.push({
      ...content,
      name,
      mediaType: mediaTypeOf(name),
      role: job.role ?? likelyRole(name),
    });
  }
  return placed;
}
