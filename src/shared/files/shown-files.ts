import type { SessionFile } from '../contract/files.ts';

/** How a file is shown beside its facts; 'none': by the program of the system alone. */
export type ShownAs = 'photo' | 'sound' | 'film' | 'text' | 'none';

/** What the window can decode. */
const PHOTOS: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);
const SOUNDS: ReadonlySet<string> = new Set([
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/wav',
  'audio/ogg',
  'audio/flac',
]);
const FILMS: ReadonlySet<string> = new Set(['video/mp4', 'video/webm', 'video/quicktime']);
export const TEXT_MEDIA_TYPES: ReadonlySet<string> = new Set(['text/plain', 'text/csv']);
/** What has words that the search finds. */
export const READ_MEDIA_TYPES: readonly string[] = [
  ...TEXT_MEDIA_TYPES,
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
];

/** A photo of a camera has a tenth of this; what is larger would fill the memory of a small computer. */
const LARGEST_PHOTO_BYTES = 40 * 1024 * 1024;

export function shownAs({
  mediaType,
  sizeBytes,
}: Pick<SessionFile, 'mediaType' | 'sizeBytes'>): ShownAs {
  if (PHOTOS.has(mediaType)) return sizeBytes <= LARGEST_PHOTO_BYTES ? 'photo' : 'none';
  if (SOUNDS.has(mediaType)) return 'sound';
  if (FILMS.has(mediaType)) return 'film';
  return TEXT_MEDIA_TYPES.has(mediaType) ? 'text' : 'none';
}

/** Whether it has a sound that plays from a statement's time. */
export const isHeard = (file: Pick<SessionFile, 'mediaType' | 'sizeBytes'>): boolean =>
  ['sound', 'film'].includes(shownAs(file));

/** Where the window finds the bytes of a file that it shows. */
export const KEPT_FILE_ADDRESS = 'app://notula/lampiran/';
export const keptFileAddress = ({ id }: Pick<SessionFile, 'id'>): string =>
  `${KEPT_FILE_ADDRESS}${encodeURIComponent(id)}`;
