import type { Element } from '@xmldom/xmldom';

import { childElements, parseXmlPart, XmlError } from './xml.ts';
import type { ZipEntry, ZipFault, ZipLimits } from './zip.ts';
import { inflated, readZip, ZipError } from './zip.ts';

const TYPES_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';
export const RELATIONSHIPS_NAMESPACE =
  'http://schemas.openxmlformats.org/package/2006/relationships';
export const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
export const CONTENT_TYPES_ENTRY = '[Content_Types].xml';
export const ROOT_RELATIONSHIPS = '/_rels/.rels';

const LIMITS: ZipLimits = {
  largestBytes: 100 * 1024 * 1024,
  largestInflatedBytes: 300 * 1024 * 1024,
  mostEntries: 5000,
};

/** First bytes of the container of old Word files and of files with a password. */
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

export type PackageFault = ZipFault | 'not-a-package';

/** A file that is no package of the Open Packaging Conventions, or one that must not be read. */
export class PackageError extends Error {
  readonly fault: PackageFault;

  constructor(fault: PackageFault, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'PackageError';
    this.fault = fault;
  }
}

/** How a part, or the package, names another (ECMA-376-2 §9.3). */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** A package as it was read. Part names begin with "/"; they are the same whatever their case. */
export interface OpcPackage {
  /** As they stand in the ZIP, `[Content_Types].xml` among them. */
  readonly entries: readonly ZipEntry[];
  /** In the order of the ZIP, without `[Content_Types].xml`. */
  readonly partNames: readonly string[];
  /** The name as this package writes it; null where it has no such part. */
  readonly partNamed: (name: string) => string | null;
  /** Inflates each time. Throws PackageError where its content is not what the ZIP says. */
  readonly content: (partName: string) => Uint8Array;
  /** Empty where none is stated. */
  readonly contentType: (partName: string) => string;
  /** Of a part, or of the package ("/"). */
  readonly relationships: (source: string) => readonly Relationship[];
}

/** Part names are the same whatever the case of their letters and their escapes (ECMA-376-2 §9.1.1.3). */
export function partKey(partName: string): string {
  try {
    return decodeURIComponent(partName).toLowerCase();
  } catch {
    return partName.toLowerCase();
  }
}

/** "/" → "/_rels/.rels"; "/word/document.xml" → "/word/_rels/document.xml.rels". */
export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

const RELATIONSHIPS_NAME = /^(.*\/)_rels\/([^/]*)\.rels$/i;

/** The reverse of `relationshipsPart`; null for any other part. */
export function relationshipsSource(partName: string): string | null {
  const match = RELATIONSHIPS_NAME.exec(partName);
  return match === null ? null : `${match[1]}${match[2]}`;
}

/** A target as a part name, seen from the part that names it. */
export function targetPart(source: string, target: string): string {
  const steps = target.startsWith('/') ? [] : source.split('/').slice(1, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return `/${steps.join('/')}`;
}

/** Runs what reads a stranger's bytes; ZipError and XmlError come out as PackageError. */
export function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ZipError)
      throw new PackageError(error.fault, error.message, { cause: error });
    if (error instanceof XmlError) {
      throw new PackageError(error.isUnsafe ? 'unsafe' : 'broken', error.message, { cause: error });
    }
    throw error;
  }
}

function refuseForeign(bytes: Uint8Array): void {
  if (OLE_MAGIC.every((byte, index) => bytes[index] === byte)) {
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      ENCRYPTED_STREAM,
    );
    throw new PackageError(isEncrypted ? 'encrypted' : 'not-a-package', 'compound file');
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new PackageError('not-a-package', 'no ZIP');
}

function contentTypes(root: Element): (partName: string) => string {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const element of childElements(root)) {
    // Alternatives (ECMA-376-3) are taken by some programs, and none that is known writes them here.
    if (element.namespaceURI !== TYPES_NAMESPACE || childElements(element).length > 0)
      throw new PackageError('unsafe', 'foreign content types');
    const type = element.getAttribute('ContentType') ?? '';
    const isDefault = element.localName === 'Default';
    const list = isDefault ? defaults : overrides;
    const key = isDefault
      ? (element.getAttribute('Extension') ?? '').toLowerCase()
      : partKey(element.getAttribute('PartName') ?? '');
    // One program would take the first, another the last.
    if (list.has(key)) throw new PackageError('unsafe', 'two content types');
    list.set(key, type);
  }
  return (partName) => {
    const key = partKey(partName);
    return (
      overrides.get(key) ?? defaults.get(key.slice(key.lastIndexOf('.') + 1).toLowerCase()) ?? ''
    );
  };
}

/**
 * The relationships that a part of them lists, which must be all that is in it: the transform of
 * signatures leaves everything else out, and a program that knows alternatives would find more
 * relationships there. Throws XmlError.
 */
export function readRelationships(bytes: Uint8Array): readonly Relationship[] {
  const root = parseXmlPart(bytes).documentElement;
  if (root === null) return [];
  const listed = childElements(root, RELATIONSHIPS_NAMESPACE, 'Relationship');
  const isMore = childElements(root).length > listed.length;
  if (isMore || listed.some((element) => childElements(element).length > 0))
    throw new XmlError('foreign relationships', true);
  return listed.map((element) => ({
    id: element.getAttribute('Id') ?? '',
    type: element.getAttribute('Type') ?? '',
    target: element.getAttribute('Target') ?? '',
    isExternal: element.getAttribute('TargetMode') === 'External',
  }));
}

/** Reads a package from its bytes, which a stranger may have made. Throws PackageError. */
export function readPackage(bytes: Uint8Array): OpcPackage {
  refuseForeign(bytes);
  const entries = guarded(() => readZip(bytes, LIMITS));
  const parts = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (entry.name === CONTENT_TYPES_ENTRY) continue;
    const key = partKey(`/${entry.name}`);
    if (parts.has(key)) throw new PackageError('unsafe', 'equal part names');
    parts.set(key, entry);
  }
  const typesEntry = entries.find(({ name }) => name === CONTENT_TYPES_ENTRY);
  if (typesEntry === undefined) throw new PackageError('not-a-package', 'no content types');
  const typesRoot = guarded(() => parseXmlPart(inflated(typesEntry)).documentElement);
  if (typesRoot?.namespaceURI !== TYPES_NAMESPACE)
    throw new PackageError('not-a-package', 'content types');
  const named = (name: string): ZipEntry | null => parts.get(partKey(name)) ?? null;
  const content = (partName: string): Uint8Array => {
    const entry = named(partName);
    if (entry === null) throw new PackageError('broken', `no part ${partName}`);
    return guarded(() => inflated(entry));
  };
  return {
    entries,
    partNames: [...parts.values()].map(({ name }) => `/${name}`),
    partNamed: (name) => {
      const entry = named(name);
      return entry === null ? null : `/${entry.name}`;
    },
    content,
    contentType: contentTypes(typesRoot),
    relationships: (source) => {
      const list = relationshipsPart(source);
      return named(list) === null ? [] : guarded(() => readRelationships(content(list)));
    },
  };
}
