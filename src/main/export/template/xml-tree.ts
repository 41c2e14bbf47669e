import { unescapedXml } from '../../opc/xml-text.ts';
import { AppError } from '../../../shared/contract/errors.ts';

/** One element of a part, by its places in the part's text; its words are never copied. */
export interface XmlElement {
  /** With its prefix: "w:p". */
  readonly name: string;
  /** Of its start tag. */
  readonly start: number;
  /** After its start tag; equal to `contentEnd` in an empty element. */
  readonly contentStart: number;
  contentEnd: number;
  /** After its end tag. */
  end: number;
  /** Written as one tag: <w:p/>. */
  readonly isSelfClosed: boolean;
  readonly parent: XmlElement | null;
  readonly children: XmlElement[];
}

/** Deeper than any program writes; a part that is deeper only means to break its reader. */
const DEEPEST = 500;

const broken = (reason: string): AppError => new AppError('template-broken', { reason });

/** Where a start tag ends, whose attributes may hold ">". */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const char = xml[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  throw broken('tag');
}

function after(xml: string, text: string, from: number): number {
  const at = xml.indexOf(text, from);
  if (at === -1) throw broken('markup');
  return at + text.length;
}

/**
 * Reads the elements of a part, their places only. Everything that a splice does not touch so stays
 * as it was, byte by byte. Throws `template-broken` where tags do not match, and for a document type
 * definition, which could make one word into gigabytes and which Word itself never writes.
 */
export function parseXml(xml: string): XmlElement {
  let root: XmlElement | null = null;
  let open: XmlElement | null = null;
  let depth = 0;
  let at = xml.indexOf('<');
  while (at !== -1) {
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at);
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at);
    else if (xml.startsWith('<!', at)) throw broken('doctype');
    else if (xml.startsWith('</', at)) {
      const end = after(xml, '>', at);
      if (open === null || xml.slice(at + 2, end - 1).trimEnd() !== open.name)
        throw broken('nesting');
      open.contentEnd = at;
      open.end = end;
      open = open.parent;
      depth -= 1;
      at = end;
    } else {
      const end = tagEnd(xml, at) + 1;
      const isSelfClosed = xml[end - 2] === '/';
      const name = /^[^\s/>]+/.exec(xml.slice(at + 1, Math.min(end, at + 200)))?.[0];
      if (name === undefined || (open === null && root !== null)) throw broken('element');
      const element: XmlElement = {
        name,
        start: at,
        contentStart: end,
        contentEnd: end,
        end,
        isSelfClosed,
        parent: open,
        children: [],
      };
      open?.children.push(element);
      root ??= element;
      if (!isSelfClosed) {
        open = element;
        depth += 1;
        if (depth > DEEPEST) throw broken('depth');
      }
      at = end;
    }
    at = xml.indexOf('<', at);
  }
  if (root === null || open !== null) throw broken('end');
  return root;
}

/** All elements of a name under one, in reading order. */
export function descendants(from: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(from);
  return found;
}

export const childOf = (parent: XmlElement | null | undefined, name: string): XmlElement | null =>
  parent?.children.find((child) => child.name === name) ?? null;

/** The nearest element of a name around one. */
export function ancestor(element: XmlElement, name: string): XmlElement | null {
  for (let at = element.parent; at !== null; at = at.parent) if (at.name === name) return at;
  return null;
}

/** An attribute of an element, by its name with prefix; null where it has none. */
export function attribute(xml: string, element: XmlElement, name: string): string | null {
  const tag = xml.slice(element.start, element.contentStart);
  const match = new RegExp(
    `\\s${name.replace(/[.]/g, '\\.')}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`,
  ).exec(tag);
  return match === null ? null : unescapedXml(match[1] ?? match[2] ?? '');
}

/** A text that takes the place of another. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts all splices into a text; of two that meet in one place, the first comes first. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const splice of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    // What lies within a piece that is taken out as a whole is gone with it.
    if (splice.start < at) continue;
    parts.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  return [...parts, text.slice(at)].join('');
}
