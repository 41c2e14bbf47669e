import { z } from 'zod';

import { sessionIdSchema } from '../ids.ts';
import { call, returns } from './define.ts';

export const exportCalls = {
  /** Asks for a place ("Simpan sebagai") and writes the Notula there; null where cancelled. */
  'exports.notula': call(
    'main',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<{ readonly path: string; readonly fileName: string } | null>(),
  ),
  /** Opens the document exported last, in the program the system has for it. */
  'exports.openLast': call('main', () => z.object({}), returns<void>()),
  'exports.showLastInFolder': call('main', () => z.object({}), returns<void>()),
};
