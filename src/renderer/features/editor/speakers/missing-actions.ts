import type { Command, Plugin } from '@tiptap/pm/state';
import { Selection } from '@tiptap/pm/state';

import type { BlockId } from '../../../../shared/ids.ts';
import { wallClock } from '../../../../shared/minutes/dates.ts';
import { showToast } from '../../../ui/toast.tsx';
import { currentBlock } from '../commands/new-block.ts';
import type { DeskContext } from '../desk/desk-part.ts';
import { blockById, blockIdOf } from '../model/blocks.ts';
import { askForSpeaker } from '../plugins/speaker-request.ts';
import { revealBlock } from '../view/reveal.ts';
import { countMissingSpeakers, missingSpeakers, nextMissingSpeaker } from './missing-speakers.ts';

/** Enough words to know a statement again. */
const EXCERPT_LENGTH = 80;

export interface MissingStatement {
  readonly id: BlockId;
  /** "HH.MM"; "" where not known. */
  readonly time: string;
  readonly excerpt: string;
}

export interface MissingActions {
  readonly plugin: Plugin;
  /** As of the last idle moment. */
  readonly count: () => number;
  readonly list: () => readonly MissingStatement[];
  /** Goes to a statement and asks for its speaker. */
  readonly goTo: (id: BlockId) => void;
  /** Goes to the next one after the caret. */
  readonly next: Command;
}

/** Statements without a speaker: counted, listed, and given one by two keys each. */
export function createMissingActions(context: DeskContext, onChange: () => void): MissingActions {
  const { t } = context;
  let count = 0;

  const ask =
    (id: BlockId): Command =>
    (state, dispatch, view) => {
      const block = blockById(state.doc, id);
      if (!block) return false;
      const selection = Selection.near(state.doc.resolve(block.pos + 1));
      if (view) revealBlock(view, id, 'nearest');
      dispatch?.(askForSpeaker(state.tr.setSelection(selection), id));
      return true;
    };

  return {
    plugin: countMissingSpeakers((counted) => {
      if (counted === count) return;
      count = counted;
      onChange();
    }),
    count: () => count,
    list() {
      const { zone } = context.session();
      return missingSpeakers(context.editor().state.doc).map(({ node }) => {
        const atMs = node.attrs['spokenAtMs'] as number | null;
        const text = node.textBetween(0, node.content.size, ' ');
        return {
          id: blockIdOf(node),
          time: atMs === null ? '' : wallClock(atMs, zone),
          excerpt: text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)} …` : text,
        };
      });
    },
    goTo: (id) => void context.run(ask(id)),
    next(state, dispatch, view) {
      const id = nextMissingSpeaker(state.doc, currentBlock(state).pos);
      if (id !== null) return ask(id)(state, dispatch, view);
      if (dispatch) showToast({ tone: 'info', text: t('missingNone') });
      return true;
    },
  };
}
