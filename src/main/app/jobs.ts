import { fileURLToPath } from 'node:url';

import { utilityProcess } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import type { Envelope } from '../../shared/contract/errors.ts';
import type { Job } from '../job.ts';
import type { Log } from './log.ts';

/** Longer than the slowest job on a slow disk; a job that hangs must end all the same. */
const JOB_LIMIT_MS = 5 * 60_000;

/**
 * Runs one job in a short-lived process of its own and answers with its result; what it writes about
 * failures goes to the log. Throws the job's
 * AppError, or `job-timeout` when it took too long, or `internal` when its process died.
 */
export async function runJob(job: Job, log: Log): Promise<unknown> {
  const child = utilityProcess.fork(fileURLToPath(new URL('./job.js', import.meta.url)), [], {
    serviceName: `notula-${job.type}`,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  child.stderr?.on('data', (trace: Buffer) => log(`${job.type}: ${trace.toString().trim()}`));
  const envelope = await new Promise<Envelope<unknown>>((resolve) => {
    const timer = setTimeout(
      () => resolve({ ok: false, code: 'job-timeout', details: {} }),
      JOB_LIMIT_MS,
    );
    child.once('message', (message: Envelope<unknown>) => {
      clearTimeout(timer);
      resolve(message);
    });
    child.once('exit', () => {
      clearTimeout(timer);
      resolve({ ok: false, code: 'internal', details: {} });
    });
    child.postMessage(job);
  });
  child.kill();
  if (!envelope.ok) throw new AppError(envelope.code, envelope.details);
  return envelope.value;
}
