import type { Html } from './markup.ts';
import { css, fromTwips, tag } from './markup.ts';

interface TableLook {
  readonly widths: readonly number[];
  readonly class: string;
  readonly indentTwips?: number;
  readonly description?: string;
}

/** A table of real widths; the rows of its head are repeated on every page. */
export function tableHtml(
  head: readonly Html[],
  body: readonly Html[],
  { widths, class: className, indentTwips = 0, description }: TableLook,
): Html {
  const widthTwips = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => tag('col', { style: css({ width: fromTwips(width) }) }));
  return tag(
    'table',
    {
      class: className,
      style: css({
        width: fromTwips(widthTwips),
        'margin-left': indentTwips === 0 ? undefined : fromTwips(indentTwips),
      }),
      ...(description === undefined ? {} : { 'aria-label': description }),
    },
    tag('colgroup', {}, ...columns),
    ...(head.length === 0 ? [] : [tag('thead', {}, ...head)]),
    tag('tbody', {}, ...body),
  );
}
