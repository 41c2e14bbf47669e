import type { InlineNode, RichNode } from '../document/rich-text.ts';

const isVerbatim = (node: InlineNode): boolean =>
  node.marks?.some(({ type }) => type === 'verbatim') === true;

const wordsOf = (node: InlineNode): string => (node.type === 'text' ? node.text : ' ');

/** Each run of words marked as said exactly so; marks within it (bold, a link) do not part it. */
function quotesInLine(nodes: readonly InlineNode[]): readonly string[] {
  const runs: string[] = [];
  let isOpen = false;
  for (const node of nodes) {
    if (isVerbatim(node)) {
      if (isOpen) runs.push((runs.pop() ?? '') + wordsOf(node));
      else runs.push(wordsOf(node));
    }
    isOpen = isVerbatim(node);
  }
  return runs.map((run) => run.replace(/\s+/g, ' ').trim()).filter((run) => run !== '');
}

/** What was marked as said exactly so, word by word and in its order, wherever it stands. */
export function quotesIn(nodes: readonly RichNode[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    switch (node.type) {
      case 'paragraph':
        return quotesInLine(node.content ?? []);
      case 'bulletList':
      case 'orderedList':
        return node.content.flatMap((item) => quotesIn(item.content));
      case 'blockquote':
        return quotesIn(node.content);
      case 'table':
        return node.content.flatMap((row) => row.content.flatMap((cell) => quotesIn(cell.content)));
      case 'image':
        return [];
    }
  });
}
