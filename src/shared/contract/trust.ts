import { z } from 'zod';

import type { TrustedCertificate } from '../signing/certificates.ts';
import { call, internalCall, returns } from './define.ts';

export const LONGEST_TRUST_NOTE = 500;

const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/);

/** The certificates of signers and issuers that the office trusts. */
export const trustCalls = {
  'trust.list': call('storage', () => z.object({}), returns<readonly TrustedCertificate[]>()),
  /**
   * Asks for a certificate file (.cer, .crt, .pem) and adds it; null where cancelled. Throws
   * `certificate-broken`, and `certificate-several` { count } where it is not one alone.
   */
  'trust.chooseFile': call('main', () => z.object({}), returns<TrustedCertificate | null>()),
  /** Adds a certificate of the file checked last. */
  'trust.addFromReport': call(
    'main',
    () => z.object({ sha256: sha256(), note: z.string().trim().max(LONGEST_TRUST_NOTE) }),
    returns<TrustedCertificate>(),
  ),
  /** Keeps a certificate in its DER form; of one that is there already only the note. */
  'trust.keep': internalCall(
    'storage',
    () =>
      z.object({
        certificate: z.instanceof(Uint8Array),
        note: z.string().trim().max(LONGEST_TRUST_NOTE),
      }),
    returns<TrustedCertificate>(),
  ),
  /** All of them, in the DER form as base64. */
  'trust.certificates': internalCall('storage', () => z.object({}), returns<readonly string[]>()),
  'trust.remove': call('storage', () => z.object({ sha256: sha256() }), returns<void>()),
};
