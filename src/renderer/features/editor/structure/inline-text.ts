import type { Node } from '@tiptap/pm/model';
import { Fragment } from '@tiptap/pm/model';

const HELD_TOGETHER = new Set(['table', 'image']);

/**
 * The text of several paragraphs, lists and quotes as lines of one heading, with its marks; null
 * where a table or an image is among them, which a heading cannot hold.
 */
export function asHeadingText(nodes: readonly Node[]): Fragment | null {
  const lines: Node[] = [];
  const gather = (node: Node): boolean => {
    if (HELD_TOGETHER.has(node.type.name)) return false;
    if (node.isTextblock) {
      if (node.content.size > 0) lines.push(node);
      return true;
    }
    return node.children.every(gather);
  };
  if (!nodes.every(gather)) return null;
  let text = Fragment.empty;
  for (const [index, line] of lines.entries()) {
    const lineBreak = line.type.schema.nodes['hardBreak'];
    if (index > 0 && lineBreak) text = text.addToEnd(lineBreak.create());
    text = text.append(line.content);
  }
  return text;
}
