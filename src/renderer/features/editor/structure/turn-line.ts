import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Fragment } from '@tiptap/pm/model';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';

import type { AttendanceId } from '../../../../shared/ids.ts';
import type { BlockSource, NewBlockType } from '../commands/new-block.ts';
import { newBlockSpec } from '../commands/new-block.ts';
import type { PlacedBlock } from '../model/blocks.ts';
import { blockAround, blockIdOf, dayIdOf, endOf, isEmptyParagraph } from '../model/blocks.ts';
import { askForSpeaker } from '../plugins/speaker-request.ts';
import { annotationsOf } from './annotations.ts';
import { asHeadingText } from './inline-text.ts';

/** The lines of one block that are to become a block of their own. */
interface Lines {
  readonly block: PlacedBlock;
  readonly before: readonly Node[];
  readonly lines: readonly Node[];
  readonly after: readonly Node[];
  /** Position before the first of the lines. */
  readonly from: number;
}

/** Agenda items and breaks hold their text themselves, without paragraphs. */
const isHeading = (node: Node): boolean => node.inlineContent && node.type.name !== 'paragraph';
const isEmptyLine = (node: Node): boolean => node.inlineContent && node.content.size === 0;

const withoutEmptyEnd = (nodes: readonly Node[]): readonly Node[] =>
  nodes.slice(0, nodes.findLastIndex((node) => !isEmptyParagraph(node)) + 1);

function withoutEmptyStart(nodes: readonly Node[]): readonly Node[] {
  const first = nodes.findIndex((node) => !isEmptyParagraph(node));
  return first === -1 ? [] : nodes.slice(first);
}

function linesOf(state: EditorState, block: PlacedBlock): Lines {
  const { node, pos } = block;
  if (node.inlineContent) return { block, before: [], lines: [node], after: [], from: pos };
  const { depth } = state.doc.resolve(pos + 1);
  const { $from, $to } = state.selection;
  const first = $from.index(depth);
  // A selection that ends where the block ends has the number behind the last line.
  const last = Math.min($to.index(depth), node.childCount - 1);
  const before = node.children.slice(0, first);
  return {
    block,
    before: withoutEmptyEnd(before),
    lines: node.children.slice(first, last + 1),
    after: withoutEmptyStart(node.children.slice(last + 1)),
    from: before.reduce((at, child) => at + child.nodeSize, pos + 1),
  };
}

/** The words in the form that a block of that kind holds; null where it cannot hold them. */
function contentFor(state: EditorState, name: string, lines: readonly Node[]): Fragment | null {
  if (state.schema.nodes[name]?.inlineContent === true) return asHeadingText(lines);
  const [first] = lines;
  if (first && isHeading(first)) {
    return Fragment.from(state.schema.node('paragraph', null, first.content));
  }
  return Fragment.from(lines);
}

interface Made {
  readonly node: Node;
  readonly needsSpeaker: boolean;
}

/** The block that the lines become; null where its kind cannot hold them. */
function madeBlock(
  state: EditorState,
  { block, before, lines, after }: Lines,
  type: NewBlockType,
  source: BlockSource,
): Made | null {
  const isWhole = before.length === 0 && after.length === 0;
  const isEmpty = lines.every(isEmptyLine);
  const { attrs } = block.node;
  // Nobody spoke in an empty line yet. What stands in a filled one was said when its block was.
  const speakerId = isEmpty ? null : ((attrs['speakerId'] as AttendanceId | null) ?? null);
  const formerMs = isWhole ? ((attrs['spokenAtMs'] as number | null | undefined) ?? null) : null;
  const { name, attrs: own } = newBlockSpec(type, {
    id: isWhole ? blockIdOf(block.node) : source.newId(),
    dayId: dayIdOf(block.node),
    stampMs: isEmpty ? source.stampMs() : formerMs,
    speakerId,
  });
  const content = contentFor(state, name, lines);
  if (content === null) return null;
  const isSameKind = isWhole && !isEmpty && name === block.node.type.name;
  const kept = isSameKind ? { ...attrs, ...('kind' in own ? { kind: own['kind'] } : {}) } : own;
  const notes = isWhole ? annotationsOf(block.node) : {};
  const node = state.schema.node(name, { ...kept, ...notes }, content);
  return { node, needsSpeaker: name === 'statement' && speakerId === null };
}

/** What is left of the block: its first part keeps identity, time and notes. */
function remainders({ block, before, after }: Lines): readonly [Node | null, Node | null] {
  const { node } = block;
  const first = before.length === 0 ? null : node.copy(Fragment.from(before));
  if (after.length === 0) return [first, null];
  if (first === null) return [null, node.copy(Fragment.from(after))];
  // The same speaker goes on; when that was, nobody noted.
  const attrs = { ...node.attrs, id: '', isImportant: false, note: '' };
  const rest = 'spokenAtMs' in attrs ? { ...attrs, spokenAtMs: null } : attrs;
  return [first, node.type.create(rest, Fragment.from(after))];
}

/** Where the caret goes: to its place in the same words. */
function caretAfter(state: EditorState, { from }: Lines, made: Node, pos: number): number {
  const inside = state.selection.head - from + (made.inlineContent ? 0 : 1);
  return Math.min(Math.max(pos + inside, pos + 1), pos + made.nodeSize - 1);
}

function turnLines(
  state: EditorState,
  place: Lines,
  type: NewBlockType,
  source: BlockSource,
): Transaction | null {
  const made = madeBlock(state, place, type, source);
  if (made === null) return null;
  const [first, last] = remainders(place);
  const { block } = place;
  const transaction = state.tr.replaceWith(
    block.pos,
    endOf(block),
    [first, made.node, last].filter((node) => node !== null),
  );
  const pos = block.pos + (first?.nodeSize ?? 0);
  const caret = transaction.doc.resolve(caretAfter(state, place, made.node, pos));
  transaction.setSelection(TextSelection.near(caret));
  return made.needsSpeaker ? askForSpeaker(transaction, blockIdOf(made.node)) : transaction;
}

/** Turns every block that the selection touches, each as a whole; those that cannot be stay. */
function turnBlocks(
  state: EditorState,
  type: NewBlockType,
  source: BlockSource,
): Transaction | null {
  const blocks: PlacedBlock[] = [];
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (_node, pos) => {
    const block = blockAround(state.doc.resolve(pos + 1));
    if (block?.pos !== pos) return block === null;
    blocks.push(block);
    return false;
  });
  const transaction = state.tr;
  for (const block of blocks.toReversed()) {
    const lines = block.node.inlineContent ? [block.node] : block.node.children;
    const whole: Lines = { block, before: [], lines, after: [], from: block.pos + 1 };
    const made = madeBlock(state, whole, type, source);
    if (made) transaction.replaceWith(block.pos, endOf(block), made.node);
  }
  if (!transaction.docChanged) return null;
  const { doc } = transaction;
  const end = doc.resolve(Math.min(transaction.mapping.map(to, -1), doc.content.size));
  return transaction.setSelection(TextSelection.near(end, -1));
}

/**
 * Turns the current line into a block of some kind, as one undo step. The line is the paragraph,
 * list, quote or heading at the top of its block that holds the caret, or as many as are selected.
 *
 * - A line that is all of its block: the block becomes it. Identity, day, words, marks, flag and
 *   note stay; a speaker and a time stay where the new kind has them.
 * - A line among others: the block is parted. What stood before keeps identity, speaker, time and
 *   notes; what stood after goes on by the same speaker, without a time.
 * - A selection over several blocks: each becomes it as a whole.
 *
 * A statement that nobody said yet asks for its speaker. Answers false where the kind cannot hold
 * what is in the line (a table in a heading): nothing is changed then.
 */
export function turnLine(type: NewBlockType, source: BlockSource): Command {
  return (state, dispatch) => {
    const first = blockAround(state.selection.$from);
    const last = blockAround(state.selection.$to);
    if (!first || !last) return false;
    const transaction =
      first.pos === last.pos
        ? turnLines(state, linesOf(state, first), type, source)
        : turnBlocks(state, type, source);
    if (transaction === null) return false;
    dispatch?.(closeHistory(transaction).scrollIntoView());
    return true;
  };
}
