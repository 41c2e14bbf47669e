import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { showsPhotos } from '../../../shared/official/document-options.ts';
import type { DocumentInput, InputPhoto } from '../document-input.ts';
import type { ExportImage } from '../model.ts';
import type { Piece } from '../official-document.ts';
import { xmlText } from '../xml-text.ts';
import { headingPiece } from './text.ts';

type Photo = Extract<Piece, { type: 'photos' }>['photos'][number];

const shown = ({ id, caption, scaled }: InputPhoto): Photo => ({
  imageId: id,
  caption: xmlText(caption),
  widthPx: scaled?.widthPx ?? 0,
  heightPx: scaled?.heightPx ?? 0,
});

/** What the page of photos names. */
export const photoImages = (
  kind: DocumentKind,
  { photos, options }: DocumentInput,
): readonly ExportImage[] =>
  (showsPhotos(kind, options) ? photos : []).flatMap(({ id, scaled }) =>
    scaled === null ? [] : [{ id, mediaType: 'image/jpeg', bytes: scaled.bytes } as const],
  );

/** The photos of the meeting on pages of their own, behind everything else; nothing without them. */
export function documentationPieces(
  kind: DocumentKind,
  { photos, options }: DocumentInput,
): readonly Piece[] {
  if (photos.length === 0 || !showsPhotos(kind, options)) return [];
  return [
    { type: 'page-break' },
    headingPiece(1, 'DOKUMENTASI'),
    { type: 'photos', photos: photos.map(shown) },
  ];
}
