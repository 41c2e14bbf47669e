import { z } from 'zod';

import type { TrustedCertificate } from '../signing/certificates.ts';
import { call, returns } from './define.ts';

export const LONGEST_TRUST_NOTE = 500;

const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/);

/** The certificates of signers and issuers that the office trusts. */
export const trustCalls = {
  'trust.list': call('storage', () => z.object({}), returns<readonly TrustedCertificate[]>()),
  /** Asks for a certificate file (.cer, .crt, .pem) and adds it; null where cancelled. */
  'trust.chooseFile': call('main', () => z.object({}), returns<TrustedCertificate | null>()),
  /** Adds a certificate of the file checked last. */
  'trust.addFromReport': call(
    'main',
    () => z.object({ sha256: sha256(), note: z.string().trim().max(LONGEST_TRUST_NOTE) }),
    returns<TrustedCertificate>(),
  ),
  'trust.remove': call('storage', () => z.object({ sha256: sha256() }), returns<void>()),
};
