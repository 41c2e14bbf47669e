import type { PrintablePages } from '../../../src/main/export/html/official-html.ts';
import type { ExportImage } from '../../../src/main/export/model.ts';

/** How the names of files with a print job end. */
export const PAGES_FILE = '.pages.json';

/** A document for the print view, as a file. */
export interface PrintJob {
  readonly pages: PrintablePages;
  readonly images: readonly (Omit<ExportImage, 'bytes'> & { readonly base64: string })[];
}
