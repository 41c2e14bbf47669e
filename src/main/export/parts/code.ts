import { createHash } from 'node:crypto';

import type { AttachmentId } from '../../../shared/ids.ts';
import { attachmentIdSchema } from '../../../shared/ids.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import { documentCode } from '../../../shared/signing/code.ts';
import { QR_MM } from '../foot-room.ts';
import type { ExportImage } from '../model.ts';
import type { Piece } from '../official-document.ts';
import { qrModules, qrPng } from '../qr-code.ts';
import { richPiece, textPiece } from './text.ts';

/** Of 1/96 inch, in which pictures in minutes are measured. */
const PX_PER_MM = 96 / 25.4;

type Code = ExportImage & { readonly id: AttachmentId; readonly said: string };

function codeOf({ final }: SessionRecord): Code | null {
  if (final === undefined) return null;
  const said = documentCode(final);
  const bytes = qrPng(qrModules(said));
  const id = attachmentIdSchema.parse(createHash('sha256').update(bytes).digest('hex'));
  return { id, mediaType: 'image/png', bytes, said };
}

/** What `codePieces` names. */
export function codeImages(record: SessionRecord): readonly ExportImage[] {
  const code = codeOf(record);
  return code === null ? [] : [code];
}

/** The QR code of a final session, for templates that set it where they want it; an empty line before. */
export function codePieces(record: SessionRecord): readonly Piece[] {
  const code = codeOf(record);
  if (code === null) return [textPiece('')];
  const side = Math.round(QR_MM * PX_PER_MM);
  const attrs = {
    attachmentId: code.id,
    width: side,
    height: side,
    alt: code.said,
    caption: '',
  };
  return [richPiece([{ type: 'image', attrs }])];
}
