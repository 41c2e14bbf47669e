/** In which part of a file a piece stands. */
export const PIECE_PLACES = ['isi', 'kop', 'kaki', 'kotak', 'catatan'] as const;
export type PiecePlace = (typeof PIECE_PLACES)[number];

export type Alignment = 'left' | 'center' | 'right' | 'justify';

/** One paragraph as a reader of files sees it, whatever the file's format. */
export interface ReadParagraph {
  /** Without the number or bullet that a program draws; lines within it are parted by "\n". */
  readonly text: string;
  /** Level of a heading, from 1; null where it is none. */
  readonly heading: number | null;
  /** What the file says of its place in a list; null where it stands in none. */
  readonly list: ReadListPlace | null;
  /** How many characters from its beginning are bold; the text's length where all of them are. */
  readonly boldLength: number;
  /** Null where the file does not say. */
  readonly alignment: Alignment | null;
}

export interface ReadListPlace {
  /** From 0. */
  readonly level: number;
  readonly isOrdered: boolean;
}

interface Place {
  /** Place in the document's pieces: what guesses name. */
  readonly index: number;
  readonly place: PiecePlace;
}

export interface ParagraphPiece extends ReadParagraph, Place {
  readonly type: 'paragraph';
}

/** One row of a table; those of one table follow each other and bear its number. */
export interface RowPiece extends Place {
  readonly type: 'row';
  readonly table: number;
  readonly cells: readonly ReadCell[];
}

export interface ReadCell {
  readonly paragraphs: readonly ReadParagraph[];
  /** How many columns it covers. */
  readonly span: number;
}

export interface PageBreakPiece extends Place {
  readonly type: 'page-break';
}

export type Piece = ParagraphPiece | RowPiece | PageBreakPiece;

/** All that was read of a file, in its order. */
export interface ReadDocument {
  readonly pieces: readonly Piece[];
}

export const cellText = (cell: ReadCell | undefined): string =>
  (cell?.paragraphs ?? []).map(({ text }) => text).join('\n');

/** The words of a piece: the cells of a row are parted by tabs. */
export function pieceText(piece: Piece): string {
  switch (piece.type) {
    case 'paragraph':
      return piece.text;
    case 'row':
      return piece.cells.map(cellText).join('\t');
    case 'page-break':
      return '';
  }
}

/** Every word of a file in its order, a piece a line: what a search looks through. */
export function documentText({ pieces }: ReadDocument): string {
  return pieces
    .map(pieceText)
    .filter((text) => text.trim() !== '')
    .join('\n');
}
