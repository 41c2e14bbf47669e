import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { Selection, TextSelection } from '@tiptap/pm/state';
import {
  CellSelection,
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  mergeCells,
  selectedRect,
  splitCell,
  toggleHeader,
} from '@tiptap/pm/tables';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import { MOST_COLUMNS_OF_CELL, MOST_ROWS_OF_CELL } from '../../../../shared/document/rich-text.ts';
import { blockAfter, blockAround, blockBefore } from '../model/blocks.ts';

/** One undo step of its own, wherever the typing before it ended. */
const asStep =
  (command: Command): Command =>
  (state, dispatch, view) =>
    command(
      state,
      dispatch && ((transaction) => dispatch(closeHistory(transaction).scrollIntoView())),
      view,
    );

/** A cell never reaches over more than the archive takes. */
const mergeWithinLimits: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { top, bottom, left, right } = selectedRect(state);
  if (right - left > MOST_COLUMNS_OF_CELL || bottom - top > MOST_ROWS_OF_CELL) return false;
  return mergeCells(state, dispatch);
};

/** Whether the table would have no rows left: what is meant then is the table. */
const deletesAll = (state: EditorState, direction: 'row' | 'column'): boolean => {
  const { top, bottom, left, right, map } = selectedRect(state);
  return direction === 'row'
    ? top === 0 && bottom === map.height
    : left === 0 && right === map.width;
};

const deleteLine =
  (direction: 'row' | 'column'): Command =>
  (state, dispatch) => {
    if (!isInTable(state)) return false;
    if (deletesAll(state, direction)) return removeTable(state, dispatch);
    return (direction === 'row' ? deleteRow : deleteColumn)(state, dispatch);
  };

/** Takes the table away; the caret stays in its block, where a paragraph is left if it was all. */
const removeTable: Command = (state, dispatch) => {
  const place = tableAround(state);
  if (!place) return false;
  if (place.parentCount > 1) return deleteTable(state, dispatch);
  const paragraph = state.schema.nodes['paragraph']?.create();
  if (!paragraph) return false;
  const { pos, node } = place;
  const transaction = state.tr.replaceWith(pos, pos + node.nodeSize, paragraph);
  dispatch?.(transaction.setSelection(TextSelection.near(transaction.doc.resolve(pos + 1))));
  return true;
};

interface TablePlace {
  readonly node: Node;
  readonly pos: number;
  /** How many pieces of text stand where the table stands. */
  readonly parentCount: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function tableAround({ selection: { $head } }: EditorState): TablePlace | null {
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    const node = $head.node(depth);
    if (node.type.spec['tableRole'] !== 'table') continue;
    const parent = $head.node(depth - 1);
    const index = $head.index(depth - 1);
    return {
      node,
      pos: $head.before(depth),
      parentCount: parent.childCount,
      isFirst: index === 0,
      isLast: index === parent.childCount - 1,
    };
  }
  return null;
}

const selectLine =
  (direction: 'row' | 'column'): Command =>
  (state, dispatch) => {
    if (!isInTable(state)) return false;
    const rect = selectedRect(state);
    const cell = (row: number, column: number): number =>
      rect.tableStart + (rect.map.map[row * rect.map.width + column] ?? 0);
    const [from, to] =
      direction === 'row'
        ? [cell(rect.top, 0), cell(rect.bottom - 1, rect.map.width - 1)]
        : [cell(0, rect.left), cell(rect.map.height - 1, rect.right - 1)];
    dispatch?.(state.tr.setSelection(CellSelection.create(state.doc, from, to)));
    return true;
  };

function placeCaret(transaction: Transaction, pos: number, bias: 1 | -1): Transaction {
  return transaction.setSelection(Selection.near(transaction.doc.resolve(pos), bias));
}

/** Puts the caret beside the table, in a paragraph made for it where nothing stands there. */
const leave =
  (side: 'before' | 'after', makesParagraph: (state: EditorState) => boolean): Command =>
  (state, dispatch) => {
    const place = tableAround(state);
    const paragraph = state.schema.nodes['paragraph'];
    if (!place || !paragraph) return false;
    const isAfter = side === 'after';
    const at = isAfter ? place.pos + place.node.nodeSize : place.pos;
    const isAtEdge = isAfter ? place.isLast : place.isFirst;
    if (!isAtEdge) {
      dispatch?.(placeCaret(state.tr, at, isAfter ? 1 : -1).scrollIntoView());
      return true;
    }
    if (!makesParagraph(state)) return false;
    const transaction = state.tr.insert(at, paragraph.create());
    dispatch?.(placeCaret(transaction, at + 1, 1).scrollIntoView());
    return true;
  };

/** Ctrl+Enter: out of the table, downwards. */
export const leaveTable: Command = leave('after', () => true);

function isInEdgeRow(state: EditorState, side: 'before' | 'after'): boolean {
  if (!isInTable(state) || state.selection instanceof CellSelection) return false;
  const { top, bottom, map } = selectedRect(state);
  return side === 'after' ? bottom === map.height : top === 0;
}

/** An arrow out of the first or last row, where neither the block nor another one goes on there. */
const arrowOut =
  (side: 'before' | 'after'): Command =>
  (state, dispatch, view) => {
    if (!state.selection.empty || !isInEdgeRow(state, side)) return false;
    if (view && !view.endOfTextblock(side === 'after' ? 'down' : 'up')) return false;
    const place = tableAround(state);
    if (!place || !(side === 'after' ? place.isLast : place.isFirst)) return false;
    const { $head } = state.selection;
    // Only from the last line of the cell: within it the arrow goes on as usual.
    const isAtEdge =
      side === 'after' ? $head.indexAfter(-1) === $head.node(-1).childCount : $head.index(-1) === 0;
    if (!isAtEdge) return false;
    return leave(side, (current) => {
      const block = blockAround(current.selection.$head);
      if (!block) return false;
      const neighbour = side === 'after' ? blockAfter : blockBefore;
      return neighbour(current.doc, block) === null;
    })(state, dispatch);
  };

/** Commands of the app's table that work inside a table. */
export const tableCommands: ReadonlyMap<CommandId, Command> = new Map<CommandId, Command>([
  ['table.rowAfter', asStep(addRowAfter)],
  ['table.rowBefore', asStep(addRowBefore)],
  ['table.columnAfter', asStep(addColumnAfter)],
  ['table.columnBefore', asStep(addColumnBefore)],
  ['table.deleteRow', asStep(deleteLine('row'))],
  ['table.deleteColumn', asStep(deleteLine('column'))],
  ['table.delete', asStep(removeTable)],
  ['table.headerRow', asStep(toggleHeader('row'))],
  ['table.selectRow', selectLine('row')],
  ['table.selectColumn', selectLine('column')],
  ['table.merge', asStep(mergeWithinLimits)],
  ['table.split', asStep(splitCell)],
]);

/** Keys that mean something of their own inside a table; elsewhere they mean what they always do. */
export const tableKeys: Readonly<Record<string, Command>> = {
  'Mod-Enter': leaveTable,
  ArrowDown: arrowOut('after'),
  ArrowUp: arrowOut('before'),
};
