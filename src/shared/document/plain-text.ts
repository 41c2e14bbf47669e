import type { Block } from './block.ts';
import type { InlineNode, RichNode } from './rich-text.ts';

function inlineText(nodes: readonly InlineNode[] | undefined): string {
  return (nodes ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

function richText(node: RichNode): string {
  switch (node.type) {
    case 'paragraph':
      return inlineText(node.content);
    case 'table':
      return node.content
        .map((row) => row.content.map((cell) => cell.content.map(richText).join('\n')).join('\t'))
        .join('\n');
    case 'bulletList':
    case 'orderedList':
      return node.content.map((item) => item.content.map(richText).join('\n')).join('\n');
    case 'image':
      return node.attrs.caption;
    case 'blockquote':
      return node.content.map(richText).join('\n');
  }
}

/** The words of a block without marks: paragraphs by line breaks, table cells by tabs. */
export function blockPlainText(block: Block): string {
  if (block.type === 'agendaItem' || block.type === 'break') return inlineText(block.content);
  return block.content.map(richText).join('\n');
}
