import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { projectNode } from './project-node.mjs';
import { projectRoot, say, Stop } from './project.mjs';
import { run } from './run.mjs';

/** Installs the npm packages when they are missing or not those of package-lock.json. Runs on any Node from 20 on. */
export async function ensurePackages() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Stop(
      `Notula memerlukan Node.js 20 atau lebih baru; yang dipakai ${process.version}.`,
    );
  }
  if (!(await isInstalled())) await installPackages();
  if (!isNodeReady()) await installProjectNode();
}

/** Compares what npm says it installed with what the lockfile wants. */
async function isInstalled() {
  const [wanted, installed] = await Promise.all([
    readLock('package-lock.json'),
    readLock(join('node_modules', '.package-lock.json')),
  ]);
  if (!wanted) throw new Stop('package-lock.json tidak ada atau rusak.');
  if (!installed) return false;
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '') return true;
    // What is only for other systems is left out by npm.
    if (!installed[path]) return Boolean(optional || peer);
    return installed[path].version === version && existsSync(join(projectRoot, path));
  });
}

async function readLock(file) {
  try {
    return JSON.parse(await readFile(join(projectRoot, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

async function installPackages() {
  say('Memasang paket npm (sekali, beberapa menit pada jaringan lambat) …');
  // No package needs its install script here but `node`, whose one is run by name below; npm would also compile
  // better-sqlite3, which brings its bindings along, and fail where Python or a compiler is missing.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const clean = await run('npm', ['ci', ...options], { cwd: projectRoot });
  if (clean.code === 0) return;
  say('npm ci gagal; dicoba npm install …');
  const plain = await run('npm', ['install', ...options], { cwd: projectRoot });
  if (plain.code !== 0)
    throw new Stop('Paket npm tidak dapat dipasang. Periksa sambungan internet dan pesan di atas.');
}

/** Fetches the binary of the npm package `node`, as its own install script does, and makes it a command. */
async function installProjectNode() {
  say('Memasang Node milik proyek …');
  const cwd = join(projectRoot, 'node_modules', 'node');
  const fetched = await run(process.execPath, ['installArchSpecificPackage.js'], { cwd });
  // npm links only commands whose file is there. With the link, `npm run` uses this Node for every tool.
  const linked = await run('npm', ['rebuild', 'node', '--ignore-scripts', '--loglevel=error'], {
    cwd: projectRoot,
  });
  if (fetched.code !== 0 || linked.code !== 0 || !isNodeReady())
    throw new Stop('Node milik proyek tidak dapat dipasang.');
}

function isNodeReady() {
  const command = process.platform === 'win32' ? 'node.cmd' : 'node';
  return existsSync(projectNode) && existsSync(join(projectRoot, 'node_modules', '.bin', command));
}
