import { z } from 'zod';

import { sessionIdSchema } from '../ids.ts';
import { call, returns } from './define.ts';
import type { SavedExport } from './exports.ts';

export const TABLE_FORMATS = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const format = z.enum(TABLE_FORMATS);

/** Lists for spreadsheets; each call asks for a place, and answers null where cancelled. */
export const tableCalls = {
  'tables.attendance': call(
    'main',
    () => z.object({ sessionId: sessionIdSchema, format }),
    returns<SavedExport | null>(),
  ),
  /** These sessions in this order; those that are gone are left out. */
  'tables.sessions': call(
    'main',
    () => z.object({ ids: z.array(sessionIdSchema).min(1).max(100_000), format }),
    returns<SavedExport | null>(),
  ),
};
