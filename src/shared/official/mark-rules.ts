// What visible signatures are. The window makes them, the archive checks what it is given.

/** As PNG; a signature is a few strokes. */
export const LARGEST_MARK_BYTES = 512 * 1024;
/** Stored so fine, a signature is as sharp in print as what stands around it: 300 dots in an inch. */
export const MARK_PX_PER_MM = 12;
/** Larger than any place for it in a document. */
export const WIDEST_MARK_PX = 100 * MARK_PX_PER_MM;
export const TALLEST_MARK_PX = 40 * MARK_PX_PER_MM;
/** Blocks of a document, or members who sign a berita acara together. */
export const MOST_SIGNATORIES = 30;
