import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { protocol } from 'electron';

import { KEPT_FILE_ADDRESS } from '../../shared/files/shown-files.ts';
import type { AttachmentId } from '../../shared/ids.ts';
import { attachmentIdSchema } from '../../shared/ids.ts';
import type { KeptFileAnswer, ReadKeptFile } from './kept-file-answers.ts';
import { resourcePath } from './paths.ts';

export const APP_ORIGIN = 'app://notula';

const NOT_FOUND = { statusCode: 404, mimeType: 'text/plain', data: Buffer.from('not found') };

const RENDERER_FOLDER = fileURLToPath(new URL('../renderer', import.meta.url));
/** Where the build puts the window's fonts and their style sheet. */
export const FONTS_FOLDER = join(RENDERER_FOLDER, 'assets');

/** The spell check's files lie outside the app's archive, so that others can take their place. */
const DICTIONARIES = '/dictionaries/';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/**
 * Scripts only from the app itself, never inline, never evaluated. Styles may be inline because
 * the editor writes column widths as style attributes; they cannot load anything.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Where the window finds the pages of a document. */
export const PAGES_ADDRESS = `${APP_ORIGIN}/halaman/`;

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      // With the code cache, scripts are compiled once and not again at every start.
      // Without streaming, players wait for the whole of a recording and ask for no part of it.
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        codeCache: true,
        stream: true,
      },
    },
  ]);
}

/** The file that an address of ours names; null for anything outside the folders that are served. */
function fileOf(address: string): string | null {
  try {
    const { host, pathname } = new URL(address);
    const path = decodeURIComponent(pathname);
    const isDictionary = path.startsWith(DICTIONARIES);
    const folder = isDictionary ? resourcePath('dictionaries') : RENDERER_FOLDER;
    const name = isDictionary ? path.slice(DICTIONARIES.length) : path;
    const file = normalize(join(folder, name === '/' ? 'index.html' : name));
    return host === 'notula' && file.startsWith(folder + sep) ? file : null;
  } catch {
    return null;
  }
}

/** The image of the minutes that an address of ours names; null where it names none. */
function attachmentOf(address: string): AttachmentId | null {
  const named = /^app:\/\/notula\/attachment\/([^/?#]+)$/.exec(address);
  const id = attachmentIdSchema.safeParse(named?.[1]);
  return id.success ? id.data : null;
}

const attachmentAnswer = (found: { readonly mediaType: string; readonly base64: string }) => ({
  data: Buffer.from(found.base64, 'base64'),
  headers: {
    'content-type': found.mediaType,
    // Its name is the hash of its bytes, so they never change.
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
  },
});

const keptFileAnswer = ({ statusCode, headers, data }: KeptFileAnswer) => ({
  statusCode,
  data,
  headers: {
    ...headers,
    'cache-control': 'no-store',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
  },
});

/** The names of headers have no case. */
const headerOf = (headers: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

type ReadAttachment = (
  id: AttachmentId,
) => Promise<{ readonly mediaType: string; readonly base64: string } | null>;

/**
 * Serves the built window from app://notula/, nothing from outside its folder, the images of the
 * minutes from app://notula/attachment/, the files beside them, and the pages of a preview.
 */
export function serveRenderer(
  readAttachment: ReadAttachment,
  readPages: (id: string) => Buffer | null,
  readKeptFile: ReadKeptFile,
): void {
  // The newer `protocol.handle` loads Node's whole web client when the first page is asked for: a
  // quarter of a second of every start. See docs/decisions/0009-start.md.
  protocol.registerBufferProtocol('app', (request, answer) => {
    const attachment = attachmentOf(request.url);
    if (attachment !== null) {
      readAttachment(attachment).then(
        (found) => answer(found === null ? NOT_FOUND : attachmentAnswer(found)),
        () => answer(NOT_FOUND),
      );
      return;
    }
    if (request.url.startsWith(PAGES_ADDRESS)) {
      const pdf = readPages(request.url.slice(PAGES_ADDRESS.length));
      const headers = { 'content-type': 'application/pdf', 'cache-control': 'no-store' };
      answer(pdf === null ? NOT_FOUND : { data: pdf, headers });
      return;
    }
    if (request.url.startsWith(KEPT_FILE_ADDRESS)) {
      readKeptFile(request.url, headerOf(request.headers, 'range')).then(
        (found) => answer(found === null ? NOT_FOUND : keptFileAnswer(found)),
        () => answer(NOT_FOUND),
      );
      return;
    }
    const file = fileOf(request.url);
    if (file === null) {
      answer(NOT_FOUND);
      return;
    }
    try {
      // Not asynchronously: what takes a millisecond would wait for a turn of Node's loop, which the
      // start has kept busy.
      answer({
        data: readFileSync(file),
        headers: {
          'content-type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      answer(NOT_FOUND);
    }
  });
}
