import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, expect, type Page, test } from '@playwright/test';

/*
 * The app as people get it: packed, fuses set, sandbox on. Playwright cannot start it (that needs the inspect fuse),
 * so it is driven through the browser's own debugging port.
 */

const folder = process.env['NOTULA_PACKAGED_DIR'] ?? '';
const { program, resources } = placesIn(folder);

let userDataDir: string;
let child: ChildProcess | undefined;

test.beforeEach(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), 'notula-packaged-'));
});

test.afterEach(async () => {
  if (child?.exitCode === null) child.kill('SIGKILL');
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
});

function placesIn(root: string): { readonly program: string; readonly resources: string } {
  if (process.platform === 'darwin') {
    const contents = join(root, 'Notula.app', 'Contents');
    return { program: join(contents, 'MacOS', 'Notula'), resources: join(contents, 'Resources') };
  }
  const name = process.platform === 'win32' ? 'Notula.exe' : 'notula';
  return { program: join(root, name), resources: join(root, 'resources') };
}

function start(): ChildProcess {
  child = spawn(program, [`--user-data-dir=${userDataDir}`, '--remote-debugging-port=0'], {
    stdio: 'ignore',
  });
  return child;
}

/** Chromium writes the port it chose into the profile. */
async function debuggingPort(): Promise<string> {
  let port = '';
  await expect(async () => {
    port = (await readFile(join(userDataDir, 'DevToolsActivePort'), 'utf8')).split('\n')[0] ?? '';
    expect(port).toMatch(/^\d+$/);
  }).toPass({ timeout: 30_000 });
  return port;
}

async function firstPage(port: string): Promise<Page> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  if (!context) throw new Error('the app has no browser context');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}

test('the packed app shows its first screen, answers from the archive, and quits', async () => {
  const started = start();
  const exited = new Promise<number | null>((resolve) => started.once('exit', resolve));
  const page = await firstPage(await debuggingPort());

  await expect(page).toHaveTitle(/Notula/);
  await expect(page.locator('body')).toHaveText(/\S/);
  // The archive exists once the storage worker has opened it with the packed SQLite binding.
  await expect(async () => {
    const files = await readdir(userDataDir, { recursive: true });
    expect(files.filter((file) => file.endsWith('.db'))).not.toEqual([]);
  }).toPass({ timeout: 20_000 });

  await page.evaluate(() => window.close());
  expect(await exited).toBe(0);
});

test('the packed program is hardened', async () => {
  const wire = await getCurrentFuseWire(program);
  const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;

  expect(isOn(FuseV1Options.RunAsNode)).toBe(false);
  expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
  expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
  expect(isOn(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
  expect(isOn(FuseV1Options.EnableCookieEncryption)).toBe(true);
  expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
  expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
});

test('only what runs is packed', async () => {
  const archive = join(resources, 'app.asar');
  const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
  const bindings = files.filter((file) => file.endsWith('.node'));
  const sources = files.filter((file) =>
    /\.(c|cc|cpp|h|hpp|gyp|gypi|map|ts|tsx|mts|cts)$/.test(file),
  );
  const ours = files.filter((file) => /^\/(src|tests|scripts)(\/|$)/.test(file));

  expect(files).toContain('/out/main/index.js');
  expect(bindings).toEqual([
    `/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
  ]);
  expect(sources).toEqual([]);
  expect(ours).toEqual([]);
  expect(await readdir(resources)).not.toContain('default_app.asar');
  const shipped = await readdir(join(resources, 'resources'));
  expect(shipped.toSorted()).toEqual(['dictionaries', 'examples', 'templates', 'window-icon.png']);
  // The dictionary is another's work: its licence goes where it goes.
  expect(await readdir(join(resources, 'resources', 'dictionaries'))).toEqual(
    expect.arrayContaining(['LICENSE-LGPL-3.0.txt', 'README.md', 'id_ID.aff', 'id_ID.dic']),
  );
});
