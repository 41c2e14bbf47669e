import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';

import type { BlockId } from '../../../../shared/ids.ts';
import { blockAround, blockById } from '../model/blocks.ts';
import type { Hit } from '../plugins/hit-highlight.ts';
import { showHit } from '../plugins/hit-highlight.ts';
import { askForSpeaker } from '../plugins/speaker-request.ts';
import { revealBlock } from '../view/reveal.ts';

/** The caret goes into a block, which comes into sight. */
export function goToHit(editor: Editor, hit: Hit): void {
  const block = blockById(editor.state.doc, hit.blockId);
  if (!block) return;
  const transaction = editor.state.tr.setSelection(
    Selection.near(editor.state.doc.resolve(block.pos + 1)),
  );
  editor.view.dispatch(showHit(transaction, hit));
  editor.view.dom.focus({ preventScroll: true });
  revealBlock(editor.view, hit.blockId);
}

/** The caret goes into the statement whose speaker is asked for, unless it is there already. */
export function askSpeakerOf(editor: Editor, id: BlockId): void {
  const block = blockById(editor.state.doc, id);
  if (!block || !editor.isEditable) return;
  const isInside = blockAround(editor.state.selection.$head)?.pos === block.pos;
  const transaction = editor.state.tr;
  if (!isInside) {
    transaction.setSelection(Selection.near(transaction.doc.resolve(block.pos + 1)));
  }
  editor.view.dispatch(askForSpeaker(transaction, id));
}
