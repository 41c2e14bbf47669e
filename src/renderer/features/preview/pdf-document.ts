import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
// oxlint-disable-next-line import/default -- the build answers with the file's address
import rendererUrl from 'pdfjs-dist/legacy/build/pdf.renderer.min.mjs?url';
// oxlint-disable-next-line import/default -- as above
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

// The older syntax: the newest needs functions that the test runs' Electron does not have. Reading
// and drawing both happen in workers, so the thread that hears the keys only shows their pictures.
pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
pdfjs.GlobalWorkerOptions.rendererSrc = rendererUrl;

const CSS_PX_PER_POINT = 96 / 72;

/** Pages ready to be drawn; all are of one size. */
export interface PdfPages {
  readonly pageCount: number;
  /** Of a page at 100 %, in CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** A picture of a page, counted from 1; null where `signal` called it off. */
  readonly draw: (
    page: number,
    zoom: number,
    signal: AbortSignal,
  ) => Promise<HTMLCanvasElement | null>;
  /** What stands on a page, in reading order. */
  readonly text: (page: number) => Promise<string>;
  readonly close: () => void;
}

/** Throws where the bytes are no PDF. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  const task = pdfjs.getDocument({
    data: bytes,
    useWasm: false,
    // A font that is added to the window makes it lay out all of the minutes anew; letters that are
    // drawn as shapes, by the worker, look the same.
    disableFontFace: true,
    useSystemFonts: false,
    // The pages bring what they need; nothing is fetched.
    disableAutoFetch: true,
    verbosity: 0,
  });
  const document = await task.promise;
  const first = await document.getPage(1);
  const size = first.getViewport({ scale: CSS_PX_PER_POINT });
  return {
    pageCount: document.numPages,
    widthPx: size.width,
    heightPx: size.height,
    draw: async (number, zoom, signal) => {
      const page = await document.getPage(number);
      if (signal.aborted) return null;
      const density = window.devicePixelRatio || 1;
      const viewport = page.getViewport({ scale: CSS_PX_PER_POINT * zoom * density });
      const canvas = window.document.createElement('canvas');
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const drawing = page.render({ canvas, viewport, annotationMode: 0 });
      const stop = (): void => drawing.cancel();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await drawing.promise;
        return canvas;
      } catch (error) {
        if (signal.aborted) return null;
        throw error;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    text: async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent();
      return items
        .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
        .join('');
    },
    close: () => void task.destroy(),
  };
}
