import type { Element } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';

import type { DocxFile } from '../documents/docx.ts';
import { elements, shownText } from '../documents/docx.ts';

/** What no document may show: words of the program instead of words of the meeting. */
const PROGRAM_WORDS = /\b(?:undefined|null|NaN)\b|Invalid Date|\[object/;

const TEXT_PARTS = /^word\/(?:document|header\d*|footer\d*)\.xml$/;

const textParts = (file: DocxFile): readonly string[] =>
  Object.keys(unzipSync(file.bytes, { filter: ({ name }) => TEXT_PARTS.test(name) }));

function lastChildElement(element: Element): string {
  let last = '';
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === child.ELEMENT_NODE) last = child.nodeName;
  }
  return last;
}

/**
 * Table cells that do not end with a paragraph (ECMA-376-1, 17.4.65): Word calls such a file
 * damaged, and the Open XML SDK says nothing.
 */
export function cellsWithoutParagraph(file: DocxFile): readonly string[] {
  return textParts(file).flatMap((part) =>
    elements(file.dom(part), 'w:tc')
      .filter((cell) => lastChildElement(cell) !== 'w:p')
      .map((cell) => `${part}: ${cell.textContent ?? ''}`),
  );
}

/** Tables whose rows hold fewer cells than the table has columns, or more: ragged in Word. */
export function raggedTables(file: DocxFile): readonly string[] {
  return textParts(file).flatMap((part) =>
    elements(file.dom(part), 'w:tbl').flatMap((table) => {
      const columns = children(children(table, 'w:tblGrid')[0], 'w:gridCol').length;
      return children(table, 'w:tr').flatMap((row) => {
        const reached = children(row, 'w:tc').reduce((sum, cell) => sum + spanOf(cell), 0);
        return reached === columns ? [] : [`${part}: ${reached} of ${columns} columns`];
      });
    }),
  );
}

function children(parent: Element | undefined, name: string): readonly Element[] {
  return parent ? elements(parent, name).filter((child) => child.parentNode === parent) : [];
}

function spanOf(cell: Element): number {
  const properties = children(cell, 'w:tcPr')[0];
  return Number(children(properties, 'w:gridSpan')[0]?.getAttribute('w:val') ?? 1);
}

/** Lines in which a word of the program stands, in the text, its head and foot and its properties. */
export function programWords(file: DocxFile): readonly string[] {
  const lines = textParts(file).flatMap((part) => elements(file.dom(part), 'w:p').map(shownText));
  const properties = elements(file.dom('docProps/core.xml'), '*').map(
    (element) => element.textContent ?? '',
  );
  return [...lines, ...properties].filter((line) => PROGRAM_WORDS.test(line));
}

/** "Nama:" alone; a longer line with a colon at its end is a sentence before a list. */
const EMPTY_LABEL = /^(?:\S+\s+){0,3}\S*[^\s:]\s*:$/;

/** Labels that announce a value and give none; what somebody typed or said may end so. */
export function emptyLabels(file: DocxFile, isTyped: (line: string) => boolean): readonly string[] {
  return elements(file.dom('word/document.xml'), 'w:p')
    .map((paragraph) => shownText(paragraph).trim())
    .filter((line) => EMPTY_LABEL.test(line) && !isTyped(line));
}

/** Pictures that say nothing to those who cannot see them. */
export function picturesWithoutWords(file: DocxFile): readonly string[] {
  return elements(file.dom('word/document.xml'), 'wp:docPr')
    .filter((picture) => (picture.getAttribute('descr') ?? '') === '')
    .map((picture) => picture.getAttribute('name') ?? '');
}
