import type { KeyObject } from 'node:crypto';
import { createHash, verify, X509Certificate } from 'node:crypto';

import type { Element } from '@xmldom/xmldom';

import type { OpcPackage } from '../opc/package.ts';
import { PackageError, partKey } from '../opc/package.ts';
import { childElements, parseXmlPart, XmlError } from '../opc/xml.ts';
import type { Hash } from './algorithms.ts';
import { NAMESPACES } from './algorithms.ts';
import { canonicalDocument, canonicalElement } from './canonical-xml.ts';
import type { ReadSignature, SignedReference } from './read-signature.ts';
import { readSignature, signedReferences } from './read-signature.ts';
import type { RelationshipChoice, TransformVariant } from './relationship-transform.ts';
import { transformedRelationships } from './relationship-transform.ts';
import { SignatureFault } from './signature-fault.ts';
import type { SignedFacts } from './signed-facts.ts';
import { signedFacts } from './signed-facts.ts';
import type { PartChange, SignatureVerdict } from './types.ts';

/** A part as a signature names it. */
export interface SignedPart {
  readonly partName: string;
  /** Which of its relationships are meant; null: the whole part. */
  readonly relationships: RelationshipChoice | null;
}

export interface CheckedSignature {
  readonly verdict: SignatureVerdict;
  readonly certificateDer: Uint8Array | null;
  readonly chainDer: readonly Uint8Array[];
  readonly facts: SignedFacts;
  readonly algorithm: string;
  readonly isWeak: boolean;
  /** Empty where the signature is broken. */
  readonly parts: readonly SignedPart[];
}

/** Digests of the parts of one package; each is made once, however many signatures name it. */
export type PartDigests = (
  partName: string,
  reference: SignedReference,
  variant: TransformVariant,
) => Uint8Array;

const hashed = (hash: Hash, data: Uint8Array | string): Uint8Array =>
  createHash(hash).update(data).digest();

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

function partBytes(
  opc: OpcPackage,
  name: string,
  reference: SignedReference,
  variant: TransformVariant,
): Uint8Array | string {
  const { relationships, canonicalization } = reference;
  const bytes = opc.content(name);
  if (canonicalization === null) return bytes;
  return relationships === null
    ? canonicalDocument(parseXmlPart(bytes), canonicalization)
    : transformedRelationships(bytes, relationships, canonicalization, variant);
}

export function partDigests(opc: OpcPackage): PartDigests {
  const known = new Map<string, Uint8Array>();
  return (partName, reference, variant) => {
    const { relationships, canonicalization, hash } = reference;
    const chosen = relationships && [[...relationships.ids], [...relationships.types]];
    const key = JSON.stringify([partKey(partName), hash, canonicalization, chosen, variant]);
    const digest = known.get(key) ?? hashed(hash, partBytes(opc, partName, reference, variant));
    known.set(key, digest);
    return digest;
  };
}

/** What SignedInfo is about: elements of this very signature, each by its id, none twice. */
function signedElements({ references, elementWithId }: ReadSignature): readonly Element[] {
  const found = references.map(({ uri, relationships }) => {
    const element = uri.startsWith('#') ? elementWithId(uri.slice(1)) : null;
    if (element === null || relationships !== null)
      throw new SignatureFault('unreadable', `reference ${uri}`);
    return element;
  });
  if (new Set(found).size !== found.length) throw new SignatureFault('unsafe', 'references');
  return found;
}

/** The certificate that the signer names in what is signed, or the first where none is named. */
function signerCertificate(
  { certificates }: ReadSignature,
  { certificateDigest }: SignedFacts,
): Uint8Array {
  const [firstOne] = certificates;
  if (firstOne === undefined) throw new SignatureFault('certificate', 'missing');
  if (certificateDigest === null) return firstOne;
  const { hash, digest } = certificateDigest;
  if (hash === null) throw new SignatureFault('unsupported', 'certificate digest');
  const named = certificates.find((der) => isEqual(hashed(hash, der), digest));
  if (named === undefined) throw new SignatureFault('other-certificate', '');
  return named;
}

function publicKey(certificateDer: Uint8Array): KeyObject {
  try {
    return new X509Certificate(certificateDer).publicKey;
  } catch (error) {
    throw new SignatureFault('certificate', error instanceof Error ? error.message : '');
  }
}

function isMadeWith(key: KeyObject, signature: ReadSignature): boolean {
  const { signedInfo, canonicalization, method, value } = signature;
  if (key.asymmetricKeyType !== method.keyType) return false;
  const data = Buffer.from(canonicalElement(signedInfo, canonicalization));
  try {
    // XML Signature writes r and s one after the other (§6.4.3).
    return verify(method.hash, data, { key, dsaEncoding: 'ieee-p1363' }, value);
  } catch {
    // A value of another length than such keys make.
    return false;
  }
}

/** What a reference to an id means is without comments, whatever its method (XML Signature §4.4.3.3). */
const SAME_DOCUMENT = { isExclusive: false, hasComments: false, inclusivePrefixes: [] } as const;

function checkSigned(signature: ReadSignature, elements: readonly Element[]): void {
  signature.references.forEach(({ canonicalization, hash, digest, uri }, index) => {
    const element = elements[index];
    const method = { ...(canonicalization ?? SAME_DOCUMENT), hasComments: false };
    if (element === undefined || !isEqual(hashed(hash, canonicalElement(element, method)), digest))
      throw new SignatureFault('signed-data-altered', uri);
  });
}

function manifestReferences(elements: readonly Element[]): readonly SignedReference[] {
  const manifests = elements.flatMap((element) =>
    element.localName === 'Manifest'
      ? [element]
      : childElements(element, NAMESPACES.dsig, 'Manifest'),
  );
  if (manifests.length === 0) throw new SignatureFault('unreadable', 'no manifest');
  return manifests.flatMap(signedReferences);
}

const TYPE_QUERY = '?ContentType=';

function partReference({ uri }: SignedReference): { partName: string; contentType: string } {
  const query = uri.indexOf(TYPE_QUERY);
  if (!uri.startsWith('/') || query === -1) throw new SignatureFault('unreadable', uri);
  return { partName: uri.slice(0, query), contentType: uri.slice(query + TYPE_QUERY.length) };
}

function unescapedUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const isSameType = (signed: string, found: string): boolean =>
  signed === found || unescapedUri(signed).toLowerCase() === found.toLowerCase();

/** As the standard hashes a part, or a list of relationships as LibreOffice does. */
function isAsSigned(digests: PartDigests, name: string, reference: SignedReference): boolean {
  const is = (variant: TransformVariant): boolean =>
    isEqual(digests(name, reference, variant), reference.digest);
  return is('standard') || (reference.relationships !== null && is('xmlsec'));
}

function partChange(
  opc: OpcPackage,
  digests: PartDigests,
  reference: SignedReference,
): PartChange | null {
  const { partName, contentType } = partReference(reference);
  const name = opc.partNamed(partName);
  if (name === null) return { partName, kind: 'missing' };
  const kind = reference.relationships === null ? 'content' : 'relationships';
  try {
    if (!isAsSigned(digests, name, reference)) return { partName: name, kind };
  } catch (error) {
    // What cannot be read is not what was signed.
    if (!(error instanceof XmlError) && !(error instanceof PackageError)) throw error;
    return { partName: name, kind };
  }
  return isSameType(contentType, opc.contentType(name))
    ? null
    : { partName: name, kind: 'content-type' };
}

function refuseRepeated(references: readonly SignedReference[]): void {
  const keys = references.map((reference) => partKey(partReference(reference).partName));
  if (new Set(keys).size !== keys.length) throw new SignatureFault('unsafe', 'repeated part');
}

const NO_FACTS: SignedFacts = {
  signedAtMs: null,
  role: '',
  statement: '',
  setupId: null,
  signedName: '',
  imagePng: null,
  certificateDigest: null,
};

/** Below it a key can be broken with means of today, and then anybody signs with it. */
const FEWEST_RSA_BITS = 2048;

const isShort = ({ asymmetricKeyDetails }: KeyObject): boolean =>
  (asymmetricKeyDetails?.modulusLength ?? FEWEST_RSA_BITS) < FEWEST_RSA_BITS;

interface Progress {
  signature: ReadSignature | null;
  facts: SignedFacts;
  certificateDer: Uint8Array | null;
  references: readonly SignedReference[];
  hasShortKey: boolean;
}

function check(
  partName: string,
  opc: OpcPackage,
  digests: PartDigests,
  found: Progress,
): SignatureVerdict {
  const signature = readSignature(opc.content(partName));
  found.signature = signature;
  found.certificateDer = signature.certificates[0] ?? null;
  const elements = signedElements(signature);
  found.facts = signedFacts(elements);
  found.certificateDer = signerCertificate(signature, found.facts);
  const key = publicKey(found.certificateDer);
  found.hasShortKey = isShort(key);
  if (!isMadeWith(key, signature))
    throw new SignatureFault('value-mismatch', signature.method.name);
  checkSigned(signature, elements);
  const references = manifestReferences(elements);
  refuseRepeated(references);
  found.references = references;
  const changes = references
    .map((reference) => partChange(opc, digests, reference))
    .filter((change) => change !== null);
  return changes.length === 0 ? { status: 'valid' } : { status: 'changed', changes };
}

function verdict(
  partName: string,
  opc: OpcPackage,
  digests: PartDigests,
  found: Progress,
): SignatureVerdict {
  try {
    return check(partName, opc, digests, found);
  } catch (error) {
    if (error instanceof SignatureFault)
      return { status: 'broken', reason: error.reason, detail: error.message };
    if (error instanceof XmlError)
      return { status: 'broken', reason: 'unsafe', detail: error.message };
    if (error instanceof PackageError)
      return { status: 'broken', reason: 'unreadable', detail: error.message };
    throw error;
  }
}

/**
 * Checks the signature of one signature part: the value over SignedInfo, what SignedInfo is about,
 * then every part that the manifest names, with its content type (XML Signature §3.2, ECMA-376-2
 * §13.2.4).
 */
export function verifySignature(
  partName: string,
  opc: OpcPackage,
  digests: PartDigests,
): CheckedSignature {
  const found: Progress = {
    signature: null,
    facts: NO_FACTS,
    certificateDer: null,
    references: [],
    hasShortKey: false,
  };
  const result = verdict(partName, opc, digests, found);
  const { signature, facts, certificateDer, references } = found;
  const signed = result.status === 'broken' ? [] : references;
  return {
    verdict: result,
    certificateDer,
    chainDer: signature?.certificates.filter((der) => der !== certificateDer) ?? [],
    facts,
    algorithm: signature?.method.name ?? '',
    isWeak:
      found.hasShortKey ||
      signature?.method.hash === 'sha1' ||
      facts.certificateDigest?.hash === 'sha1' ||
      [...(signature?.references ?? []), ...signed].some(({ hash }) => hash === 'sha1'),
    parts: signed.map((reference) => ({
      partName: partReference(reference).partName,
      relationships: reference.relationships,
    })),
  };
}
