import { createHash } from 'node:crypto';

import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { Block } from '../../shared/document/block.ts';
import {
  LONGEST_SIDE_PX,
  MOST_IMAGES_PER_SESSION,
  STORED_MEDIA_TYPES,
  readImageHeader,
} from '../../shared/document/image-rules.ts';
import { imagesIn } from '../../shared/document/images.ts';
import type { SessionId } from '../../shared/ids.ts';
import { attachmentIdSchema } from '../../shared/ids.ts';
import type { RecordImage } from '../../shared/minutes/record.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { createAttachmentStore } from './store.ts';

interface AttachmentsOptions {
  readonly db: ArchiveDatabase;
  readonly clock: () => number;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/**
 * Keeps the images of minutes in the archive, so that backups hold them. One goes away with the last
 * session that ever used it: undo, the trash and earlier versions may still name it until then.
 */
export function createAttachmentsService({ db, clock }: AttachmentsOptions) {
  const store = createAttachmentStore(db);

  const add = db.transaction((sessionId: SessionId, bytes: Uint8Array) => {
    const status = store.status(sessionId);
    if (status === undefined) throw new AppError('not-found', { sessionId });
    if (status === 'final') throw new AppError('session-final');
    const header = readImageHeader(bytes);
    const mediaType = STORED_MEDIA_TYPES.find((type) => type === `image/${header?.type ?? ''}`);
    if (header === null || mediaType === undefined) throw new AppError('image-invalid');
    const { widthPx, heightPx } = header;
    if (Math.max(widthPx, heightPx) > LONGEST_SIDE_PX) throw new AppError('image-invalid');
    const id = attachmentIdSchema.parse(createHash('sha256').update(bytes).digest('hex'));
    const isNew = !store.isUsed(sessionId, id);
    if (isNew && store.countOf(sessionId) >= MOST_IMAGES_PER_SESSION) {
      throw new AppError('too-many-images', { limit: MOST_IMAGES_PER_SESSION });
    }
    store.put({ id, mediaType, widthPx, heightPx, bytes }, clock());
    store.use(sessionId, id);
    return { id, widthPx, heightPx };
  });

  return {
    handlers: {
      'attachments.add': ({ sessionId, bytes }) => add.immediate(sessionId, bytes),
      'attachments.read': ({ id }) => {
        const row = store.read(id);
        return row ? { mediaType: row.mediaType, base64: base64(row.bytes) } : null;
      },
    } satisfies Pick<Handlers<'storage'>, 'attachments.add' | 'attachments.read'>,
    /**
     * Notes which images the blocks of a session use, as after a paste from another session. A block
     * that names one that is gone is kept all the same: its words matter more.
     */
    use(sessionId: SessionId, blocks: readonly Block[]): void {
      for (const { attachmentId } of imagesIn(blocks)) store.use(sessionId, attachmentId);
    },
    /** The images that blocks name, each once, for a document made from them. */
    imagesOf(blocks: readonly Block[]): readonly RecordImage[] {
      const ids = new Set(imagesIn(blocks).map(({ attachmentId }) => attachmentId));
      return [...ids].flatMap((id) => {
        const row = store.read(id);
        return row ? [{ id, mediaType: row.mediaType, base64: base64(row.bytes) }] : [];
      });
    },
  };
}
