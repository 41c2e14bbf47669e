import type { Node, ResolvedPos } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { Mark } from '@tiptap/pm/model';

import type { BlockType } from '../../../../shared/document/block.ts';
import type { BlockId, DayId } from '../../../../shared/ids.ts';
import { BLOCK_GROUP } from '../schema/block-nodes.ts';

// Everything that knows where blocks stand in the document goes through this file. They are its
// children; what is drawn together is a mark of theirs, which is none of the commands' business.

/** A block and the position before it. */
export interface PlacedBlock {
  readonly node: Node;
  readonly pos: number;
}

export const isBlock = (node: Node): boolean => node.type.isInGroup(BLOCK_GROUP);

export const blockTypeOf = (node: Node): BlockType => node.type.name as BlockType;
export const blockIdOf = (node: Node): BlockId => node.attrs['id'] as BlockId;
export const dayIdOf = (node: Node): DayId | null => node.attrs['dayId'] as DayId | null;

/** The block that a position lies in, or null between blocks. */
export function blockAround($pos: ResolvedPos): PlacedBlock | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const node = $pos.node(depth);
    if (isBlock(node)) return { node, pos: $pos.before(depth) };
  }
  return null;
}

/** Calls `visit` for every block in order, until it answers false. */
export function eachBlock(
  doc: Node,
  visit: (block: PlacedBlock, index: number) => boolean | void,
): void {
  let pos = 0;
  for (const [index, node] of doc.children.entries()) {
    if (visit({ node, pos }, index) === false) return;
    pos += node.nodeSize;
  }
}

export const blocksOf = (doc: Node): readonly Node[] => doc.children;

/** The block by itself, whatever it is drawn with. */
export const withoutChunk = (node: Node): Node => node.mark(Mark.none);

/** The very same words and attributes, whatever it is drawn with. */
function isSameBlock(one: Node, other: Node): boolean {
  if (one === other) return true;
  if (one.type !== other.type || one.attrs !== other.attrs || one.marks === other.marks) {
    return false;
  }
  return (
    one.childCount === other.childCount &&
    one.children.every((child, index) => child === other.child(index))
  );
}

export function blockById(doc: Node, id: BlockId): PlacedBlock | null {
  let found: PlacedBlock | null = null;
  eachBlock(doc, (block) => {
    if (blockIdOf(block.node) === id) found = block;
    return found === null;
  });
  return found;
}

export const endOf = (block: PlacedBlock): number => block.pos + block.node.nodeSize;

export function blockBefore(doc: Node, block: PlacedBlock): PlacedBlock | null {
  const node = doc.resolve(block.pos).nodeBefore;
  return node ? { node, pos: block.pos - node.nodeSize } : null;
}

export function blockAfter(doc: Node, block: PlacedBlock): PlacedBlock | null {
  const pos = endOf(block);
  const node = doc.resolve(pos).nodeAfter;
  return node ? { node, pos } : null;
}

/** Nothing was written in it yet. */
export function isEmptyBlock(node: Node): boolean {
  if (node.inlineContent) return node.content.size === 0;
  return node.childCount === 1 && isEmptyParagraph(node.firstChild);
}

export const isEmptyParagraph = (node: Node | null): boolean =>
  node?.type.name === 'paragraph' && node.content.size === 0;

/** The blocks between the two ends, as far as the second differs from the first. */
export interface ChangedBlocks {
  readonly before: readonly Node[];
  readonly after: readonly Node[];
  /** How many blocks before the change are the very same. */
  readonly commonStart: number;
}

/**
 * What differs between two versions of a document. Unchanged blocks are the same objects in both,
 * so this compares references only: some microseconds for thousands of blocks.
 */
export const changedBlocks = remembered(isSameBlock);

/** Like `changedBlocks`; a block that is only drawn with others differs too. */
export const changedPlaces = remembered((one, other) => one === other);

/**
 * Several parts ask for the same two versions at every key. Only the newest pair is kept: each version
 * that remembers the one before would keep all of them.
 */
function remembered(isSame: (one: Node, other: Node) => boolean) {
  let last: {
    readonly before: Node;
    readonly after: Node;
    readonly changed: ChangedBlocks;
  } | null = null;
  return (before: Node, after: Node): ChangedBlocks => {
    if (last?.before === before && last.after === after) return last.changed;
    const changed = differenceOf(before, after, isSame);
    last = { before, after, changed };
    return changed;
  };
}

function differenceOf(
  before: Node,
  after: Node,
  isSame: (one: Node, other: Node) => boolean,
): ChangedBlocks {
  const shorter = Math.min(before.childCount, after.childCount);
  let start = 0;
  while (start < shorter && isSame(before.child(start), after.child(start))) start += 1;
  let same = 0;
  while (
    same < shorter - start &&
    isSame(before.child(before.childCount - 1 - same), after.child(after.childCount - 1 - same))
  ) {
    same += 1;
  }
  return {
    before: before.children.slice(start, before.childCount - same),
    after: after.children.slice(start, after.childCount - same),
    commonStart: start,
  };
}

/** Puts other blocks in the place of all; what is the same at both ends is not touched. */
export function replaceBlocks(transaction: Transaction, wanted: readonly Node[]): Transaction {
  const present = blocksOf(transaction.doc);
  const shorter = Math.min(present.length, wanted.length);
  let start = 0;
  while (start < shorter && present[start] === wanted[start]) start += 1;
  let same = 0;
  while (same < shorter - start && present.at(-1 - same) === wanted.at(-1 - same)) same += 1;
  if (start + same === present.length && start + same === wanted.length) return transaction;
  const sizeOf = (nodes: readonly Node[]): number =>
    nodes.reduce((sum, node) => sum + node.nodeSize, 0);
  const from = sizeOf(present.slice(0, start));
  const to = transaction.doc.content.size - sizeOf(present.slice(present.length - same));
  return transaction.replaceWith(from, to, wanted.slice(start, wanted.length - same));
}
