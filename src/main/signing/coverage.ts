import type { OpcPackage, Relationship } from '../opc/package.ts';
import {
  PackageError,
  partKey,
  relationshipsPart,
  relationshipsSource,
  targetPart,
} from '../opc/package.ts';
import { ORIGIN_TYPE, SIGNATURE_TYPE } from './algorithms.ts';
import type { RelationshipChoice } from './relationship-transform.ts';
import { isChosen } from './relationship-transform.ts';
import type { Coverage, UncoveredRelationship } from './types.ts';
import type { SignedPart } from './verify-signature.ts';

/** Word rewrites these whenever it saves, so it never signs them ([MS-OFFCRYPTO] §2.5.2). */
const PROPERTY_TYPES = new Set([
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties',
]);

/** Whether a relationship of the package is one that signatures leave out: themselves, and properties. */
export const isLeftOut = (source: string, { type }: { readonly type: string }): boolean =>
  source === '/' && (type === ORIGIN_TYPE || PROPERTY_TYPES.has(type));

/** Where the signatures of a package are, found as the standard says: from its relationships. */
export interface SignatureParts {
  readonly origin: string | null;
  readonly signatures: readonly string[];
  /** In their place, but not named by any relationship. */
  readonly stray: readonly string[];
}

const SIGNATURE_FOLDER = '/_xmlsignatures/';

const isInSignatureFolder = (partName: string): boolean =>
  partKey(partName).startsWith(SIGNATURE_FOLDER);

export function signatureParts(opc: OpcPackage): SignatureParts {
  const originTarget = opc.relationships('/').find(({ type }) => type === ORIGIN_TYPE)?.target;
  const origin = originTarget === undefined ? null : opc.partNamed(targetPart('/', originTarget));
  const signatures =
    origin === null
      ? []
      : opc
          .relationships(origin)
          .filter(({ type, isExternal }) => type === SIGNATURE_TYPE && !isExternal)
          .map(({ target }) => opc.partNamed(targetPart(origin, target)))
          .filter((name) => name !== null);
  const named = new Set([
    ...signatures,
    ...(origin === null ? [] : [origin, opc.partNamed(relationshipsPart(origin))]),
  ]);
  return {
    origin,
    signatures: [...new Set(signatures)],
    stray: opc.partNames.filter((name) => isInSignatureFolder(name) && !named.has(name)),
  };
}

/** What signatures are about, and nothing else is to be covered. */
export function isOfSignatures(partName: string, { origin, signatures }: SignatureParts): boolean {
  if (isInSignatureFolder(partName) || signatures.includes(partName)) return true;
  return origin !== null && (partName === origin || partName === relationshipsPart(origin));
}

/** The properties of the package: parts that only those relationships of it name. */
export function propertyParts(opc: OpcPackage): ReadonlySet<string> {
  const named = opc
    .relationships('/')
    .filter(({ type, isExternal }) => PROPERTY_TYPES.has(type) && !isExternal)
    .map(({ target }) => opc.partNamed(targetPart('/', target)))
    .filter((name) => name !== null);
  const others = new Set(
    opc
      .relationships('/')
      .filter(({ type }) => !PROPERTY_TYPES.has(type))
      .map(({ target }) => opc.partNamed(targetPart('/', target))),
  );
  return new Set(named.filter((name) => !others.has(name)));
}

/** The relationships of a part; null where their list cannot be read. */
function readable(opc: OpcPackage, source: string): readonly Relationship[] | null {
  try {
    return opc.relationships(source);
  } catch (error) {
    if (error instanceof PackageError) return null;
    throw error;
  }
}

/** What nobody signed of a list of relationships. */
function uncoveredIn(
  opc: OpcPackage,
  source: string,
  choices: readonly RelationshipChoice[],
): readonly UncoveredRelationship[] {
  return (readable(opc, source) ?? [])
    .filter((relationship) => !isLeftOut(source, relationship))
    .filter((relationship) => !choices.some((choice) => isChosen(choice, relationship)))
    .map(({ id, type, target }) => ({ source, id, type, target }));
}

/** What is in a package and not among these signed parts. */
export function coverage(
  opc: OpcPackage,
  places: SignatureParts,
  signed: readonly SignedPart[],
): Coverage {
  const whole = new Set<string>();
  const choices = new Map<string, RelationshipChoice[]>();
  for (const { partName, relationships } of signed) {
    const key = partKey(partName);
    if (relationships === null) whole.add(key);
    else choices.set(key, [...(choices.get(key) ?? []), relationships]);
  }
  const properties = propertyParts(opc);
  const open = opc.partNames.filter(
    (name) => !whole.has(partKey(name)) && !isOfSignatures(name, places),
  );
  const sources = open.map((name) => ({ name, source: relationshipsSource(name) }));
  const parts = sources
    .filter(
      ({ name, source }) =>
        !properties.has(name) && (source === null || readable(opc, source) === null),
    )
    .map(({ name }) => name);
  const relationships = sources.flatMap(({ name, source }) =>
    source === null ? [] : uncoveredIn(opc, source, choices.get(partKey(name)) ?? []),
  );
  return {
    extent: parts.length + relationships.length === 0 ? 'whole' : 'partly',
    parts,
    relationships,
    properties: open.filter((name) => properties.has(name)),
  };
}
