// Entry of the job process (Electron utilityProcess): does one job, answers once, and is then
// ended by the main process, so that whatever a job leaves in memory goes with it.
import { answerIn } from '../shared/contract/envelope.ts';
import { AppError } from '../shared/contract/errors.ts';
import type { AppErrorCode, Envelope } from '../shared/contract/errors.ts';
import type { ExportProgress } from '../shared/contract/exports.ts';
import type { IssuedDocuments } from '../shared/contract/issued.ts';
import type { SessionExchange } from '../shared/exchange/session-exchange.ts';
import { failureTrace } from '../shared/failure-trace.ts';
import type { ArchiveReport } from '../shared/minutes/final.ts';
import type { CheckArchiveJob } from './archive-check.ts';
import type { BackupJob, BackupJobResults } from './backup/jobs.ts';
import { runBackupJob } from './backup/jobs.ts';
import type { Carried } from './export/carried-input.ts';
import { openInput } from './export/carried-input.ts';
import type { PagesJob, PagesToSet } from './export/html/pages-job.ts';
import { runPages } from './export/html/pages-job.ts';
import { readSessionFile, sessionFileText } from './exchange/file.ts';
import type { ExchangeJob, ExchangeJobResult, WriteSessionJob } from './exchange/jobs.ts';
import type { ExportJob, ExportResult } from './export/job-protocol.ts';
import { runExport } from './export/run-export.ts';
import type { SheetJob } from './export/sheet/sheet-job.ts';
import { runSheet } from './export/sheet/sheet-job.ts';
import { refuseToReplace } from './export/write-file.ts';
import type { CheckTemplateJob, CheckedTemplate } from './export/template/check-job.ts';
import { runCheckTemplate } from './export/template/check-job.ts';
import type { CopiedText, CopyJob } from './export/text/copy-job.ts';
import { runCopy } from './export/text/copy-job.ts';
import { writeTogether } from './export/write-together.ts';
import type { KeyJob, KeyJobResults } from './jobs/key-jobs.ts';
import type { CheckedFile, CheckFileJob } from './jobs/check-file.ts';
import type { SignDocumentJob, SignedFile, SignFileJob } from './jobs/sign-jobs.ts';

export type Job =
  | Carried<ExportJob>
  | Carried<PagesJob>
  | Carried<CopyJob>
  | SheetJob
  | CheckTemplateJob
  | ExchangeJob
  | SigningJob
  | BackupJob
  | CheckArchiveJob;
type JobResult =
  | ExportResult
  | PagesToSet
  | CheckedTemplate
  | ArchiveReport
  | BackupJobResults[BackupJob['type']]
  | CopiedText
  | KeyJobResults[KeyJob['type']]
  | CheckedFile
  | SignedFile
  | ExchangeJobResult;

/** What the job process tells; the answer is the last of it. */
export type JobMessage =
  | { readonly type: 'answer'; readonly envelope: Envelope<unknown> }
  | { readonly type: 'progress'; readonly progress: ExportProgress }
  /** Everything is made and nothing has taken its place: goes on with the next message to it. */
  | { readonly type: 'ready'; readonly issued: IssuedDocuments | null };

const { parentPort } = process;

const tell = (message: JobMessage): void => parentPort.postMessage(message);

function permission(issued: IssuedDocuments | null): Promise<void> {
  return new Promise((resolve) => {
    parentPort.once('message', () => resolve());
    tell({ type: 'ready', issued });
  });
}

async function writeSession({
  exchange,
  targetPath,
  mayReplace,
  mark,
}: WriteSessionJob): Promise<null> {
  const refuse = (): Promise<void> => refuseToReplace([{ targetPath, mayReplace }]);
  await refuse();
  // Sealed by `exchange.collect`, which answers with nothing else.
  const session = answerIn(exchange) as SessionExchange;
  const make = (): Promise<Uint8Array> => Promise.resolve(Buffer.from(sessionFileText(session)));
  await writeTogether([{ targetPath, make }], { mark, beforePlacing: refuse });
  return null;
}

type SigningJob = KeyJob | CheckFileJob | Carried<SignDocumentJob> | SignFileJob;
const SIGNING_JOBS: readonly Job['type'][] = [
  'create-identity',
  'open-key',
  'read-certificate',
  'check-file',
  'sign-document',
  'sign-file',
] satisfies readonly SigningJob['type'][];
const isSigningJob = (job: Job): job is SigningJob => SIGNING_JOBS.includes(job.type);

/** What reads keys, certificates and packages is loaded for these jobs alone. */
async function runSigningJob(job: SigningJob): Promise<JobResult> {
  switch (job.type) {
    case 'create-identity':
    case 'open-key':
    case 'read-certificate':
      return (await import('./jobs/key-jobs.ts')).runKeyJob(job);
    case 'check-file':
      return (await import('./jobs/check-file.ts')).runCheckFile(job);
    case 'sign-document': {
      const { runSignDocument } = await import('./jobs/sign-jobs.ts');
      return runSignDocument({ ...job, input: openInput(job.input) }, { mayPlace: permission });
    }
    case 'sign-file':
      return (await import('./jobs/sign-jobs.ts')).runSignFile(job, { mayPlace: permission });
  }
}

async function runJob(job: Job): Promise<JobResult> {
  // It alone needs most of the storage: the others start without loading that.
  if (job.type === 'check-archive') return (await import('./archive-check.ts')).checkArchive(job);
  if (isSigningJob(job)) return runSigningJob(job);
  if (job.type === 'check-template') return runCheckTemplate(job);
  if (job.type === 'check-sheet') return runSheet(job);
  if (job.type === 'copy') return runCopy({ ...job, input: openInput(job.input) });
  if (job.type === 'read-session') return readSessionFile(job.path);
  if (job.type === 'write-session') return writeSession(job);
  if (job.type === 'pages') return runPages({ ...job, input: openInput(job.input) });
  if (job.type !== 'export') return runBackupJob(job);
  const steps = {
    onProgress: (progress: ExportProgress) => tell({ type: 'progress', progress }),
    mayPlace: permission,
    digestsOf: async (bytes: Uint8Array) =>
      (await import('./signing/package-digests.ts')).packageDigests(bytes),
  };
  return runExport({ ...job, input: openInput(job.input) }, steps);
}

/** What a failure is called that no rule foresaw. */
function fallbackCode(job: Job): AppErrorCode {
  if (job.type === 'check-archive') return 'archive-damaged';
  if (job.type === 'open-key' || job.type === 'create-identity') return 'internal';
  if (job.type === 'read-certificate') return 'certificate-broken';
  if (job.type === 'check-file') return 'check-not-docx';
  if (job.type === 'sign-document' || job.type === 'sign-file') return 'signing-failed';
  if (job.type === 'check-template') return 'template-broken';
  if (job.type === 'copy') return 'copy-failed';
  if (job.type === 'read-session') return 'internal';
  if (job.type === 'write-session') return 'export-failed';
  if (job.type === 'pages' || job.type === 'check-sheet') return 'preview-failed';
  return job.type === 'export' ? 'export-failed' : 'backup-failed';
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

parentPort.once('message', ({ data }: { readonly data: Job }) => {
  void answer(data).then((envelope) => tell({ type: 'answer', envelope }));
});
