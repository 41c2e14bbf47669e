import { emojiToText } from '../paste/emoji.ts';

/** What a paste or drop brings: images to put in, or a page in which some images stand. */
export type Brought =
  | { readonly type: 'files'; readonly files: readonly File[] }
  | { readonly type: 'page'; readonly html: string };

const DATA_IMAGE = /^data:(image\/[a-z0-9.+-]+);base64,/i;

function pageOf(html: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  emojiToText(page);
  return page;
}

/**
 * Reads what is brought; null where the ordinary way of pasting text serves. Spreadsheets bring a
 * picture of their cells beside the cells: where there is text, text is meant.
 */
export function broughtImages(data: DataTransfer | null): Brought | null {
  if (data === null) return null;
  const files = [...data.files];
  const html = data.getData('text/html');
  if (html.includes('data-pm-slice')) return null;
  const page = html === '' ? null : pageOf(html);
  const hasText =
    page === null
      ? data.getData('text/plain').trim() !== ''
      : (page.body.textContent ?? '').trim() !== '' || page.querySelector('table') !== null;
  if (files.length > 0 && !hasText) return { type: 'files', files };
  const hasData =
    page !== null && [...page.querySelectorAll('img')].some((image) => DATA_IMAGE.test(image.src));
  return hasData ? { type: 'page', html } : null;
}

function blobOf(address: string): Blob | null {
  const type = DATA_IMAGE.exec(address)?.[1];
  if (type === undefined) return null;
  try {
    const text = atob(address.slice(address.indexOf(',') + 1));
    return new Blob([Uint8Array.from(text, (char) => char.charCodeAt(0))], { type });
  } catch {
    return null;
  }
}

export interface KeptImage {
  readonly attachmentId: string;
  readonly width: number;
  readonly height: number;
}

/** The page with the images that it holds itself put into the archive; `keep` answers null for others. */
export async function withKeptImages(
  html: string,
  keep: (image: Blob) => Promise<KeptImage | null>,
): Promise<string> {
  const page = pageOf(html);
  for (const image of page.querySelectorAll('img')) {
    const blob = blobOf(image.getAttribute('src') ?? '');
    const kept = blob === null ? null : await keep(blob);
    image.removeAttribute('src');
    if (kept === null) continue;
    image.dataset['attachmentId'] = kept.attachmentId;
    image.dataset['width'] = String(kept.width);
    image.dataset['height'] = String(kept.height);
  }
  return page.body.innerHTML;
}
