import type { WebContents } from 'electron';
import { WebContentsView, session } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import { FONTS_ADDRESS, imageIdOf } from '../export/html/addresses.ts';
import type { PagesToSet } from '../export/html/pages-job.ts';
import type { BundledFonts } from './print-fonts.ts';

export interface PrintView {
  /**
   * The document on pages, as a PDF; one after another. Throws AppError `job-timeout` where it took
   * too long, `export-cancelled` where `signal` called it off.
   */
  readonly pdf: (document: PagesToSet, signal?: AbortSignal) => Promise<Buffer>;
  /** Gives its memory back, once what is going on has ended. */
  readonly closeSoon: () => void;
  /** Ends what is going on and gives its memory back. */
  readonly close: () => void;
}

interface PrintViewOptions {
  /** Asked for when they are first needed. */
  readonly fonts: () => BundledFonts;
  readonly limitMs?: number;
  /** How long it stays ready for the next document. */
  readonly idleMs?: number;
}

const ORIGIN = 'app://cetak';
/** A session of its own: its pages share neither a process nor a file with the window. */
const PARTITION = 'notula-cetak';
const LIMIT_MS = 120_000;
const IDLE_MS = 60_000;
const MM_PER_INCH = 25.4;

const POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const NOTHING: PagesToSet = {
  pages: {
    html: '',
    headerHtml: '',
    footerHtml: '',
    widthMm: 210,
    heightMm: 297,
    marginsMm: { top: 0, right: 0, bottom: 0, left: 0 },
  },
  images: [],
};

const CREATOR = Buffer.from('/Creator (');
const PROGRAM = 'Notula';

/** Chromium names its versions and the system in each PDF; of all that the program is enough. */
function named(pdf: Buffer): Buffer {
  const at = pdf.indexOf(CREATOR);
  const start = at + CREATOR.length;
  // Written to the end of the line: brackets within are escaped.
  const end = pdf.indexOf('\n', start) - 1;
  if (at === -1 || end <= start) return pdf;
  pdf.write(PROGRAM.padEnd(end - start), start, 'latin1');
  return pdf;
}

const inches = (mm: number): number => mm / MM_PER_INCH;

function printOptions({ pages }: PagesToSet): Electron.PrintToPDFOptions {
  const { marginsMm, widthMm, heightMm } = pages;
  return {
    pageSize: { width: inches(widthMm), height: inches(heightMm) },
    margins: {
      top: inches(marginsMm.top),
      right: inches(marginsMm.right),
      bottom: inches(marginsMm.bottom),
      left: inches(marginsMm.left),
    },
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: pages.headerHtml,
    footerTemplate: pages.footerHtml,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
}

/**
 * Sets documents on pages in a view that nobody sees: sandboxed, without scripts, without a bridge
 * to the program, fetching nothing but the document, its images and the program's fonts.
 */
export function createPrintView({
  fonts: findFonts,
  limitMs = LIMIT_MS,
  idleMs = IDLE_MS,
}: PrintViewOptions): PrintView {
  let shown = NOTHING;
  let view: WebContentsView | null = null;
  let idleTimer: NodeJS.Timeout | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isServing = false;
  let found: BundledFonts | null = null;
  const fonts = (): BundledFonts => (found ??= findFonts());

  const answerOf = (address: string): { data: Buffer; mimeType: string } | null => {
    const { host, pathname } = new URL(address);
    const path = decodeURIComponent(pathname).slice(1);
    if (`app://${host}` !== ORIGIN) return null;
    if (path === '') return { data: Buffer.from(shown.pages.html), mimeType: 'text/html' };
    if (path === FONTS_ADDRESS)
      return { data: Buffer.from(fonts().styleSheet), mimeType: 'text/css' };
    const imageId = imageIdOf(path);
    const image = shown.images.find(({ id }) => id === imageId);
    if (image) return { data: Buffer.from(image.bytes), mimeType: image.mediaType };
    const font = fonts().read(path);
    return font === null ? null : { data: font, mimeType: 'font/woff2' };
  };

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
      const answered = answerOf(url);
      if (answered === null) {
        answer({ statusCode: 404, mimeType: 'text/plain', data: Buffer.from('not found') });
        return;
      }
      const headers = {
        'content-type': `${answered.mimeType}; charset=utf-8`,
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      };
      answer({ data: answered.data, headers });
    });
  };

  const close = (): void => {
    if (idleTimer !== null) clearTimeout(idleTimer);
    idleTimer = null;
    view?.webContents.close();
    view = null;
    shown = NOTHING;
  };

  const contentsOf = (): WebContents => {
    serve();
    view ??= new WebContentsView({
      webPreferences: {
        partition: PARTITION,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        webgl: false,
        spellcheck: false,
        backgroundThrottling: false,
        disableDialogs: true,
      },
    });
    return view.webContents;
  };

  const make = async (document: PagesToSet, signal: AbortSignal | undefined): Promise<Buffer> => {
    if (signal?.aborted === true) throw new AppError('export-cancelled');
    if (idleTimer !== null) clearTimeout(idleTimer);
    shown = document;
    const contents = contentsOf();
    let timer: NodeJS.Timeout | undefined;
    let [cancel, fail] = [(): void => undefined, (): void => undefined];
    const ended = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new AppError('job-timeout')), limitMs);
      cancel = () => reject(new AppError('export-cancelled'));
      signal?.addEventListener('abort', cancel, { once: true });
      fail = () => reject(new AppError('preview-failed'));
      contents.once('render-process-gone', fail);
    });
    const work = (async () => {
      await contents.loadURL(`${ORIGIN}/`);
      return contents.printToPDF(printOptions(document));
    })();
    // Where it was ended, what it ends with by itself is of no use.
    work.catch(() => undefined);
    try {
      return named(await Promise.race([work, ended]));
    } catch (error) {
      close();
      throw error instanceof AppError
        ? error
        : new AppError('preview-failed', {}, { cause: error });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      contents.off('render-process-gone', fail);
      shown = NOTHING;
      if (view !== null) idleTimer = setTimeout(close, idleMs);
    }
  };

  return {
    pdf: (document, signal) => {
      const next = last.then(() => make(document, signal));
      last = next.catch(() => undefined);
      return next;
    },
    closeSoon: () => {
      last = last.then(close);
    },
    close,
  };
}
