import { z } from 'zod';

import type { SessionId } from '../ids.ts';
import { sessionIdSchema } from '../ids.ts';
import { SESSION_STATUSES } from '../minutes/session.ts';
import { call, returns } from './define.ts';
import type { AppErrorCode, AppErrorDetails } from './errors.ts';

/** Sizes of the page's text, in percent of the size in print. */
export const TEXT_PERCENTS: readonly number[] = [80, 90, 100, 110, 125, 150, 175, 200];

/** A report of the window, such as that of a check; minutes are copied by their own calls. */
const LONGEST_COPIED_TEXT = 500_000;

/** How the page is shown on this computer. */
export const viewSchema = z.object({
  /** Only the page, without what is around it. */
  isFocusMode: z.boolean(),
  /** The line of the caret stays in the middle. */
  isTypewriter: z.boolean(),
  textPercent: z.number().int().min(80).max(200),
});
export type View = z.infer<typeof viewSchema>;

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly dataFolder: string;
  /** Set when the archive could not be opened; the window then explains it. */
  readonly startFailure: { readonly code: AppErrorCode; readonly details: AppErrorDetails } | null;
  /** The session that was open when the app or its window ended; told once for each such end. */
  readonly reopen: SessionId | null;
  readonly view: View;
}

export const appCalls = {
  'app.info': call('main', () => z.object({}), returns<AppInfo>()),
  /** The renderer has flushed everything (or could not); closing goes on or is called off. */
  'app.flushed': call('main', () => z.object({ isSaved: z.boolean() }), returns<void>()),
  /** A session is on screen: the next start of the app goes on with it. */
  'app.sessionOpened': call('main', () => z.object({ id: sessionIdSchema }), returns<void>()),
  /** A session was left; an automatic backup may follow. */
  'app.sessionClosed': call('main', () => z.object({}), returns<void>()),
  'app.setTheme': call(
    'main',
    () => z.object({ theme: z.enum(['system', 'light', 'dark', 'contrast']) }),
    returns<void>(),
  ),
  /** Keeps how the page is shown for the next start. */
  'app.setView': call('main', () => z.object({ changes: viewSchema.partial() }), returns<void>()),
  /** Which session is open, so that the menu offers only what can be done with it. */
  'app.setMenuSession': call(
    'main',
    () => z.object({ status: z.enum(SESSION_STATUSES).nullable() }),
    returns<void>(),
  ),
  /** Puts plain text on the clipboard, which the window cannot reach. */
  'app.copyText': call(
    'main',
    () => z.object({ text: z.string().min(1).max(LONGEST_COPIED_TEXT) }),
    returns<void>(),
  ),
  'app.toggleFullScreen': call('main', () => z.object({}), returns<void>()),
  /** The device is handed around to be signed on: the whole screen, and no menu. */
  'app.setHandAround': call('main', () => z.object({ isOn: z.boolean() }), returns<void>()),
  /** The language of the menu and the system dialogs. */
  'app.setLanguage': call(
    'main',
    () => z.object({ language: z.enum(['id', 'en']) }),
    returns<void>(),
  ),
  /** A failure in the window that nobody expected, for the log; it holds nothing that was typed. */
  'app.reportFailure': call(
    'main',
    () => z.object({ name: z.string().max(100), frames: z.string().max(8000) }),
    returns<void>(),
  ),
  'app.showDataFolder': call('main', () => z.object({}), returns<void>()),
  'app.quit': call('main', () => z.object({}), returns<void>()),
};
