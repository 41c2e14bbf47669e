// Entry of the job process (Electron utilityProcess): does one job, answers once, and is then
// ended by the main process, so that whatever a job leaves in memory goes with it.
import { constants, setPriority } from 'node:os';

import { AppError } from '../shared/contract/errors.ts';
import type { AppErrorCode, Envelope } from '../shared/contract/errors.ts';
import type { ExportProgress } from '../shared/contract/exports.ts';
import type { FilesProgress } from '../shared/contract/files.ts';
import type { IssuedDocuments } from '../shared/contract/issued.ts';
import { failureTrace } from '../shared/failure-trace.ts';
import type { ReadMinutes, ReadMinutesJob } from '../shared/imports/reading.ts';
import type { AttendanceSheet } from '../shared/minutes/attendance-file.ts';
import type { ArchiveReport } from '../shared/minutes/final.ts';
import type { CheckArchiveJob } from './archive-check.ts';
import type { BackupJob, BackupJobResults } from './backup/jobs.ts';
import type { Carried } from './export/carried-input.ts';
import { openInput } from './export/carried-input.ts';
import type { PagesJob, PagesToSet } from './export/html/pages-job.ts';
import type { ExchangeJob, ExchangeJobResult } from './exchange/jobs.ts';
import type { ExportJob, ExportResult } from './export/job-protocol.ts';
import type { ResultsJob } from './export/results/results-job.ts';
import type { ExportSteps } from './export/run-export.ts';
import type { TableJob } from './export/tables/table-job.ts';
import type { SheetJob } from './export/sheet/sheet-job.ts';
import type { CheckTemplateJob, CheckedTemplate } from './export/template/check-job.ts';
import type { CopiedText, CopyJob } from './export/text/copy-job.ts';
import type { SweepFilesJob, SweptFiles } from './files/sweep.ts';
import type { ListedMinutes, ListMinutesJob } from './jobs/list-minutes.ts';
import type { ImportRequest, ServeImportsJob } from './jobs/import-minutes.ts';
import type { KeptFilesJob, KeptFilesResult } from './jobs/kept-files.ts';
import type { FileTextJob } from './jobs/file-text.ts';
import type { KeyJob, KeyJobResults } from './jobs/key-jobs.ts';
import type { CheckedFile, CheckFileJob } from './jobs/check-file.ts';
import type { ReadSheetsJob } from './jobs/read-sheets.ts';
import type { SignDocumentJob, SignedFile, SignFileJob } from './jobs/sign-jobs.ts';

export type Job =
  | Carried<ExportJob>
  | Carried<PagesJob>
  | Carried<CopyJob>
  | SheetJob
  | ResultsJob
  | CheckTemplateJob
  | ExchangeJob
  | KeyJob
  | CheckFileJob
  | ReadSheetsJob
  | TableJob
  | Carried<SignDocumentJob>
  | SignFileJob
  | BackupJob
  | KeptFilesJob
  | FileTextJob
  | SweepFilesJob
  | ListMinutesJob
  | CheckArchiveJob
  | ReadMinutesJob;
type JobResult =
  | ExportResult
  | PagesToSet
  | CheckedTemplate
  | ArchiveReport
  | readonly AttendanceSheet[]
  | BackupJobResults[BackupJob['type']]
  | CopiedText
  | KeyJobResults[KeyJob['type']]
  | CheckedFile
  | SignedFile
  | KeptFilesResult
  | string
  | SweptFiles
  | ListedMinutes
  | ExchangeJobResult
  | ReadMinutes;

/** What the job process tells; the answer is the last of it. */
export type JobMessage =
  | { readonly type: 'answer'; readonly envelope: Envelope<unknown> }
  | { readonly type: 'progress'; readonly progress: ExportProgress }
  | { readonly type: 'copied'; readonly progress: FilesProgress }
  /** Everything is made and nothing has taken its place: goes on with the next message to it. */
  | {
      readonly type: 'ready';
      readonly issued: IssuedDocuments | null;
      readonly signed: SignedFile | null;
    };

const { parentPort } = process;

const tell = (message: JobMessage): void => parentPort.postMessage(message);

function permission(
  issued: IssuedDocuments | null,
  signed: SignedFile | null = null,
): Promise<void> {
  return new Promise((resolve) => {
    parentPort.once('message', () => resolve());
    tell({ type: 'ready', issued, signed });
  });
}

const exportSteps: ExportSteps = {
  onProgress: (progress) => tell({ type: 'progress', progress }),
  mayPlace: (issued) => permission(issued),
  digestsOf: async (bytes) => (await import('./signing/package-digests.ts')).packageDigests(bytes),
};

/** Each job's program is read for it alone: with all of them every job would start later. */
async function runJob(job: Job): Promise<JobResult> {
  switch (job.type) {
    case 'export': {
      const { runExport } = await import('./export/run-export.ts');
      return runExport({ ...job, input: openInput(job.input) }, exportSteps);
    }
    case 'pages':
      return (await import('./export/html/pages-job.ts')).runPages({
        ...job,
        input: openInput(job.input),
      });
    case 'copy':
      return (await import('./export/text/copy-job.ts')).runCopy({
        ...job,
        input: openInput(job.input),
      });
    case 'write-table':
      return (await import('./export/tables/table-job.ts')).runWriteTable(job);
    case 'read-sheets':
      return (await import('./jobs/read-sheets.ts')).runReadSheets(job);
    case 'check-sheet':
      return (await import('./export/sheet/sheet-job.ts')).runSheet(job);
    case 'write-results':
      return (await import('./export/results/results-job.ts')).runWriteResults(job);
    case 'check-template':
      return (await import('./export/template/check-job.ts')).runCheckTemplate(job);
    case 'read-session':
      return (await import('./exchange/file.ts')).readSessionFile(job.path);
    case 'write-session':
      return (await import('./jobs/session-files.ts')).runWriteSession(job);
    case 'check-archive':
      return (await import('./archive-check.ts')).checkArchive(job);
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
    case 'place-files':
    case 'copy-kept-file':
    case 'copy-kept-files':
      return (await import('./jobs/kept-files.ts')).runKeptFilesJob(job, (progress) =>
        tell({ type: 'copied', progress }),
      );
    case 'file-text':
      return (await import('./jobs/file-text.ts')).runFileText(job);
    case 'list-minutes':
      return (await import('./jobs/list-minutes.ts')).runListMinutes(job);
    case 'sweep-files':
      return (await import('./files/sweep.ts')).sweepFiles(job);
    case 'read-minutes':
      return (await import('./jobs/read-minutes.ts')).runReadMinutes(job);
    case 'backup':
    case 'list-backups':
    case 'sweep-backups':
    case 'compare-backup':
    case 'stage-backup':
    case 'discard-staged':
    case 'replace-archive':
    case 'replace-unusable-archive':
    case 'set-archive-aside':
      return (await import('./backup/jobs.ts')).runBackupJob(job);
  }
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
  if (job.type === 'place-files' || job.type === 'copy-kept-file') return 'internal';
  if (job.type === 'copy-kept-files') return 'export-failed';
  if (job.type === 'file-text') return 'file-unreadable';
  if (job.type === 'sweep-files' || job.type === 'list-minutes') return 'internal';
  if (job.type === 'read-sheets') return 'sheet-unreadable';
  if (job.type === 'read-session') return 'internal';
  if (job.type === 'read-minutes') return 'file-unreadable';
  if (job.type === 'write-table') return 'export-failed';
  if (job.type === 'write-session' || job.type === 'write-results') return 'export-failed';
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

/** Answers one request after the other, until the main process ends this one. */
function serveImports({ folder }: ServeImportsJob): void {
  try {
    // Whoever types comes before an import.
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // Not allowed on this computer: it is one process, and reads one file at a time.
  }
  const program = import('./jobs/import-minutes.ts');
  // At once: a request that comes while the program is read would find nobody.
  parentPort.on('message', ({ data }: { readonly data: ImportRequest }) => {
    void program
      .then(({ answerImport }) => answerImport(data, folder))
      .then((given) => parentPort.postMessage(given));
  });
}

parentPort.once('message', ({ data }: { readonly data: Job | ServeImportsJob }) => {
  if (data.type === 'serve-imports') {
    serveImports(data);
    return;
  }
  void answer(data).then((envelope) => tell({ type: 'answer', envelope }));
});

/** Programs that are read while what the job needs is still collected: see `prepareJob`. */
const READ_AHEAD: ReadonlyMap<string, () => Promise<unknown>> = new Map<
  Job['type'],
  () => Promise<unknown>
>([
  ['export', () => import('./export/run-export.ts')],
  ['pages', () => import('./export/html/pages-job.ts')],
  ['sign-document', () => import('./jobs/sign-jobs.ts')],
  ['sign-file', () => import('./jobs/sign-jobs.ts')],
]);
const readAhead = READ_AHEAD.get(process.argv.at(-1) ?? '');
// Where it fails, the job itself will, and says so.
readAhead?.().catch(() => undefined);
