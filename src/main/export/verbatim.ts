import type { InlineNode } from '../../shared/document/rich-text.ts';

const OPENING = /["“„«‘']\s*$/;
const OPENS = /^\s*["“„«‘']/;
const CLOSING = /^\s*["”»’']/;
const CLOSES = /["”»’']\s*$/;

const isVerbatim = (node: InlineNode): boolean =>
  node.marks?.some(({ type }) => type === 'verbatim') === true;
const textOf = (nodes: readonly InlineNode[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.text : '\n')).join('');

function withText(node: InlineNode | undefined, change: (text: string) => string): InlineNode[] {
  if (node === undefined) return [];
  return [node.type === 'text' ? { ...node, text: change(node.text) } : node];
}

/** One quotation with its marks; quotes go inside the spaces around it. */
function quoted(nodes: readonly InlineNode[]): readonly InlineNode[] {
  const hasWords = (node: InlineNode): boolean => node.type === 'text' && node.text.trim() !== '';
  const first = nodes.findIndex(hasWords);
  const last = nodes.findLastIndex(hasWords);
  if (first === -1) return nodes;
  return nodes.flatMap((node, index) => {
    const opened =
      index === first
        ? withText(node, (text) => text.replace(/^\s*/, (space) => `${space}“`))
        : [node];
    return index === last
      ? withText(opened[0], (text) => text.replace(/\s*$/, (space) => `”${space}`))
      : opened;
  });
}

/**
 * Puts words that were said exactly so in quotation marks, as official minutes do, unless they stand
 * in some already, whether those were marked with the words or typed around them.
 */
export function withQuotationMarks(nodes: readonly InlineNode[]): readonly InlineNode[] {
  const result: InlineNode[] = [];
  for (let start = 0; start < nodes.length;) {
    const found = nodes.slice(start).findIndex((node) => !isVerbatim(node));
    const end = found === -1 ? nodes.length : start + found;
    if (end === start) {
      result.push(...nodes.slice(start, start + 1));
      start += 1;
      continue;
    }
    const part = nodes.slice(start, end);
    const text = textOf(part);
    const isOpened = OPENS.test(text) || OPENING.test(textOf(nodes.slice(0, start)));
    const isClosed = CLOSES.test(text) || CLOSING.test(textOf(nodes.slice(end)));
    // One alone, as the apostrophe of a name, is no pair of quotation marks.
    result.push(...(isOpened && isClosed ? part : quoted(part)));
    start = end;
  }
  return result;
}
