import type {
  Piece,
  PiecePlace,
  ReadCell,
  ReadDocument,
  ReadParagraph,
} from '../../../shared/imports/document.ts';
import { ReadingError } from './reading-error.ts';

/** Far beyond minutes of 400 pages; a file that has more is none. */
const MOST_PIECES = 100_000;
const MOST_CHARACTERS = 20_000_000;

/** A table before it is known whether it is one. */
export type ReadRow = readonly ReadCell[];

export interface PieceWriter {
  readonly paragraph: (paragraph: ReadParagraph, place?: PiecePlace) => void;
  readonly table: (rows: readonly ReadRow[], place?: PiecePlace) => void;
  readonly pageBreak: () => void;
  readonly document: () => ReadDocument;
}

/** Without control characters and invisible marks; lines stay, spaces at their ends do not. */
export function cleanText(text: string): string {
  return (
    text
      .normalize('NFC')
      // oxlint-disable-next-line no-control-regex -- removing what no text may hold is the purpose
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g, '')
      // oxlint-disable-next-line no-control-regex -- Word's line breaks are such characters
      .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
      .replace(/[^\S\n\t]+/g, ' ')
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .trim()
  );
}

export const isBlank = ({ text }: ReadParagraph): boolean => text === '';

/** Collects the pieces of a file in their order, and gives each its number. */
export function createPieceWriter(): PieceWriter {
  const pieces: Piece[] = [];
  let characters = 0;
  let tables = 0;

  const count = (text: string): void => {
    characters += text.length;
    if (characters > MOST_CHARACTERS || pieces.length > MOST_PIECES)
      throw new ReadingError('too-large', 'text');
  };
  const paragraph: PieceWriter['paragraph'] = (read, place = 'isi') => {
    if (isBlank(read)) return;
    count(read.text);
    pieces.push({ type: 'paragraph', index: pieces.length, place, ...read });
  };
  const row = (cells: ReadRow, place: PiecePlace): void => {
    const written = cells.map((cell) => ({
      ...cell,
      paragraphs: cell.paragraphs.filter((each) => !isBlank(each)),
    }));
    if (written.every(({ paragraphs }) => paragraphs.length === 0)) return;
    for (const { paragraphs } of written) paragraphs.forEach(({ text }) => count(text));
    pieces.push({ type: 'row', index: pieces.length, place, table: tables, cells: written });
  };

  return {
    paragraph,
    table: (rows, place = 'isi') => {
      // A frame round a text, not a table.
      if (rows.every((cells) => cells.length < 2)) {
        for (const cell of rows.flat()) cell.paragraphs.forEach((each) => paragraph(each, place));
        return;
      }
      tables += 1;
      for (const cells of rows) row(cells, place);
    },
    pageBreak: () => {
      if (pieces.at(-1)?.type === 'page-break') return;
      count('');
      pieces.push({ type: 'page-break', index: pieces.length, place: 'isi' });
    },
    document: () => ({ pieces }),
  };
}
