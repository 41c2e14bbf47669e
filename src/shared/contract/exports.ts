import { z } from 'zod';

import { sessionIdSchema } from '../ids.ts';
import type { DocumentKind } from '../official/document-kinds.ts';
import { documentKindSchema } from '../official/document-kinds.ts';
import { documentOptionsSchema } from '../official/document-options.ts';
import type { SessionGaps } from '../official/session-gaps.ts';
import { call, returns } from './define.ts';

/** What stands in the user's files after an export. */
export interface SavedExport {
  /** Of the document or the zip; of the folder where several documents were put into one. */
  readonly path: string;
  readonly fileName: string;
  readonly documentCount: number;
}

/** How far an export has come. */
export interface ExportProgress {
  /** Documents that are made. */
  readonly done: number;
  readonly total: number;
  /** The one that is being made; null where all are and take their places. */
  readonly kind: DocumentKind | null;
}

/** What the user chose last, on this computer. */
export const exportChoiceSchema = z.object({
  kinds: z.array(documentKindSchema).max(20),
  options: documentOptionsSchema,
});
export type ExportChoice = z.infer<typeof exportChoiceSchema>;

const session = { sessionId: sessionIdSchema };

export const exportCalls = {
  /** Asks for a place ("Simpan sebagai") and writes one document there; null where cancelled. */
  'exports.document': call(
    'main',
    () => z.object({ ...session, kind: documentKindSchema, options: documentOptionsSchema }),
    returns<SavedExport | null>(),
  ),
  /**
   * Asks for a place and writes the documents there, all or none of them, telling how far it is by
   * `exports.progress`; null where cancelled.
   */
  'exports.all': call(
    'main',
    () =>
      z.object({
        ...session,
        kinds: z.array(documentKindSchema).min(1).max(20),
        target: z.enum(['folder', 'zip']),
        options: documentOptionsSchema,
      }),
    returns<SavedExport | null>(),
  ),
  /** Ends the export that is running, unless its documents are taking their places already. */
  'exports.cancel': call('main', () => z.object({}), returns<void>()),
  /** What each document of a session would leave blank. */
  'exports.gaps': call('storage', () => z.object(session), returns<SessionGaps>()),
  /** What was chosen last; null where nothing was yet. */
  'exports.choice': call('main', () => z.object({}), returns<ExportChoice | null>()),
  'exports.setChoice': call('main', () => exportChoiceSchema, returns<void>()),
  /** Opens the document exported last, in the program the system has for it. */
  'exports.openLast': call('main', () => z.object({}), returns<void>()),
  'exports.showLastInFolder': call('main', () => z.object({}), returns<void>()),
};
