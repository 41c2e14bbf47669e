import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import { buildDocument } from './build-document.ts';
import type { DocumentInput } from './document-input.ts';
import { officialDocx } from './docx/official-docx.ts';
import type { OfficialDocument, Piece } from './official-document.ts';
import { OPEN_LINE_IMAGE } from './parts/marks.ts';
import type { DrawLine, SignatureImage } from './signature-image.ts';

export interface DocumentToSign {
  readonly bytes: Uint8Array;
  /** The line of the block that signs; null: none is wanted, or the document has no such block. */
  readonly line: {
    readonly setupId: string;
    /** What its signatory signed visibly, as PNG; null: nothing. */
    readonly image: Uint8Array | null;
  } | null;
}

function signaturesIn(piece: Piece): readonly (SignatureImage | null)[] {
  if (piece.type === 'table') return piece.signed ?? [];
  if (piece.type !== 'signatures') return [];
  const { blocks, acknowledged } = piece;
  return [...blocks, ...(acknowledged === null ? [] : [acknowledged])].map(({ image }) => image);
}

function lineIn({ pieces, images }: OfficialDocument, setupId: string): DocumentToSign['line'] {
  const found = pieces.flatMap(signaturesIn).find((one) => one?.line?.setupId === setupId);
  if (!found) return null;
  const image = images.find(({ id }) => id === found.imageId && id !== OPEN_LINE_IMAGE);
  return { setupId, image: image?.bytes ?? null };
}

/** A document of a session with the lines that its signatories sign on. */
export function documentToSign(
  kind: DocumentKind,
  input: DocumentInput,
  drawLine: DrawLine,
): DocumentToSign {
  const document = buildDocument(kind, input);
  const setupId = input.lines?.setupIds[input.lines.blockIndex];
  return {
    bytes: officialDocx(document, drawLine),
    line: setupId === undefined ? null : lineIn(document, setupId),
  };
}
