import { escapedXml } from '../../opc/xml-text.ts';
import type { Image } from '../../../shared/document/rich-text.ts';
import type { ExportImage } from '../model.ts';
import { xmlLine, xmlText } from '../xml-text.ts';
import type { RichContext } from './context.ts';
import type { Layout } from './layout.ts';
import type { Xml } from './elements.ts';
import { paragraph, run } from './elements.ts';
import { GREY } from './layout.ts';
import { textRun } from './runs.ts';

/** Twips in a pixel of 1/96 inch, the unit in which images are sized. */
export const TWIPS_PER_PX = 15;
/** An image leaves room on its page for its caption and some words. */
const TALLEST_PART_OF_PAGE = 0.7;
/** English Metric Units, in which DrawingML measures. */
const EMU_PER_PX = 9525;
const DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
export const MISSING = '[Gambar tidak tersedia]';

/** An image that the document's text names. */
export interface EmbeddedImage {
  /** Of the relationship by which the text names it. */
  readonly id: string;
  readonly fileName: string;
  readonly extension: 'png' | 'jpg';
  readonly bytes: Uint8Array;
}

/** Gives out the images of one document. */
export interface DocumentImages {
  readonly find: (id: string) => ExportImage | undefined;
  /** Numbers drawings from 1: Word wants them unique, and the same minutes give the same file. */
  readonly nextNumber: () => number;
  /** The same image is kept once, however often it is shown. */
  readonly embed: (image: ExportImage) => EmbeddedImage;
  readonly embedded: () => readonly EmbeddedImage[];
}

export function createDocumentImages(images: readonly ExportImage[]): DocumentImages {
  const byId = new Map(images.map((image) => [image.id, image]));
  const embedded = new Map<string, EmbeddedImage>();
  let last = 0;
  return {
    find: (id) => byId.get(id),
    nextNumber: () => (last += 1),
    embed: ({ id, mediaType, bytes }) => {
      const present = embedded.get(id);
      if (present !== undefined) return present;
      const number = embedded.size + 1;
      const extension = mediaType === 'image/png' ? 'png' : 'jpg';
      const fileName = `image${number}.${extension}`;
      const image: EmbeddedImage = { id: `rIdImage${number}`, fileName, extension, bytes };
      embedded.set(id, image);
      return image;
    },
    embedded: () => [...embedded.values()],
  };
}

interface Shown {
  readonly width: number;
  readonly height: number;
  /** "Gambar" or "Logo": with its number, how Word's list of drawings calls it. */
  readonly what: string;
  /** For those who cannot see it. */
  readonly description: string;
}

/** An image in the line (ECMA-376 part 1, 20.4.2.8), its size in pixels. */
export function imageRun(image: ExportImage, shown: Shown, images: DocumentImages): Xml {
  const number = images.nextNumber();
  const emu = (px: number): number => Math.round(px * EMU_PER_PX);
  const size = `cx="${emu(shown.width)}" cy="${emu(shown.height)}"`;
  const description = escapedXml(xmlLine(shown.description));
  return run(
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
      `<wp:extent ${size}/><wp:effectExtent t="0" r="0" b="0" l="0"/>` +
      `<wp:docPr id="${number}" name="${shown.what} ${number}" descr="${description}"/>` +
      `<wp:cNvGraphicFramePr><a:graphicFrameLocks ${DRAWING} noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
      `<a:graphic ${DRAWING}><a:graphicData uri="${PICTURE}"><pic:pic xmlns:pic="${PICTURE}">` +
      '<pic:nvPicPr><pic:cNvPr id="0" name="" descr=""/><pic:cNvPicPr>' +
      '<a:picLocks noChangeAspect="1" noChangeArrowheads="1"/></pic:cNvPicPr></pic:nvPicPr>' +
      `<pic:blipFill><a:blip r:embed="${images.embed(image).id}" cstate="none"/><a:srcRect/>` +
      '<a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
      `<pic:spPr bwMode="auto"><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>` +
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>' +
      '</wp:inline></w:drawing>',
  );
}

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
export function imagePieces(node: Image, context: RichContext): readonly Xml[] {
  const { alt, caption, attachmentId } = node.attrs;
  const image = context.images.find(attachmentId);
  const hasCaption = xmlText(caption).trim() !== '';
  const picture = image
    ? imageRun(
        image,
        {
          ...shownSizePx(node.attrs, context.widthTwips, context.layout),
          what: 'Gambar',
          description: alt || caption,
        },
        context.images,
      )
    : textRun(MISSING, { italics: true, color: GREY });
  const placed = { alignment: 'center', indent: { left: context.indentTwips } } as const;
  const spacing = { before: 80, after: hasCaption ? 20 : 80, lineRule: 'auto', line: 240 } as const;
  const words = textRun(caption, { size: context.layout.sizes.small, italics: true });
  const keepNext = context.isKeptWithNext;
  return [
    paragraph({ ...placed, spacing, keepNext: hasCaption || keepNext }, [picture]),
    ...(hasCaption ? [paragraph({ ...placed, spacing: { after: 80 }, keepNext }, [words])] : []),
  ];
}
