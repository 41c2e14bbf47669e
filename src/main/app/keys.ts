import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';

import type { BrowserWindow } from 'electron';

import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import { documentFileName } from '../../shared/official/file-name-pattern.ts';
import type { CertificateFacts } from '../../shared/signing/certificates.ts';
import type { NewIdentity } from '../certificates/identity.ts';
import { refuseToReplace } from '../export/write-file.ts';
import { writeTogether } from '../export/write-together.ts';
import type { KeptKey, Passphrase } from '../jobs/key-jobs.ts';
import { askForOneFile, createChosenFiles } from './chosen-files.ts';
import type { ExportPlaces } from './export-places.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import { SIGNING_TEXTS } from './signing-texts.ts';
import type { StorageCall } from './storage-call.ts';

interface KeysOptions {
  readonly window: () => BrowserWindow;
  readonly language: () => 'id' | 'en';
  readonly places: ExportPlaces;
  readonly call: StorageCall;
  readonly clock: () => number;
  readonly log: Log;
}

type KeyHandlers = Pick<
  Handlers<'main'>,
  'identities.create' | 'identities.export' | 'signing.chooseKey' | 'signing.openKey'
>;

type KeySource = ParsedInput<'signing.openKey'>['key'];

export interface Keys {
  readonly handlers: KeyHandlers;
  /** Where the job finds the key. */
  readonly kept: (source: KeySource) => Promise<KeptKey>;
}

const KEY_EXTENSION = '.p12';

/** Hands the passphrase on as bytes that are cleared when the work is done, however it ends. */
export async function withPassphrase<T>(
  passphrase: string,
  work: (bytes: Passphrase) => Promise<T>,
): Promise<T> {
  const bytes = new TextEncoder().encode(passphrase);
  try {
    return await work(bytes);
  } finally {
    bytes.fill(0);
  }
}

/** Makes signing identities and opens keys, each in a process of its own that ends with the work. */
export function createKeys(options: KeysOptions): Keys {
  const { places, call, clock, log } = options;
  const chosen = createChosenFiles();
  const texts = () => SIGNING_TEXTS[options.language()];

  const kept = async (source: KeySource): Promise<KeptKey> => {
    if (source.type === 'file') return { type: 'path', path: chosen.path(source.file) };
    const { base64 } = await call('identities.keyFile', { id: source.id });
    return { type: 'bytes', bytes: Buffer.from(base64, 'base64') };
  };

  return {
    kept,
    handlers: {
      'identities.create': ({ passphrase, ...holder }) =>
        withPassphrase(passphrase, async (bytes) => {
          const job = {
            type: 'create-identity',
            holder,
            passphrase: bytes,
            nowMs: clock(),
          } as const;
          // The job answers to its own type.
          const made = (await runJob(job, log)) as NewIdentity;
          return call('identities.keep', {
            name: holder.name,
            certificate: new Uint8Array(made.certificate),
            pkcs12: new Uint8Array(made.pkcs12),
          });
        }),
      'identities.export': async ({ id }) => {
        const { name, base64 } = await call('identities.keyFile', { id });
        const facts = { jenis: '', tanggal: '', judul: '', nomor: '', lembaga: name };
        const fileName = documentFileName(
          '{dokumen} {lembaga}',
          { ...facts, dokumen: texts().identityFile },
          KEY_EXTENSION,
        );
        const file = await places.askForFile(fileName, 'keyFile');
        if (file === null) return null;
        const { path: targetPath, mayReplace } = file;
        await refuseToReplace([{ targetPath, mayReplace }]);
        const make = () => Promise.resolve(Buffer.from(base64, 'base64'));
        await writeTogether([{ targetPath, make }], { mark: randomUUID().slice(0, 8) });
        places.rememberFolderOf(targetPath);
        return { fileName: basename(targetPath) };
      },
      'signing.chooseKey': async () => {
        const path = await askForOneFile(options.window(), {
          title: texts().chooseKey,
          filter: { name: texts().keyFile, extensions: ['p12', 'pfx'] },
        });
        return path === null ? null : chosen.keep(path);
      },
      'signing.openKey': async ({ key, passphrase }) => {
        const place = await kept(key);
        return withPassphrase(passphrase, async (bytes) => {
          const job = { type: 'open-key', key: place, passphrase: bytes, nowMs: clock() } as const;
          return (await runJob(job, log)) as CertificateFacts;
        });
      },
    },
  };
}
