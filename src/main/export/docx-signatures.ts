import { Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx';

import { ALIGN, NO_BORDERS, TEXT_WIDTH_TWIPS, dxa } from './docx-layout.ts';
import { textRun } from './docx-runs.ts';
import type { Signature } from './model.ts';

const NAME_BLANK = '…………………………………';
const PLACE_AND_DATE_BLANK = '……………………, ……………………………';
/** Room for a signature and a stamp. */
const SIGNING_SPACE_TWIPS = 1150;

function line(text: string, options: { isBold?: boolean; before?: number } = {}): Paragraph {
  return new Paragraph({
    alignment: ALIGN.CENTER,
    keepNext: true,
    keepLines: true,
    spacing: { before: options.before ?? 0, after: 0 },
    children: [textRun(text, { bold: options.isBold ?? false })],
  });
}

type SignatureLines = (signature: Signature, index: number) => readonly Paragraph[];

function capacityLines({ capacity, position }: Signature): readonly Paragraph[] {
  return position === '' ? [line(`${capacity},`)] : [line(capacity), line(`${position},`)];
}

function nameLines({ name, rank, nip }: Signature): readonly Paragraph[] {
  return [
    line(name === '' ? NAME_BLANK : name, { isBold: name !== '', before: SIGNING_SPACE_TWIPS }),
    ...(rank === '' ? [] : [line(rank)]),
    ...(nip === '' ? [] : [line(`NIP ${nip}`)]),
  ];
}

/**
 * The signature blocks side by side, their names on one height, never torn over two pages. Where
 * and when it is signed is a blank: nobody knows it before.
 */
export function signatureTable(signatures: readonly Signature[]): Table {
  const widthTwips = Math.floor(TEXT_WIDTH_TWIPS / Math.max(1, signatures.length));
  const placeAndDate: SignatureLines = (_, index) => [
    line(index === signatures.length - 1 ? PLACE_AND_DATE_BLANK : ''),
  ];
  const rows = [placeAndDate, capacityLines, nameLines].map(
    (lines: SignatureLines) =>
      new TableRow({
        cantSplit: true,
        children: signatures.map(
          (signature, index) =>
            new TableCell({ width: dxa(widthTwips), children: [...lines(signature, index)] }),
        ),
      }),
  );
  return new Table({
    width: dxa(widthTwips * signatures.length),
    columnWidths: signatures.map(() => widthTwips),
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows,
  });
}
