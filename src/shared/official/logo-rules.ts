import type { StoredMediaType } from '../document/image-rules.ts';
import { readImageHeader } from '../document/image-rules.ts';

export const LARGEST_LOGO_BYTES = 2 * 1024 * 1024;
/** More than any printer shows in 45 mm; a small file can claim to be far larger than memory. */
const LONGEST_LOGO_SIDE_PX = 6000;

export type LogoProblem = 'too-large' | 'no-image' | 'too-many-pixels';

export type CheckedLogo =
  | {
      readonly ok: true;
      readonly mediaType: StoredMediaType;
      readonly widthPx: number;
      readonly heightPx: number;
    }
  | { readonly ok: false; readonly problem: LogoProblem };

/** Whether a file can be a logo, by what its bytes say and not by its name: PNG or JPEG, 2 MB. */
export function checkLogo(bytes: Uint8Array): CheckedLogo {
  if (bytes.byteLength > LARGEST_LOGO_BYTES) return { ok: false, problem: 'too-large' };
  const header = readImageHeader(bytes);
  if (header === null || (header.type !== 'png' && header.type !== 'jpeg')) {
    return { ok: false, problem: 'no-image' };
  }
  const { type, widthPx, heightPx } = header;
  return Math.max(widthPx, heightPx) > LONGEST_LOGO_SIDE_PX
    ? { ok: false, problem: 'too-many-pixels' }
    : { ok: true, mediaType: `image/${type}`, widthPx, heightPx };
}
