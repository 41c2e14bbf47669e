import { createHash, verify, X509Certificate } from 'node:crypto';

import type { OpcPackage } from '../opc/package.ts';
import {
  CONTENT_TYPES_ENTRY,
  guarded,
  PackageError,
  readPackage,
  readRelationships,
  RELATIONSHIPS_NAMESPACE,
  relationshipsPart,
  relationshipsSource,
} from '../opc/package.ts';
import { escapedXml } from '../opc/xml-text.ts';
import { partText, withChildren } from '../opc/xml.ts';
import type { ZipEntry } from '../opc/zip.ts';
import { inflated, packedEntry, writeZip } from '../opc/zip.ts';
import {
  ORIGIN_CONTENT_TYPE,
  ORIGIN_TYPE,
  SIGNATURE_CONTENT_TYPE,
  SIGNATURE_TYPE,
} from './algorithms.ts';
import type { SignatureParts } from './coverage.ts';
import { isLeftOut, isOfSignatures, propertyParts, signatureParts } from './coverage.ts';
import { transformedRelationships } from './relationship-transform.ts';
import { signatureXml } from './signature-xml.ts';
import type { ManifestPart } from './signature-xml.ts';
import type { PackageSigner, SigningRequest } from './types.ts';
import { MOST_SIGNATURES } from './verify-package.ts';

const ORIGIN_PART = '/_xmlsignatures/origin.sigs';
const EMPTY_RELATIONSHIPS = Buffer.from(
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`,
);
const signatureName = (number: number): string => `/_xmlsignatures/sig${number}.xml`;
const CANONICAL = { isExclusive: false, hasComments: false, inclusivePrefixes: [] } as const;

const sha256 = (data: Uint8Array | string): Uint8Array =>
  createHash('sha256').update(data).digest();

function manifestPart(opc: OpcPackage, partName: string): ManifestPart {
  const contentType = opc.contentType(partName);
  const source = relationshipsSource(partName);
  const bytes = opc.content(partName);
  if (source === null)
    return { partName, contentType, digest: sha256(bytes), relationshipIds: null };
  const relationshipIds = readRelationships(bytes)
    .filter((relationship) => !isLeftOut(source, relationship))
    .map(({ id }) => id);
  const choice = { ids: new Set(relationshipIds), types: new Set<string>() };
  const transformed = transformedRelationships(bytes, choice, CANONICAL);
  return { partName, contentType, digest: sha256(transformed), relationshipIds };
}

/** All parts but the signatures and the properties, by their names. */
function manifest(opc: OpcPackage, places: SignatureParts): readonly ManifestPart[] {
  const properties = propertyParts(opc);
  return opc.partNames
    .filter((name) => !properties.has(name) && !isOfSignatures(name, places))
    .toSorted()
    .map((name) => manifestPart(opc, name));
}

/** The first number whose name is free. */
function free(isTaken: (number: number) => boolean): number {
  let number = 1;
  while (isTaken(number)) number += 1;
  return number;
}

function withRelationship(list: Uint8Array, type: string, target: string): Uint8Array {
  const ids = new Set(readRelationships(list).map(({ id }) => id));
  const id = `rId${free((number) => ids.has(`rId${number}`))}`;
  return withChildren(
    list,
    (prefix) => `<${prefix}Relationship Id="${id}" Type="${type}" Target="${escapedXml(target)}"/>`,
  );
}

/** As Word names them: "sig1.xml" beside the origin, otherwise from the root. */
function relativeTo(source: string, partName: string): string {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  return partName.startsWith(folder) ? partName.slice(folder.length) : partName;
}

/** What says that the origin is one, as Word says it, unless the package does already. */
function originType(opc: OpcPackage, originPart: string, prefix: string): string {
  switch (opc.contentType(originPart)) {
    case ORIGIN_CONTENT_TYPE:
      return '';
    case '':
      return `<${prefix}Default Extension="sigs" ContentType="${ORIGIN_CONTENT_TYPE}"/>`;
    default:
      return `<${prefix}Override PartName="${originPart}" ContentType="${ORIGIN_CONTENT_TYPE}"/>`;
  }
}

/** The parts that are new or different with one more signature, by the names of their entries. */
function changedEntries(
  opc: OpcPackage,
  { origin }: SignatureParts,
  signaturePart: string,
  xml: string,
): ReadonlyMap<string, Uint8Array> {
  const originPart = origin ?? ORIGIN_PART;
  const list = opc.partNamed(relationshipsPart(originPart)) ?? relationshipsPart(originPart);
  // What nobody names as a signature so far does not become one.
  const isNew = origin === null || opc.partNamed(list) === null;
  const signatures = isNew ? EMPTY_RELATIONSHIPS : opc.content(list);
  const changed = new Map<string, Uint8Array>();
  const typesEntry = opc.entries.find(({ name }) => name === CONTENT_TYPES_ENTRY);
  if (typesEntry === undefined) throw new PackageError('not-a-package', 'no content types');
  changed.set(
    CONTENT_TYPES_ENTRY,
    withChildren(
      inflated(typesEntry),
      (prefix) =>
        originType(opc, originPart, prefix) +
        `<${prefix}Override PartName="${signaturePart}" ContentType="${SIGNATURE_CONTENT_TYPE}"/>`,
    ),
  );
  if (origin === null) {
    const root = opc.partNamed(relationshipsPart('/'));
    if (root === null) throw new PackageError('not-a-package', 'no relationships');
    changed.set(
      root.slice(1),
      withRelationship(opc.content(root), ORIGIN_TYPE, ORIGIN_PART.slice(1)),
    );
    changed.set(ORIGIN_PART.slice(1), new Uint8Array());
  }
  changed.set(
    list.slice(1),
    withRelationship(signatures, SIGNATURE_TYPE, relativeTo(originPart, signaturePart)),
  );
  changed.set(signaturePart.slice(1), Buffer.from(xml));
  return changed;
}

/** All other entries stay as they are packed: earlier signatures are of the same bytes. */
function withEntries(
  entries: readonly ZipEntry[],
  changed: ReadonlyMap<string, Uint8Array>,
  atMs: number,
): readonly ZipEntry[] {
  const waiting = new Map(changed);
  const kept = entries.map((entry) => {
    const content = waiting.get(entry.name);
    waiting.delete(entry.name);
    return content === undefined ? entry : packedEntry(entry.name, content, atMs);
  });
  return [...kept, ...[...waiting].map(([name, content]) => packedEntry(name, content, atMs))];
}

const HASHES = {
  'rsa-sha256': 'sha256',
  'ecdsa-p256-sha256': 'sha256',
  'ecdsa-p384-sha384': 'sha384',
} as const;

/** A value that nobody could check, or that belongs to another certificate, must not leave. */
async function signatureValue(signer: PackageSigner, data: Uint8Array): Promise<Uint8Array> {
  const value = await signer.sign(data);
  const key = new X509Certificate(signer.certificateDer).publicKey;
  const isGenuine = verify(
    HASHES[signer.algorithm],
    data,
    { key, dsaEncoding: 'ieee-p1363' },
    value,
  );
  if (!isGenuine) throw new Error('the key does not belong to the certificate');
  return value;
}

const RELATIONSHIPS_ENTRY = /(?:^|\/)_rels\/[^/]*\.rels$/i;

/**
 * The first signature takes the spaces out of lists of relationships: they say nothing, and
 * LibreOffice, which writes them, refuses a signature over such a list. Later ones find the lists as
 * the first signer left them.
 */
function tidied(opc: OpcPackage): ReadonlyMap<string, Uint8Array> {
  const lists = opc.partNames.filter((name) => RELATIONSHIPS_ENTRY.test(name));
  return new Map(
    lists.flatMap((name) => {
      const text = partText(opc.content(name));
      const start = /<(?:[\w.-]+:)?Relationships\b/.exec(text)?.index ?? text.length;
      // No attribute holds a "<", so this is between elements.
      const tidy = text.slice(0, start) + text.slice(start).replace(/>\s+</g, '><');
      return tidy === text ? [] : [[name.slice(1), Buffer.from(tidy)]];
    }),
  );
}

interface Prepared {
  readonly opc: OpcPackage;
  readonly places: SignatureParts;
}

function prepared(bytes: Uint8Array, signedAtMs: number): Prepared {
  const opc = readPackage(bytes);
  const places = signatureParts(opc);
  const changed = places.signatures.length > 0 ? new Map<string, Uint8Array>() : tidied(opc);
  if (changed.size === 0) return { opc, places };
  return { opc: readPackage(writeZip(withEntries(opc.entries, changed, signedAtMs))), places };
}

/**
 * Adds a signature to a package (a .docx, .xlsx, .pptx) over every part that it has but its
 * properties and other signatures, which stay valid. The same request and value give the same
 * bytes. Throws PackageError where the bytes are no package, Error where the key does not belong to
 * the certificate.
 */
export async function signPackage(bytes: Uint8Array, request: SigningRequest): Promise<Uint8Array> {
  const { opc, places } = guarded(() => prepared(bytes, request.signedAtMs));
  if (places.signatures.length >= MOST_SIGNATURES)
    throw new PackageError('too-large', 'signatures');
  const number = free((candidate) => opc.partNamed(signatureName(candidate)) !== null);
  const parts = guarded(() => manifest(opc, places));
  const unsigned = signatureXml(request, parts, number);
  const xml = unsigned.withValue(await signatureValue(request.signer, unsigned.data));
  const changed = guarded(() => changedEntries(opc, places, signatureName(number), xml));
  return writeZip(withEntries(opc.entries, changed, request.signedAtMs));
}
