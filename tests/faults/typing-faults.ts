import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import {
  PREPARED_SESSION_ID,
  PREPARED_TITLE,
  plainStatements,
  prepareArchive,
} from '../fixtures/prepared-archive.ts';
import { textInArchive } from './archive-words.ts';
import type { FaultResult } from './faults.ts';
import { closeApp, editorOf, openSession, startApp } from './running-app.ts';
import { fill } from './small-disk.ts';
import { missing, numbered, stateOf, typeAtEnd, waitUntilSaved } from './typing.ts';

/** The disk fills while words are typed; later there is room again. */
export async function fullDisk(): Promise<FaultResult> {
  const disk = process.env['NOTULA_SMALL_DISK'];
  if (disk === undefined) {
    return { told: '', wrong: [], skipped: 'only root can mount a small disk to fill' };
  }
  const folder = join(disk, 'data');
  const filler = join(disk, 'filler');
  mkdirSync(folder);
  prepareArchive(join(folder, 'arsip.db'), plainStatements(5));
  const running = await startApp(folder);
  const { window } = running;
  try {
    await openSession(window, PREPARED_TITLE);
    await typeAtEnd(window, numbered('awal', 3));
    await waitUntilSaved(window);
    // Longer than the backup after the start takes, which would free room when it fails.
    await delay(6000);

    fill(filler, disk);
    const words = numbered('penuh', 400);
    await typeAtEnd(window, words);
    const unsaved = stateOf(window).filter({ hasText: 'Belum tersimpan' });
    await unsaved.waitFor({ timeout: 15_000 });
    const told = await unsaved.innerText();
    const wrong: string[] = [];
    if (missing(await editorOf(window).innerText(), words).length > 0) {
      wrong.push('words left the screen');
    }
    rmSync(filler);
    await waitUntilSaved(window);
    const lost = missing(textInArchive(folder, PREPARED_SESSION_ID), words);
    if (lost.length > 0) wrong.push(`${lost.length} words are not in the archive once`);
    return { told, wrong };
  } finally {
    rmSync(filler, { force: true });
    await closeApp(running, folder);
  }
}

/** The window's process dies; the app stays, draws the window again and has every saved word. */
export async function lostWindow(): Promise<FaultResult> {
  const root = mkdtempSync(join(tmpdir(), 'notula-fault-'));
  prepareArchive(join(root, 'arsip.db'), plainStatements(5));
  const running = await startApp(root);
  const { app, window } = running;
  try {
    await openSession(window, PREPARED_TITLE);
    const words = numbered('jendela', 40);
    await typeAtEnd(window, words);
    await waitUntilSaved(window);
    const crashed = new Promise((resolve) => {
      window.once('crash', resolve);
    });
    const pid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    if (pid === undefined) throw new Error('the window has no process');
    process.kill(pid, 'SIGKILL');
    await crashed;
    // The debugging connection died with the page: what the new one shows is read in the app.
    const shown = await libraryText(app.evaluate.bind(app));
    const wrong = shown.includes(PREPARED_TITLE) ? [] : ['the window did not come back'];
    const lost = missing(textInArchive(root, PREPARED_SESSION_ID), words);
    if (lost.length > 0) wrong.push(`${lost.length} words are not in the archive once`);
    return { told: 'the library again', wrong };
  } finally {
    await closeApp(running, root);
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

type Evaluate = Awaited<ReturnType<typeof startApp>>['app']['evaluate'];

async function libraryText(evaluate: Evaluate): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const text = await evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    ).catch(() => '');
    if (String(text).includes(PREPARED_TITLE)) return String(text);
    await delay(200);
  }
  return '';
}
