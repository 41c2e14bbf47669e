import { officialDocx } from '../../src/main/export/docx/official-docx.ts';
import type { OfficialDocument, Piece } from '../../src/main/export/official-document.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../src/shared/official/office-settings.ts';
import type { DocxFile } from './docx.ts';
import { docxFile, elements, shownText } from './docx.ts';
import { NOW_MS } from './records.ts';

export const PART = 'word/document.xml';
const TWIPS_PER_MM = 1440 / 25.4;
export const TEXT_WIDTH_TWIPS =
  Math.round(210 * TWIPS_PER_MM) - Math.round(30 * TWIPS_PER_MM) - 1134;

/** A document of these pieces, as it comes out as a Word file. */
export function drawn(pieces: readonly Piece[], more: Partial<OfficialDocument> = {}): DocxFile {
  const bytes = officialDocx({
    kind: 'notula',
    properties: {
      title: 'Notula Contoh',
      subject: 'Contoh & lain',
      author: '',
      createdAtMs: NOW_MS,
    },
    isDraft: false,
    secrecy: '',
    page: DEFAULT_OFFICE_SETTINGS.page,
    letterhead: null,
    footer: { text: '', hasPageNumbers: false },
    pieces,
    images: [],
    ...more,
  });
  return docxFile(bytes);
}

export const attributes = (file: DocxFile, name: string, attribute: string, part = PART) =>
  elements(file.dom(part), name).map((element) => element.getAttribute(attribute));
export const paragraphOf = (file: DocxFile, text: string) => {
  const found = elements(file.dom(PART), 'w:p').find((element) => shownText(element) === text);
  if (!found) throw new Error(`no paragraph "${text}"`);
  return found;
};
