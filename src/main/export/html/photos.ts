import {
  PHOTOS_PER_ROW,
  photoColumnTwips,
  photoRows,
  photoSizePx,
  photoWords,
} from '../docx/photos.ts';
import type { Photo } from '../docx/photos.ts';
import { MISSING, TWIPS_PER_PX } from '../docx/images.ts';
import type { Piece } from '../official-document.ts';
import { imageAddress } from './addresses.ts';
import type { HtmlContext } from './context.ts';
import type { Html } from './markup.ts';
import { css, fromTwips, tag, words } from './markup.ts';
import { paragraph } from './paragraphs.ts';
import { tableHtml } from './tables.ts';

/** The photos in rows of two with their captions; no row is cut over two pages. */
export function photosHtml(
  { photos }: Extract<Piece, { type: 'photos' }>,
  context: HtmlContext,
): Html {
  const width = photoColumnTwips(context.layout);
  const picture = (photo: Photo): Html => {
    if (!context.findImage(photo.imageId)) {
      return tag('span', { class: 'quiet italic' }, words(MISSING));
    }
    const size = photoSizePx(photo, width);
    return tag('img', {
      src: imageAddress(photo.imageId),
      alt: photoWords(photo),
      style: css({
        width: fromTwips(size.width * TWIPS_PER_PX),
        height: fromTwips(size.height * TWIPS_PER_PX),
      }),
    });
  };
  const cell = (photo: Photo): Html =>
    tag(
      'td',
      {},
      paragraph(
        picture(photo),
        { alignment: 'center', beforeTwips: 80, afterTwips: 40, class: 'picture kept' },
        context,
      ),
      paragraph(
        words(photo.caption),
        { alignment: 'center', afterTwips: 160, size: context.layout.sizes.small },
        context,
      ),
    );
  const rows = photoRows(photos).map((row) =>
    tag(
      'tr',
      {},
      ...row.map(cell),
      ...Array.from({ length: PHOTOS_PER_ROW - row.length }, () => tag('td', {})),
    ),
  );
  return tableHtml([], rows, {
    widths: Array.from({ length: PHOTOS_PER_ROW }, () => width),
    class: 'photos',
    description: 'Foto kegiatan, dua pada setiap baris, dengan keterangannya',
  });
}
