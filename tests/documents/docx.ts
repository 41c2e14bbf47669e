import { DOMParser } from '@xmldom/xmldom';
import type { Document, Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

import { documentBytes } from '../../src/main/export/document-bytes.ts';
import type { DocumentInput } from '../../src/main/export/document-input.ts';
import { plainInput } from '../../src/main/export/document-input.ts';
import type { SessionRecord } from '../../src/shared/minutes/record.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { NOW_MS } from './records.ts';

export interface DocxFile {
  readonly bytes: Uint8Array;
  readonly xml: (part: string) => string;
  readonly dom: (part: string) => Document;
}

/** A document of a session; `set` is what the office has set and what was chosen. */
export function exported(
  record: SessionRecord,
  kind: DocumentKind = 'notula',
  set: Partial<DocumentInput> = {},
): DocxFile {
  return docxFile(documentBytes(kind, { ...plainInput(record, NOW_MS), ...set }));
}

export function docxFile(bytes: Uint8Array): DocxFile {
  const parts = unzipSync(bytes);
  const xml = (part: string): string => {
    const data = parts[part];
    if (!data) throw new Error(`no part ${part}`);
    return strFromU8(data);
  };
  const parse = (part: string): Document =>
    new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(`${level}: ${message}`);
      },
    }).parseFromString(xml(part), 'text/xml');
  // Read by nearly every question that a test asks, and of a large document it takes seconds.
  const parsed = new Map<string, Document>();
  const dom = (part: string): Document => {
    const document = parsed.get(part) ?? parse(part);
    parsed.set(part, document);
    return document;
  };
  return { bytes, xml, dom };
}

export const elements = (from: Document | Element, name: string): readonly Element[] =>
  Array.from(from.getElementsByTagName(name));

/** What an element shows: its words, "\n" for a line break, "\t" for a tab; no field codes. */
export function shownText(element: Element): string {
  let text = '';
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeName === 'w:t') text += child.textContent ?? '';
    else if (child.nodeName === 'w:br') text += '\n';
    else if (child.nodeName === 'w:tab' && element.nodeName === 'w:r') text += '\t';
    else if (child.nodeName === 'w:r') text += shownText(child as Element);
  }
  return text;
}

/** Every paragraph of the page's text in reading order, those in tables too. */
export function paragraphs(file: DocxFile, part = 'word/document.xml'): readonly string[] {
  return elements(file.dom(part), 'w:p').map(shownText);
}

export const allText = (file: DocxFile): string => paragraphs(file).join('\n');

export function cells(table: Element): readonly (readonly string[])[] {
  return elements(table, 'w:tr').map((row) =>
    elements(row, 'w:tc').map((cell) => elements(cell, 'w:p').map(shownText).join('\n')),
  );
}

/** The runs that show a text, with the names of their properties. */
export function runsOf(file: DocxFile, text: string): readonly (readonly string[])[] {
  return elements(file.dom('word/document.xml'), 'w:r')
    .filter((run) => shownText(run) === text)
    .map((run) =>
      elements(run, 'w:rPr').flatMap((properties) =>
        elements(properties, '*').map((property) => property.nodeName),
      ),
    );
}

export const count = (text: string, part: string): number => text.split(part).length - 1;
