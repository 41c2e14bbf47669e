import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';

import type { BlockId } from '../../../../shared/ids.ts';

/** Why somebody is chosen from the list. */
export type SpeakerRequest =
  /** As the speaker of these statements. */
  | { readonly type: 'speaker'; readonly ids: readonly BlockId[] }
  /** As somebody who asks to speak, comes late or leaves. */
  | { readonly type: 'queue' | 'arrival' | 'departure' };

const key = new PluginKey<SpeakerRequest | null>('speakerRequest');

/**
 * Remembers for what the list of speakers is open. Commands ask for it in their transaction, so that
 * they need no view; the list itself is a plugin view that follows this.
 */
export function speakerRequest(): Plugin<SpeakerRequest | null> {
  return new Plugin<SpeakerRequest | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, request) => {
        const asked = transaction.getMeta(key) as SpeakerRequest | null | undefined;
        return asked === undefined ? request : asked;
      },
    },
  });
}

export const askFor = (transaction: Transaction, request: SpeakerRequest): Transaction =>
  transaction.setMeta(key, request);

export const askForSpeaker = (transaction: Transaction, id: BlockId): Transaction =>
  askFor(transaction, { type: 'speaker', ids: [id] });

export const stopAskingForSpeaker = (transaction: Transaction): Transaction =>
  transaction.setMeta(key, null).setMeta('addToHistory', false);

export const requestOf = (state: EditorState): SpeakerRequest | null => key.getState(state) ?? null;

/** The first statement whose speaker is being chosen, or null. */
export function requestedSpeakerOf(state: EditorState): BlockId | null {
  const request = requestOf(state);
  return request?.type === 'speaker' ? (request.ids[0] ?? null) : null;
}
