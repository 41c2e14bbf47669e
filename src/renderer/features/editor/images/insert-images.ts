import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

import type { BlockSource } from '../commands/new-block.ts';
import { currentBlock, insertAfter } from '../commands/new-block.ts';

/**
 * Puts images after the caret's paragraph, or in its place where it is empty, with the caret after
 * them; beside a heading, in a narration of their own. One undo step.
 */
export function insertImages(images: readonly Node[], source: BlockSource): Command {
  return (state, dispatch) => {
    const paragraph = state.schema.nodes['paragraph'];
    if (images.length === 0 || !paragraph) return false;
    const block = currentBlock(state);
    const transaction = block.node.inlineContent
      ? insertAfter(state, block, 'narration', source)
      : state.tr;
    const { $to } = transaction.selection;
    const isInText = $to.parent.isTextblock;
    const to = isInText ? $to.after() : $to.pos;
    const from = isInText && $to.parent.content.size === 0 ? $to.before() : to;
    const endsParent = transaction.doc.resolve(to).nodeAfter === null;
    const added = endsParent ? [...images, paragraph.create()] : images;
    transaction.replaceWith(from, to, added);
    const after = from + images.reduce((size, image) => size + image.nodeSize, 0);
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(after + 1)));
    dispatch?.(closeHistory(transaction).scrollIntoView());
    return true;
  };
}

export const selectedImage = (selection: unknown): Node | null =>
  selection instanceof NodeSelection && selection.node.type.name === 'image'
    ? selection.node
    : null;

/** Letters typed while an image is selected go into a paragraph after it; they never replace it. */
export function typeAfterImage(text: string): Command {
  return (state, dispatch) => {
    if (selectedImage(state.selection) === null) return false;
    const at = state.selection.to;
    const following = state.doc.resolve(at).nodeAfter;
    const transaction = state.tr;
    if (following?.type.name === 'paragraph' && following.content.size === 0) {
      transaction.insertText(text, at + 1);
    } else {
      const words = text === '' ? [] : [state.schema.text(text)];
      transaction.insert(at, state.schema.node('paragraph', null, words));
    }
    transaction.setSelection(TextSelection.create(transaction.doc, at + 1 + text.length));
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
}
