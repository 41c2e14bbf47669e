import type { Node } from '@tiptap/pm/model';

import { AppError } from '../../../../shared/contract/errors.ts';
import type { SessionId } from '../../../../shared/ids.ts';
import { api } from '../../../api/client.ts';
import type { Changes } from './changes.ts';
import { NO_CHANGES, batchFrom, hasChanges, mergeChanges } from './changes.ts';
import type { SaveQueue, SaveState } from './save-queue.ts';
import { createSaveQueue } from './save-queue.ts';

interface DocumentSaverOptions {
  readonly sessionId: SessionId;
  /** The document as it is now. */
  readonly document: () => Node;
  readonly onState: (state: SaveState) => void;
  /** A removed participant who is named as speaker is in the attendance again. */
  readonly onAttendanceChanged: () => void;
}

/** The save queue of one document, on the real clock and the real archive. */
export function createDocumentSaver({
  sessionId,
  document,
  onState,
  onAttendanceChanged,
}: DocumentSaverOptions): SaveQueue<Changes> {
  return createSaveQueue<Changes>({
    nothing: NO_CHANGES,
    isEmpty: (changes) => !hasChanges(changes),
    merge: mergeChanges,
    async send(changes) {
      const receipt = await api('documents.save', batchFrom(sessionId, changes, document()));
      if (receipt.hasChangedAttendance) onAttendanceChanged();
      return receipt;
    },
    errorCode: (error) => (error instanceof AppError ? error.code : 'internal'),
    timers: {
      nowMs: Date.now,
      after(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    },
    onState,
  });
}
