import type { BackupJob, BackupJobResults } from '../backup/jobs.ts';
import type { NativeBinding } from '../db/database.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import type { dataPaths } from './paths.ts';

/** A backup job without the places, which are the same for all. */
export type BackupTask = BackupJob extends infer Job
  ? Job extends BackupJob
    ? Omit<Job, 'archiveFile' | 'backupFolder' | 'nativeBinding'>
    : never
  : never;

export type RunBackupTask = <Task extends BackupTask>(
  task: Task,
) => Promise<BackupJobResults[Task['type']]>;

/** Runs backup jobs on this computer's files, each in a process of its own. */
export function createBackupTasks(
  paths: ReturnType<typeof dataPaths>,
  nativeBinding: NativeBinding,
  log: Log,
): RunBackupTask {
  return async <Task extends BackupTask>(task: Task) => {
    const places = { archiveFile: paths.archive, backupFolder: paths.backups, nativeBinding };
    // `BackupJobResults` says what each type of job answers with.
    return (await runJob({ ...task, ...places }, log)) as BackupJobResults[Task['type']];
  };
}
