import { z } from 'zod';

import { sessionIdSchema } from '../ids.ts';
import { documentKindSchema } from '../official/document-kinds.ts';
import { documentOptionsSchema } from '../official/document-options.ts';
import type { PageSetup } from '../official/office-settings.ts';
import { call, returns } from './define.ts';
import type { SavedExport } from './exports.ts';

/** A document on pages, exactly as it is printed and saved as PDF. */
export interface PreviewPages {
  /** Where the window finds them as PDF, until newer ones are made or the preview is closed. */
  readonly address: string;
  /** The font that the office has set; where it is not installed another takes its place. */
  readonly font: PageSetup['font'];
}

/** How the preview was shown last, on this computer. */
export const PREVIEW_ZOOMS = ['width', '50', '75', '100', '125', '150', '200'] as const;
/** Of the window's width. */
export const PREVIEW_PERCENTS = { least: 25, most: 75 } as const;
export const previewChoiceSchema = z.object({
  kind: documentKindSchema,
  zoom: z.enum(PREVIEW_ZOOMS),
  /** Without the minutes beside it. */
  isAlone: z.boolean(),
  percent: z.number().int().min(PREVIEW_PERCENTS.least).max(PREVIEW_PERCENTS.most),
});
export type PreviewChoice = z.infer<typeof previewChoiceSchema>;
export const DEFAULT_PREVIEW_CHOICE: PreviewChoice = {
  kind: 'notula',
  zoom: 'width',
  isAlone: false,
  percent: 45,
};

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
  'preview.choice': call('main', () => z.object({}), returns<PreviewChoice>()),
  'preview.setChoice': call('main', () => previewChoiceSchema, returns<void>()),
  /** Asks for a place and writes the pages there as PDF; null where cancelled. */
  'preview.savePdf': call('main', document, returns<SavedExport | null>()),
  /**
   * Prints the pages by the system's dialog; false where cancelled. Throws `print-failed` where no
   * printer took them.
   */
  'preview.print': call('main', document, returns<boolean>()),
};
