import type { EditorView } from '@tiptap/pm/view';

import type { AttendanceId, BlockId } from '../../../../shared/ids.ts';
import type { Addendum } from '../../../../shared/minutes/final.ts';
import { attendeeLabel } from '../../../../shared/minutes/names.ts';
import type { DeskContext, DeskPart } from '../desk/desk-part.ts';
import type { PlacedBlock } from '../model/blocks.ts';
import { blockById, blockIdOf } from '../model/blocks.ts';
import { revealBlock } from '../view/reveal.ts';
import { addendumNotes, showAddenda } from './addendum-notes.ts';
import { choose, chosenBlock, reading } from './reading.ts';
import './final.css';

/** A block whose words are to be corrected. */
export interface ChosenBlock {
  readonly blockId: BlockId;
  /** Its words, with who said them. */
  readonly text: string;
}

/** The page of a final session: reading it, and what corrects it. */
export interface FinalDesk {
  readonly part: DeskPart;
  readonly setAddenda: (addenda: readonly Addendum[]) => void;
  /** Goes to the next addendum beside a block, round and round; false where there is none. */
  readonly goToNext: () => boolean;
  readonly goTo: (addendum: Addendum) => void;
  /** null: nobody chose one. */
  readonly chosen: () => ChosenBlock | null;
  /** Chooses a block and tells what it says; null where it is no longer there. */
  readonly choose: (blockId: BlockId) => ChosenBlock | null;
}

const noteOf = (view: EditorView, number: number): HTMLElement | null =>
  view.dom.querySelector<HTMLElement>(`[data-addendum="${number}"]`);

export function createFinalDesk(
  context: DeskContext,
  leave: (direction: 'forward' | 'backward') => void,
): FinalDesk {
  const { directory, session, t } = context;
  let shown: readonly Addendum[] = [];
  const view = (): EditorView => context.editor().view;

  function said({ node }: PlacedBlock): ChosenBlock {
    const words = node.textBetween(0, node.content.size, '\n');
    const speakerId = (node.attrs['speakerId'] as AttendanceId | null | undefined) ?? null;
    const speaker = speakerId === null ? undefined : directory.find(speakerId);
    const text = speaker === undefined ? words : `${attendeeLabel(speaker)}: ${words}`;
    return { blockId: blockIdOf(node), text };
  }

  function goTo({ number, blockId }: Addendum): void {
    const block = blockId === null ? null : blockById(view().state.doc, blockId);
    if (block === null) return;
    choose(view(), block);
    revealBlock(view(), blockIdOf(block.node), 'nearest', () =>
      noteOf(view(), number)?.scrollIntoView({ block: 'nearest' }),
    );
    noteOf(view(), number)?.focus({ preventScroll: true });
  }

  return {
    part: {
      plugins: [reading(context, leave), addendumNotes({ zone: () => session().zone, t })],
    },
    setAddenda(addenda) {
      if (addenda === shown) return;
      shown = addenda;
      view().dispatch(showAddenda(view().state.tr, addenda));
    },
    goTo,
    goToNext() {
      // In the order of the page.
      const notes = [...view().dom.querySelectorAll<HTMLElement>('[data-addendum]')];
      const at = notes.findIndex((note) => note === document.activeElement);
      const next = notes[(at + 1) % Math.max(notes.length, 1)];
      const addendum = shown.find(({ number }) => String(number) === next?.dataset['addendum']);
      if (addendum === undefined) return false;
      goTo(addendum);
      return true;
    },
    chosen() {
      const block = chosenBlock(view().state);
      return block === null ? null : said(block);
    },
    choose(blockId) {
      const block = blockById(view().state.doc, blockId);
      if (block === null) return null;
      choose(view(), block);
      return said(block);
    },
  };
}
