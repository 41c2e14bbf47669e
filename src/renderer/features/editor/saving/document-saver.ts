import type { Node } from '@tiptap/pm/model';

import { AppError } from '../../../../shared/contract/errors.ts';
import type { BlockId, SessionId } from '../../../../shared/ids.ts';
import { api } from '../../../api/client.ts';
import type { Changes } from './changes.ts';
import { NO_CHANGES, hasChanges, mergeChanges } from './changes.ts';
import { createRefusedBlocks } from './refused-blocks.ts';
import type { SaveQueue, SaveState } from './save-queue.ts';
import { createSaveQueue } from './save-queue.ts';

interface DocumentSaverOptions {
  readonly sessionId: SessionId;
  /** The blocks that the archive has already. */
  readonly storedIds: Iterable<BlockId>;
  /** The document as it is now. */
  readonly document: () => Node;
  readonly onState: (state: SaveState) => void;
  readonly showBlock: (id: BlockId) => void;
  /** A removed participant who is named as speaker is in the attendance again. */
  readonly onAttendanceChanged: () => void;
}

export interface DocumentSaver extends SaveQueue<Changes> {
  /** Goes to a block that the archive refuses; nothing where there is none. */
  readonly showRefused: () => void;
}

/** The save queue of one document, on the real clock and the real archive. */
export function createDocumentSaver({
  sessionId,
  storedIds,
  document,
  onState,
  showBlock,
  onAttendanceChanged,
}: DocumentSaverOptions): DocumentSaver {
  const blocks = createRefusedBlocks({
    sessionId,
    storedIds,
    save: (batch) => api('documents.save', batch),
  });
  const showRefused = (): void => {
    const [id] = blocks.all().keys();
    if (id !== undefined) showBlock(id);
  };
  const queue = createSaveQueue<Changes>({
    nothing: NO_CHANGES,
    isEmpty: (changes) => !hasChanges(changes),
    merge: mergeChanges,
    async send(changes) {
      const receipt = await blocks.send(changes, document());
      if (receipt?.hasChangedAttendance === true) onAttendanceChanged();
      return { savedAtMs: receipt?.savedAtMs ?? Date.now() };
    },
    errorCode: (error) => (error instanceof AppError ? error.code : 'internal'),
    timers: {
      nowMs: Date.now,
      after(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    },
    onState(state) {
      const [failure] = blocks.all().values();
      // Whatever becomes of the others, these words are not saved; a failure of all weighs more.
      const isHidden = failure === undefined || state.type === 'unsaved';
      const count = blocks.all().size;
      onState(isHidden ? state : { type: 'refused', failure, count, show: showRefused });
    },
  });
  const isAllStored = (): boolean => blocks.all().size === 0;
  return {
    ...queue,
    flush: async () => (await queue.flush()) && isAllStored(),
    hasUnsaved: () => queue.hasUnsaved() || !isAllStored(),
    showRefused,
  };
}
