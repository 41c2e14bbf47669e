import type { Document, Element } from '@xmldom/xmldom';

import { RELATIONSHIPS_NAMESPACE } from '../opc/package.ts';
import { childElements, parseXmlPart } from '../opc/xml.ts';
import { canonicalElement } from './canonical-xml.ts';
import type { Canonicalization } from './canonical-xml.ts';

/** Which relationships a signature is about: by id, or all of a type (ECMA-376-2 §13.2.4.24). */
export interface RelationshipChoice {
  readonly ids: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

export const isChosen = (
  { ids, types }: RelationshipChoice,
  { id, type }: { readonly id: string; readonly type: string },
): boolean => ids.has(id) || types.has(type);

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** By their characters, not by the words of a language. */
const byId = (a: Element, b: Element): number => (attribute(a, 'Id') < attribute(b, 'Id') ? -1 : 1);

function emptied(element: Element): void {
  while (element.lastChild !== null) element.removeChild(element.lastChild);
}

/**
 * A list of relationships as a signature hashes it (ECMA-376-2 §13.2.4.24): the chosen ones by id,
 * with nothing between or in them and every target mode said, then canonicalized.
 * Throws XmlError.
 */
export function transformedRelationships(
  bytes: Uint8Array,
  choice: RelationshipChoice,
  method: Canonicalization,
): string {
  const document: Document = parseXmlPart(bytes);
  const root = document.documentElement;
  if (root === null) return '';
  const chosen = childElements(root, RELATIONSHIPS_NAMESPACE, 'Relationship').filter((element) =>
    isChosen(choice, { id: attribute(element, 'Id'), type: attribute(element, 'Type') }),
  );
  emptied(root);
  for (const element of chosen.toSorted(byId)) {
    emptied(element);
    if (!element.hasAttribute('TargetMode')) element.setAttribute('TargetMode', 'Internal');
    root.appendChild(element);
  }
  return canonicalElement(root, method);
}
