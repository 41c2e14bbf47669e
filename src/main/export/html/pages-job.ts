import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { buildDocument } from '../build-document.ts';
import type { DocumentInput } from '../document-input.ts';
import type { ExportImage } from '../model.ts';
import type { PrintablePages } from './official-html.ts';
import { officialHtml } from './official-html.ts';

/** Makes the page for print of one document. */
export interface PagesJob {
  readonly type: 'pages';
  readonly input: DocumentInput;
  readonly kind: DocumentKind;
}

/** All that the print view needs of a document. */
export interface PagesToSet {
  readonly pages: PrintablePages;
  readonly images: readonly ExportImage[];
}

export function runPages({ input, kind }: PagesJob): PagesToSet {
  const document = buildDocument(kind, input);
  return { pages: officialHtml(document), images: document.images };
}
