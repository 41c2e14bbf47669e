import { z } from 'zod';

import type { StoredMediaType } from '../document/image-rules.ts';
import { LARGEST_STORED_BYTES } from '../document/image-rules.ts';
import type { AttachmentId } from '../ids.ts';
import { attachmentIdSchema, sessionIdSchema } from '../ids.ts';
import { call, returns } from './define.ts';

export interface StoredImage {
  readonly id: AttachmentId;
  readonly widthPx: number;
  readonly heightPx: number;
}

export const attachmentCalls = {
  /**
   * Keeps a PNG or JPEG for a session, once however often it is used; its id is its SHA-256. The
   * answer comes when it is in the archive: only then may a block name it.
   */
  'attachments.add': call(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        bytes: z
          .instanceof(Uint8Array)
          .refine(({ byteLength }) => byteLength > 0 && byteLength <= LARGEST_STORED_BYTES),
      }),
    returns<StoredImage>(),
  ),
  /** The image as base64; null where there is none. */
  'attachments.read': call(
    'storage',
    () => z.object({ id: attachmentIdSchema }),
    returns<{ readonly mediaType: StoredMediaType; readonly base64: string } | null>(),
  ),
};
