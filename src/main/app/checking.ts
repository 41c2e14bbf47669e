import { createHash } from 'node:crypto';

import type { BrowserWindow } from 'electron';

import type { Handlers } from '../../shared/contract/index.ts';
import type { FileReport } from '../../shared/signing/verification.ts';
import type { WordFile } from '../jobs/word-file.ts';
import type { CheckedFile } from '../jobs/check-file.ts';
import { askForOneFile, pathName } from './chosen-files.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import { SIGNING_TEXTS } from './signing-texts.ts';
import type { StorageCall } from './storage-call.ts';

interface CheckingOptions {
  readonly window: () => BrowserWindow;
  readonly language: () => 'id' | 'en';
  readonly call: StorageCall;
  readonly clock: () => number;
  readonly log: Log;
}

type CheckingHandlers = Pick<Handlers<'main'>, 'checking.chooseFile' | 'checking.file'>;

export interface Checking {
  readonly handlers: CheckingHandlers;
  /**
   * Checks a file that is to be signed: "Periksa berkas" goes on with its own. Throws
   * `check-not-docx`, `check-too-large`, `file-unreadable`.
   */
  readonly check: (path: string) => Promise<FileReport>;
  /** What "Periksa berkas" found out last; null: nothing yet. */
  readonly lastReport: () => FileReport | null;
  /** A certificate of the file checked last, in the DER form; null: it holds none such. */
  readonly lastCertificate: (sha256: string) => Uint8Array | null;
  /** A certificate is trusted from now on: what was found out last says so without another check. */
  readonly noteTrusted: (sha256: string) => void;
}

interface Checked {
  readonly report: FileReport;
  readonly certificates: readonly Uint8Array[];
}

/** Checks Word files in processes of their own, against what the archive knows. */
export function createChecking(options: CheckingOptions): Checking {
  const { call, clock, log } = options;
  let last: Checked | null = null;

  const check = async (file: WordFile, fileName: string): Promise<Checked> => {
    const trusted = await call('trust.certificates', {});
    const checked = (await runJob(
      {
        type: 'check-file',
        file,
        trusted: trusted.map((base64) => Buffer.from(base64, 'base64')),
        nowMs: clock(),
      },
      log,
      // The job answers to its own type.
    )) as CheckedFile;
    const known = await call('issued.find', checked.digests);
    return { report: { ...checked.report, fileName, known }, certificates: checked.certificates };
  };
  const checkPath = (path: string) => check({ type: 'path', path }, pathName(path));
  const shown = async (checking: Promise<Checked>): Promise<FileReport> => {
    last = await checking;
    return last.report;
  };

  return {
    check: async (path) => (await checkPath(path)).report,
    lastReport: () => last?.report ?? null,
    lastCertificate: (sha256) =>
      last?.certificates.find(
        (certificate) => createHash('sha256').update(certificate).digest('hex') === sha256,
      ) ?? null,
    noteTrusted: (sha256) => {
      if (last === null) return;
      const signatures = last.report.signatures.map((signature) =>
        signature.certificate?.sha256 === sha256
          ? { ...signature, trust: 'trusted' as const }
          : signature,
      );
      last = { ...last, report: { ...last.report, signatures } };
    },
    handlers: {
      'checking.chooseFile': async () => {
        const texts = SIGNING_TEXTS[options.language()];
        const path = await askForOneFile(options.window(), {
          title: texts.chooseChecked,
          filter: { name: texts.wordFile, extensions: ['docx'] },
        });
        return path === null ? null : shown(checkPath(path));
      },
      'checking.file': ({ fileName, bytes }) => shown(check({ type: 'bytes', bytes }, fileName)),
    },
  };
}
