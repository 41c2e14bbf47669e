import type { BrowserWindow } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import { askForOneFile } from './chosen-files.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import { SIGNING_TEXTS } from './signing-texts.ts';
import type { StorageCall } from './storage-call.ts';

interface TrustOptions {
  readonly window: () => BrowserWindow;
  readonly language: () => 'id' | 'en';
  readonly call: StorageCall;
  /** A certificate of the file that was checked last, by its SHA-256; null: it held none such. */
  readonly checkedCertificate: (sha256: string) => Uint8Array | null;
  /** A certificate of that file came into the list. */
  readonly onTrusted: (sha256: string) => void;
  readonly log: Log;
}

type TrustHandlers = Pick<Handlers<'main'>, 'trust.chooseFile' | 'trust.addFromReport'>;

/** Takes certificates into the list of those that the office trusts: from files, and from a check. */
export function createTrust({
  window,
  language,
  call,
  checkedCertificate,
  onTrusted,
  log,
}: TrustOptions): TrustHandlers {
  return {
    'trust.chooseFile': async () => {
      const texts = SIGNING_TEXTS[language()];
      const path = await askForOneFile(window(), {
        title: texts.chooseCertificate,
        filter: { name: texts.certificateFile, extensions: ['cer', 'crt', 'pem', 'der'] },
      });
      if (path === null) return null;
      // The job answers to its own type.
      const der = (await runJob({ type: 'read-certificate', path }, log)) as Uint8Array;
      return call('trust.keep', { certificate: new Uint8Array(der), note: '' });
    },
    'trust.addFromReport': async ({ sha256, note }) => {
      const certificate = checkedCertificate(sha256);
      if (certificate === null) throw new AppError('not-found', { sha256 });
      const added = await call('trust.keep', { certificate: new Uint8Array(certificate), note });
      onTrusted(sha256);
      return added;
    },
  };
}
