import { z } from 'zod';

import { sessionIdSchema } from '../ids.ts';
import { documentKindSchema } from '../official/document-kinds.ts';
import { documentOptionsSchema } from '../official/document-options.ts';
import type { PageSetup } from '../official/office-settings.ts';
import { call, returns } from './define.ts';
import type { SavedExport } from './exports.ts';

/** A document on pages, exactly as it is printed and saved as PDF. */
export interface PreviewPages {
  readonly pdf: Uint8Array;
  /** The font that the office has set; where it is not installed another takes its place. */
  readonly font: PageSetup['font'];
}

const document = () =>
  z.object({
    sessionId: sessionIdSchema,
    kind: documentKindSchema,
    options: documentOptionsSchema,
  });

export const previewCalls = {
  /**
   * Sets a document of a session on pages. A newer call ends the one before, which then throws
   * `export-cancelled`. Throws `job-timeout` where it takes too long.
   */
  'preview.pages': call('main', document, returns<PreviewPages>()),
  /** Nobody looks at pages any more: ends what is being set and gives its memory back. */
  'preview.close': call('main', () => z.object({}), returns<void>()),
  /** Asks for a place and writes the pages there as PDF; null where cancelled. */
  'preview.savePdf': call('main', document, returns<SavedExport | null>()),
  /**
   * Prints the pages by the system's dialog; false where cancelled. Throws `print-failed` where no
   * printer took them.
   */
  'preview.print': call('main', document, returns<boolean>()),
};
