import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { app, dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import { proposedFileName } from '../export/file-name.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import type { PreferencesFile } from './preferences.ts';

interface ExportOptions {
  readonly window: () => BrowserWindow;
  readonly preferences: PreferencesFile;
  readonly record: (sessionId: SessionId) => Promise<SessionRecord>;
  readonly clock: () => number;
  readonly log: Log;
}

type ExportHandlers = Pick<
  Handlers<'main'>,
  'exports.notula' | 'exports.openLast' | 'exports.showLastInFolder'
>;

/** Exports documents to a place that the user chooses, and opens the last one. */
export function createExports(options: ExportOptions): ExportHandlers {
  // Only what this run exported can be opened: the window never names a path.
  let lastPath: string | null = null;

  const startFolder = (): string => {
    const remembered = options.preferences.get().exportFolder;
    return remembered !== null && existsSync(remembered) ? remembered : app.getPath('documents');
  };

  const requireLast = (): string => {
    if (lastPath === null || !existsSync(lastPath)) throw new AppError('not-found', {});
    return lastPath;
  };

  return {
    'exports.notula': async ({ sessionId }) => {
      const record = await options.record(sessionId);
      const { canceled, filePath } = await dialog.showSaveDialog(options.window(), {
        title: 'Simpan sebagai',
        defaultPath: join(startFolder(), proposedFileName(record)),
        filters: [{ name: 'Dokumen Word', extensions: ['docx'] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (canceled || !filePath) return null;
      const path = filePath.toLowerCase().endsWith('.docx') ? filePath : `${filePath}.docx`;
      // The dialog asked about the name it was given, not about one made here.
      const mayReplace = path === filePath;
      const nowMs = options.clock();
      await runJob(
        { type: 'export-notula', record, targetPath: path, mayReplace, nowMs },
        options.log,
      );
      lastPath = path;
      options.preferences.update({ exportFolder: dirname(path) });
      return { path, fileName: basename(path) };
    },
    'exports.openLast': async () => {
      const problem = await shell.openPath(requireLast());
      if (problem !== '') throw new AppError('export-failed', { reason: problem });
    },
    'exports.showLastInFolder': () => shell.showItemInFolder(requireLast()),
  };
}
