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

/** The encodings that ECMA-376-2 permits in parts (M1.17): UTF-8 and UTF-16. */
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

/** The text of a part, to be written back as UTF-8. Throws XmlError. */
export function partText(bytes: Uint8Array): string {
  const text = decoded(bytes);
  // Another encoding is stated only in the declaration, which may be left out.
  return /^<\?xml[^>]*utf-?16/i.test(text) ? text.replace(/^<\?xml[^>]*\?>/, '') : text;
}

/** More of any of them than a program writes; they only mean to keep their reader busy. */
const LARGEST_BYTES = 32 * 1024 * 1024;
const DEEPEST = 500;
/** As a tree it takes about 600 MB: far more than any list or signature has. */
const MOST_ELEMENTS = 500_000;
const LONGEST_TAG = 64 * 1024;

/** A tag, whose attributes may hold ">" but no "<". */
const TAG = /^<\/?[^<>"'/]*(?:\/(?!>)[^<>"'/]*|"[^"<]*"[^<>"'/]*|'[^'<]*'[^<>"'/]*)*\/?>/;
const WHOLE_TAG = new RegExp(`${TAG.source}$`);
const CDATA = '<![CDATA[';
/** What holds no tags, by its begin and end. */
const PASSED_OVER = [
  ['<!--', '-->'],
  [CDATA, ']]>'],
  ['<?', '?>'],
] as const;

/** One piece of XML between "<" and ">". */
export interface Markup {
  readonly start: number;
  readonly end: number;
  readonly type: 'open' | 'close' | 'empty' | 'cdata' | 'other';
}

/** Where a comment, an instruction or CDATA ends. */
function passedOver(text: string, start: number): number {
  const [begin, end] = PASSED_OVER.find(([mark]) => text.startsWith(mark, start)) ?? [];
  if (begin === undefined || end === undefined) throw new XmlError('document type', true);
  const found = text.indexOf(end, start + begin.length);
  if (found === -1) throw new XmlError('not well-formed');
  return found + end.length;
}

/** Where a tag ends: nearly always at the next ">", or at a later one where an attribute holds that. */
function tagEnd(text: string, start: number): number {
  const next = text.indexOf('>', start) + 1;
  if (next - start <= LONGEST_TAG && WHOLE_TAG.test(text.slice(start, next))) return next;
  const [tag] = TAG.exec(text.slice(start, start + LONGEST_TAG)) ?? [];
  if (tag !== undefined) return start + tag.length;
  const isLong = text.length - start >= LONGEST_TAG;
  throw new XmlError(isLong ? 'tag' : 'not well-formed', isLong);
}

/**
 * Every piece of markup in order, in one pass over the text and without a tree. Throws XmlError where
 * there is none that is well-formed.
 */
export function eachMarkup(text: string, visit: (markup: Markup) => void): void {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const start = at;
    const mark = text[start + 1];
    if (mark === '!' || mark === '?') {
      at = passedOver(text, start);
      visit({ start, end: at, type: text.startsWith(CDATA, start) ? 'cdata' : 'other' });
      continue;
    }
    at = tagEnd(text, start);
    visit({
      start,
      end: at,
      type: mark === '/' ? 'close' : text[at - 2] === '/' ? 'empty' : 'open',
    });
  }
}

/**
 * Looks for what keeps a parser busy: it takes ever longer for each level and each attribute. Throws
 * XmlError, also where entities are declared.
 */
export function refuseBusy(text: string): void {
  let depth = 0;
  let elements = 0;
  eachMarkup(text, ({ type }) => {
    if (type === 'open' || type === 'empty') elements += 1;
    if (elements > MOST_ELEMENTS) throw new XmlError('elements', true);
    if (type === 'close') depth -= 1;
    else if (type === 'open') depth += 1;
    if (depth > DEEPEST) throw new XmlError('depth', true);
  });
}

/** Reads a part as XML 1.0 with namespaces. Throws XmlError for all that is not well-formed. */
export function parseXmlPart(bytes: Uint8Array): Document {
  if (bytes.byteLength > LARGEST_BYTES) throw new XmlError('size', true);
  const text = decoded(bytes);
  const declared = /^<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? 'utf-8';
  if (!/^utf-?(?:8|16)$/i.test(declared)) throw new XmlError('encoding');
  refuseBusy(text);
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

/** Adds elements at the end of the first element of a part, with the prefix that it has itself. */
export function withChildren(bytes: Uint8Array, children: (prefix: string) => string): Uint8Array {
  const text = partText(bytes);
  const name = parseXmlPart(bytes).documentElement?.tagName ?? '';
  const colon = name.indexOf(':') + 1;
  const added = children(name.slice(0, colon));
  const end = text.lastIndexOf(`</${name}`);
  if (end !== -1) return Buffer.from(text.slice(0, end) + added + text.slice(end));
  const close = text.lastIndexOf('/>');
  if (close === -1) throw new XmlError('no element');
  return Buffer.from(`${text.slice(0, close)}>${added}</${name}>${text.slice(close + 2)}`);
}
