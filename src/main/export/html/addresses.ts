/** Where a page for print finds the images of its document, beside itself. */
const IMAGES = 'gambar/';

export const imageAddress = (id: string): string => `${IMAGES}${encodeURIComponent(id)}`;

/** The image that a path beside the page names, decoded; null where it names none. */
export const imageIdOf = (path: string): string | null =>
  path.startsWith(IMAGES) ? path.slice(IMAGES.length) : null;

/** Where it finds the rules of the fonts that come with the program. */
export const FONTS_ADDRESS = 'fonts.css';
