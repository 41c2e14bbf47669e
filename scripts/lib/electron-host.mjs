import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';

import { canRead, ordinaryUser } from './ordinary-user.mjs';
import { projectNode } from './project-node.mjs';
import { projectRoot } from './project.mjs';
import { runOrThrow } from './run.mjs';
import { startXvfb } from './xvfb.mjs';

/** What a run needs of the clone, besides node_modules. */
const stagedPaths = [
  'package.json',
  'playwright.config.ts',
  'tsconfig.base.json',
  'tsconfig.json',
  'out',
  'resources',
  'scripts',
  'src',
  'tests',
];

/**
 * Prepares a place where the built app can run as an ordinary user on a screen of its own, calls `work` with
 * `{ run, resultsDir }`, and takes everything down again. `run(command, args)` gives the exit code; `node` is the
 * project's own. With `screenCount` there are so many screens, named in NOTULA_DISPLAYS and separated by spaces: windows
 * on one screen would take the focus and the clipboard from each other.
 * Run by an ordinary user, the app runs from the clone itself; run by root, from a copy which that user can read.
 * `folders` maps names of environment variables to further folders the commands must be able to read.
 */
export async function withElectronHost({ electron, folders = {}, screenCount = 1 }, work) {
  const user = await ordinaryUser();
  const place = user ? await stage(user, electron, folders) : await placeInClone(folders);
  const screens = [];
  const children = new Set();
  const endChildren = () => children.forEach((child) => endGroup(child));
  const onSignal = () => endChildren();
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    while (process.platform === 'linux' && screens.length < screenCount)
      screens.push(await startXvfb({ user }));
    const env = hostEnvironment({
      user,
      place,
      electron: { ...electron, ...place.electron },
      displays: screens.map(({ display }) => display),
    });
    const node = join(place.appDir, relative(projectRoot, projectNode));
    const run = (command, args) =>
      runAs({
        user,
        children,
        cwd: place.appDir,
        command: command === 'node' ? node : command,
        args,
        env,
      });
    return await work({ run, resultsDir: place.resultsDir });
  } finally {
    endChildren();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    await Promise.all(screens.map((screen) => screen.stop()));
    await rm(place.root, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function placeInClone(folders) {
  const root = await mkdtemp(join(tmpdir(), 'notula-run-'));
  const resultsDir = join(root, 'results');
  await mkdir(resultsDir);
  return { root, appDir: projectRoot, resultsDir, electron: {}, folders };
}

async function stage(user, electron, folders) {
  const root = await mkdtemp(join(tmpdir(), 'notula-run-'));
  await chmod(root, 0o755);
  const place = {
    root,
    appDir: join(root, 'app'),
    resultsDir: join(root, 'results'),
    homeDir: join(root, 'home'),
  };
  for (const folder of [place.resultsDir, place.homeDir, join(root, 'tmp')]) {
    await mkdir(folder);
    await chown(folder, user.uid, user.gid);
  }
  await mkdir(place.appDir);
  // Whatever the caller's umask is.
  await chmod(place.appDir, 0o755);
  for (const path of stagedPaths) {
    if (existsSync(join(projectRoot, path)))
      await copyReadable(join(projectRoot, path), join(place.appDir, path));
  }
  const modules = join(place.appDir, 'node_modules');
  await shareOrCopy(user, join(projectRoot, 'node_modules'), modules);
  const stagedFolders = {};
  for (const [name, folder] of Object.entries(folders)) {
    stagedFolders[name] = join(root, name.toLowerCase());
    await shareOrCopy(user, folder, stagedFolders[name]);
  }
  return {
    ...place,
    tmpDir: join(root, 'tmp'),
    electron: await stageElectron(user, electron, root),
    folders: stagedFolders,
  };
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
    env: {
      ...electron.env,
      ELECTRON_OVERRIDE_DIST_PATH: distPath,
      ELECTRON_EXEC_PATH: join(distPath, 'electron'),
      NOTULA_SQLITE_BINDING: sqliteBinding,
    },
  };
}

async function shareOrCopy(user, from, to) {
  if (canRead(user, join(from, '.'))) await symlink(from, to);
  else await copyReadable(from, to);
}

async function copyReadable(from, to) {
  await runOrThrow('cp', ['-a', '--reflink=auto', from, to]);
  await runOrThrow('chmod', ['-R', 'a+rX', to]);
}

function hostEnvironment({ user, place, electron, displays }) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|XDG_|DBUS_|WAYLAND_|SUDO_|HOME$|USER$|LOGNAME$)/.test(name),
  );
  const own = user
    ? { HOME: place.homeDir, TMPDIR: place.tmpDir, LANG: 'C.UTF-8' }
    : { HOME: process.env.HOME };
  const tools = [join(place.appDir, 'node_modules', '.bin'), process.env.PATH];
  return {
    ...Object.fromEntries(kept),
    ...own,
    PATH: tools.join(delimiter),
    ...(displays.length > 0 && { DISPLAY: displays[0], NOTULA_DISPLAYS: displays.join(' ') }),
    ...electron.env,
    ...place.folders,
    NOTULA_ELECTRON_PATH: electron.electronPath,
    NOTULA_RESULTS_DIR: place.resultsDir,
  };
}

function runAs({ user, children, cwd, command, args, env }) {
  return new Promise((resolve, reject) => {
    const isGroup = process.platform !== 'win32';
    const child = spawn(command, args, {
      ...user,
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: isGroup,
    });
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
    else process.kill(-Number(child.pid), 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}
