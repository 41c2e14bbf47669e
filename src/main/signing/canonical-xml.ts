import type { Attr, Document, Element, Node } from '@xmldom/xmldom';

import { isElement } from '../opc/xml.ts';

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';
const NODE = { text: 3, cdata: 4, instruction: 7, comment: 8 } as const;
/** One of the methods by which XML becomes the bytes that are hashed. */
export interface Canonicalization {
  /** Exclusive XML Canonicalization 1.0 rather than Canonical XML 1.0. */
  readonly isExclusive: boolean;
  readonly hasComments: boolean;
  /** Exclusive only: prefixes treated as the inclusive method does; "" is the default namespace. */
  readonly inclusivePrefixes: readonly string[];
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
};
const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/** Text in canonical form (Canonical XML 1.0, §2.3 "Text Nodes"). */
export const canonicalText = (text: string): string =>
  text.replace(/[&<>\r]/g, (char) => TEXT_ESCAPES[char] ?? char);

/** An attribute's value in canonical form (§2.3 "Attribute Nodes"). */
export const canonicalAttribute = (text: string): string =>
  text.replace(/[&<"\t\n\r]/g, (char) => ATTRIBUTE_ESCAPES[char] ?? char);

/** By code points, where JavaScript compares halves of those beyond U+FFFF. */
function byCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

type Namespaces = ReadonlyMap<string, string>;

const attributesOf = (element: Element): readonly Attr[] =>
  Array.from({ length: element.attributes.length }, (_, index) =>
    element.attributes.item(index),
  ).filter((attribute) => attribute !== null);

const isDeclaration = ({ namespaceURI }: Attr): boolean => namespaceURI === XMLNS_NAMESPACE;
const declaredPrefix = ({ prefix, localName }: Attr): string =>
  prefix === null || prefix === '' ? '' : (localName ?? '');

/** The namespaces that an element is in the scope of, given those of its parent. */
function inScope(attributes: readonly Attr[], outer: Namespaces): Namespaces {
  const declarations = attributes.filter(isDeclaration);
  if (declarations.length === 0) return outer;
  const inner = new Map(outer);
  for (const declaration of declarations) inner.set(declaredPrefix(declaration), declaration.value);
  return inner;
}

function ancestors(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at: Node | null = element.parentNode; isElement(at); at = at.parentNode) found.push(at);
  return found.reverse();
}

/** Prefixes that an element itself uses, in its name and those of its attributes. */
function usedPrefixes(element: Element, attributes: readonly Attr[]): readonly string[] {
  return [
    element.prefix ?? '',
    ...attributes.flatMap(({ prefix }) => (prefix === null || prefix === '' ? [] : [prefix])),
  ];
}

/** Which declarations an element shows: those that differ from what was shown around it. */
function shownNamespaces(
  candidates: Iterable<string>,
  scope: Namespaces,
  shown: Namespaces,
): readonly (readonly [prefix: string, uri: string])[] {
  const found: (readonly [string, string])[] = [];
  for (const prefix of new Set(candidates)) {
    if (prefix === 'xml') continue;
    const uri = scope.get(prefix);
    if (uri === undefined || uri === (shown.get(prefix) ?? '')) continue;
    found.push([prefix, uri]);
  }
  return found.toSorted(([a], [b]) => byCodePoints(a, b));
}

/** By namespace, those without one first, then by name. */
const byName = (a: Attr, b: Attr): number =>
  byCodePoints(a.namespaceURI ?? '', b.namespaceURI ?? '') ||
  byCodePoints(a.localName ?? '', b.localName ?? '');

function elementText(
  element: Element,
  method: Canonicalization,
  outer: Namespaces,
  shown: Namespaces,
  inherited: readonly Attr[],
): string {
  const all = attributesOf(element);
  const scope = inScope(all, outer);
  const own = all.filter((attribute) => !isDeclaration(attribute));
  const candidates = method.isExclusive
    ? [...usedPrefixes(element, own), ...method.inclusivePrefixes]
    : scope.keys();
  const namespaces = shownNamespaces(candidates, scope, shown);
  const attributes = [...own, ...inherited.filter(({ name }) => !element.hasAttribute(name))];
  const tag = [
    element.tagName,
    ...namespaces.map(
      ([prefix, uri]) => `xmlns${prefix === '' ? '' : `:${prefix}`}="${canonicalAttribute(uri)}"`,
    ),
    ...attributes
      .toSorted(byName)
      .map(({ name, value }) => `${name}="${canonicalAttribute(value)}"`),
  ].join(' ');
  const inside = namespaces.length === 0 ? shown : new Map([...shown, ...namespaces]);
  let content = '';
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    content += isElement(child)
      ? elementText(child, method, scope, inside, [])
      : otherText(child, method);
  }
  return `<${tag}>${content}</${element.tagName}>`;
}

function otherText(node: Node, { hasComments }: Canonicalization): string {
  const text = node.nodeValue ?? '';
  switch (node.nodeType) {
    case NODE.text:
    case NODE.cdata:
      return canonicalText(text);
    case NODE.comment:
      return hasComments ? `<!--${text}-->` : '';
    case NODE.instruction:
      // The parser gives the declaration at the head of a document as an instruction.
      if (node.nodeName === 'xml') return '';
      return `<?${node.nodeName}${text === '' ? '' : ` ${text}`}?>`;
    default:
      return '';
  }
}

/**
 * An element with all that is in it, as Canonical XML 1.0 or Exclusive XML Canonicalization 1.0
 * write it, taken out of its document: the first one keeps the namespaces and the `xml:` attributes
 * of what stands around it (Canonical XML 1.0, §2.4).
 */
export function canonicalElement(element: Element, method: Canonicalization): string {
  const around = ancestors(element);
  const outer = around.reduce<Namespaces>(
    (scope, ancestor) => inScope(attributesOf(ancestor), scope),
    new Map(),
  );
  const inherited = new Map<string, Attr>();
  if (!method.isExclusive) {
    for (const attribute of around.flatMap(attributesOf)) {
      if (attribute.namespaceURI === XML_NAMESPACE) inherited.set(attribute.name, attribute);
    }
  }
  return elementText(element, method, outer, new Map(), [...inherited.values()]);
}

/** A whole document: what stands before and after its first element is kept, one to a line. */
export function canonicalDocument(document: Document, method: Canonicalization): string {
  let text = '';
  let isAfter = false;
  for (let child = document.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child)) {
      text += canonicalElement(child, method);
      isAfter = true;
      continue;
    }
    // Between them a document has no text but line ends, which are not kept.
    if (child.nodeType === NODE.text) continue;
    const piece = otherText(child, method);
    if (piece !== '') text += isAfter ? `\n${piece}` : `${piece}\n`;
  }
  return text;
}
