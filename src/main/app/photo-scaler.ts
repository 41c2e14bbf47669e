import { WebContentsView, session } from 'electron';
import { z } from 'zod';

import type { InputPhoto } from '../export/document-input.ts';
import type { Log } from './log.ts';

export interface PhotoScaler {
  /** The photo as a JPEG for a page; null where the bytes cannot be shown as one. */
  readonly scale: (bytes: Buffer, mediaType: string) => Promise<InputPhoto['scaled']>;
  /** Gives its memory back; the next photo starts it again. */
  readonly close: () => void;
}

const ORIGIN = 'app://foto';
/** A session of its own: a photo shares neither a process nor a file with the window. */
const PARTITION = 'notula-foto';
/** Half a page wide at 300 dots an inch. */
const LONGEST_EDGE_PX = 1200;
const QUALITY = 0.82;
const LIMIT_MS = 20_000;

const PAGE = Buffer.from('<!doctype html><title>Foto</title>');
const POLICY = "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** Run in the view: the decoder is Chromium's own, which turns photos as the camera was held. */
const SCALE = `(async () => {
  const image = new Image();
  // Not by decode(): a page that is never drawn waits for it without end.
  await new Promise((loaded, failed) => {
    image.onload = loaded;
    image.onerror = () => failed(new Error('no image'));
    image.src = '/foto?' + Math.random();
  });
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(1, ${LONGEST_EDGE_PX} / Math.max(naturalWidth, naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(naturalHeight * scale));
  const page = canvas.getContext('2d');
  page.imageSmoothingQuality = 'high';
  page.fillStyle = '#ffffff';
  page.fillRect(0, 0, canvas.width, canvas.height);
  page.drawImage(image, 0, 0, canvas.width, canvas.height);
  return {
    widthPx: canvas.width,
    heightPx: canvas.height,
    address: canvas.toDataURL('image/jpeg', ${QUALITY}),
  };
})()`;

const JPEG_ADDRESS = 'data:image/jpeg;base64,';
const scaledSchema = z.object({
  widthPx: z.number().int().min(1).max(LONGEST_EDGE_PX),
  heightPx: z.number().int().min(1).max(LONGEST_EDGE_PX),
  address: z.string().startsWith(JPEG_ADDRESS),
});

/**
 * Makes photos small in a view that nobody sees: sandboxed, without a bridge to the program, fetching
 * nothing but the one photo. Job processes have no decoder, and bytes of strangers are decoded in no
 * process that could do more.
 */
export function createPhotoScaler(log: Log): PhotoScaler {
  let view: WebContentsView | null = null;
  let photo: { readonly bytes: Buffer; readonly mediaType: string } | null = null;
  let isServing = false;
  let last: Promise<unknown> = Promise.resolve();

  const serve = (): void => {
    if (isServing) return;
    isServing = true;
    const own = session.fromPartition(PARTITION, { cache: false });
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    own.setPermissionCheckHandler(() => false);
    own.setSpellCheckerEnabled(false);
    own.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: !url.startsWith(`${ORIGIN}/`) }),
    );
    // As the window's pages are served: see docs/decisions/0009-start.md.
    own.protocol.registerBufferProtocol('app', ({ url }, answer) => {
      const isPhoto = new URL(url).pathname === '/foto';
      const found = isPhoto ? photo : { bytes: PAGE, mediaType: 'text/html' };
      if (found === null) {
        answer({ statusCode: 404, mimeType: 'text/plain', data: Buffer.from('not found') });
        return;
      }
      const headers = {
        'content-type': found.mediaType,
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      };
      answer({ data: found.bytes, headers });
    });
  };

  const close = (): void => {
    view?.webContents.close();
    view = null;
    photo = null;
  };

  const make = async (bytes: Buffer, mediaType: string): Promise<InputPhoto['scaled']> => {
    serve();
    view ??= new WebContentsView({
      webPreferences: {
        partition: PARTITION,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webgl: false,
        spellcheck: false,
        backgroundThrottling: false,
        disableDialogs: true,
      },
    });
    const contents = view.webContents;
    photo = { bytes, mediaType };
    let timer: NodeJS.Timeout | undefined;
    const ended = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), LIMIT_MS);
      contents.once('render-process-gone', () => resolve(null));
    });
    const work = (async (): Promise<unknown> => {
      if (contents.getURL() !== `${ORIGIN}/`) await contents.loadURL(`${ORIGIN}/`);
      return contents.executeJavaScript(SCALE);
    })();
    try {
      const made = scaledSchema.safeParse(await Promise.race([work, ended]));
      if (!made.success) {
        close();
        return null;
      }
      const { widthPx, heightPx, address } = made.data;
      const jpeg = Buffer.from(address.slice(JPEG_ADDRESS.length), 'base64');
      return { bytes: jpeg, widthPx, heightPx };
    } catch (error) {
      // No image, whatever its name says.
      log(`photo: ${String(error)}`);
      return null;
    } finally {
      clearTimeout(timer);
      work.catch(() => undefined);
      photo = null;
    }
  };

  return {
    scale: (bytes, mediaType) => {
      const next = last.then(() => make(bytes, mediaType));
      last = next.catch(() => undefined);
      return next;
    },
    close,
  };
}
