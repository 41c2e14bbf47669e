import { closeHistory } from '@tiptap/pm/history';
import type { Command, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';

import { BLANK } from '../../../../../shared/words/phrases.ts';
import { startBlock } from '../../commands/insert-block.ts';
import type { BlockSource } from '../../commands/new-block.ts';
import { blockAround, endOf } from '../../model/blocks.ts';

/** The first blank between two positions, selected; null where there is none. */
function selectBlank(transaction: Transaction, from: number, to: number): Transaction | null {
  let found = -1;
  transaction.doc.nodesBetween(from, to, (node, pos) => {
    if (found >= 0) return false;
    if (!node.isText) return true;
    const at = (node.text ?? '').indexOf(BLANK, Math.max(0, from - pos));
    if (at >= 0 && pos + at < to) found = pos + at;
    return false;
  });
  if (found < 0) return null;
  const selection = TextSelection.create(transaction.doc, found, found + BLANK.length);
  return transaction.setSelection(selection);
}

/** Selects the next blank of the block, which typing then fills; false where there is none. */
export const nextBlank: Command = (state, dispatch) => {
  const block = blockAround(state.selection.$head);
  if (!block || !block.node.textContent.includes(BLANK)) return false;
  const { to } = state.selection;
  const transaction =
    selectBlank(state.tr, to, endOf(block)) ?? selectBlank(state.tr, block.pos, to);
  if (!transaction) return false;
  dispatch?.(transaction.scrollIntoView());
  return true;
};

const needsSpace = (before: string): boolean =>
  before !== '' && !/[\s([{"“‘/\uFFFC]$/u.test(before);

/** Writes a phrase at the caret, as one step to undo, with its first blank selected. */
export const insertPhrase =
  (text: string): Command =>
  (state, dispatch) => {
    const { $from, from, to } = state.selection;
    if (!$from.parent.isTextblock) return false;
    const before = $from.parent.textBetween(
      Math.max(0, $from.parentOffset - 1),
      $from.parentOffset,
      undefined,
      '\uFFFC',
    );
    const written = needsSpace(before) ? ` ${text}` : text;
    const transaction = state.tr.insertText(written, from, to);
    const end = from + written.length;
    transaction.setSelection(TextSelection.create(transaction.doc, end));
    selectBlank(transaction, from, end);
    dispatch?.(closeHistory(transaction).scrollIntoView());
    return true;
  };

/** The same in a narration of its own, after the block of the caret. */
export const insertPhraseBelow =
  (text: string, source: BlockSource): Command =>
  (state, dispatch) => {
    const begun: Transaction[] = [];
    startBlock('narration', source)(state, (transaction) => begun.push(transaction));
    const [start] = begun;
    if (!start) return false;
    if (!dispatch) return true;
    const at = start.selection.from;
    const transaction = start.insertText(text, at);
    transaction.setSelection(TextSelection.create(transaction.doc, at + text.length));
    selectBlank(transaction, at, at + text.length);
    dispatch(transaction.scrollIntoView());
    return true;
  };
