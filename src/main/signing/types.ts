/**
 * How a signature value is made: RSA by PKCS#1 v1.5; ECDSA on the named curve, each with the hash
 * that belongs to its strength (RFC 4051, RFC 6931).
 */
export type SigningAlgorithm = 'rsa-sha256' | 'ecdsa-p256-sha256' | 'ecdsa-p384-sha384';

/** Who signs. The key stays with whoever holds it: only `sign` uses it. */
export interface PackageSigner {
  readonly certificateDer: Uint8Array;
  /** The issuers of the certificate, as far as known, the nearest first; without the signer's own. */
  readonly chainDer: readonly Uint8Array[];
  readonly algorithm: SigningAlgorithm;
  /**
   * The signature value over these bytes, which are not hashed yet. ECDSA as r‖s of equal lengths
   * (IEEE P1363; `dsaEncoding: 'ieee-p1363'` in Node), not as DER.
   */
  readonly sign: (data: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

/** The line of a document that a signature fills. */
export interface SignedLine {
  /** Of the line, as `signatureLines` tells it: "{8-4-4-4-12}" in capitals. */
  readonly setupId: string;
  /** The name as it stands on the line. */
  readonly signedName: string;
  /** The visible signature; without it Word shows the name. */
  readonly imagePng?: Uint8Array;
}

export interface SigningRequest {
  readonly signer: PackageSigner;
  readonly signedAtMs: number;
  /** In which capacity: "Ketua KPU Kota Prabumulih". Empty: none is stated. */
  readonly role: string;
  /** What the signature stands for: "Menyetujui notula ini". Empty: none is stated. */
  readonly statement: string;
  readonly signatureLine?: SignedLine;
}

/** A signed part that is not what was signed. Part names begin with "/". */
export interface PartChange {
  readonly partName: string;
  readonly kind: 'content' | 'content-type' | 'relationships' | 'missing';
}

/** Why nothing can be said for a signature. */
export type BrokenReason =
  /** No XML signature of this kind, or one that is not whole. */
  | 'unreadable'
  /** It holds what only attacks hold: a document type, equal ids, far too many references. */
  | 'unsafe'
  /** An algorithm or transform that is not known here: see `detail`. */
  | 'unsupported'
  /** It does not hold the certificate that it was made with, or this is unreadable. */
  | 'certificate'
  /** The certificate in it is not the one that was signed together with the document. */
  | 'other-certificate'
  /** What was signed about the signature itself (time, role, list of parts) was altered. */
  | 'signed-data-altered'
  /** The signature value was not made with the key of the certificate over this data. */
  | 'value-mismatch';

export type SignatureVerdict =
  | { readonly status: 'valid' }
  /** The signature is sound; the document is not the one that was signed. */
  | { readonly status: 'changed'; readonly changes: readonly PartChange[] }
  | { readonly status: 'broken'; readonly reason: BrokenReason; readonly detail: string };

/** What a signature says nothing about. Part names begin with "/". */
export interface Coverage {
  /** `partly`: one of the lists that follow is not empty. */
  readonly extent: 'whole' | 'partly';
  /** Parts that were added, or left out when it was signed. */
  readonly parts: readonly string[];
  /** Relationships that were added, or left out: of which part ("/" the package), which id. */
  readonly relationships: readonly UncoveredRelationship[];
  /**
   * Title, author and counts (docProps/core.xml, docProps/app.xml): Word leaves them out of every
   * signature because it rewrites them, so they do not make it partial.
   */
  readonly properties: readonly string[];
}

export interface UncoveredRelationship {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/**
 * One signature of a package. What it states (`signedAtMs` to `setupId`) is proven where the status
 * is `valid` or `changed`; of a broken one it is only claimed.
 */
export interface PackageSignature {
  /** "/_xmlsignatures/sig1.xml" */
  readonly partName: string;
  readonly verdict: SignatureVerdict;
  readonly coverage: Coverage;
  /** Null only where the signature is broken. */
  readonly certificateDer: Uint8Array | null;
  /** Other certificates that it carries, in their order. They are not signed. */
  readonly chainDer: readonly Uint8Array[];
  /** As in RFC 4514, "CN=…, O=…, C=ID"; empty where there is no certificate. */
  readonly subject: string;
  readonly issuer: string;
  /** By the clock of the signer's computer. */
  readonly signedAtMs: number | null;
  readonly role: string;
  readonly statement: string;
  readonly setupId: string | null;
  /** The name that was written on the line. */
  readonly signedName: string;
  readonly imagePng: Uint8Array | null;
  /** As its standard names it, such as "rsa-sha256" or "ecdsa-sha384". */
  readonly algorithm: string;
  /** It rests on SHA-1 somewhere, which can be forged with effort. */
  readonly isWeak: boolean;
}

export interface PackageVerification {
  /** In the order in which the package lists them. Empty: it is not signed. */
  readonly signatures: readonly PackageSignature[];
  /** What no signature covers that is valid. */
  readonly coverage: Coverage;
  /** Parts in the place of signatures that the package does not name as such: nothing reads them. */
  readonly strayParts: readonly string[];
}
