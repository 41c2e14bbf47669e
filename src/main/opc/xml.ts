import type { Document, Element, Node } from '@xmldom/xmldom';
import { DOMParser, onWarningStopParsing } from '@xmldom/xmldom';

/** XML that is not well-formed, or that a reader of strangers' files must refuse. */
export class XmlError extends Error {
  /** It declares a document type: the way by which one word becomes gigabytes. */
  readonly isUnsafe: boolean;

  constructor(reason: string, isUnsafe = false, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'XmlError';
    this.isUnsafe = isUnsafe;
  }
}

const ELEMENT_NODE = 1;
const UTF_16 = { littleEndian: [0xff, 0xfe], bigEndian: [0xfe, 0xff] } as const;

/** The encodings that ECMA-376-2 §8.1.4 permits in parts: UTF-8 and UTF-16. */
function decoded(bytes: Uint8Array): string {
  const startsWith = ([first, second]: readonly [number, number]): boolean =>
    bytes[0] === first && bytes[1] === second;
  const encoding = startsWith(UTF_16.littleEndian)
    ? 'utf-16le'
    : startsWith(UTF_16.bigEndian)
      ? 'utf-16be'
      : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new XmlError('encoding', false, { cause: error });
  }
}

/** Reads a part as XML 1.0 with namespaces. Throws XmlError for all that is not well-formed. */
export function parseXmlPart(bytes: Uint8Array): Document {
  const text = decoded(bytes);
  if (text.includes('<!DOCTYPE')) throw new XmlError('document type', true);
  const declared = /^<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? 'utf-8';
  if (!/^utf-?(?:8|16)$/i.test(declared)) throw new XmlError('encoding');
  const parser = new DOMParser({
    onError: onWarningStopParsing,
    locator: false,
    // XML 1.0, §2.11. The parser's own also takes U+0085 and U+2028, as XML 1.1 does.
    normalizeLineEndings: (source) => source.replace(/\r\n?/g, '\n'),
  });
  try {
    return parser.parseFromString(text, 'text/xml');
  } catch (error) {
    throw new XmlError('not well-formed', false, { cause: error });
  }
}

export const isElement = (node: Node | null): node is Element => node?.nodeType === ELEMENT_NODE;

/** The child elements, in order; all of them or those of one name in one namespace. */
export function childElements(
  parent: Element,
  namespace?: string,
  localName?: string,
): readonly Element[] {
  const found: Element[] = [];
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (!isElement(child)) continue;
    if (namespace !== undefined && child.namespaceURI !== namespace) continue;
    if (localName !== undefined && child.localName !== localName) continue;
    found.push(child);
  }
  return found;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it is written into an attribute or an element. */
export const escapedXml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
