import { Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx';

import type { Piece, SignatureBlock } from '../official-document.ts';
import type { DocxContext, Part } from './context.ts';
import type { Layout } from './layout.ts';
import { ALIGN, NO_BORDERS, dxa, twips } from './layout.ts';
import { textRun } from './runs.ts';

const NAME_BLANK = '…………………………………';
/** Room for a signature and a stamp. */
const SIGNING_SPACE_TWIPS = twips(20);
const ACKNOWLEDGED_SPACE_TWIPS = twips(6);
const CELL_SIDES = { left: 60, right: 60 } as const;
/** So many signatures stand beside each other where they have half of the page each, or less. */
const FEWEST_COLUMNS = 2;

type Line = (text: string, options?: { isBold?: boolean; before?: number }) => Paragraph;

const lineOf =
  ({ compactLineTwips }: Layout): Line =>
  (text, { isBold = false, before = 0 } = {}) =>
    new Paragraph({
      alignment: ALIGN.CENTER,
      keepNext: true,
      keepLines: true,
      spacing: { before, after: 0, line: compactLineTwips },
      children: text === '' ? [] : [textRun(text, { bold: isBold })],
    });

function capacityLines({ capacityLines: lines, position }: SignatureBlock, line: Line) {
  const shown = [...lines, position].filter((text) => text !== '');
  return shown.length === 0 ? [line('')] : shown.map((text) => line(text));
}

function nameLines({ name, rank, nip }: SignatureBlock, line: Line): readonly Paragraph[] {
  return [
    line(name === '' ? NAME_BLANK : name, { isBold: name !== '', before: SIGNING_SPACE_TWIPS }),
    ...(rank === '' ? [] : [line(rank)]),
    ...(nip === '' ? [] : [line(`NIP ${nip}`)]),
  ];
}

/** The columns in which the blocks stand; one alone leaves the other half empty. */
function columnsOf({ blocks, side }: Extract<Piece, { type: 'signatures' }>) {
  const empty = Array.from({ length: Math.max(0, FEWEST_COLUMNS - blocks.length) }, () => null);
  return side === 'kiri' && blocks.length === 1 ? [...blocks, ...empty] : [...empty, ...blocks];
}

/**
 * The signature blocks side by side, their names on one height, and under them in the middle who
 * acknowledges. All of it stays on one page, together with the end of what stands above.
 */
export function signatureParts(
  piece: Extract<Piece, { type: 'signatures' }>,
  { layout }: DocxContext,
): readonly Part[] {
  const line = lineOf(layout);
  const columns = columnsOf(piece);
  const last = columns.findLastIndex((block) => block !== null);
  const widthTwips = Math.floor(layout.textWidthTwips / columns.length);
  const fullTwips = widthTwips * columns.length;
  const asideTwips = Math.floor(fullTwips / 4);

  const besideRow = (
    lines: (block: SignatureBlock, index: number) => readonly Paragraph[],
  ): TableRow =>
    new TableRow({
      cantSplit: true,
      children: columns.map((block, index) => {
        const children = block === null ? [] : lines(block, index);
        return new TableCell({
          width: dxa(widthTwips),
          margins: CELL_SIDES,
          children: children.length === 0 ? [line('')] : [...children],
        });
      }),
    });
  const underRow = (children: readonly Paragraph[]): TableRow =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          width: dxa(fullTwips),
          columnSpan: columns.length,
          margins: { left: asideTwips, right: asideTwips },
          children: [...children],
        }),
      ],
    });

  const { acknowledged, placeAndDate } = piece;
  const rows = [
    ...(placeAndDate.length === 0
      ? []
      : [besideRow((_, index) => (index === last ? placeAndDate.map((text) => line(text)) : []))]),
    besideRow((block) => capacityLines(block, line)),
    besideRow((block) => nameLines(block, line)),
    ...(acknowledged === null
      ? []
      : [
          underRow([
            line('', { before: ACKNOWLEDGED_SPACE_TWIPS }),
            ...capacityLines(acknowledged, line),
          ]),
          underRow(nameLines(acknowledged, line)),
        ]),
  ];
  return [
    new Paragraph({ spacing: { before: 240, after: 0 }, keepNext: true }),
    new Table({
      width: dxa(fullTwips),
      columnWidths: columns.map(() => widthTwips),
      layout: TableLayoutType.FIXED,
      borders: NO_BORDERS,
      rows,
    }),
  ];
}
