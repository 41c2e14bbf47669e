import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export interface LaunchOptions {
  /** An archive folder to open again; without it the app starts with an empty one that `close` removes. */
  readonly userDataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Size of the page in CSS pixels; the default is the smallest screen that Notula promises. */
  readonly windowSize?: { readonly width: number; readonly height: number };
  /** Further arguments for the app, for example a `.notula` file to open. */
  readonly args?: readonly string[];
}

export interface Notula {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly userDataDir: string;
  /** Quits the app as a user would and removes an archive folder that `launchNotula` made. */
  close(): Promise<void>;
}

const appDir = join(import.meta.dirname, '..', '..');

/** Starts the built app with the Chromium sandbox on and waits for its first window. */
export async function launchNotula(options: LaunchOptions = {}): Promise<Notula> {
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'notula-data-')));
  const executablePath = process.env['NOTULA_ELECTRON_PATH'];
  const app = await _electron.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      appDir,
      `--user-data-dir=${userDataDir}`,
      '--force-device-scale-factor=1',
      ...(options.args ?? []),
    ],
    chromiumSandbox: true,
    env: { ...definedOnly(process.env), ...ownScreen(), TZ: 'Asia/Jakarta', ...options.env },
  });
  const window = await app.firstWindow();
  const { width, height } = options.windowSize ?? { width: 1366, height: 768 };
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  const close = async (): Promise<void> => {
    await app.close();
    if (!options.userDataDir)
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  return { app, window, userDataDir, close };
}

/** The screen of this worker, whose focus and clipboard no other worker touches. */
function ownScreen(): Record<string, string> {
  const displays = process.env['NOTULA_DISPLAYS']?.split(' ') ?? [];
  const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
  return display === undefined ? {} : { DISPLAY: display };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
