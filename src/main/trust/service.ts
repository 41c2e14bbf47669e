import { AppError } from '../../shared/contract/errors.ts';
import type { CallResult, CallsOf, ParsedInput } from '../../shared/contract/index.ts';
import type { CertificateFacts, TrustedCertificate } from '../../shared/signing/certificates.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { TrustedRow } from './store.ts';
import { createTrustStore } from './store.ts';

type TrustCall = Extract<CallsOf<'storage'>, `trust.${string}`>;
type TrustHandlers = {
  readonly [Name in TrustCall]: (input: ParsedInput<Name>) => CallResult<Name>;
};

interface TrustOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  /** What a certificate says. Throws `certificate-broken`. */
  readonly factsOf: (der: Uint8Array) => CertificateFacts;
}

/** The certificates of signers and issuers that the office trusts: only what a person has added. */
export function createTrustService({ db, clock, factsOf }: TrustOptions): TrustHandlers {
  const store = createTrustStore(db);

  const trustedOf = ({ certificate, note, addedAtMs }: TrustedRow): TrustedCertificate => ({
    certificate: factsOf(certificate),
    note,
    addedAtMs,
  });

  return {
    'trust.list': () => store.list().map(trustedOf),
    'trust.certificates': () =>
      store.list().map(({ certificate }) => Buffer.from(certificate).toString('base64')),
    'trust.keep': ({ certificate, note }) => {
      const { sha256 } = factsOf(certificate);
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
