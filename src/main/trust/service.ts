import { AppError } from '../../shared/contract/errors.ts';
import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import type { CertificateFacts, TrustedCertificate } from '../../shared/signing/certificates.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { TrustedRow } from './store.ts';
import { createTrustStore } from './store.ts';

type TrustCall = Extract<CallsOf<'storage'>, `trust.${string}`>;
type TrustHandlers = Pick<Handlers<'storage'>, TrustCall>;

interface TrustOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  /** What a certificate says. Throws `certificate-broken`. */
  readonly factsOf: (der: Uint8Array) => Promise<CertificateFacts>;
}

/** The certificates of signers and issuers that the office trusts: only what a person has added. */
export function createTrustService({ db, clock, factsOf }: TrustOptions): TrustHandlers {
  const store = createTrustStore(db);

  const trustedOf = async ({
    certificate,
    note,
    addedAtMs,
  }: TrustedRow): Promise<TrustedCertificate> => ({
    certificate: await factsOf(certificate),
    note,
    addedAtMs,
  });

  return {
    'trust.list': () => Promise.all(store.list().map(trustedOf)),
    'trust.certificates': () =>
      store.list().map(({ certificate }) => Buffer.from(certificate).toString('base64')),
    'trust.keep': async ({ certificate, note }) => {
      const { sha256 } = await factsOf(certificate);
      store.put({ sha256, certificate, note, addedAtMs: clock() });
      const kept = store.get(sha256);
      if (kept === undefined) throw new AppError('not-found', { sha256 });
      return trustedOf(kept);
    },
    'trust.remove': ({ sha256 }) => {
      if (!store.remove(sha256)) throw new AppError('not-found', { sha256 });
    },
  };
}
