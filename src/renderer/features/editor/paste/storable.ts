import type { Node, Schema } from '@tiptap/pm/model';
import { ContentMatch, Fragment, Slice } from '@tiptap/pm/model';

import { blockSchema } from '../../../../shared/document/block.ts';
import { isBlock } from '../model/blocks.ts';
import { blockToJson } from '../schema/document-json.ts';

/** Deeper than any list or quotation of a meeting; what is read level by level cannot go on for ever. */
const DEEPEST = 60;

// Control characters other than tab and line ends have no place in minutes, nor in any document.
// oxlint-disable-next-line no-control-regex -- finding them is the purpose
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

export const withoutControls = (text: string): string => text.replace(CONTROL_CHARACTERS, '');

function depthOf(node: Node): number {
  let deepest = 0;
  // Not level by level through the children of children: that is what may be too deep.
  const waiting: { readonly node: Node; readonly depth: number }[] = [{ node, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    deepest = Math.max(deepest, next.depth);
    for (const child of next.node.children) waiting.push({ node: child, depth: next.depth + 1 });
  }
  return deepest;
}

function cleanText(schema: Schema, node: Node): readonly Node[] {
  if (!node.isText) {
    const children = node.children.flatMap((child) => cleanText(schema, child));
    const isSame = children.every((child, index) => child === node.children[index]);
    return [
      isSame && children.length === node.childCount ? node : node.copy(Fragment.from(children)),
    ];
  }
  const text = withoutControls(node.text ?? '');
  if (text === node.text) return [node];
  return text === '' ? [] : [schema.text(text, node.marks)];
}

function paragraphsOf(schema: Schema, node: Node): readonly Node[] {
  const lines: string[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.inlineContent) lines.push(next.textBetween(0, next.content.size, '\n', ' '));
    else waiting.push(...next.children.toReversed());
  }
  const written = lines.map(withoutControls).filter((line) => line.trim() !== '');
  return (written.length === 0 ? [''] : written).map((line) =>
    schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]),
  );
}

/** Running text, list items, rows and cells that were copied alone come into something that is there. */
const isPiece = (schema: Schema, node: Node): boolean =>
  isBlock(node) ||
  schema.nodes['listItem']?.contentMatch.matchType(node.type) instanceof ContentMatch;

/** Whether the archive takes a block, or a piece of one, as it is. */
function isStorable(schema: Schema, node: Node): boolean {
  const block = isBlock(node)
    ? node.type.create({ ...node.attrs, id: 'new' }, node.content)
    : schema.node('narration', { id: 'new', dayId: null }, [node]);
  return blockSchema.safeParse(blockToJson(block)).success;
}

/**
 * What is pasted, as the archive takes it: a block that it refuses could not be saved. A piece that
 * cannot be kept as it is comes in as plain paragraphs, with all of its words.
 */
export function storableSlice(schema: Schema, slice: Slice): Slice {
  let isChanged = false;
  const nodes = slice.content.content.flatMap((node): readonly Node[] => {
    if (depthOf(node) > DEEPEST) {
      isChanged = true;
      return asParagraphs(schema, node);
    }
    const cleaned = cleanText(schema, node);
    if (cleaned.every((one) => !isPiece(schema, one) || isStorable(schema, one))) return cleaned;
    isChanged = true;
    return asParagraphs(schema, node);
  });
  // Where words became paragraphs, nothing deeper than those is left to be joined.
  const open = (depth: number): number => (isChanged ? Math.min(depth, 1) : depth);
  return new Slice(Fragment.from(nodes), open(slice.openStart), open(slice.openEnd));
}

function asParagraphs(schema: Schema, node: Node): readonly Node[] {
  const paragraphs = paragraphsOf(schema, node);
  if (!isBlock(node)) return paragraphs;
  const content = node.type.inlineContent
    ? paragraphs.flatMap(({ children }) => children)
    : paragraphs;
  return [node.type.create({ id: '', dayId: node.attrs['dayId'] as unknown }, content)];
}
