import { z } from 'zod';

import { identityIdSchema, sessionIdSchema } from '../ids.ts';
import { documentKindSchema } from '../official/document-kinds.ts';
import { MOST_SIGNATORIES } from '../official/mark-rules.ts';
import { documentOptionsSchema } from '../official/document-options.ts';
import type { CertificateFacts, Identity } from '../signing/certificates.ts';
import type { FileReport } from '../signing/verification.ts';
import { call, internalCall, returns } from './define.ts';
import type { SavedExport } from './exports.ts';

/** Of an identity that is made here; a file brings the one it has. */
export const SHORTEST_PASSPHRASE = 8;
export const LONGEST_PASSPHRASE = 1000;

const passphrase = () => z.string().max(LONGEST_PASSPHRASE);

/** A file that the user chose in a dialog of the system; the window knows it by its name alone. */
const chosenFile = () => z.string().min(1).max(64);

/** Where the key is: an identity made here, or a .p12 file that was chosen. */
const keySource = () =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('identity'), id: identityIdSchema }),
    z.object({ type: z.literal('file'), file: chosenFile() }),
  ]);

const signer = () =>
  z.object({
    key: keySource(),
    /** Asked each time and never kept. */
    passphrase: passphrase(),
    /** "Pimpinan Rapat"; may be empty. */
    role: z.string().trim().max(300),
    /** "Saya menyetujui isi notula ini"; may be empty. */
    statement: z.string().trim().max(1000),
    /** The signature line that it belongs to; null: none. */
    setupId: z.string().max(64).nullable(),
  });
export type SignerInput = z.input<ReturnType<typeof signer>>;

export interface ChosenFile {
  readonly file: string;
  readonly fileName: string;
}

/** Identities that are made here, and keys that come as files. */
export const identityCalls = {
  'identities.list': call('storage', () => z.object({}), returns<readonly Identity[]>()),
  /** Makes a key and a certificate that its holder signs: "tidak tersertifikasi". */
  'identities.create': call(
    'main',
    () =>
      z.object({
        name: z.string().trim().min(1).max(200),
        position: z.string().trim().max(200),
        organization: z.string().trim().max(200),
        passphrase: z.string().min(SHORTEST_PASSPHRASE).max(LONGEST_PASSPHRASE),
      }),
    returns<Identity>(),
  ),
  /** Asks for a place and writes it as a .p12 file; null where cancelled. */
  'identities.export': call(
    'main',
    () => z.object({ id: identityIdSchema }),
    returns<{ readonly fileName: string } | null>(),
  ),
  /** Keeps what was made. */
  'identities.keep': internalCall(
    'storage',
    () =>
      z.object({
        name: z.string().min(1),
        certificate: z.instanceof(Uint8Array),
        pkcs12: z.instanceof(Uint8Array),
      }),
    returns<Identity>(),
  ),
  'identities.keyFile': internalCall(
    'storage',
    () => z.object({ id: identityIdSchema }),
    returns<{ readonly name: string; readonly base64: string }>(),
  ),
  'identities.remove': call('storage', () => z.object({ id: identityIdSchema }), returns<void>()),
  /** Asks for a .p12 or .pfx file; null where cancelled. */
  'signing.chooseKey': call('main', () => z.object({}), returns<ChosenFile | null>()),
  /**
   * Opens a key and tells its certificate. Throws `key-wrong-passphrase`, `key-damaged`,
   * `key-missing`, `key-weak` { bits }, `key-unsupported`, `certificate-not-for-signing`,
   * `certificate-expired` { date },
   * `certificate-not-yet-valid` { date }.
   */
  'signing.openKey': call(
    'main',
    () => z.object({ key: keySource(), passphrase: passphrase() }),
    returns<CertificateFacts>(),
  ),
};

export const signingCalls = {
  /** Makes a document of a final session, signs it and asks for its place; null where cancelled. */
  'signing.signDocument': call(
    'main',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        kind: documentKindSchema,
        options: documentOptionsSchema,
        /** Which of the kind's signature blocks signs; null: none of them. */
        blockIndex: z
          .number()
          .int()
          .min(0)
          .max(MOST_SIGNATORIES - 1)
          .nullable(),
        signer: signer().omit({ setupId: true }),
      }),
    returns<SavedExport | null>(),
  ),
  /** Asks for a Word file that is to be signed, and checks it; null where cancelled. */
  'signing.chooseDocument': call(
    'main',
    () => z.object({}),
    returns<(ChosenFile & { readonly report: FileReport }) | null>(),
  ),
  /** Adds a signature to a Word file and asks where it is put; earlier ones stay valid. */
  'signing.signFile': call(
    'main',
    () => z.object({ file: chosenFile(), signer: signer() }),
    returns<SavedExport | null>(),
  ),
  /** Writes into the log that a document was signed; of no session where none is known. */
  'signing.noted': internalCall(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema.nullable(),
        kind: documentKindSchema.nullable(),
        signerName: z.string(),
        certificateSha256: z.string(),
      }),
    returns<void>(),
  ),
};
