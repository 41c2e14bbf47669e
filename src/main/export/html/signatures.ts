import { estimatedWidthTwips } from '../estimated-width.ts';
import {
  ACKNOWLEDGED_SPACE_TWIPS,
  FEWEST_COLUMNS,
  NAME_BLANK,
  SIGNATURE_ROOM,
  SIGNATURE_SIDES,
  SIGNING_SPACE_TWIPS,
  SMALLEST_HALF_POINTS,
  signatureColumns,
} from '../docx/signatures.ts';
import type { Piece, SignatureBlock } from '../official-document.ts';
import type { HtmlContext } from './context.ts';
import type { Html } from './markup.ts';
import { css, fromTwips, joined, tag, words } from './markup.ts';
import type { ParagraphLook } from './paragraphs.ts';
import { paragraph } from './paragraphs.ts';
import { signatureLineHtml } from './signature-picture.ts';
import { tableHtml } from './tables.ts';

const ABOVE_TWIPS = 240;

type Line = (text: string, look?: ParagraphLook) => Html;

function capacityLines({ capacityLines: lines, position }: SignatureBlock, line: Line) {
  const shown = [...lines, position].filter((text) => text !== '');
  return shown.length === 0 ? [line('')] : shown.map((text) => line(text));
}

function nameLines(
  { name, rank, nip }: SignatureBlock,
  line: Line,
  nipSize: number,
  picture: Html | null,
) {
  const bold = name === '' ? {} : { class: 'bold' };
  return [
    ...(picture === null ? [] : [picture]),
    line(name === '' ? NAME_BLANK : name, {
      ...bold,
      ...(picture === null ? { beforeTwips: SIGNING_SPACE_TWIPS } : {}),
    }),
    ...(rank === '' ? [] : [line(rank)]),
    ...(nip === '' ? [] : [line(`NIP ${nip}`, { size: nipSize })]),
  ];
}

/**
 * The signature blocks side by side, their names on one height, and under them in the middle who
 * acknowledges. All of it stays on one page, together with the end of what stands above.
 */
export function signaturesHtml(
  piece: Extract<Piece, { type: 'signatures' }>,
  context: HtmlContext,
): Html {
  const { layout } = context;
  const columns = signatureColumns(piece);
  const halfPoints = columns.length > FEWEST_COLUMNS ? layout.sizes.table : layout.sizes.text;
  const line: Line = (text, look = {}) =>
    paragraph(
      words(text),
      { alignment: 'center', afterTwips: 0, isCompact: true, size: halfPoints, ...look },
      context,
    );
  const last = columns.findLastIndex((block) => block !== null);
  const widthTwips = Math.floor(layout.textWidthTwips / columns.length);
  const fullTwips = widthTwips * columns.length;
  const roomTwips = widthTwips - SIGNATURE_SIDES.left - SIGNATURE_SIDES.right;
  const widthOf = (text: string): number =>
    estimatedWidthTwips(text, { halfPoints, fontFactor: layout.fontFactor });
  const nipSize = ({ nip }: SignatureBlock): number => {
    const fitting = Math.floor((halfPoints * roomTwips) / widthOf(`NIP ${nip}`));
    return Math.max(SMALLEST_HALF_POINTS, Math.min(halfPoints, fitting));
  };

  const picture = ({ image }: SignatureBlock): Html | null =>
    image && signatureLineHtml(image, { ...SIGNATURE_ROOM, widthTwips: roomTwips }, context);

  const besideRow = (lines: (block: SignatureBlock, index: number) => readonly Html[]): Html =>
    tag(
      'tr',
      {},
      ...columns.map((block, index) => {
        const children = block === null ? [] : lines(block, index);
        return tag('td', {}, ...(children.length === 0 ? [line('')] : children));
      }),
    );
  const underRow = (children: readonly Html[], sideTwips: number): Html => {
    const side = fromTwips(sideTwips);
    const style = css({ 'padding-left': side, 'padding-right': side });
    return tag('tr', {}, tag('td', { colspan: String(columns.length), style }, ...children));
  };

  const { acknowledged, placeAndDate } = piece;
  const isWide = placeAndDate.some((text) => widthOf(text) > roomTwips);
  const placeRow =
    isWide && last === columns.length - 1
      ? underRow(
          placeAndDate.map((text) => line(text, { alignment: 'end' })),
          SIGNATURE_SIDES.left,
        )
      : besideRow((_, index) => (index === last ? placeAndDate.map((text) => line(text)) : []));
  const asideTwips = Math.floor(fullTwips / 4);
  const rows = [
    ...(placeAndDate.length === 0 ? [] : [placeRow]),
    besideRow((block) => capacityLines(block, line)),
    besideRow((block) => nameLines(block, line, nipSize(block), picture(block))),
    ...(acknowledged === null
      ? []
      : [
          underRow(
            [
              line('', { beforeTwips: ACKNOWLEDGED_SPACE_TWIPS }),
              ...capacityLines(acknowledged, line),
            ],
            asideTwips,
          ),
          underRow(nameLines(acknowledged, line, halfPoints, picture(acknowledged)), asideTwips),
        ]),
  ];
  return joined([
    paragraph(joined([]), { beforeTwips: ABOVE_TWIPS, afterTwips: 0, class: 'kept' }, context),
    tableHtml([], rows, { widths: columns.map(() => widthTwips), class: 'signatures' }),
  ]);
}
