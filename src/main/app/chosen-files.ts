import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';

import { dialog } from 'electron';
import type { BrowserWindow, FileFilter } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import type { ChosenFile } from '../../shared/contract/signing.ts';

/** More than one user has open at a time. */
const MOST_KEPT = 20;

interface Question {
  readonly title: string;
  readonly filter: FileFilter;
  readonly folder?: string;
}

/** Asks for one file; null where cancelled. */
export async function askForOneFile(
  window: BrowserWindow,
  { title, filter, folder }: Question,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters: [filter],
    properties: ['openFile'],
    ...(folder === undefined ? {} : { defaultPath: folder }),
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** What the window calls a file. */
export const pathName = (path: string): string => basename(path);

/** Files that the user chose: the window has a name for each and never a path. */
export function createChosenFiles() {
  const paths = new Map<string, string>();
  return {
    keep: (path: string): ChosenFile => {
      const file = randomUUID();
      paths.set(file, path);
      const [oldest] = paths.keys();
      if (paths.size > MOST_KEPT && oldest !== undefined) paths.delete(oldest);
      return { file, fileName: pathName(path) };
    },
    /** Throws `not-found` where nothing was chosen under that name. */
    path: (file: string): string => {
      const path = paths.get(file);
      if (path === undefined) throw new AppError('not-found', {});
      return path;
    },
  };
}
