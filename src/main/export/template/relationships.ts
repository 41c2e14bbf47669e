import { escapedXml } from '../../opc/xml-text.ts';
import type { XmlElement } from './xml-tree.ts';
import { attribute, parseXml } from './xml-tree.ts';

/** How one part of a package names another (ECMA-376 part 2, relationships). */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const RELATIONSHIP_TYPES = {
  numbering: `${OFFICE}/numbering`,
  image: `${OFFICE}/image`,
} as const;
const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** "word/document.xml" → "word/_rels/document.xml.rels". */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** A target as a name in the package, seen from the part that names it. */
export function resolvedTarget(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

const isNamed = (element: XmlElement, name: string): boolean =>
  element.name === name || element.name.endsWith(`:${name}`);

export function readRelationships(xml: string): readonly Relationship[] {
  return parseXml(xml)
    .children.filter((child) => isNamed(child, 'Relationship'))
    .map((child) => ({
      id: attribute(xml, child, 'Id') ?? '',
      type: attribute(xml, child, 'Type') ?? '',
      target: attribute(xml, child, 'Target') ?? '',
      isExternal: attribute(xml, child, 'TargetMode')?.toLowerCase() === 'external',
    }));
}

/** Adds elements at the end of a list's root, whatever prefix the list has. */
function withChildren(xml: string, children: (prefix: string) => string): string {
  const root = parseXml(xml);
  const prefix = root.name.includes(':') ? `${root.name.split(':')[0]}:` : '';
  if (!root.isSelfClosed) {
    return xml.slice(0, root.contentEnd) + children(prefix) + xml.slice(root.contentEnd);
  }
  const tag = xml.slice(root.start, root.end).replace(/\s*\/>$/, '>');
  return `${xml.slice(0, root.start)}${tag}${children(prefix)}</${root.name}>${xml.slice(root.end)}`;
}

/** A list of relationships with new ones; `xml` is null where the part had none. */
export function withRelationships(
  xml: string | null,
  added: readonly Omit<Relationship, 'isExternal'>[],
): string {
  return withChildren(xml ?? EMPTY, (prefix) =>
    added
      .map(
        ({ id, type, target }) =>
          `<${prefix}Relationship Id="${escapedXml(id)}" Type="${type}" Target="${escapedXml(target)}"/>`,
      )
      .join(''),
  );
}

/** What each part of a package is. */
export interface ContentTypes {
  readonly of: (path: string) => string;
  readonly all: readonly string[];
}

export function contentTypesOf(xml: string): ContentTypes {
  const { children } = parseXml(xml);
  const typed = (name: string, key: string): ReadonlyMap<string, string> =>
    new Map(
      children
        .filter((child) => isNamed(child, name))
        .map((child) => [
          (attribute(xml, child, key) ?? '').toLowerCase(),
          attribute(xml, child, 'ContentType') ?? '',
        ]),
    );
  const overrides = typed('Override', 'PartName');
  const defaults = typed('Default', 'Extension');
  return {
    of: (path) =>
      overrides.get(`/${path.toLowerCase()}`) ??
      defaults.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ??
      '',
    all: [...overrides.values(), ...defaults.values()],
  };
}

/** The list of types with what is not in it yet. A template of Word (.dotx) becomes a document. */
export function withContentTypes(
  xml: string,
  added: {
    readonly parts: Readonly<Record<string, string>>;
    readonly extensions: Readonly<Record<string, string>>;
  },
): string {
  const types = contentTypesOf(xml);
  const asDocument = xml.replace(
    'wordprocessingml.template.main+xml',
    'wordprocessingml.document.main+xml',
  );
  const extensions = Object.entries(added.extensions).filter(
    ([extension, type]) => types.of(`x.${extension}`) !== type,
  );
  const parts = Object.entries(added.parts);
  if (extensions.length + parts.length === 0) return asDocument;
  return withChildren(asDocument, (prefix) =>
    [
      ...extensions.map(
        ([extension, type]) => `<${prefix}Default Extension="${extension}" ContentType="${type}"/>`,
      ),
      ...parts.map(
        ([path, type]) =>
          `<${prefix}Override PartName="/${escapedXml(path)}" ContentType="${type}"/>`,
      ),
    ].join(''),
  );
}
