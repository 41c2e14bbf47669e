import type { EditorView } from '@tiptap/pm/view';

import { MAX_SHORT_LENGTH } from '../../../../../shared/words/expansion.ts';
import { positionsBetween } from '../../view/in-sight.ts';
import type { PlacedWord } from './places.ts';
import { wordsBetween } from './places.ts';
import type { Verdicts } from './verdicts.ts';

const HIGHLIGHT = 'minutes-misspelt';
/** More on one screen would be a page of another language: nobody is helped by underlining it. */
const MOST_UNDERLINED = 300;

/** The part of the document that is on screen. */
function visiblePart(view: EditorView): { readonly from: number; readonly to: number } | null {
  const scroller = view.dom.parentElement?.parentElement;
  if (!scroller || view.dom.offsetParent === null) return null;
  const { from, to } = positionsBetween(view, scroller.getBoundingClientRect());
  return { from, to: Math.min(view.state.doc.content.size, to + MAX_SHORT_LENGTH) };
}

/** A word under the caret is still being written. */
function isBeingTyped(view: EditorView, { from, to }: PlacedWord): boolean {
  const { selection } = view.state;
  return view.hasFocus() && selection.empty && selection.head >= from && selection.head <= to;
}

function rangeOf(view: EditorView, { from, to }: PlacedWord): Range | null {
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  const range = document.createRange();
  try {
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  } catch {
    return null;
  }
}

/** Takes all underlining away. */
export const clearUnderlines = (): void => void CSS.highlights.delete(HIGHLIGHT);

/**
 * Underlines the wrong words that are on screen. They are ranges over the text: the document, its
 * elements and the keys know nothing of them.
 */
export async function underlineVisible(view: EditorView, verdicts: Verdicts): Promise<void> {
  const part = visiblePart(view);
  if (part === null) return;
  const { doc } = view.state;
  const words = wordsBetween(doc, part.from, part.to);
  await verdicts.learn(words.map(({ word }) => word));
  // What was typed meanwhile has asked for another look by itself.
  if (view.isDestroyed || view.state.doc !== doc) return;
  const ranges = words
    .filter((placed) => verdicts.isWrong(placed.word) === true && !isBeingTyped(view, placed))
    .slice(0, MOST_UNDERLINED)
    .flatMap((placed) => rangeOf(view, placed) ?? []);
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
}
