import type { InlineNode, Mark } from '../../../shared/document/rich-text.ts';
import { withQuotationMarks } from '../verbatim.ts';
import type { Html } from './markup.ts';
import { joined, tag, words } from './markup.ts';

/** Addresses that a reader may follow; anything else stays mere words. */
const FOLLOWED = /^(https?:|mailto:)/i;

function marked(content: Html, mark: Mark): Html {
  switch (mark.type) {
    case 'bold':
      return tag('strong', {}, content);
    case 'italic':
      return tag('em', {}, content);
    case 'underline':
      return tag('u', {}, content);
    case 'highlight':
      return tag('mark', {}, content);
    case 'verbatim':
      // Its quotation marks are text: see withQuotationMarks.
      return content;
    case 'link':
      return FOLLOWED.test(mark.attrs.href)
        ? tag('a', { href: mark.attrs.href }, content)
        : content;
  }
}

/** Running text with its marks. */
export function inlineHtml(nodes: readonly InlineNode[] | undefined): Html {
  return joined(
    withQuotationMarks(nodes ?? []).map((node) => {
      if (node.type === 'hardBreak') return tag('br', {});
      return (node.marks ?? []).reduce(marked, words(node.text));
    }),
  );
}
