import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { ElectronApplication, Page } from '@playwright/test';
import { _electron } from '@playwright/test';

import { electronPath } from '../bench/report.ts';

const APP_FOLDER = join(import.meta.dirname, '..', '..');

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly window: Page;
}

/** Starts the built app, sandbox on, on a data folder that stays. */
export async function startApp(userDataFolder: string): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [APP_FOLDER, `--user-data-dir=${userDataFolder}`],
    chromiumSandbox: true,
    env: { ...definedOnly(process.env), TZ: 'Asia/Jakarta' },
  });
  const window = await app.firstWindow();
  return { app, window };
}

/** Opens a session, unless the app went on with it, and waits until its minutes can be written. */
export async function openSession(window: Page, title: string): Promise<void> {
  const row = window.getByRole('grid').getByRole('row').filter({ hasText: title }).first();
  const editor = editorOf(window);
  await row.or(editor).first().waitFor();
  if (!(await editor.isVisible())) {
    await row.click();
    await window.keyboard.press('Enter');
  }
  await editor.waitFor();
  await editor.focus();
}

export const editorOf = (window: Page) => window.locator('.ProseMirror');

const CLOSE_LIMIT_MS = 20_000;

/** Closes the window as a user would; an app that stays is ended, and that is a failure. */
export async function closeApp(running: RunningApp, userDataFolder: string): Promise<void> {
  const isClosed = running.app.close().then(() => true);
  if (await Promise.race([isClosed, delay(CLOSE_LIMIT_MS, false, { ref: false })])) return;
  await killWhole(running, userDataFolder);
  throw new Error('the app did not close');
}

/** Ends every process of the app at one moment, as `kill -9` of the whole group. */
export async function killWhole({ app }: RunningApp, userDataFolder: string): Promise<void> {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the app has no process');
  const pids = processesOf(userDataFolder);
  process.kill(-pid, 'SIGKILL');
  const deadlineMs = Date.now() + 5000;
  while (pids.some(isAlive)) {
    if (Date.now() > deadlineMs) throw new Error('some process of the app outlived the kill');
    await delay(10);
  }
}

/** Every process that was started for this data folder: main, zygotes, renderers, jobs. */
function processesOf(userDataFolder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && commandLine(pid).includes(userDataFolder));
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    // A zombie waits for its parent and runs no more.
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
