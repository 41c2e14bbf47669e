import { createHash } from 'node:crypto';

import type { OpcPackage } from '../opc/package.ts';
import { guarded, partKey, readPackage, RELATIONSHIPS_TYPE } from '../opc/package.ts';
import { unescapedXml } from '../opc/xml-text.ts';
import { eachMarkup, partText, XmlError } from '../opc/xml.ts';
import { ORIGIN_CONTENT_TYPE, SIGNATURE_CONTENT_TYPE } from './algorithms.ts';

/** By which a file is known again, in hexadecimal. */
export interface PackageDigests {
  /**
   * Of the document's parts, without what signing and saving its properties change: one line for
   * each, "SHA-256  /part/name", in the order of the names, each line with a line feed.
   */
  readonly contentSha256: string;
  /**
   * Of its words: the text, then headers, footers, notes and comments, one line each, as they are
   * read. The same after another program has saved it.
   */
  readonly textSha256: string;
}

const sha256 = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex');

/** What signing adds, and properties, each by where it is and what it says to be. */
const LEFT_OUT: readonly (readonly [place: RegExp, type: string])[] = [
  [/^\/_xmlsignatures\/[^/]*$/, ORIGIN_CONTENT_TYPE],
  [/^\/_xmlsignatures\/[^/]*$/, SIGNATURE_CONTENT_TYPE],
  [/^\/_xmlsignatures\/_rels\/[^/]*$/, RELATIONSHIPS_TYPE],
  [/^\/_rels\/\.rels$/, RELATIONSHIPS_TYPE],
  [/^\/docprops\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [
    /^\/docprops\/app\.xml$/,
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  ],
];

/** By its type as well: a text in such a place would be shown, and nobody would miss the real one. */
function isContent(opc: OpcPackage, partName: string): boolean {
  const key = partKey(partName);
  const type = opc.contentType(partName).toLowerCase();
  return !LEFT_OUT.some(([place, leftOut]) => place.test(key) && type === leftOut);
}

/** Fields that a program counts anew whenever it lays out pages. */
const COUNTED = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|PAGEREF)\b/i;

const COUNT = /^\s*[\divxlcdm]{0,8}\s*$/i;

/** Fields and alternatives within each other: more only mean to keep their reader busy. */
const DEEPEST = 50;

interface Field {
  instruction: string;
  /** Where its result begins; null while it is none yet. */
  resultAt: number | null;
}

const normalised = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

const TAG_NAME = /^<\/?(?:[^\s/>:]+:)?([^\s/>]+)/;
const FIELD_MARK = /fldCharType\s*=\s*["'](\w+)/;
const SPACES: ReadonlySet<string> = new Set(['tab', 'br', 'cr']);

/**
 * Words of a part of WordprocessingML, one space between them. Elements are known by their names
 * without prefixes, and of alternatives that say different things both count: what some program
 * would show must not be missed.
 */
export function partWords(xml: string): string {
  const pieces: string[] = [];
  let lastEnd = 0;
  let inside: 't' | 'instrText' | null = null;
  const fields: Field[] = [];
  const choices: { start: number; said: string }[] = [];
  const fallbacks: number[] = [];

  const since = (start: number): string => pieces.slice(start).join('');
  const add = (piece: string): void => {
    const field = fields.at(-1);
    if (inside === 't') pieces.push(piece);
    else if (inside === 'instrText' && field?.resultAt === null) field.instruction += piece;
  };
  const markField = (mark: string | undefined): void => {
    if (mark === 'begin') fields.push({ instruction: '', resultAt: null });
    const field = fields.at(-1);
    if (mark === 'separate' && field !== undefined) field.resultAt = pieces.length;
    if (mark !== 'end') return;
    fields.pop();
    if (field === undefined || field.resultAt === null || !COUNTED.test(field.instruction)) return;
    if (COUNT.test(since(field.resultAt))) pieces.length = field.resultAt;
  };
  const open = (name: string, tag: string): void => {
    if (name === 't' || name === 'instrText') inside = name;
    else if (name === 'fldChar') markField(FIELD_MARK.exec(tag)?.[1]);
    else if (name === 'noBreakHyphen') pieces.push('\u2011');
    else if (SPACES.has(name)) pieces.push(' ');
    else if (name === 'AlternateContent') choices.push({ start: pieces.length, said: '' });
    else if (name === 'Fallback') {
      const choice = choices.at(-1);
      if (choice !== undefined) choice.said = since(choice.start);
      fallbacks.push(pieces.length);
    }
  };
  const close = (name: string): void => {
    if (name === 't' || name === 'instrText') inside = null;
    else if (name === 'p' || name === 'tc') pieces.push(' ');
    else if (name === 'AlternateContent') choices.pop();
    else if (name === 'Fallback') {
      const start = fallbacks.pop() ?? pieces.length;
      const said = choices.at(-1)?.said ?? '';
      if (normalised(since(start)) === normalised(said)) pieces.length = start;
    }
  };

  eachMarkup(xml, ({ start, end, type }) => {
    if (inside !== null) add(unescapedXml(xml.slice(lastEnd, start)));
    lastEnd = end;
    if (fields.length + choices.length > DEEPEST) throw new XmlError('depth', true);
    if (type === 'cdata') add(xml.slice(start + '<![CDATA['.length, end - ']]>'.length));
    if (type === 'cdata' || type === 'other') return;
    const tag = xml.slice(start, end);
    const name = TAG_NAME.exec(tag)?.[1] ?? '';
    if (type !== 'close') open(name, tag);
    if (type !== 'open') close(name);
  });
  return normalised(pieces.join(''));
}

const MAIN = /wordprocessingml\.(?:document|template)\.main\+xml$/i;
/** Headers and footers, notes and comments. */
const EDGES = /wordprocessingml\.(?:header|footer|footnotes|endnotes|comments)\+xml$/i;

/** The words of the text first; the others by their words, because programs rename them. */
function words(opc: OpcPackage): readonly string[] {
  const of = (type: RegExp): readonly string[] =>
    opc.partNames
      .filter((name) => type.test(opc.contentType(name)))
      .map((name) => partWords(partText(opc.content(name))));
  const edges = new Set(of(EDGES).filter((text) => text !== ''));
  return [...of(MAIN), ...[...edges].toSorted()];
}

/** Digests of a Word file, signed or not. Throws PackageError. */
export function packageDigests(bytes: Uint8Array): PackageDigests {
  const opc = readPackage(bytes);
  const parts = opc.partNames
    .filter((name) => isContent(opc, name))
    .toSorted()
    .map((name) => `${sha256(opc.content(name))}  ${name}\n`);
  return {
    contentSha256: sha256(parts.join('')),
    textSha256: sha256(
      guarded(() => words(opc))
        .map((text) => `${text}\n`)
        .join(''),
    ),
  };
}
