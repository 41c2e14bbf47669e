import type { InlineNode } from '../../../shared/document/rich-text.ts';
import type { FactRow, FactValue, Piece } from '../official-document.ts';
import { LONG_BLANK } from '../parts/text.ts';
import type { DocxContext } from './context.ts';
import { pageContext } from './context.ts';
import type { Xml } from './elements.ts';
import { paragraph } from './elements.ts';
import { twips } from './layout.ts';
import { inlineParagraph } from './rich.ts';
import { textRun } from './runs.ts';
import { table, tableCell, tableRow } from './tables.ts';

export const COLON_MM = 4;
export const NUMBER_MM = 7;
export const UNDER_MM = 5;
const CELL_SPACE = { top: 30, bottom: 30, left: 0, right: 60 } as const;

/** Labels, colons and values in three columns without rules. */
export function factsTable(
  piece: Extract<Piece, { type: 'facts' }>,
  context: DocxContext,
  isKept: boolean,
): Xml {
  const { layout } = context;
  const scaled = (mm: number): number => Math.round(twips(mm) * layout.widthFactor);
  const labelTwips = Math.min(scaled(piece.labelWidthMm), Math.round(layout.textWidthTwips / 2));
  const colonTwips = scaled(COLON_MM);
  const valueTwips = layout.textWidthTwips - labelTwips - colonTwips;
  const spacing = { after: 20, ...layout.compactLine };

  const line = (nodes: readonly InlineNode[], keepNext: boolean, number: string): Xml => {
    const hanging = number === '' ? 0 : scaled(NUMBER_MM);
    return inlineParagraph(
      nodes,
      { ...pageContext(context, 0), alignment: 'start' },
      {
        spacing,
        keepNext,
        indent: { left: hanging, hanging },
        before: number === '' ? '' : textRun(`${number}\t`),
      },
    );
  };
  const valueLines = ({ lines, isNumbered }: FactValue, keepNext: boolean): readonly Xml[] =>
    lines.length === 0
      ? [line([{ type: 'text', text: LONG_BLANK }], keepNext, '')]
      : lines.map((nodes, index) => line(nodes, keepNext, isNumbered ? `${index + 1}.` : ''));
  const cell = (children: readonly Xml[], widthTwips: number): Xml =>
    tableCell({ width: widthTwips, margins: CELL_SPACE }, children);

  const row = ({ label, value, isUnder }: FactRow, index: number): Xml => {
    // A label that heads the rows under it stays with the first of them.
    const keepNext = value === null || (isKept && index === piece.rows.length - 1);
    const indent = { left: isUnder ? scaled(UNDER_MM) : 0 };
    const labelLine = paragraph({ spacing, keepNext, indent }, [textRun(label)]);
    const plainLine = (text: string): Xml =>
      paragraph({ spacing, keepNext }, text === '' ? [] : [textRun(text)]);
    return tableRow({}, [
      cell([labelLine], labelTwips),
      cell([plainLine(value === null ? '' : ':')], colonTwips),
      cell(value === null ? [plainLine('')] : valueLines(value, keepNext), valueTwips),
    ]);
  };
  return table(
    { columnWidths: [labelTwips, colonTwips, valueTwips], isRuled: false },
    piece.rows.map(row),
  );
}
