import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import { distinctNames } from '../export/file-names.ts';
import { EXPORT_TEXTS } from './export-texts.ts';
import type { PreferencesFile } from './preferences.ts';

interface PlacesOptions {
  readonly window: () => BrowserWindow;
  readonly preferences: PreferencesFile;
  readonly language: () => 'id' | 'en';
}

export interface ChosenFile {
  readonly path: string;
  readonly mayReplace: boolean;
}

/** How many names the question about files of the same name lists. */
const NAMES_SHOWN = 8;

/** Asks where exports go; null everywhere: the user thought better of it. */
export function createExportPlaces({ window, preferences, language }: PlacesOptions) {
  const startFolder = (): string => {
    const remembered = preferences.get().exportFolder;
    return remembered !== null && existsSync(remembered) ? remembered : app.getPath('documents');
  };

  /** One file; the system's dialog asks about one that is there. */
  const askForFile = async (
    fileName: string,
    type: 'wordFile' | 'zipFile' | 'pdfFile' | 'jsonFile' | 'keyFile' | 'csvFile' | 'xlsxFile',
    folder = startFolder(),
  ): Promise<ChosenFile | null> => {
    const texts = EXPORT_TEXTS[language()];
    const extension = extname(fileName);
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      title: texts.saveAs,
      defaultPath: join(folder, fileName),
      filters: [{ name: texts[type], extensions: [extension.slice(1)] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    if (canceled || !filePath) return null;
    const path = filePath.toLowerCase().endsWith(extension) ? filePath : `${filePath}${extension}`;
    // The dialog asked about the name it was given, not about one made here.
    return { path, mayReplace: path === filePath };
  };

  /** 'replace' or 'keep-both' for all that are there already; asked once. */
  const askAboutExisting = async (
    names: readonly string[],
  ): Promise<'replace' | 'keep-both' | null> => {
    const texts = EXPORT_TEXTS[language()];
    const shown = names.slice(0, NAMES_SHOWN).map((name) => `• ${name}`);
    const more = names.length - shown.length;
    const { response } = await dialog.showMessageBox(window(), {
      type: 'question',
      message: texts.exist(names.length),
      detail: texts.existDetail([...shown, ...(more > 0 ? [texts.more(more)] : [])].join('\n')),
      buttons: [texts.keepBoth, texts.replace, texts.cancel],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    });
    return response === 0 ? 'keep-both' : response === 1 ? 'replace' : null;
  };

  /** A folder and the names in it, none of which replaces a file that nobody was asked about. */
  const askForFolder = async (
    names: readonly string[],
  ): Promise<{ readonly folder: string; readonly files: readonly ChosenFile[] } | null> => {
    const texts = EXPORT_TEXTS[language()];
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
      title: texts.chooseFolder,
      buttonLabel: texts.choose,
      defaultPath: startFolder(),
      properties: ['openDirectory', 'createDirectory'],
    });
    const [folder] = filePaths;
    if (canceled || folder === undefined) return null;
    const isThere = (name: string): boolean => existsSync(join(folder, name));
    const existing = names.filter(isThere);
    const answer = existing.length === 0 ? 'keep-both' : await askAboutExisting(existing);
    if (answer === null) return null;
    const chosen = answer === 'replace' ? names : distinctNames(names, isThere);
    const files = chosen.map((name) => ({
      path: join(folder, name),
      mayReplace: answer === 'replace' && existing.includes(name),
    }));
    return { folder, files };
  };

  return {
    startFolder,
    askForFile,
    askForFolder,
    rememberFolderOf: (path: string): void => preferences.update({ exportFolder: dirname(path) }),
  };
}
export type ExportPlaces = ReturnType<typeof createExportPlaces>;
