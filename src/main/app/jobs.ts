import { fileURLToPath } from 'node:url';

import { utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import type { AppErrorCode, Envelope } from '../../shared/contract/errors.ts';
import type { ExportProgress } from '../../shared/contract/exports.ts';
import type { FilesProgress } from '../../shared/contract/files.ts';
import type { IssuedDocuments } from '../../shared/contract/issued.ts';
import type { SignedFile } from '../jobs/sign-jobs.ts';
import type { Job, JobMessage } from '../job.ts';
import type { Log } from './log.ts';

/** Longer than the slowest job on a slow disk is silent; a job that hangs must end all the same. */
const JOB_LIMIT_MS = 5 * 60_000;
/** How long a process waits for a job: choosing a place takes people that long. */
const PREPARED_LIMIT_MS = 60_000;

export interface JobWatch {
  readonly onProgress?: (progress: ExportProgress) => void;
  readonly onCopied?: (progress: FilesProgress) => void;
  /** Keeps what documents of a final session are known by, before they take their places. */
  readonly onIssued?: (issued: IssuedDocuments) => Promise<void>;
  /** Writes down who signed a file, before it takes its place. */
  readonly onSigned?: (signed: SignedFile) => Promise<void>;
  /** Ends the job with `export-cancelled`, until its files begin to take their places. */
  readonly signal?: AbortSignal;
}

const failed = (code: AppErrorCode): Envelope<unknown> => ({ ok: false, code, details: {} });

const failure = (error: unknown): Envelope<unknown> =>
  error instanceof AppError
    ? { ok: false, code: error.code, details: error.details }
    : failed('internal');

/** A process for one job; until it is given one, it reads the job's program. */
interface JobProcess {
  readonly child: UtilityProcess;
  readonly gone: Promise<void>;
}

function startProcess(type: Job['type'], log: Log): JobProcess {
  const path = fileURLToPath(new URL('./job.js', import.meta.url));
  const child = utilityProcess.fork(path, [type], {
    serviceName: `notula-${type}`,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  child.stderr?.on('data', (trace: Buffer) => log(`${type}: ${trace.toString().trim()}`));
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  return { child, gone };
}

const prepared = new Map<Job['type'], JobProcess & { readonly dismiss: () => void }>();

/**
 * Starts the process of a job that is likely to come: while its facts are read or its place is asked
 * for, it loads its program. It ends where no such job comes in time.
 */
export function prepareJob(
  type: 'export' | 'pages' | 'sign-document' | 'sign-file',
  log: Log,
): void {
  if (prepared.has(type)) return;
  const started = startProcess(type, log);
  const timer = setTimeout(() => {
    dismiss();
    started.child.kill();
  }, PREPARED_LIMIT_MS);
  const dismiss = (): void => {
    clearTimeout(timer);
    prepared.delete(type);
  };
  prepared.set(type, { ...started, dismiss });
  void started.gone.then(() => {
    if (prepared.get(type)?.child === started.child) dismiss();
  });
}

function processFor(type: Job['type'], log: Log): JobProcess {
  const ready = prepared.get(type);
  ready?.dismiss();
  return ready ?? startProcess(type, log);
}

/**
 * Runs one job in a short-lived process of its own and answers with its result; what it writes about
 * failures goes to the log. Throws the job's AppError, or `job-timeout` when it took too long,
 * `export-cancelled` when it was called off, or `internal` when its process died. The process is
 * gone when this answers.
 */
export async function runJob(
  job: Job,
  log: Log,
  { onProgress, onCopied, onIssued, onSigned, signal }: JobWatch = {},
): Promise<unknown> {
  if (signal?.aborted === true) throw new AppError('export-cancelled');
  const { child, gone } = processFor(job.type, log);
  let cancel = (): void => undefined;
  const keepWhatLeaves = async ({
    issued,
    signed,
  }: Extract<JobMessage, { type: 'ready' }>): Promise<void> => {
    if (issued !== null) await onIssued?.(issued);
    if (signed !== null) await onSigned?.(signed);
  };
  const envelope = await new Promise<Envelope<unknown>>((resolve) => {
    const timer = setTimeout(() => resolve(failed('job-timeout')), JOB_LIMIT_MS);
    const end = (outcome: Envelope<unknown>): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    cancel = () => end(failed('export-cancelled'));
    signal?.addEventListener('abort', cancel, { once: true });
    child.on('message', (message: JobMessage) => {
      switch (message.type) {
        case 'progress':
          onProgress?.(message.progress);
          break;
        case 'copied':
          // A recording of hours from a slow disk takes longer than any job may be silent.
          timer.refresh();
          onCopied?.(message.progress);
          break;
        case 'ready':
          // From here on it is too late: half of the documents would be there.
          signal?.removeEventListener('abort', cancel);
          if (signal?.aborted !== true) {
            void keepWhatLeaves(message).then(
              () => child.postMessage('go'),
              (error: unknown) => end(failure(error)),
            );
          }
          break;
        case 'answer':
          end(message.envelope);
          break;
      }
    });
    void gone.then(() => end(failed('internal')));
    child.postMessage(job);
  });
  signal?.removeEventListener('abort', cancel);
  child.kill();
  await gone;
  if (!envelope.ok) throw new AppError(envelope.code, envelope.details);
  return envelope.value;
}
