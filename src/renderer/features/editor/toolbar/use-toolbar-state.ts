import type { Editor } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { mergeCells, splitCell } from '@tiptap/pm/tables';
import { useEditorState } from '@tiptap/react';

import { hasMark, isIn } from '../commands/text.ts';

/** What the tools around the page show of the place of the caret; few and plain, so it is cheap. */
export function useToolbarState(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({
      bold: hasMark(state, 'bold'),
      italic: hasMark(state, 'italic'),
      underline: hasMark(state, 'underline'),
      highlight: hasMark(state, 'highlight'),
      verbatim: hasMark(state, 'verbatim'),
      link: hasMark(state, 'link'),
      bulletList: isIn(state, 'bulletList'),
      orderedList: isIn(state, 'orderedList'),
      quote: isIn(state, 'blockquote'),
      table: isIn(state, 'table'),
      canMergeCells: isIn(state, 'table') && mergeCells(state),
      canSplitCell: isIn(state, 'table') && splitCell(state),
      canUndo: undoDepth(state) > 0,
      canRedo: redoDepth(state) > 0,
    }),
  });
}
