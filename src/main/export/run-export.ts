import { access } from 'node:fs/promises';
import { basename } from 'node:path';

import { AppError } from '../../shared/contract/errors.ts';
import type { ExportNotulaJob, ExportNotulaResult } from './job-protocol.ts';
import { notulaDocx } from './notula-docx.ts';
import { notulaModel } from './notula-model.ts';
import type { WriteOptions } from './write-file.ts';
import { writeFileSafely } from './write-file.ts';

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Makes the document and puts it in its place. Throws AppError: those of writeFileSafely, and
 * `export-target-exists` where a file is there that may not be replaced.
 */
export async function runExportNotula(
  job: ExportNotulaJob,
  options: WriteOptions = {},
): Promise<ExportNotulaResult> {
  const fileName = basename(job.targetPath);
  if (!job.mayReplace && (await exists(job.targetPath))) {
    throw new AppError('export-target-exists', { fileName });
  }
  const bytes = await notulaDocx(notulaModel(job.record, job.nowMs));
  await writeFileSafely(job.targetPath, bytes, options);
  return { path: job.targetPath, fileName, sizeBytes: bytes.byteLength };
}
