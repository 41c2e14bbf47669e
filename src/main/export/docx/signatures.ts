import type { Piece, SignatureBlock } from '../official-document.ts';
import type { DocxContext } from './context.ts';
import { estimatedWidthTwips } from '../estimated-width.ts';
import type { Xml } from './elements.ts';
import { paragraph } from './elements.ts';
import type { Layout } from './layout.ts';
import { twips } from './layout.ts';
import { textRun } from './runs.ts';
import { signatureLine } from './signature-picture.ts';
import { table, tableCell, tableRow } from './tables.ts';

export const NAME_BLANK = '…………………………………';
/** Room for a signature and a stamp. */
export const SIGNING_SPACE_TWIPS = twips(20);
/** What of that room a visible signature takes at most. */
export const SIGNATURE_ROOM = {
  spaceTwips: SIGNING_SPACE_TWIPS,
  heightTwips: twips(17),
} as const;
export const ACKNOWLEDGED_SPACE_TWIPS = twips(6);
export const SMALLEST_HALF_POINTS = 16;
export const SIGNATURE_SIDES = { left: 60, right: 60 } as const;
/** So many signatures stand beside each other where they have half of the page each, or less. */
export const FEWEST_COLUMNS = 2;

interface LineOptions {
  /** Half points, where it is not that of all lines. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly before?: number;
  readonly isAtEnd?: boolean;
}
type Line = (text: string, options?: LineOptions) => Xml;

const lineOf =
  ({ compactLine }: Layout, halfPoints: number): Line =>
  (text, { isBold = false, before = 0, isAtEnd = false, size = halfPoints } = {}) =>
    paragraph(
      {
        alignment: isAtEnd ? 'end' : 'center',
        keepNext: true,
        keepLines: true,
        spacing: { before, after: 0, ...compactLine },
      },
      text === '' ? [] : [textRun(text, { bold: isBold, size })],
    );

function capacityLines({ capacityLines: lines, position }: SignatureBlock, line: Line) {
  const shown = [...lines, position].filter((text) => text !== '');
  return shown.length === 0 ? [line('')] : shown.map((text) => line(text));
}

function nameLines(
  { name, rank, nip }: SignatureBlock,
  line: Line,
  nipSize: number,
  picture: Xml | null,
): readonly Xml[] {
  const before = picture === null ? SIGNING_SPACE_TWIPS : 0;
  return [
    ...(picture === null ? [] : [picture]),
    line(name === '' ? NAME_BLANK : name, { isBold: name !== '', before }),
    ...(rank === '' ? [] : [line(rank)]),
    ...(nip === '' ? [] : [line(`NIP ${nip}`, { size: nipSize })]),
  ];
}

/** The columns in which the blocks stand; one alone leaves the other half empty. */
export function signatureColumns({ blocks, side }: Extract<Piece, { type: 'signatures' }>) {
  const empty = Array.from({ length: Math.max(0, FEWEST_COLUMNS - blocks.length) }, () => null);
  return side === 'kiri' && blocks.length === 1 ? [...blocks, ...empty] : [...empty, ...blocks];
}

/**
 * The signature blocks side by side, their names on one height, and under them in the middle who
 * acknowledges. All of it stays on one page, together with the end of what stands above.
 */
export function signatureParts(
  piece: Extract<Piece, { type: 'signatures' }>,
  context: DocxContext,
): readonly Xml[] {
  const { layout } = context;
  const columns = signatureColumns(piece);
  // A third signature leaves each less room than names and NIPs at full size take.
  const halfPoints = columns.length > FEWEST_COLUMNS ? layout.sizes.table : layout.sizes.text;
  const line = lineOf(layout, halfPoints);
  const last = columns.findLastIndex((block) => block !== null);
  const widthTwips = Math.floor(layout.textWidthTwips / columns.length);
  const fullTwips = widthTwips * columns.length;
  const asideTwips = Math.floor(fullTwips / 4);
  const inMiddle = { left: asideTwips, right: asideTwips };

  const roomTwips = widthTwips - SIGNATURE_SIDES.left - SIGNATURE_SIDES.right;
  /** A number is read as one: it gets smaller letters rather than a second line. */
  const nipSize = ({ nip }: SignatureBlock): number => {
    const width = estimatedWidthTwips(`NIP ${nip}`, { halfPoints, fontFactor: layout.fontFactor });
    const fitting = Math.floor((halfPoints * roomTwips) / width);
    return Math.max(SMALLEST_HALF_POINTS, Math.min(halfPoints, fitting));
  };

  const picture = ({ image }: SignatureBlock): Xml | null =>
    image && signatureLine(image, { ...SIGNATURE_ROOM, widthTwips: roomTwips }, context);

  const besideRow = (lines: (block: SignatureBlock, index: number) => readonly Xml[]): Xml =>
    tableRow(
      { cantSplit: true },
      columns.map((block, index) => {
        const children = block === null ? [] : lines(block, index);
        return tableCell(
          { width: widthTwips, margins: SIGNATURE_SIDES },
          children.length === 0 ? [line('')] : children,
        );
      }),
    );
  const underRow = (
    children: readonly Xml[],
    margins: { readonly left: number; readonly right: number },
  ): Xml =>
    tableRow({ cantSplit: true }, [
      tableCell({ width: fullTwips, columnSpan: columns.length, margins }, children),
    ]);

  const { acknowledged, placeAndDate } = piece;
  const isWide = placeAndDate.some(
    (text) => estimatedWidthTwips(text, { halfPoints, fontFactor: layout.fontFactor }) > roomTwips,
  );
  const placeRow = (): Xml =>
    isWide && last === columns.length - 1
      ? underRow(
          placeAndDate.map((text) => line(text, { isAtEnd: true })),
          SIGNATURE_SIDES,
        )
      : besideRow((_, index) => (index === last ? placeAndDate.map((text) => line(text)) : []));
  const rows = [
    ...(placeAndDate.length === 0 ? [] : [placeRow()]),
    besideRow((block) => capacityLines(block, line)),
    besideRow((block) => nameLines(block, line, nipSize(block), picture(block))),
    ...(acknowledged === null
      ? []
      : [
          underRow(
            [line('', { before: ACKNOWLEDGED_SPACE_TWIPS }), ...capacityLines(acknowledged, line)],
            inMiddle,
          ),
          underRow(nameLines(acknowledged, line, halfPoints, picture(acknowledged)), inMiddle),
        ]),
  ];
  return [
    paragraph({ spacing: { before: 240, after: 0 }, keepNext: true }),
    table({ columnWidths: columns.map(() => widthTwips), isRuled: false }, rows),
  ];
}
