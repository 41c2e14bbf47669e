import type { OpcPackage } from '../../opc/package.ts';
import {
  CONTENT_TYPES_ENTRY,
  readPackage,
  relationshipsPart,
  targetPart,
} from '../../opc/package.ts';
import { eachMarkup, partText, refuseBusy } from '../../opc/xml.ts';
import type { ZipEntry } from '../../opc/zip.ts';
import { storedEntry, writeZip } from '../../opc/zip.ts';
import { ReadingError } from './reading-error.ts';

const OFFICE =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(?:2006\/)?relationships\//;
/** What a text takes from other parts. Pictures and whatever is embedded stay where they are. */
const NEEDED = ['styles', 'numbering', 'footnotes', 'endnotes'];
/** Word writes three headers for each section, most of them the same. */
const MOST_EDGES = 60;
const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Fields and directions of writing: mammoth passes over them with all that they hold. */
const UNWRAPPED = /^<\/?w:(?:fldSimple|dir|bdo)[\s/>]/;
const TEXT_BOX_AROUND = /^<(?:mc:AlternateContent|w:drawing)[\s>]/;

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Around {
  readonly start: number;
  readonly depth: number;
  hasFallback: boolean;
  isFallbackEnough: boolean;
  readonly boxes: string[];
}

/**
 * A part as mammoth reads all of its words: text boxes that have no older form beside them get one, and
 * what stands in simple fields stands in the paragraph itself.
 */
function withEveryWord(text: string): string {
  const splices: Splice[] = [];
  let around: Around | null = null;
  let depth = 0;
  let box: { readonly start: number; readonly depth: number } | null = null;
  eachMarkup(text, ({ start, end, type }) => {
    if (type === 'close') depth -= 1;
    const tag = text.slice(start, Math.min(end, start + 40));
    if (type === 'open' && around === null && TEXT_BOX_AROUND.test(tag))
      around = { start, depth, hasFallback: false, isFallbackEnough: false, boxes: [] };
    if (around === null) {
      if (UNWRAPPED.test(tag)) splices.push({ start, end, text: '' });
    } else if (type === 'open' && tag.startsWith('<mc:Fallback')) {
      around.hasFallback = true;
    } else if (type === 'open' && box === null && /^<w:txbxContent[\s>]/.test(tag)) {
      if (around.hasFallback) around.isFallbackEnough = true;
      else box = { start, depth };
    } else if (type === 'close' && box !== null && box.depth === depth) {
      around.boxes.push(text.slice(box.start, end));
      box = null;
    } else if (type === 'close' && around.depth === depth) {
      if (around.boxes.length > 0 && !around.isFallbackEnough)
        splices.push({
          start: around.start,
          end,
          text: `<w:pict>${around.boxes.join('')}</w:pict>`,
        });
      around = null;
    }
    if (type === 'open') depth += 1;
  });
  let at = 0;
  let written = '';
  for (const { start, end, text: inserted } of splices) {
    written += text.slice(at, start) + inserted;
    at = end;
  }
  return written + text.slice(at);
}

function checkedPart(opc: OpcPackage, partName: string): string {
  const text = partText(opc.content(partName));
  refuseBusy(text);
  return text;
}

/** A header or footer in the form of a document of its own. */
function asDocument(text: string): string {
  const open = /<w:(?:hdr|ftr)\b[^>]*[^/]>/.exec(text);
  const close = /<\/w:(?:hdr|ftr)>\s*$/.exec(text);
  const attributes = /<w:(?:hdr|ftr)\b([^>]*)>/.exec(open?.[0] ?? '')?.[1];
  if (open === null || close === null || attributes === undefined) return EMPTY_DOCUMENT;
  const body = text.slice(open.index + open[0].length, close.index);
  return `<w:document${attributes}><w:body>${body}</w:body></w:document>`;
}

const EMPTY_DOCUMENT = `<w:document xmlns:w="${WORD_NAMESPACE}"><w:body/></w:document>`;

/** A Word file of one text, small enough to be read in memory. */
export interface DocxPart {
  readonly place: 'isi' | 'kop' | 'kaki';
  readonly bytes: Uint8Array;
}

/**
 * The texts of a Word file, each as a package of its own without pictures: headers, the document,
 * footers. All is inflated and checked here, so that mammoth meets nothing that grows under its
 * hands. Throws ReadingError, PackageError, ZipError, XmlError.
 */
export function docxParts(bytes: Uint8Array): readonly DocxPart[] {
  const opc = readPackage(bytes);
  const root = opc
    .relationships('/')
    .find(({ type }) => OFFICE.test(type) && type.endsWith('/officeDocument'));
  const mainPart = root === undefined ? null : opc.partNamed(targetPart('/', root.target));
  if (mainPart === null) throw new ReadingError('unknown-type', 'no document');
  const related = opc.relationships(mainPart).filter(({ isExternal }) => !isExternal);
  const partsOf = (kind: string): readonly string[] =>
    related.flatMap(({ type, target }) => {
      const name =
        OFFICE.test(type) && type.endsWith(`/${kind}`)
          ? opc.partNamed(targetPart(mainPart, target))
          : null;
      return name === null ? [] : [name];
    });
  const entry = (partName: string, text: string): ZipEntry =>
    storedEntry(partName.slice(1), Buffer.from(text), 0);
  const shared = [
    ...opc.entries.filter(({ name }) => name === CONTENT_TYPES_ENTRY),
    ...NEEDED.flatMap(partsOf).map((name) => entry(name, checkedPart(opc, name))),
    entry('/_rels/.rels', checkedPart(opc, '/_rels/.rels')),
  ];
  /** Of a part that takes the document's place, with its own relationships in place of those. */
  const packaged = (source: string, text: string): Uint8Array => {
    const relationships = opc.partNamed(relationshipsPart(source));
    const rels =
      relationships === null
        ? []
        : [entry(relationshipsPart(mainPart), checkedPart(opc, relationships))];
    return writeZip([...shared, entry(mainPart, text), ...rels]);
  };
  const edges = (kind: 'header' | 'footer', place: DocxPart['place']): readonly DocxPart[] => {
    const texts = new Map(
      partsOf(kind)
        .slice(0, MOST_EDGES)
        .map((name) => [asDocument(withEveryWord(checkedPart(opc, name))), name]),
    );
    return [...texts].map(([text, name]) => ({ place, bytes: packaged(name, text) }));
  };
  return [
    ...edges('header', 'kop'),
    { place: 'isi', bytes: packaged(mainPart, withEveryWord(checkedPart(opc, mainPart))) },
    ...edges('footer', 'kaki'),
  ];
}
