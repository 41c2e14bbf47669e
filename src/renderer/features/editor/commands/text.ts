import { lift, toggleMark, wrapIn } from '@tiptap/pm/commands';
import type { Node, NodeType } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Command, EditorState } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import { goToNextCell, isInTable } from '@tiptap/pm/tables';

import { endOf } from '../model/blocks.ts';
import { chooseSpeakerOfEmpty } from './insert-block.ts';
import type { BlockSource } from './new-block.ts';
import { currentBlock, insertAfter } from './new-block.ts';

export const MARK_NAMES = ['bold', 'italic', 'underline', 'highlight', 'verbatim'] as const;
export type MarkName = (typeof MARK_NAMES)[number];
export type ListName = 'bulletList' | 'orderedList';

const withMark =
  (
    name: string,
    run: (type: NonNullable<EditorState['schema']['marks'][string]>) => Command,
  ): Command =>
  (state, dispatch, view) => {
    const type = state.schema.marks[name];
    return type ? run(type)(state, dispatch, view) : false;
  };

const withNode =
  (name: string, run: (type: NodeType) => Command): Command =>
  (state, dispatch, view) => {
    const type = state.schema.nodes[name];
    return type ? run(type)(state, dispatch, view) : false;
  };

export const toggle = (name: MarkName): Command => withMark(name, (type) => toggleMark(type));

export function hasMark(state: EditorState, name: MarkName | 'link'): boolean {
  const type = state.schema.marks[name];
  if (!type) return false;
  const { from, to, empty, $from } = state.selection;
  return empty
    ? (state.storedMarks ?? $from.marks()).some((mark) => mark.type === type)
    : state.doc.rangeHasMark(from, to, type);
}

/** Innermost list around the selection, as far as it does not leave the block. */
function listAround(state: EditorState): { readonly node: Node; readonly pos: number } | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === 'bulletList' || node.type.name === 'orderedList') {
      return { node, pos: $from.before(depth) };
    }
  }
  return null;
}

export const isIn = (state: EditorState, name: ListName | 'blockquote' | 'table'): boolean => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === name) return true;
  }
  return false;
};

/** Makes a list, makes one kind of list the other, or takes the list away. */
export const toggleList = (name: ListName): Command =>
  withNode(name, (type) => (state, dispatch, view) => {
    const list = listAround(state);
    if (!list) return wrapInList(type)(state, dispatch, view);
    if (list.node.type === type) {
      return withNode('listItem', liftListItem)(state, dispatch, view);
    }
    dispatch?.(state.tr.setNodeMarkup(list.pos, type));
    return true;
  });

export const toggleQuote: Command = (state, dispatch, view) =>
  isIn(state, 'blockquote')
    ? lift(state, dispatch, view)
    : withNode('blockquote', (type) => wrapIn(type))(state, dispatch, view);

function tableOf(schema: EditorState['schema'], rows: number, columns: number): Node {
  const cell = (name: string) => schema.node(name, null, [schema.node('paragraph')]);
  return schema.node(
    'table',
    null,
    Array.from({ length: rows }, (_, row) =>
      schema.node(
        'tableRow',
        null,
        Array.from({ length: columns }, () => cell(row === 0 ? 'tableHeader' : 'tableCell')),
      ),
    ),
  );
}

/** Puts a table of three columns after the caret's paragraph; after a heading, in a narration. */
export const insertTable =
  (source: BlockSource): Command =>
  (state, dispatch) => {
    if (isInTable(state)) return false;
    const block = currentBlock(state);
    const table = tableOf(state.schema, 3, 3);
    let transaction = state.tr;
    let at: number;
    if (block.node.inlineContent) {
      transaction = insertAfter(state, block, 'narration', source);
      at = endOf(block) + 1;
    } else {
      const { $to } = state.selection;
      at = $to.depth >= 2 ? $to.after(2) : endOf(block) - 1;
    }
    // A paragraph after the table, so that the caret can get out of it downwards.
    const needsParagraph = transaction.doc.resolve(at).nodeAfter === null;
    transaction.insert(at, needsParagraph ? [table, state.schema.node('paragraph')] : table);
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(at + 1)));
    dispatch?.(transaction.scrollIntoView());
    return true;
  };

/** A new row where Tab leaves the last cell. */
const addRowAndGo: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { $from } = state.selection;
  let depth = $from.depth;
  while (depth > 0 && $from.node(depth).type.name !== 'tableRow') depth -= 1;
  const row = $from.node(depth);
  const cells = row.children.map((cell) =>
    state.schema.node('tableCell', { colspan: cell.attrs['colspan'] as number }, [
      state.schema.node('paragraph'),
    ]),
  );
  const at = $from.after(depth);
  const transaction = state.tr.insert(at, state.schema.node('tableRow', null, cells));
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(at + 1)));
  dispatch?.(transaction.scrollIntoView());
  return true;
};

const indent = (command: (item: NodeType) => Command): Command =>
  withNode('listItem', (item) => (state, dispatch, view) => {
    if (!listAround(state)) return false;
    command(item)(state, dispatch, view);
    return true;
  });

/**
 * Tab: in an empty statement the speakers, in a list one level in, in a table the next cell. It
 * never leaves the editor; F6 does.
 */
export const tab: Command = (state, dispatch, view) =>
  indent(sinkListItem)(state, dispatch, view) ||
  goToNextCell(1)(state, dispatch, view) ||
  addRowAndGo(state, dispatch, view) ||
  chooseSpeakerOfEmpty(state, dispatch, view) ||
  true;

export const shiftTab: Command = (state, dispatch, view) =>
  indent(liftListItem)(state, dispatch, view) || goToNextCell(-1)(state, dispatch, view) || true;

/** The run of text with one link around the caret, or the selection. */
export function linkRange(state: EditorState): { from: number; to: number; href: string } {
  const { from, to, $from, empty } = state.selection;
  const type = state.schema.marks['link'];
  const mark = $from.marks().find((candidate) => candidate.type === type);
  if (!mark) {
    const after = $from.nodeAfter?.marks.find((candidate) => candidate.type === type);
    return { from, to, href: String(after?.attrs['href'] ?? '') };
  }
  if (!empty) return { from, to, href: String(mark.attrs['href']) };
  const start = $from.start();
  let found = { from, to, href: String(mark.attrs['href']) };
  $from.parent.forEach((node, offset) => {
    const nodeFrom = start + offset;
    if (mark.isInSet(node.marks) && nodeFrom <= from && nodeFrom + node.nodeSize >= from) {
      found = { ...found, from: nodeFrom, to: nodeFrom + node.nodeSize };
    }
  });
  return found;
}

/** Links a range to an address; without text there, the address itself is the text. */
export function setLink(range: { from: number; to: number }, href: string | null): Command {
  return withMark('link', (type) => (state, dispatch) => {
    const transaction = state.tr;
    if (href === null) {
      transaction.removeMark(range.from, range.to, type);
    } else if (range.from === range.to) {
      transaction.insert(range.from, state.schema.text(href, [type.create({ href })]));
    } else {
      transaction.addMark(range.from, range.to, type.create({ href }));
    }
    dispatch?.(transaction);
    return true;
  });
}
