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
      'Penyimpanan belum berhasil. Ketikan masih ada di jendela dan tidak ada yang hilang. Pilih “Kembali”, lalu tunggu sampai tertulis “Tersimpan” atau perbaiki isian yang ditandai.',
    stay: 'Kembali',
    leave: 'Tutup tanpa menyimpan',
  },
  en: {
    message: 'Some typing is not saved yet',
    detail:
      'Saving has not succeeded. The text is still in the window and nothing is lost. Choose “Go back”, then wait until it says “Saved” or correct the marked field.',
    stay: 'Go back',
    leave: 'Close without saving',
  },
} as const;

/** Makes closing and suspending wait until what was typed is saved. */
export function guardClosing({ window, language, beforeClose }: ClosingOptions): Closing {
  let waiting: ((isSaved: boolean) => void) | null = null;
  let mayClose = false;
  let isClosing = false;

  const flush = (): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => answered(false), FLUSH_LIMIT_MS);
      const answered = (isSaved: boolean): void => {
        clearTimeout(timer);
        waiting = null;
        resolve(isSaved);
      };
      waiting = answered;
      sendEvent(window, 'app.flush', { reason: 'close' });
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

  /** 'left': the user would rather lose what cannot be saved than stay. */
  const settle = async (): Promise<'saved' | 'left' | 'stays'> => {
    if (window.isDestroyed() || window.webContents.isCrashed() || (await flush())) return 'saved';
    return (await askToLeave()) ? 'left' : 'stays';
  };

  const mayLeave = async (): Promise<boolean> => {
    const first = await settle();
    if (first === 'stays') return false;
    await beforeClose();
    // That took its time, and the window could be typed in meanwhile.
    return first === 'left' || (await settle()) !== 'stays';
  };

  const close = async (): Promise<void> => {
    if (isClosing) return;
    isClosing = true;
    mayClose = await mayLeave();
    isClosing = false;
    if (mayClose && !window.isDestroyed()) window.close();
  };

  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    void close();
  });
  powerMonitor.on('suspend', () => sendEvent(window, 'app.flush', { reason: 'suspend' }));

  powerMonitor.on('resume', () => sendEvent(window, 'app.woke', {}));

  return { flushed: (isSaved) => waiting?.(isSaved) };
}
