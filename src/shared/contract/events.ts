import type { CommandId } from './commands.ts';
import type { AppErrorCode } from './errors.ts';
import type { ExportProgress } from './exports.ts';
import type { FilesProgress } from './files.ts';
import type { ImportProgress } from './imports.ts';

/** What the main process tells the window without being asked. */
export interface AppEvents {
  /** A command was chosen in the menu. */
  readonly 'menu.command': { readonly command: CommandId };
  /** Everything unsaved must be sent now; before closing, `app.flushed` is the answer. */
  readonly 'app.flush': { readonly reason: 'close' | 'suspend' };
  /** The computer has woken from its sleep: timers that ran before do not tell the time. */
  readonly 'app.woke': Record<string, never>;
  /** Sessions, people or documents changed outside this window's own calls, as by a restore. */
  readonly 'storage.replaced': Record<string, never>;
  /** An automatic backup could not be made. */
  readonly 'backup.failed': { readonly code: AppErrorCode };
  /** How far the running export has come. */
  readonly 'exports.progress': ExportProgress;
  /** How far the files that are being added to a session have come. */
  readonly 'files.progress': FilesProgress;
  /** How an import of old minutes goes. */
  readonly 'imports.progress': ImportProgress;
}
export type EventName = keyof AppEvents;
