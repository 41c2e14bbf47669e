import type { InlineNode } from '../../src/shared/document/rich-text.ts';
import type { Piece } from '../../src/main/export/official-document.ts';
import { comparable } from './comparable.ts';

/** More rows than any page holds. */
const MORE_THAN_A_PAGE = 80;
/** A shorter end of a heading is the end of other lines too. */
const LONG_LINE = 20;

const inlineText = (nodes: readonly InlineNode[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.text : '')).join('');

/** A line that belongs to what stands under it; "" for other pieces. */
function leadingLine(piece: Piece): string {
  if (piece.type === 'heading') return comparable(piece.number + inlineText(piece.content));
  if (piece.type === 'speaker') {
    return comparable([piece.name, piece.position, ...piece.asides].join(''));
  }
  return '';
}

/** The last line, of a heading over two lines its second; "" where it is a blank of dots. */
const lastLine = (page: string): string =>
  comparable(page.split('\n').findLast((line) => line.trim() !== '') ?? '');

/** Headings and speakers that stand last on a page, away from what they lead. */
export function leftAlone(pieces: readonly Piece[], pages: readonly string[]): readonly string[] {
  const lines = [...new Set(pieces.map(leadingLine))].filter((line) => line !== '');
  return pages.flatMap((page, index) => {
    const last = lastLine(page);
    const isAlone = lines.some(
      (line) => line === last || (last.length >= LONG_LINE && line.endsWith(last)),
    );
    return isAlone ? [`page ${index + 1}: ${last}`] : [];
  });
}

/** Tables over several pages whose header stands on the first of them alone. */
export function headersNotRepeated(
  pieces: readonly Piece[],
  pages: readonly string[],
): readonly string[] {
  return pieces.flatMap((piece) => {
    if (piece.type !== 'table' || piece.rows.length < MORE_THAN_A_PAGE) return [];
    const header = comparable(piece.columns.map(({ title }) => title).join(''));
    return pages.filter((page) => comparable(page).includes(header)).length > 1
      ? []
      : [piece.description];
  });
}
