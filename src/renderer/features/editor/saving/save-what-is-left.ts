import type { SessionId } from '../../../../shared/ids.ts';
import { api } from '../../../api/client.ts';
import { holdsUnsaved } from '../../../api/unsaved.ts';
import type { DocumentSaver } from './document-saver.ts';

/**
 * Saves a document whose view is gone. What cannot be saved now goes on being tried, and is asked for
 * before the window closes: the document outlives its view.
 */
export function saveWhatIsLeft(saver: DocumentSaver, sessionId: SessionId): void {
  const release = holdsUnsaved(saver.flush);
  void saver.flush().then((isSaved) => {
    if (!isSaved) return;
    release();
    saver.dispose();
    // The session may be gone with the archive that was replaced; nothing is lost then.
    api('history.keep', { sessionId, reason: 'closed' }).catch(() => undefined);
  });
}
