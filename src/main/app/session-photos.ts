import { readFile } from 'node:fs/promises';

import { shownAs } from '../../shared/files/shown-files.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { InputPhoto } from '../export/document-input.ts';
import { contentPath } from '../files/content.ts';
import type { Log } from './log.ts';
import { createPhotoScaler } from './photo-scaler.ts';
import type { StorageCall } from './storage-call.ts';

interface SessionPhotosOptions {
  readonly folder: string;
  readonly call: StorageCall;
  readonly log: Log;
}

/** A few megabytes: previews draw the same photos again after each save. */
const MOST_KEPT = 60;

/** The photos of a session, small enough for the pages of a document. */
export function createSessionPhotos({ folder, call, log }: SessionPhotosOptions) {
  const scaler = createPhotoScaler(log);
  const kept = new Map<string, NonNullable<InputPhoto['scaled']>>();

  return async (sessionId: SessionId): Promise<readonly InputPhoto[]> => {
    const files = await call('files.list', { sessionId });
    const photos: InputPhoto[] = [];
    for (const file of files) {
      if (file.role !== 'foto') continue;
      const { id, sha256, mediaType, caption } = file;
      let scaled = kept.get(sha256) ?? null;
      if (scaled === null && shownAs(file) === 'photo') {
        const bytes = await readFile(contentPath(folder, sha256)).catch(() => null);
        scaled = bytes === null ? null : await scaler.scale(bytes, mediaType);
      }
      if (scaled !== null) {
        kept.delete(sha256);
        kept.set(sha256, scaled);
        const [oldest] = kept.keys();
        if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      }
      photos.push({ id: `foto-${id}`, caption, scaled });
    }
    scaler.close();
    return photos;
  };
}
