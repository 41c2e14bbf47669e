import type { InlineNode } from '../../shared/document/rich-text.ts';
import { MARK_PX_PER_MM } from '../../shared/official/mark-rules.ts';
import { estimatedWidthTwips } from './estimated-width.ts';

/** The line that a digital signature fills, as Word shows and takes it. */
export interface SigningLine {
  /** "{8-4-4-4-12}" in capitals; unlike that of any other line. */
  readonly setupId: string;
  readonly suggestedSigner: string;
  readonly suggestedTitle: string;
}

/** A visible signature in its place in a document. */
export interface SignatureImage {
  /** Among the images of the document. */
  readonly imageId: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** "Tanda tangan …", for those who cannot see it. */
  readonly description: string;
  /** Where it is signed digitally: the image is what the line shows until then. */
  readonly line?: SigningLine | undefined;
}

/** A signature line as it is drawn. */
export interface DrawnLine extends SigningLine {
  /** What Word tells whoever opens the line to sign. */
  readonly instructions: string;
  readonly imageRelationshipId: string;
  /** Unlike any other shape's in the document. */
  readonly shapeId: string;
  readonly description: string;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** What a run of Word's text holds for a signature line. */
export type DrawLine = (line: DrawnLine) => string;

const TWIPS_PER_MARK_PX = 1440 / 25.4 / MARK_PX_PER_MM;

/** As large as it was signed, or as fits into its place, in its own proportions; in twips. */
export function shownSignatureTwips(
  { widthPx, heightPx }: SignatureImage,
  room: { readonly widthTwips: number; readonly heightTwips: number },
): { readonly widthTwips: number; readonly heightTwips: number } {
  const scale = Math.min(TWIPS_PER_MARK_PX, room.widthTwips / widthPx, room.heightTwips / heightPx);
  return {
    widthTwips: Math.max(1, Math.round(widthPx * scale)),
    heightTwips: Math.max(1, Math.round(heightPx * scale)),
  };
}

interface CellRoom {
  /** From the number's indent to the right edge. */
  readonly widthTwips: number;
  readonly indentTwips: number;
  readonly layout: { readonly sizes: { readonly table: number }; readonly fontFactor: number };
}

/** Programs measure letters a little differently; none may take the signature to a second line. */
const SLACK_TWIPS = 80;
/** What lines and edges of a cell, and the letters beside a signature, take of the row's height. */
const AROUND_TWIPS = 150;

/** The room for a signature beside its number, in its half of the cell and the height of the row. */
export function signatureRoomInCell(
  number: readonly InlineNode[] | undefined,
  rowHeightMm: number,
  { widthTwips, indentTwips, layout }: CellRoom,
): { readonly widthTwips: number; readonly heightTwips: number } {
  const text = (number ?? []).map((node) => (node.type === 'text' ? node.text : ' ')).join('');
  const letters = { halfPoints: layout.sizes.table, fontFactor: layout.fontFactor };
  const half = indentTwips === 0 ? widthTwips / 2 : widthTwips;
  const heightTwips = (rowHeightMm * 1440) / 25.4 - AROUND_TWIPS;
  return {
    widthTwips: Math.max(
      1,
      Math.floor(half - estimatedWidthTwips(`${text} `, letters) - SLACK_TWIPS),
    ),
    heightTwips: Math.max(1, Math.floor(heightTwips)),
  };
}
