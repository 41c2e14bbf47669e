import type { SessionId } from '../ids.ts';
import type { DocumentKind } from '../official/document-kinds.ts';
import type { CertificateFacts, CertificateTrust } from './certificates.ts';

/** What keeps a signature from being checked. */
export const UNREADABLE_REASONS = [
  /** No XML, or none that follows the standard. */
  'malformed',
  /** A hash or a key that this program does not know. */
  'algorithm',
  'no-certificate',
] as const;

export interface CheckedSignature {
  /**
   * valid: all that it covers is as it was signed; changed: parts of the file are not; forged: the
   * signature itself does not belong to its certificate or was altered; unreadable: it cannot be checked.
   */
  readonly result: 'valid' | 'changed' | 'forged' | 'unreadable';
  readonly unreadable: (typeof UNREADABLE_REASONS)[number] | null;
  /** Names of parts that it covers and that changed or are gone. */
  readonly changedParts: readonly string[];
  /** As the signer's computer had it, UTC milliseconds; null where it says none. */
  readonly signedAtMs: number | null;
  /** Whether the certificate was in force at that time; null where no time is known. */
  readonly wasInForce: boolean | null;
  readonly role: string;
  readonly statement: string;
  /** null where it brings none that can be read. */
  readonly certificate: CertificateFacts | null;
  readonly trust: CertificateTrust;
  /** Of BSrE: only then may its sentence be printed (FORMATS §5). */
  readonly isBsre: boolean;
  /**
   * It rests on SHA-1 somewhere, for which two files of one hash can be made with great effort, or on
   * a key that can be broken so.
   */
  readonly isWeak: boolean;
}

/** Where the content of a file is known from. */
export interface KnownDocument {
  readonly sessionId: SessionId;
  readonly title: string;
  readonly kind: DocumentKind;
  /** 0: the final session; n: with addenda up to n. */
  readonly version: number;
  readonly isNewestVersion: boolean;
  readonly issuedAtMs: number;
  /** content: part by part as it was given out; text: the same words, saved anew by another program. */
  readonly match: 'content' | 'text';
}

/** What "Periksa berkas" found out about one file. */
export interface FileReport {
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
  readonly checkedAtMs: number;
  readonly signatures: readonly CheckedSignature[];
  /** Parts that no valid signature covers; of a file without signatures, none are named. */
  readonly uncoveredParts: readonly string[];
  /** Signature lines that wait for their signature. */
  readonly openLines: readonly SignatureLine[];
  /** null: this archive did not give it out. */
  readonly known: KnownDocument | null;
}

export interface SignatureLine {
  readonly setupId: string;
  readonly suggestedSigner: string;
  readonly suggestedTitle: string;
}

/** What a code under a printed page belongs to. */
export type CodeReport =
  | {
      readonly found: 'session';
      readonly sessionId: SessionId;
      readonly title: string;
      readonly documentNumber: string;
      readonly version: number;
      readonly isNewestVersion: boolean;
      readonly sha256: string;
      readonly atMs: number;
    }
  | { readonly found: 'nothing' };
