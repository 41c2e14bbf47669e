import { Plugin } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';

import { ReplaceTextsStep } from '../find/replace-step.ts';

/**
 * Editing of tables as it comes, but for one thing: after every change it compares all blocks to mend
 * tables that lost cells, which takes the square of how many changed. New words in their place of
 * text leave every table as it was.
 */
export function editTables(): Plugin {
  const { spec } = tableEditing();
  return new Plugin({
    ...spec,
    appendTransaction(transactions, before, after) {
      const areWordsOnly = transactions.every(
        ({ steps }) => steps.length > 0 && steps.every((step) => step instanceof ReplaceTextsStep),
      );
      return areWordsOnly ? null : spec.appendTransaction?.call(this, transactions, before, after);
    },
  });
}
