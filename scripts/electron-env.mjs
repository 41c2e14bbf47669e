import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import {
  ensureFallback,
  fallbackDistPath,
  fallbackVersion,
  isFallbackPossible,
} from './electron-fallback/recipe.mjs';
import { ensureFallbackBinding } from './electron-fallback/sqlite-binding.mjs';
import { cacheDir, projectRoot, say, Stop } from './lib/project.mjs';
import { projectNode } from './lib/project-node.mjs';
import { run } from './lib/run.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

const electronPackage = join(projectRoot, 'node_modules', 'electron');
const choiceFile = join(cacheDir, 'electron-choice.json');
const officialVersion = () =>
  createRequire(import.meta.url)(join(electronPackage, 'package.json')).version;

/** How long the official download may take before the fallback is used. */
const downloadLimitMs = 10 * 60_000;

/**
 * Makes sure that an Electron is there and tells how to use it:
 * `{ electronPath, distPath, version, isFallback, sqliteBinding, env }`. `env` holds what a child process needs so that
 * `electron`, electron-vite and Playwright find this Electron. With `isRetry` the official download is tried again.
 */
export async function ensureElectron({ isRetry = false } = {}) {
  if (!isOfficialReady() && (isRetry || !(await isFallbackChosen()))) await downloadOfficial();
  if (isOfficialReady()) return describeOfficial();
  if (!isFallbackPossible) {
    throw new Stop(
      `Electron ${officialVersion()} tidak dapat diunduh dan untuk ${process.platform}-${process.arch} tidak ada penggantinya. ` +
        'Periksa sambungan internet, lalu jalankan lagi.',
    );
  }
  return prepareFallback();
}

function isOfficialReady() {
  const dist = join(electronPackage, 'dist');
  try {
    const version = readFileSync(join(dist, 'version'), 'utf8').replace(/^v/, '');
    return version === officialVersion() && existsSync(join(dist, officialExecutable()));
  } catch {
    return false;
  }
}

function officialExecutable() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Without this, every start without the official Electron would try the download anew. */
async function isFallbackChosen() {
  try {
    const choice = JSON.parse(await readFile(choiceFile, 'utf8'));
    return choice.insteadOf === officialVersion() && existsSync(await fallbackDistPath());
  } catch {
    return false;
  }
}

async function downloadOfficial() {
  say(`Mengunduh Electron ${officialVersion()} resmi …`);
  // An override would make the installer believe that nothing is to be done.
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...env } = process.env;
  const result = await run(projectNode, [join(electronPackage, 'install.js')], {
    capture: true,
    timeoutMs: downloadLimitMs,
    env,
  });
  if (result.code === 0) return;
  const reason = result.timedOut
    ? 'waktunya habis'
    : (result.stderr.trim().split('\n')[0] ?? 'sebab tidak diketahui');
  say(`Electron ${officialVersion()} resmi tidak dapat diunduh (${reason}).`);
}

function describeOfficial() {
  const distPath = join(electronPackage, 'dist');
  return {
    electronPath: join(distPath, officialExecutable()),
    distPath,
    version: officialVersion(),
    isFallback: false,
    sqliteBinding: null,
    env: {},
  };
}

async function prepareFallback() {
  await ensureSystemPackages(['compiler']);
  const distPath = await ensureFallback();
  await writeFile(join(electronPackage, 'path.txt'), 'electron');
  const sqliteBinding = await ensureFallbackBinding();
  await mkdir(dirname(choiceFile), { recursive: true });
  await writeFile(
    choiceFile,
    JSON.stringify({ insteadOf: officialVersion(), using: fallbackVersion }),
  );
  say(
    `Dipakai Electron ${fallbackVersion} pengganti, bukan ${officialVersion()} resmi. ` +
      'Coba lagi yang resmi: node scripts/ensure-electron.mjs --ulang',
  );
  return {
    electronPath: join(distPath, 'electron'),
    distPath,
    version: fallbackVersion,
    isFallback: true,
    sqliteBinding,
    env: {
      ELECTRON_OVERRIDE_DIST_PATH: distPath,
      // electron-vite's development server knows no other.
      ELECTRON_EXEC_PATH: join(distPath, 'electron'),
      NOTULA_SQLITE_BINDING: sqliteBinding,
    },
  };
}
