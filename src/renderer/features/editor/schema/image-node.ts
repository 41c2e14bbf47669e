import { Node } from '@tiptap/core';

import type { Image } from '../../../../shared/document/rich-text.ts';
import { imageSchema } from '../../../../shared/document/rich-text.ts';

/** Where the window gets an image of the minutes from. */
export const imageAddress = (id: string): string => `app://notula/attachment/${id}`;

/** Reads what an editor of this kind copied; anything else is no image of ours. */
function imageAttributes(element: HTMLElement): Image['attrs'] | false {
  const candidate = {
    attachmentId: element.dataset['attachmentId'],
    width: Number(element.dataset['width']),
    height: Number(element.dataset['height']),
    alt: element.getAttribute('alt') ?? '',
    caption: element.dataset['caption'] ?? '',
  };
  const read = imageSchema.safeParse({ type: 'image', attrs: candidate });
  return read.success ? read.data.attrs : false;
}

export const ImageNode = Node.create({
  name: 'image',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    attachmentId: { default: '' },
    width: { default: 1 },
    height: { default: 1 },
    alt: { default: '' },
    caption: { default: '' },
  }),
  parseHTML: () => [{ tag: 'img[data-attachment-id]', getAttrs: imageAttributes }],
  renderHTML: ({ node }) => {
    const { attachmentId, width, height, alt, caption } = node.attrs as Image['attrs'];
    return [
      'img',
      {
        src: imageAddress(attachmentId),
        alt,
        'data-attachment-id': attachmentId,
        'data-width': String(width),
        'data-height': String(height),
        'data-caption': caption,
      },
    ];
  },
});
