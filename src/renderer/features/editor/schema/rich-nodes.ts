import { Node } from '@tiptap/core';

/** What the text of a block is made of; paragraph first, so that it is the one filled in. */
export const RICH_CONTENT = '(paragraph | bulletList | orderedList | blockquote | table | image)+';

export const TextNode = Node.create({ name: 'text', group: 'inline' });

export const ParagraphNode = Node.create({
  name: 'paragraph',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});

export const HardBreakNode = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
});

export const ListItemNode = Node.create({
  name: 'listItem',
  content: RICH_CONTENT,
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
});

export const BulletListNode = Node.create({
  name: 'bulletList',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
});

export const OrderedListNode = Node.create({
  name: 'orderedList',
  content: 'listItem+',
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) => {
        const start = Number(element.getAttribute('start') ?? 1);
        return Number.isSafeInteger(start) ? start : 1;
      },
      renderHTML: ({ start }) => (start === 1 ? {} : { start }),
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

export const BlockquoteNode = Node.create({
  name: 'blockquote',
  content: RICH_CONTENT,
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
});
