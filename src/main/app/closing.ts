import { dialog, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';

import { sendEvent } from '../ipc/register.ts';

/** How long the window has to send what is unsaved before closing asks. */
const FLUSH_LIMIT_MS = 8000;

interface ClosingOptions {
  readonly window: BrowserWindow;
  readonly language: () => 'id' | 'en';
  /** Runs once everything is saved and before the window goes; a failure does not keep it open. */
  readonly beforeClose: () => Promise<void>;
}

export interface Closing {
  /** The window's answer to a request to flush. */
  readonly flushed: (isSaved: boolean) => void;
}

const TEXTS = {
  id: {
    message: 'Ada ketikan yang belum tersimpan',
    detail:
      'Penyimpanan belum berhasil. Ketikan masih ada di jendela dan tidak ada yang hilang. Pilih “Kembali” lalu tunggu sampai tertulis “Tersimpan”.',
    stay: 'Kembali',
    leave: 'Tutup tanpa menyimpan',
  },
  en: {
    message: 'Some typing is not saved yet',
    detail:
      'Saving has not succeeded. The text is still in the window and nothing is lost. Choose “Go back” and wait until it says “Saved”.',
    stay: 'Go back',
    leave: 'Close without saving',
  },
} as const;

/** Makes closing and suspending wait until what was typed is saved. */
export function guardClosing({ window, language, beforeClose }: ClosingOptions): Closing {
  let waiting: ((isSaved: boolean) => void) | null = null;
  let mayClose = false;
  let isClosing = false;

  const flush = (reason: 'close' | 'suspend'): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => settle(false), FLUSH_LIMIT_MS);
      const settle = (isSaved: boolean): void => {
        clearTimeout(timer);
        waiting = null;
        resolve(isSaved);
      };
      waiting = settle;
      sendEvent(window, 'app.flush', { reason });
    });

  const askToLeave = async (): Promise<boolean> => {
    const texts = TEXTS[language()];
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: texts.message,
      detail: texts.detail,
      buttons: [texts.stay, texts.leave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return response === 1;
  };

  const close = async (): Promise<void> => {
    if (isClosing) return;
    isClosing = true;
    const isGone = window.webContents.isCrashed();
    if (isGone || (await flush('close')) || (await askToLeave())) {
      await beforeClose();
      mayClose = true;
      if (!window.isDestroyed()) window.close();
    }
    isClosing = false;
  };

  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    void close();
  });
  powerMonitor.on('suspend', () => sendEvent(window, 'app.flush', { reason: 'suspend' }));

  return { flushed: (isSaved) => waiting?.(isSaved) };
}
