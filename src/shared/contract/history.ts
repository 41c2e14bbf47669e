import { z } from 'zod';

import type { Block } from '../document/block.ts';
import type { AttendanceId } from '../ids.ts';
import { sessionIdSchema, versionIdSchema } from '../ids.ts';
import type { VersionInfo } from '../minutes/versions.ts';
import { REQUESTED_VERSION_REASONS } from '../minutes/versions.ts';
import { call, returns } from './define.ts';

/** The minutes as they were. */
export interface EarlierMinutes {
  readonly info: VersionInfo;
  readonly blocks: readonly Block[];
  /** Names of those who speak in them, also of those who are in the attendance no more. */
  readonly speakers: Readonly<Record<AttendanceId, string>>;
}

export const historyCalls = {
  /**
   * Keeps what is saved now as a version; null where the newest version says the same already and
   * the reason is none to note again.
   */
  'history.keep': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema, reason: z.enum(REQUESTED_VERSION_REASONS) }),
    returns<VersionInfo | null>(),
  ),
  /** Newest first. */
  'history.list': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<readonly VersionInfo[]>(),
  ),
  'history.load': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema, versionId: versionIdSchema }),
    returns<EarlierMinutes>(),
  ),
};
