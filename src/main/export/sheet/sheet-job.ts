import type { PagesToSet } from '../html/pages-job.ts';
import { officialHtml } from '../html/official-html.ts';
import type { SheetInput } from './verification-sheet.ts';
import { verificationSheet } from './verification-sheet.ts';

/** Makes the page for print of what was found out about a file. */
export interface SheetJob {
  readonly type: 'check-sheet';
  readonly input: SheetInput;
}

export function runSheet({ input }: SheetJob): PagesToSet {
  const document = verificationSheet(input);
  return { pages: officialHtml(document), images: document.images };
}
