import { BrowserWindow, session } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import type { Log } from './log.ts';

const ORIGIN = 'app://printer';
const PARTITION = 'notula-printer';
/** Chromium's own viewer of PDF, which prints the pages as they are. */
const VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';
/** The viewer says nothing of when it has read a document. */
const READING_MS = 1500;

let printed: Buffer = Buffer.alloc(0);
let isServing = false;

function serve(): void {
  if (isServing) return;
  isServing = true;
  const own = session.fromPartition(PARTITION, { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setSpellCheckerEnabled(false);
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    const isOwn = [`${ORIGIN}/`, VIEWER, 'chrome://', 'data:', 'blob:'].some((start) =>
      url.startsWith(start),
    );
    answer({ cancel: !isOwn });
  });
  own.protocol.registerBufferProtocol('app', (_request, answer) => {
    const headers = { 'content-type': 'application/pdf', 'cache-control': 'no-store' };
    answer({ data: printed, headers });
  });
}

/**
 * Prints a PDF by the system's dialog; false where the user called it off. Throws AppError
 * `print-failed` where no printer took it.
 */
export async function printPdf(pdf: Buffer, log: Log): Promise<boolean> {
  serve();
  printed = pdf;
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition: PARTITION, sandbox: true, plugins: true, spellcheck: false },
  });
  try {
    await window.loadURL(`${ORIGIN}/dokumen.pdf`);
    await new Promise((resolve) => {
      setTimeout(resolve, READING_MS);
    });
    return await new Promise<boolean>((resolve, reject) => {
      window.webContents.print({ silent: false }, (isPrinted, reason) => {
        if (isPrinted) return resolve(true);
        if (/cancel/i.test(reason)) return resolve(false);
        log(`print: ${reason}`);
        reject(new AppError('print-failed'));
      });
    });
  } finally {
    printed = Buffer.alloc(0);
    window.destroy();
  }
}
