import { AppError } from '../../shared/contract/errors.ts';
import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { identityIdSchema } from '../../shared/ids.ts';
import type { CertificateFacts, Identity } from '../../shared/signing/certificates.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { IdentityRow } from './store.ts';
import { createIdentityStore } from './store.ts';

type IdentityCall = Extract<CallsOf<'storage'>, `identities.${string}`>;
type IdentityHandlers = Pick<Handlers<'storage'>, IdentityCall>;

interface IdentitiesOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** What a certificate says. Throws `certificate-broken`. */
  readonly factsOf: (der: Uint8Array) => Promise<CertificateFacts>;
}

/** Keys that were made here, each locked with a passphrase that nobody keeps. */
export function createIdentitiesService(options: IdentitiesOptions): IdentityHandlers {
  const { db, clock, newId, factsOf } = options;
  const store = createIdentityStore(db);

  const identityOf = async ({
    id,
    name,
    certificate,
    createdAtMs,
  }: IdentityRow): Promise<Identity> => ({
    id: identityIdSchema.parse(id),
    name,
    certificate: await factsOf(certificate),
    createdAtMs,
  });

  return {
    'identities.list': () => Promise.all(store.list().map(identityOf)),
    'identities.keep': async ({ name, certificate, pkcs12 }) => {
      const row = { id: newId(), name, certificate, createdAtMs: clock() };
      const identity = await identityOf(row);
      store.insert({ ...row, pkcs12 });
      return identity;
    },
    'identities.keyFile': ({ id }) => {
      const found = store.keyFile(id);
      if (found === undefined) throw new AppError('not-found', { id });
      return { name: found.name, base64: Buffer.from(found.pkcs12).toString('base64') };
    },
    'identities.remove': ({ id }) => {
      if (!store.remove(id)) throw new AppError('not-found', { id });
    },
  };
}
