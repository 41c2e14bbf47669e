import type { Document, Element } from '@xmldom/xmldom';

import { childElements, parseXmlPart, XmlError } from '../opc/xml.ts';
import type { Hash, SignatureMethod } from './algorithms.ts';
import {
  canonicalizationNamed,
  hashNamed,
  NAMESPACES,
  RELATIONSHIP_TRANSFORM,
  signatureMethod,
} from './algorithms.ts';
import type { Canonicalization } from './canonical-xml.ts';
import type { RelationshipChoice } from './relationship-transform.ts';
import { SignatureFault } from './signature-fault.ts';

/** More than any program writes; Word keeps pictures of the line in it. */
const LARGEST_BYTES = 16 * 1024 * 1024;
const MOST_REFERENCES = 10_000;

/** One thing that is signed (XML Signature §4.4.3). */
export interface SignedReference {
  readonly uri: string;
  readonly relationships: RelationshipChoice | null;
  readonly canonicalization: Canonicalization | null;
  readonly hash: Hash;
  readonly digest: Uint8Array;
}

/** An XML signature, read but not checked. */
export interface ReadSignature {
  readonly signedInfo: Element;
  readonly canonicalization: Canonicalization;
  readonly method: SignatureMethod;
  readonly value: Uint8Array;
  readonly references: readonly SignedReference[];
  readonly certificates: readonly Uint8Array[];
  /** What a reference of this signature may mean: only what is in its own Objects. */
  readonly elementWithId: (id: string) => Element | null;
}

export const only = (parent: Element, namespace: string, name: string): Element => {
  const [found, ...more] = childElements(parent, namespace, name);
  if (found === undefined || more.length > 0) throw new SignatureFault('unreadable', name);
  return found;
};

export const first = (parent: Element | null, namespace: string, name: string): Element | null =>
  parent === null ? null : (childElements(parent, namespace, name)[0] ?? null);

export const elementText = (element: Element | null): string => element?.textContent?.trim() ?? '';

/** Base 64 as XML has it, with white space anywhere. */
export const fromBase64 = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(text.replace(/\s+/g, ''), 'base64'));

const algorithm = (element: Element): string => element.getAttribute('Algorithm') ?? '';

const unsupported = (name: string): SignatureFault => new SignatureFault('unsupported', name);

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

function canonicalization(element: Element): Canonicalization {
  const name = algorithm(element);
  const known = canonicalizationNamed(name);
  if (known === null) throw unsupported(name);
  const list = first(element, EXCLUSIVE, 'InclusiveNamespaces')?.getAttribute('PrefixList') ?? '';
  const inclusivePrefixes = list
    .split(/\s+/)
    .filter((prefix) => prefix !== '')
    .map((prefix) => (prefix === '#default' ? '' : prefix));
  return { ...known, inclusivePrefixes: known.isExclusive ? inclusivePrefixes : [] };
}

function relationshipChoice(transform: Element): RelationshipChoice {
  const values = (name: string, attribute: string): ReadonlySet<string> =>
    new Set(
      childElements(transform, NAMESPACES.opc, name).map(
        (element) => element.getAttribute(attribute) ?? '',
      ),
    );
  return {
    ids: values('RelationshipReference', 'SourceId'),
    types: values('RelationshipsGroupReference', 'SourceType'),
  };
}

/**
 * A relationship transform must be followed by a canonicalization (ECMA-376-2 §13.2.4.24); no other
 * chain makes sense for a part.
 */
function transforms(
  reference: Element,
): Pick<SignedReference, 'relationships' | 'canonicalization'> {
  const list = first(reference, NAMESPACES.dsig, 'Transforms');
  const steps = list === null ? [] : childElements(list, NAMESPACES.dsig, 'Transform');
  const [step, next] = steps;
  if (step === undefined) return { relationships: null, canonicalization: null };
  if (algorithm(step) !== RELATIONSHIP_TRANSFORM) {
    if (next !== undefined) throw unsupported(algorithm(next));
    return { relationships: null, canonicalization: canonicalization(step) };
  }
  if (next === undefined || steps.length > 2) throw unsupported('transforms');
  return { relationships: relationshipChoice(step), canonicalization: canonicalization(next) };
}

function signedReference(element: Element): SignedReference {
  const name = algorithm(only(element, NAMESPACES.dsig, 'DigestMethod'));
  const hash = hashNamed(name);
  if (hash === null) throw unsupported(name);
  return {
    uri: element.getAttribute('URI') ?? '',
    ...transforms(element),
    hash,
    digest: fromBase64(elementText(only(element, NAMESPACES.dsig, 'DigestValue'))),
  };
}

/** The References of a SignedInfo or a Manifest. Throws SignatureFault. */
export function signedReferences(parent: Element): readonly SignedReference[] {
  const elements = childElements(parent, NAMESPACES.dsig, 'Reference');
  if (elements.length > MOST_REFERENCES) throw new SignatureFault('unsafe', 'references');
  return elements.map(signedReference);
}

const ID_NAMES = new Set(['id', 'xml:id']);

/** All ids of the document; two equal ones could be shown to one check and hidden from another. */
function refuseEqualIds(root: Element): void {
  const seen = new Set<string>();
  const waiting = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    for (let at = 0; at < element.attributes.length; at += 1) {
      const attribute = element.attributes.item(at);
      if (attribute === null || !ID_NAMES.has(attribute.name.toLowerCase())) continue;
      if (seen.has(attribute.value)) throw new SignatureFault('unsafe', 'equal ids');
      seen.add(attribute.value);
    }
    for (const child of childElements(element)) waiting.push(child);
  }
}

/** Objects, and the properties of XAdES in them, by their ids. */
function referable(signature: Element): ReadonlyMap<string, Element> {
  const objects = childElements(signature, NAMESPACES.dsig, 'Object');
  const within = objects.flatMap((object) => [
    ...childElements(object, NAMESPACES.dsig),
    ...childElements(object, NAMESPACES.xades, 'QualifyingProperties').flatMap((properties) =>
      childElements(properties, NAMESPACES.xades, 'SignedProperties'),
    ),
  ]);
  return new Map(
    [...objects, ...within].flatMap((element) => {
      const id = element.getAttribute('Id');
      return id === null ? [] : [[id, element] as const];
    }),
  );
}

function certificates(signature: Element): readonly Uint8Array[] {
  const keyInfo = first(signature, NAMESPACES.dsig, 'KeyInfo');
  if (keyInfo === null) return [];
  return childElements(keyInfo, NAMESPACES.dsig, 'X509Data')
    .flatMap((data) => childElements(data, NAMESPACES.dsig, 'X509Certificate'))
    .map((element) => fromBase64(elementText(element)));
}

function parsed(bytes: Uint8Array): Document {
  if (bytes.byteLength > LARGEST_BYTES) throw new SignatureFault('unsafe', 'size');
  try {
    return parseXmlPart(bytes);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new SignatureFault(error.isUnsafe ? 'unsafe' : 'unreadable', error.message);
  }
}

/** Reads the signature of a signature part. Throws SignatureFault. */
export function readSignature(bytes: Uint8Array): ReadSignature {
  const signature = parsed(bytes).documentElement;
  if (signature?.namespaceURI !== NAMESPACES.dsig || signature.localName !== 'Signature')
    throw new SignatureFault('unreadable', 'no signature');
  refuseEqualIds(signature);
  const ids = referable(signature);
  const signedInfo = only(signature, NAMESPACES.dsig, 'SignedInfo');
  const methodName = algorithm(only(signedInfo, NAMESPACES.dsig, 'SignatureMethod'));
  const method = signatureMethod(methodName);
  if (method === null) throw unsupported(methodName);
  return {
    signedInfo,
    canonicalization: canonicalization(only(signedInfo, NAMESPACES.dsig, 'CanonicalizationMethod')),
    method,
    value: fromBase64(elementText(only(signature, NAMESPACES.dsig, 'SignatureValue'))),
    references: signedReferences(signedInfo),
    certificates: certificates(signature),
    elementWithId: (id) => ids.get(id) ?? null,
  };
}
