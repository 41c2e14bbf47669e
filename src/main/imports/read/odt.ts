import type { Element } from '@xmldom/xmldom';

import type {
  PiecePlace,
  ReadCell,
  ReadDocument,
  ReadListPlace,
  ReadParagraph,
} from '../../../shared/imports/document.ts';
import { childElements, parseXmlPart } from '../../opc/xml.ts';
import type { ZipEntry, ZipLimits } from '../../opc/zip.ts';
import { inflated, readZip } from '../../opc/zip.ts';
import type { OdtStyles } from './odt-styles.ts';
import { ODF, odtStyles } from './odt-styles.ts';
import { odtWords } from './odt-words.ts';
import type { PieceWriter, ReadRow } from './piece-writer.ts';
import { cleanText, createPieceWriter } from './piece-writer.ts';
import { ReadingError } from './reading-error.ts';

const LIMITS: ZipLimits = {
  largestBytes: 100 * 1024 * 1024,
  largestInflatedBytes: 300 * 1024 * 1024,
  mostEntries: 5000,
};
export const ODT_MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';
/** A table may say of one row or cell that it stands there so many times. */
const MOST_REPEATS = 100;
/** Lists within lists, sections within sections. */
const DEEPEST = 60;

interface Place {
  readonly place: PiecePlace;
  readonly list: ReadListPlace | null;
  readonly depth: number;
}

interface Reader {
  readonly styles: OdtStyles;
  readonly writer: PieceWriter;
}

const isText = (element: Element, name: string): boolean =>
  element.namespaceURI === ODF.text && element.localName === name;

const repeats = (element: Element, name: string): number =>
  Math.min(MOST_REPEATS, Math.max(1, Number(element.getAttributeNS(ODF.table, name) ?? 1) || 1));

interface ReadOfParagraph {
  readonly paragraph: ReadParagraph;
  readonly boxes: readonly Element[];
  readonly notes: readonly Element[];
}

function readParagraph(
  element: Element,
  list: ReadListPlace | null,
  styles: OdtStyles,
): ReadOfParagraph {
  const { text, boldLength, boxes, notes } = odtWords(element, styles);
  const level = Number(element.getAttributeNS(ODF.text, 'outline-level') ?? 1) || 1;
  return {
    paragraph: {
      text: cleanText(text),
      heading: isText(element, 'h') ? level : null,
      list,
      boldLength: cleanText(text.slice(0, boldLength)).length,
      alignment: styles.alignment(element.getAttributeNS(ODF.text, 'style-name')),
    },
    boxes,
    notes,
  };
}

/** Every paragraph within an element, however deep, as it stands in one cell of a table. */
function paragraphsIn(
  parent: Element,
  list: ReadListPlace | null,
  depth: number,
  styles: OdtStyles,
): readonly ReadParagraph[] {
  if (depth > DEEPEST) return [];
  return childElements(parent).flatMap((element): readonly ReadParagraph[] => {
    if (isText(element, 'p') || isText(element, 'h')) {
      const { paragraph, boxes } = readParagraph(element, list, styles);
      return [paragraph, ...boxes.flatMap((box) => paragraphsIn(box, null, depth + 1, styles))];
    }
    const inner = isText(element, 'list') ? listPlace(element, list, styles) : list;
    return paragraphsIn(element, inner, depth + 1, styles);
  });
}

const listPlace = (
  element: Element,
  outer: ReadListPlace | null,
  styles: OdtStyles,
): ReadListPlace => {
  const style = element.getAttributeNS(ODF.text, 'style-name');
  return {
    level: outer === null ? 0 : outer.level + 1,
    isOrdered: style === null && outer !== null ? outer.isOrdered : styles.isOrderedList(style),
  };
};

function cellsOf(row: Element, styles: OdtStyles): ReadRow {
  return childElements(row).flatMap((element): readonly ReadCell[] => {
    const isCell = element.localName === 'table-cell' || element.localName === 'covered-table-cell';
    if (!isCell || element.namespaceURI !== ODF.table) return [];
    const span = repeats(element, 'number-columns-spanned');
    const cell = {
      // What a cell above covers stands empty in its own column; what the one before covers is no cell.
      paragraphs: element.localName === 'table-cell' ? paragraphsIn(element, null, 0, styles) : [],
      span,
    };
    return Array.from({ length: repeats(element, 'number-columns-repeated') }, () => cell);
  });
}

/** Leaves out the covered cells that follow a cell over several columns. */
function withoutCovered(row: Element, cells: ReadRow): ReadRow {
  const kept: ReadCell[] = [];
  let covered = 0;
  for (const cell of cells) {
    if (covered > 0 && cell.paragraphs.length === 0) {
      covered -= 1;
      continue;
    }
    kept.push(cell);
    covered = cell.span - 1;
  }
  return row.hasChildNodes() ? kept : [];
}

function rowsOf(table: Element, styles: OdtStyles, depth: number): readonly ReadRow[] {
  if (depth > DEEPEST) return [];
  return childElements(table, ODF.table).flatMap((element): readonly ReadRow[] => {
    if (/^table-(?:header-rows|rows|row-group)$/.test(element.localName ?? ''))
      return rowsOf(element, styles, depth + 1);
    if (element.localName !== 'table-row') return [];
    const cells = withoutCovered(element, cellsOf(element, styles));
    return Array.from({ length: repeats(element, 'number-rows-repeated') }, () => cells);
  });
}

function writeAll(parent: Element, at: Place, reader: Reader): void {
  if (at.depth > DEEPEST) throw new ReadingError('broken', 'depth');
  const { styles, writer } = reader;
  for (const element of childElements(parent)) {
    const inner = { ...at, depth: at.depth + 1 };
    if (element.namespaceURI === ODF.table && element.localName === 'table') {
      writer.table(rowsOf(element, styles, 0), at.place);
    } else if (isText(element, 'p') || isText(element, 'h')) {
      const { paragraph, boxes, notes } = readParagraph(element, at.list, styles);
      if (at.place === 'isi' && styles.breaksBefore(element.getAttributeNS(ODF.text, 'style-name')))
        writer.pageBreak();
      writer.paragraph(paragraph, at.place);
      for (const box of boxes) writeAll(box, { ...inner, place: 'kotak', list: null }, reader);
      for (const note of notes) {
        for (const body of childElements(note, ODF.text, 'note-body'))
          writeAll(body, { ...inner, place: 'catatan', list: null }, reader);
      }
    } else if (isText(element, 'list')) {
      writeAll(element, { ...inner, list: listPlace(element, at.list, styles) }, reader);
    } else if (element.namespaceURI === ODF.draw && element.localName === 'text-box') {
      writeAll(element, { ...inner, place: 'kotak', list: null }, reader);
    } else if (!isText(element, 'tracked-changes')) {
      writeAll(element, inner, reader);
    }
  }
}

/** Headers or footers of the pages, the same text once. */
function edgesOf(root: Element, name: 'header' | 'footer'): readonly Element[] {
  const texts = new Map<string, Element>();
  for (const master of childElements(root, ODF.office, 'master-styles')) {
    for (const page of childElements(master)) {
      for (const edge of childElements(page, ODF.style)) {
        if (edge.localName?.startsWith(name) === true) texts.set(edge.textContent ?? '', edge);
      }
    }
  }
  return [...texts.values()];
}

function rootOf(entries: readonly ZipEntry[], name: string): Element | null {
  const entry = entries.find((each) => each.name === name);
  return entry === undefined ? null : parseXmlPart(inflated(entry)).documentElement;
}

/**
 * Reads an OpenDocument text: headings, lists, tables, text boxes, notes, headers and footers.
 * Comments, deleted words, formulas and pictures are left out. Throws ReadingError, ZipError, XmlError.
 */
export function readOdt(bytes: Uint8Array): ReadDocument {
  const entries = readZip(bytes, LIMITS);
  const manifest = entries.find(({ name }) => name === 'META-INF/manifest.xml');
  const isEncrypted =
    manifest !== undefined && Buffer.from(inflated(manifest)).includes('encryption-data');
  if (isEncrypted) throw new ReadingError('encrypted', 'manifest');
  const content = rootOf(entries, 'content.xml');
  const [body] = content === null ? [] : childElements(content, ODF.office, 'body');
  const [text] = body === undefined ? [] : childElements(body, ODF.office, 'text');
  if (content === null || text === undefined) throw new ReadingError('unknown-type', 'no text');
  const file = rootOf(entries, 'styles.xml');
  const styles = odtStyles(file === null ? [content] : [file, content]);
  const writer = createPieceWriter();
  const reader = { styles, writer };
  const edge = (name: 'header' | 'footer', place: PiecePlace): void => {
    for (const element of file === null ? [] : edgesOf(file, name))
      writeAll(element, { place, list: null, depth: 0 }, reader);
  };
  edge('header', 'kop');
  writeAll(text, { place: 'isi', list: null, depth: 0 }, reader);
  edge('footer', 'kaki');
  return writer.document();
}
