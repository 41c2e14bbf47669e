import { ImageRun, Paragraph } from 'docx';

import type { Image } from '../../../shared/document/rich-text.ts';
import type { ExportImage } from '../model.ts';
import { xmlText } from '../xml-text.ts';
import type { RichContext } from './context.ts';
import type { Layout } from './layout.ts';
import { ALIGN, GREY } from './layout.ts';
import { textRun } from './runs.ts';

/** Twips in a pixel of 1/96 inch, the unit in which docx takes sizes. */
export const TWIPS_PER_PX = 15;
/** An image leaves room on its page for its caption and some words. */
const TALLEST_PART_OF_PAGE = 0.7;
export const MISSING = '[Gambar tidak tersedia]';

/** Gives out the images of one document. */
export interface DocumentImages {
  readonly find: (id: string) => ExportImage | undefined;
  /** Numbers drawings from 1: Word wants them unique, and the same minutes give the same file. */
  readonly nextNumber: () => number;
}

export function createDocumentImages(images: readonly ExportImage[]): DocumentImages {
  const byId = new Map(images.map((image) => [image.id, image]));
  let last = 0;
  return {
    find: (id) => byId.get(id),
    nextNumber: () => (last += 1),
  };
}

/** The name that docx has for the image's type. */
export const imageType = ({ mediaType }: ExportImage): 'png' | 'jpg' =>
  mediaType === 'image/png' ? 'png' : 'jpg';

/** As wide as it was on screen, but within the column and the page, in its own proportions. */
export function shownSizePx(
  attrs: Image['attrs'],
  widthTwips: number,
  { textHeightTwips }: Layout,
): { width: number; height: number } {
  const scale = Math.min(
    1,
    widthTwips / (attrs.width * TWIPS_PER_PX),
    (textHeightTwips * TALLEST_PART_OF_PAGE) / (attrs.height * TWIPS_PER_PX),
  );
  return {
    width: Math.max(1, Math.round(attrs.width * scale)),
    height: Math.max(1, Math.round(attrs.height * scale)),
  };
}

/** An image with its caption under it. */
export function imagePieces(node: Image, context: RichContext): readonly Paragraph[] {
  const { alt, caption, attachmentId } = node.attrs;
  const image = context.images.find(attachmentId);
  const placed = {
    alignment: ALIGN.CENTER,
    indent: { left: context.indentTwips },
  } as const;
  const hasCaption = xmlText(caption).trim() !== '';
  const number = context.images.nextNumber();
  const picture = image
    ? new ImageRun({
        type: imageType(image),
        data: image.bytes,
        transformation: shownSizePx(node.attrs, context.widthTwips, context.layout),
        altText: {
          id: String(number),
          name: `Gambar ${number}`,
          description: xmlText(alt || caption),
        },
      })
    : textRun(MISSING, { italics: true, color: GREY });
  return [
    new Paragraph({
      ...placed,
      spacing: { before: 80, after: hasCaption ? 20 : 80, lineRule: 'auto', line: 240 },
      keepNext: hasCaption || context.isKeptWithNext,
      children: [picture],
    }),
    ...(hasCaption
      ? [
          new Paragraph({
            ...placed,
            spacing: { after: 80 },
            keepNext: context.isKeptWithNext,
            children: [textRun(caption, { size: context.layout.sizes.small, italics: true })],
          }),
        ]
      : []),
  ];
}
