import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';

import type { BlockId } from '../../../../shared/ids.ts';

/** The statement whose speaker is being chosen, or null. */
type Request = BlockId | null;

const key = new PluginKey<Request>('speakerRequest');

/**
 * Remembers for which statement the list of speakers is open. Commands ask for it in their
 * transaction, so that they need no view; the list itself is a plugin view that follows this.
 */
export function speakerRequest(): Plugin<Request> {
  return new Plugin<Request>({
    key,
    state: {
      init: () => null,
      apply: (transaction, request) => {
        const asked = transaction.getMeta(key) as Request | undefined;
        return asked === undefined ? request : asked;
      },
    },
  });
}

export const askForSpeaker = (transaction: Transaction, id: BlockId): Transaction =>
  transaction.setMeta(key, id);

export const stopAskingForSpeaker = (transaction: Transaction): Transaction =>
  transaction.setMeta(key, null).setMeta('addToHistory', false);

export const requestedSpeakerOf = (state: EditorState): BlockId | null =>
  key.getState(state) ?? null;
