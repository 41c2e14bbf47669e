import type { Document, Element } from '@xmldom/xmldom';

import { RELATIONSHIPS_NAMESPACE } from '../opc/package.ts';
import { childElements, isElement, parseXmlPart } from '../opc/xml.ts';
import { canonicalElement } from './canonical-xml.ts';
import type { Canonicalization } from './canonical-xml.ts';

const COMMENT_NODE = 8;

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

/**
 * `xmlsec` is what xmlsec before 1.3.8 makes, with which LibreOffice signs and verifies: every text
 * or comment between relationships becomes an element "text" or "comment" before them.
 */
export type TransformVariant = 'standard' | 'xmlsec';

/** Takes all out of an element, and puts back what the variant leaves of it. */
function emptied(document: Document, element: Element, variant: TransformVariant): void {
  const left: Element[] = [];
  for (let child = element.firstChild; child !== null; child = element.firstChild) {
    element.removeChild(child);
    if (variant === 'xmlsec' && !isElement(child)) {
      const name = child.nodeType === COMMENT_NODE ? 'comment' : 'text';
      left.push(document.createElementNS(RELATIONSHIPS_NAMESPACE, name));
    }
  }
  for (const one of left) element.appendChild(one);
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
  variant: TransformVariant = 'standard',
): string {
  const document = parseXmlPart(bytes);
  const root = document.documentElement;
  if (root === null) return '';
  const chosen = childElements(root, RELATIONSHIPS_NAMESPACE, 'Relationship').filter((element) =>
    isChosen(choice, { id: attribute(element, 'Id'), type: attribute(element, 'Type') }),
  );
  emptied(document, root, variant);
  for (const element of chosen.toSorted(byId)) {
    emptied(document, element, variant);
    if (!element.hasAttribute('TargetMode')) element.setAttribute('TargetMode', 'Internal');
    root.appendChild(element);
  }
  return canonicalElement(root, method);
}
