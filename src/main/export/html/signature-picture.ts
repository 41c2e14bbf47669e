import type { SignatureImage } from '../signature-image.ts';
import { shownSignatureTwips } from '../signature-image.ts';
import { imageAddress } from './addresses.ts';
import type { HtmlContext } from './context.ts';
import type { Html } from './markup.ts';
import { css, fromTwips, tag } from './markup.ts';

type Room = Parameters<typeof shownSignatureTwips>[1];

/** A visible signature within a line; null where its image is not among the document's. */
export function signatureHtml(
  signature: SignatureImage,
  room: Room,
  { findImage }: HtmlContext,
): Html | null {
  if (findImage(signature.imageId) === undefined) return null;
  const { widthTwips, heightTwips } = shownSignatureTwips(signature, room);
  return tag('img', {
    src: imageAddress(signature.imageId),
    alt: signature.description,
    style: css({ width: fromTwips(widthTwips), height: fromTwips(heightTwips) }),
  });
}

/** A signature in the room that is left for one by hand: it takes exactly that much height. */
export function signatureLineHtml(
  signature: SignatureImage,
  room: Room & { readonly spaceTwips: number },
  context: HtmlContext,
): Html | null {
  const picture = signatureHtml(signature, room, context);
  if (picture === null) return null;
  const style = css({ height: fromTwips(room.spaceTwips) });
  return tag('div', { class: 'signed', style }, picture);
}
