import type { ArchiveReport } from '../../shared/minutes/final.ts';
import type { NativeBinding } from '../db/database.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';

interface ArchiveCheckOptions {
  readonly archiveFile: string;
  readonly filesFolder: string;
  readonly nativeBinding: NativeBinding;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly log: Log;
}

/** "Periksa arsip": reads the whole archive, so in a process of its own. */
export function createArchiveCheck({
  archiveFile,
  filesFolder,
  nativeBinding,
  clock,
  log,
}: ArchiveCheckOptions) {
  return {
    'archive.check': async (): Promise<ArchiveReport> => {
      const job = {
        type: 'check-archive',
        archiveFile,
        filesFolder,
        nativeBinding,
        nowMs: clock(),
      } as const;
      // What that job answers with.
      return (await runJob(job, log)) as ArchiveReport;
    },
  };
}
