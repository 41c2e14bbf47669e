import type { Node, Schema } from '@tiptap/pm/model';

import type { Block } from '../../../../shared/document/block.ts';
import { blockPlainText } from '../../../../shared/document/plain-text.ts';
import type { BlockId, DayId } from '../../../../shared/ids.ts';
import { blocksOf, withoutChunk } from '../model/blocks.ts';
import { CHUNK_SIZE, inChunks } from '../model/chunks.ts';

type NodeAttributes = Readonly<Record<string, unknown>>;

interface NodeJson {
  type: string;
  attrs?: NodeAttributes;
  content?: NodeJson[];
}

/** A block without flag and note is stored as it was before there were any. */
function withoutDefaults(attrs: NodeAttributes): NodeAttributes {
  const { isImportant, note, ...others } = attrs;
  return {
    ...others,
    ...(isImportant === true ? { isImportant } : {}),
    ...(typeof note === 'string' && note !== '' ? { note } : {}),
  };
}

/** ProseMirror leaves out empty content; the stored format wants a row without cells to say so. */
function completeRows(json: NodeJson): void {
  if (json.type === 'tableRow') json.content ??= [];
  json.content?.forEach(completeRows);
}

/** The stored form of one block. */
export function blockToJson(node: Node): Block {
  const json = withoutChunk(node).toJSON() as NodeJson;
  json.attrs = withoutDefaults(node.attrs);
  node.forEach((child) => {
    if (!child.isTextblock && !child.isText) completeRows(json);
  });
  return json as Block;
}

/**
 * The block as a node. One that does not fit the schema (damaged, or written by something else)
 * comes in as plain paragraphs, with its identity and all of its words.
 */
export function blockFromJson(schema: Schema, block: Block): Node {
  try {
    const node = schema.nodeFromJSON(block);
    node.check();
    return node;
  } catch {
    const lines = blockPlainText(block).split('\n');
    const paragraphs = lines.map((line) =>
      schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]),
    );
    const type = schema.nodes[block.type];
    const content = type?.inlineContent ? schema.text(lines.join(' ') || ' ') : paragraphs;
    return schema.node(block.type, block.attrs, content);
  }
}

/** A statement with nothing in it, by nobody yet. */
export function emptyStatement(schema: Schema, id: BlockId, dayId: DayId | null): Node {
  return schema.node('statement', { id, dayId }, [schema.node('paragraph')]);
}

/** The whole document; one without blocks gets the empty statement that the secretary starts in. */
export function documentFromBlocks(
  schema: Schema,
  blocks: readonly Block[],
  first: { readonly id: BlockId; readonly dayId: DayId | null },
  chunkSize = CHUNK_SIZE,
): Node {
  const nodes =
    blocks.length === 0
      ? [emptyStatement(schema, first.id, first.dayId)]
      : blocks.map((block) => blockFromJson(schema, block));
  return schema.node('doc', null, inChunks(schema, nodes, chunkSize));
}

/** All blocks in order, as they are stored. */
export function blocksFromDocument(doc: Node): readonly Block[] {
  return blocksOf(doc).map(blockToJson);
}
