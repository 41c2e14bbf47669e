// Entry of the job process (Electron utilityProcess): does one job, answers once, and is then
// ended by the main process, so that whatever a job leaves in memory goes with it.
import { AppError } from '../shared/contract/errors.ts';
import type { AppErrorCode, Envelope } from '../shared/contract/errors.ts';
import { failureTrace } from '../shared/failure-trace.ts';
import type { BackupJob, BackupJobResults } from './backup/jobs.ts';
import { runBackupJob } from './backup/jobs.ts';
import type { ExportNotulaJob, ExportNotulaResult } from './export/job-protocol.ts';
import { runExportNotula } from './export/run-export.ts';

export type Job = ExportNotulaJob | BackupJob;
type JobResult = ExportNotulaResult | BackupJobResults[BackupJob['type']];

async function runJob(job: Job): Promise<JobResult> {
  return job.type === 'export-notula' ? runExportNotula(job) : runBackupJob(job);
}

/** What a failure is called that no rule foresaw. */
function fallbackCode(job: Job): AppErrorCode {
  return job.type === 'export-notula' ? 'export-failed' : 'backup-failed';
}

async function answer(job: Job): Promise<Envelope<JobResult>> {
  try {
    return { ok: true, value: await runJob(job) };
  } catch (error) {
    if (!(error instanceof AppError) || error.cause !== undefined) {
      // The job's error stream is what the main process logs.
      const cause = error instanceof AppError ? error.cause : error;
      const { name, frames } = failureTrace(cause);
      process.stderr.write(`${name}\n${frames}\n`);
    }
    return error instanceof AppError
      ? { ok: false, code: error.code, details: error.details }
      : { ok: false, code: fallbackCode(job), details: {} };
  }
}

process.parentPort.once('message', ({ data }: { readonly data: Job }) => {
  void answer(data).then((envelope) => process.parentPort.postMessage(envelope));
});
