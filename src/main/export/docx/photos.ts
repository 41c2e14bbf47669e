import type { Piece } from '../official-document.ts';
import type { DocxContext } from './context.ts';
import type { Xml } from './elements.ts';
import { paragraph } from './elements.ts';
import { MISSING, TWIPS_PER_PX, imageRun } from './images.ts';
import type { Layout } from './layout.ts';
import { GREY, twips } from './layout.ts';
import { textRun } from './runs.ts';
import { table, tableCell, tableRow } from './tables.ts';

type Photos = Extract<Piece, { type: 'photos' }>['photos'];
export type Photo = Photos[number];

export const PHOTOS_PER_ROW = 2;
export const PHOTO_SIDES = { left: 80, right: 80 } as const;
/** A photo that stands on end is no higher than a third of a page. */
const TALLEST_TWIPS = twips(85);
const NOT_SHOWN = 'Foto kegiatan';

/** Two after two; the last row may hold one. */
export const photoRows = (photos: Photos): readonly Photos[] =>
  Array.from({ length: Math.ceil(photos.length / PHOTOS_PER_ROW) }, (_, row) =>
    photos.slice(row * PHOTOS_PER_ROW, (row + 1) * PHOTOS_PER_ROW),
  );

export const photoColumnTwips = ({ textWidthTwips }: Layout): number =>
  Math.floor(textWidthTwips / PHOTOS_PER_ROW);

/** As wide as its column, in its own proportions, in the pixels of documents. */
export function photoSizePx({ widthPx, heightPx }: Photo, columnTwips: number) {
  const roomTwips = columnTwips - PHOTO_SIDES.left - PHOTO_SIDES.right;
  const scale = Math.min(roomTwips / widthPx, TALLEST_TWIPS / heightPx) / TWIPS_PER_PX;
  return {
    width: Math.max(1, Math.floor(widthPx * scale)),
    height: Math.max(1, Math.floor(heightPx * scale)),
  };
}

/** For those who cannot see it. */
export const photoWords = ({ caption }: Photo): string => caption.trim() || NOT_SHOWN;

/** The photos in rows of two with their captions; no row is cut over two pages. */
export function photosTable({ photos }: { readonly photos: Photos }, context: DocxContext): Xml {
  const { layout, images } = context;
  const width = photoColumnTwips(layout);
  const picture = (photo: Photo): Xml => {
    const image = images.find(photo.imageId);
    if (image === undefined) return textRun(MISSING, { italics: true, color: GREY });
    const size = photoSizePx(photo, width);
    return imageRun(image, { ...size, what: 'Foto', description: photoWords(photo) }, images);
  };
  const cell = (photo: Photo): Xml =>
    tableCell({ width, margins: PHOTO_SIDES }, [
      paragraph(
        {
          alignment: 'center',
          keepNext: true,
          spacing: { before: 80, after: 40, lineRule: 'auto', line: 240 },
        },
        [picture(photo)],
      ),
      paragraph({ alignment: 'center', keepLines: true, spacing: { after: 160 } }, [
        textRun(photo.caption, { size: layout.sizes.small }),
      ]),
    ]);
  const empty = (): Xml => tableCell({ width, margins: PHOTO_SIDES }, [paragraph({}, [])]);
  return table(
    {
      columnWidths: Array.from({ length: PHOTOS_PER_ROW }, () => width),
      isRuled: false,
      description: 'Foto kegiatan, dua pada setiap baris, dengan keterangannya',
    },
    photoRows(photos).map((row) =>
      tableRow({ cantSplit: true }, [
        ...row.map(cell),
        ...Array.from({ length: PHOTOS_PER_ROW - row.length }, empty),
      ]),
    ),
  );
}
