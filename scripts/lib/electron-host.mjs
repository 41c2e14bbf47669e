import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';

import { canRead, ordinaryUser } from './ordinary-user.mjs';
import { projectRoot } from './project.mjs';
import { runOrThrow } from './run.mjs';
import { startXvfb } from './xvfb.mjs';

/** What a run needs of the clone, besides node_modules. */
const stagedPaths = [
  ...['package.json', 'playwright.config.ts', 'tsconfig.base.json', 'tsconfig.json'],
  ...['out', 'resources', 'scripts', 'src', 'tests'],
];

/**
 * Prepares a place where the built app can run as an ordinary user on a screen of its own, calls `use` with
 * `{ run, resultsDir, appDir }`, and takes everything down again. `run(command, args, env)` gives the exit code.
 * Run by an ordinary user, the app runs from the clone itself; run by root, from a copy which that user can read.
 */
export async function withElectronHost(electron, use) {
  const user = await ordinaryUser();
  const place = user ? await stage(user, electron) : await placeInClone();
  const xvfb = process.platform === 'linux' ? await startXvfb({ user }) : null;
  const children = new Set();
  const endChildren = () => children.forEach((child) => endGroup(child));
  const onSignal = () => endChildren();
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    const env = hostEnvironment({ user, place, electron: { ...electron, ...place.electron }, xvfb });
    const run = (command, args, extraEnv = {}) =>
      runAs({ user, children, cwd: place.appDir, command, args, env: { ...env, ...extraEnv } });
    return await use({ run, appDir: place.appDir, resultsDir: place.resultsDir });
  } finally {
    endChildren();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    await xvfb?.stop();
    await rm(place.root, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function placeInClone() {
  const root = await mkdtemp(join(tmpdir(), 'notula-run-'));
  const place = { root, appDir: projectRoot, resultsDir: join(root, 'results'), homeDir: join(root, 'home'), electron: {} };
  for (const folder of [place.resultsDir, place.homeDir]) await mkdir(folder);
  return place;
}

async function stage(user, electron) {
  const root = await mkdtemp(join(tmpdir(), 'notula-run-'));
  await chmod(root, 0o755);
  const place = { root, appDir: join(root, 'app'), resultsDir: join(root, 'results'), homeDir: join(root, 'home') };
  for (const folder of [place.resultsDir, place.homeDir, join(root, 'tmp')]) {
    await mkdir(folder);
    await chown(folder, user.uid, user.gid);
  }
  await mkdir(place.appDir);
  for (const path of stagedPaths) {
    if (existsSync(join(projectRoot, path))) await copyReadable(join(projectRoot, path), join(place.appDir, path));
  }
  const modules = join(place.appDir, 'node_modules');
  await shareOrCopy(user, join(projectRoot, 'node_modules'), modules);
  return { ...place, tmpDir: join(root, 'tmp'), electron: await stageElectron(user, electron, root) };
}

/** Electron lies in the clone as well, where the user may not be able to read it. */
async function stageElectron(user, electron, root) {
  if (canRead(user, electron.electronPath)) return {};
  if (!electron.isFallback) {
    return { electronPath: join(root, 'app', relative(projectRoot, electron.electronPath)) };
  }
  const distPath = join(root, 'electron');
  const sqliteBinding = join(root, 'better_sqlite3.node');
  await copyReadable(electron.distPath, distPath);
  await copyReadable(electron.sqliteBinding, sqliteBinding);
  return {
    electronPath: join(distPath, 'electron'),
    env: { ...electron.env, ELECTRON_OVERRIDE_DIST_PATH: distPath, NOTULA_SQLITE_BINDING: sqliteBinding },
  };
}

async function shareOrCopy(user, from, to) {
  if (canRead(user, join(from, '.package-lock.json'))) await symlink(from, to);
  else await copyReadable(from, to);
}

async function copyReadable(from, to) {
  await runOrThrow('cp', ['-a', '--reflink=auto', from, to]);
  await runOrThrow('chmod', ['-R', 'a+rX', to]);
}

function hostEnvironment({ user, place, electron, xvfb }) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|XDG_|DBUS_|WAYLAND_|SUDO_|HOME$|USER$|LOGNAME$)/.test(name));
  const own = user ? { HOME: place.homeDir, TMPDIR: place.tmpDir, LANG: 'C.UTF-8' } : { HOME: process.env.HOME };
  // The project's Node is among these commands, so `node` is that one.
  const tools = [join(place.appDir, 'node_modules', '.bin'), process.env.PATH];
  return {
    ...Object.fromEntries(kept),
    ...own,
    PATH: tools.join(delimiter),
    ...(xvfb && { DISPLAY: xvfb.display }),
    ...electron.env,
    NOTULA_ELECTRON_PATH: electron.electronPath,
    NOTULA_RESULTS_DIR: place.resultsDir,
  };
}

function runAs({ user, children, cwd, command, args, env }) {
  return new Promise((resolve, reject) => {
    const isGroup = process.platform !== 'win32';
    const child = spawn(command, args, { ...user, cwd, env, stdio: ['ignore', 'inherit', 'inherit'], detached: isGroup });
    children.add(child);
    child.once('error', reject);
    child.once('close', (code) => {
      endGroup(child);
      children.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Ends what a command left behind: the whole group that was started for it, and nothing else. */
function endGroup(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}
