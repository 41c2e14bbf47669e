import type { Block } from './block.ts';
import type { Image, RichNode } from './rich-text.ts';

function inNode(node: RichNode): readonly Image['attrs'][] {
  switch (node.type) {
    case 'image':
      return [node.attrs];
    case 'paragraph':
      return [];
    case 'table':
      return node.content.flatMap((row) => row.content.flatMap((cell) => inNodes(cell.content)));
    case 'bulletList':
    case 'orderedList':
      return node.content.flatMap((item) => inNodes(item.content));
    case 'blockquote':
      return inNodes(node.content);
  }
}

const inNodes = (nodes: readonly RichNode[]): readonly Image['attrs'][] => nodes.flatMap(inNode);

/** Every image in blocks, in order; one that is used twice is there twice. */
export const imagesIn = (blocks: readonly Block[]): readonly Image['attrs'][] =>
  blocks.flatMap((block) =>
    block.type === 'agendaItem' || block.type === 'break' ? [] : inNodes(block.content),
  );
