import type { Element } from '@xmldom/xmldom';

import { childElements } from '../opc/xml.ts';
import { hashNamed, NAMESPACES } from './algorithms.ts';
import type { Hash } from './algorithms.ts';
import { elementText, first, fromBase64 } from './read-signature.ts';

/** What a signature states about itself, in the parts of it that are signed. */
export interface SignedFacts {
  readonly signedAtMs: number | null;
  readonly role: string;
  readonly statement: string;
  readonly setupId: string | null;
  readonly signedName: string;
  readonly imagePng: Uint8Array | null;
  /** Of the signer's certificate; null where the signature names none (XML Signature without XAdES). */
  readonly certificateDigest: { readonly hash: Hash | null; readonly digest: Uint8Array } | null;
}

const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47];

/** Follows names down from an element; null where one is missing. */
const path = (from: Element | null, namespace: string, ...names: readonly string[]) =>
  names.reduce<Element | null>((at, name) => first(at, namespace, name), from);

function timeMs(text: string): number | null {
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : atMs;
}

/** The children of all properties of an Object (XML Signature §5.2) that have this name. */
function propertyNamed(object: Element, namespace: string, name: string): Element | null {
  for (const list of childElements(object, NAMESPACES.dsig, 'SignatureProperties')) {
    for (const property of childElements(list, NAMESPACES.dsig, 'SignatureProperty')) {
      const found = first(property, namespace, name);
      if (found !== null) return found;
    }
  }
  return null;
}

function certificateDigest(properties: Element | null): SignedFacts['certificateDigest'] {
  const signer =
    first(properties, NAMESPACES.xades, 'SigningCertificate') ??
    first(properties, NAMESPACES.xades, 'SigningCertificateV2');
  const digest = path(signer, NAMESPACES.xades, 'Cert', 'CertDigest');
  if (digest === null) return null;
  const method = first(digest, NAMESPACES.dsig, 'DigestMethod')?.getAttribute('Algorithm');
  return {
    hash: hashNamed(method ?? ''),
    digest: fromBase64(elementText(first(digest, NAMESPACES.dsig, 'DigestValue'))),
  };
}

/** "{…}" of a signature line; Word writes an empty one where there is none. */
const setupId = (text: string): string | null => (text === '' ? null : text.toUpperCase());

function image(text: string): Uint8Array | null {
  const bytes = fromBase64(text);
  return PNG_MAGIC.every((byte, index) => bytes[index] === byte) ? bytes : null;
}

/** Reads the facts from what the references of SignedInfo are to, and from nothing else. */
export function signedFacts(signedElements: readonly Element[]): SignedFacts {
  const named = (name: string): readonly Element[] =>
    signedElements.filter(({ localName }) => localName === name);
  const property = (namespace: string, name: string): Element | null =>
    named('Object')
      .map((object) => propertyNamed(object, namespace, name))
      .find((found) => found !== null) ?? null;
  const [signedProperties = null] = named('SignedProperties');
  const xades = NAMESPACES.xades;
  const own = first(signedProperties, xades, 'SignedSignatureProperties');
  const commitment = path(
    signedProperties,
    xades,
    'SignedDataObjectProperties',
    'CommitmentTypeIndication',
    'CommitmentTypeQualifiers',
    'CommitmentTypeQualifier',
  );
  const details = property(NAMESPACES.office, 'SignatureInfoV1');
  const detail = (name: string): string => elementText(first(details, NAMESPACES.office, name));
  const opcTime = first(property(NAMESPACES.opc, 'SignatureTime'), NAMESPACES.opc, 'Value');
  return {
    signedAtMs:
      timeMs(elementText(first(own, xades, 'SigningTime'))) ?? timeMs(elementText(opcTime)),
    role: elementText(path(own, xades, 'SignerRole', 'ClaimedRoles', 'ClaimedRole')),
    // Word repeats the same words in both; its own holds 255 characters.
    statement: elementText(commitment) || detail('SignatureComments'),
    setupId: setupId(detail('SetupID')),
    signedName: detail('SignatureText'),
    imagePng: image(detail('SignatureImage')),
    certificateDigest: certificateDigest(own),
  };
}
