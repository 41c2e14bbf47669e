import { appendFileSync, renameSync, statSync } from 'node:fs';

const MAX_SIZE_BYTES = 1_000_000;

export type Log = (text: string) => void;

/**
 * Appends technical failures to a file beside the archive, one earlier file kept. Never what was
 * typed: only error texts and stacks.
 */
export function openLog(file: string): Log {
  return (text) => {
    try {
      rotate(file);
      appendFileSync(file, `${new Date().toISOString()} ${text}\n`);
    } catch {
      // A log that cannot be written must not stop the work it reports on.
    }
    process.stderr.write(`${text}\n`);
  };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_SIZE_BYTES) renameSync(file, `${file}.1`);
}
