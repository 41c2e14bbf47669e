import type { ExportImage } from '../model.ts';
import type { DrawLine, SignatureImage, SigningLine } from '../signature-image.ts';
import { shownSignatureTwips } from '../signature-image.ts';
import type { DocxContext } from './context.ts';
import type { Xml } from './elements.ts';
import { paragraph } from './elements.ts';
import type { DocumentImages } from './images.ts';
import { TWIPS_PER_PX, imageRun } from './images.ts';
import type { Layout } from './layout.ts';

type Room = Parameters<typeof shownSignatureTwips>[1];

/** What the paragraph's own letters take under a picture. */
const UNDER_PICTURE_TWIPS = 20;
const SMALLEST_LETTERS = 2;

const px = (twips: number): number => Math.round((twips / TWIPS_PER_PX) * 100) / 100;

/** A visible signature within a line; null where its image is not among the document's. */
export function signatureRun(
  signature: SignatureImage,
  room: Room,
  { images, drawLine }: DocxContext,
): Xml | null {
  const image = images.find(signature.imageId);
  if (image === undefined) return null;
  const size = shownSignatureTwips(signature, room);
  const { line } = signature;
  return line !== undefined && drawLine !== null
    ? lineRun({ ...signature, line }, size, images.embed(image).id, drawLine)
    : pictureRun(signature, size, image, images);
}

type Size = ReturnType<typeof shownSignatureTwips>;

function pictureRun(
  { description }: SignatureImage,
  { widthTwips, heightTwips }: Size,
  image: ExportImage,
  images: DocumentImages,
): Xml {
  const size = { width: px(widthTwips), height: px(heightTwips) };
  return imageRun(image, { ...size, what: 'Tanda tangan', description }, images);
}

/** VML, in which alone Word knows signature lines. */
const LINE_NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';
const TWIPS_PER_PT = 20;

function lineRun(
  { line, description }: SignatureImage & { readonly line: SigningLine },
  { widthTwips, heightTwips }: Size,
  imageRelationshipId: string,
  drawLine: DrawLine,
): Xml {
  const shape = drawLine({
    ...line,
    instructions: 'Baca isi dokumen ini sebelum menandatanganinya.',
    imageRelationshipId,
    shapeId: `garis-${line.setupId.replace(/[{}]/g, '').toLowerCase()}`,
    description,
    widthPt: widthTwips / TWIPS_PER_PT,
    heightPt: heightTwips / TWIPS_PER_PT,
  });
  return `<w:r ${LINE_NAMESPACES}>${shape}</w:r>`;
}

/** A signature in the room that is left for one by hand: it takes exactly that much height. */
export function signatureLine(
  signature: SignatureImage,
  room: Room & { readonly spaceTwips: number },
  context: DocxContext,
): Xml | null {
  const run = signatureRun(signature, room, context);
  if (run === null) return null;
  const { heightTwips } = shownSignatureTwips(signature, room);
  const before = Math.max(0, room.spaceTwips - heightTwips - UNDER_PICTURE_TWIPS);
  return paragraph(
    {
      alignment: 'center',
      keepNext: true,
      keepLines: true,
      spacing: { before, after: 0, ...WHOLE_LINE },
      markSize: SMALLEST_LETTERS,
    },
    [run],
  );
}

/** As high as what is in it. */
export const WHOLE_LINE = { line: 240, lineRule: 'auto' } as const satisfies Layout['textLine'];
