import type { FactRow, FactValue, Piece } from '../official-document.ts';
import { COLON_MM, NUMBER_MM, UNDER_MM } from '../docx/facts.ts';
import { twips } from '../docx/layout.ts';
import { LONG_BLANK } from '../parts/text.ts';
import type { HtmlContext } from './context.ts';
import { pageContext } from './context.ts';
import type { Html } from './markup.ts';
import { tag, words } from './markup.ts';
import { inlineParagraph, paragraph } from './paragraphs.ts';
import { tableHtml } from './tables.ts';

/** Labels, colons and values in three columns without rules. */
export function factsHtml(piece: Extract<Piece, { type: 'facts' }>, context: HtmlContext): Html {
  const { layout } = context;
  const scaled = (mm: number): number => Math.round(twips(mm) * layout.widthFactor);
  const labelTwips = Math.min(scaled(piece.labelWidthMm), Math.round(layout.textWidthTwips / 2));
  const colonTwips = scaled(COLON_MM);
  const widths = [labelTwips, colonTwips, layout.textWidthTwips - labelTwips - colonTwips];
  const close = { afterTwips: 20, isCompact: true } as const;
  const plain = { ...pageContext(context, 0), alignment: 'start' } as const;

  const valueLines = ({ lines, isNumbered }: FactValue): readonly Html[] =>
    lines.length === 0
      ? [paragraph(words(LONG_BLANK), close, context)]
      : lines.map((nodes, index) => {
          const widthTwips = scaled(NUMBER_MM);
          return inlineParagraph(nodes, plain, {
            ...close,
            ...(isNumbered
              ? { indentTwips: widthTwips, marker: { text: `${index + 1}.`, widthTwips } }
              : {}),
          });
        });
  const row = ({ label, value, isUnder }: FactRow): Html => {
    const indentTwips = isUnder ? scaled(UNDER_MM) : 0;
    return tag(
      'tr',
      // A label that heads the rows under it stays with the first of them.
      { class: value === null ? 'kept' : '' },
      tag('td', {}, paragraph(words(label), { ...close, indentTwips }, context)),
      tag('td', {}, paragraph(words(value === null ? '' : ':'), close, context)),
      tag('td', {}, ...(value === null ? [] : valueLines(value))),
    );
  };
  return tableHtml([], piece.rows.map(row), { widths, class: 'facts' });
}
