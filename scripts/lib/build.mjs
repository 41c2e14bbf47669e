import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cacheDir, projectRoot, say, Stop } from './project.mjs';
import { projectNode } from './project-node.mjs';
import { run } from './run.mjs';

const sources = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const outputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
const stampFile = join(cacheDir, 'build-sources.sha256');

/** Builds `out/` unless it was built from these very sources. */
export async function ensureBuild(electron) {
  const wanted = await hashSources();
  const built = await readFile(stampFile, 'utf8').catch(() => '');
  if (built === wanted && outputs.every((file) => existsSync(join(projectRoot, file)))) return;
  say('Menyusun aplikasi …');
  const tool = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await run(projectNode, [tool, 'build'], {
    cwd: projectRoot,
    env: { ...process.env, ...electron.env },
    capture: true,
  });
  if (result.code !== 0)
    throw new Stop(`Aplikasi gagal disusun:\n${result.stdout}${result.stderr}`);
  await mkdir(cacheDir, { recursive: true });
  await writeFile(stampFile, wanted);
}

async function hashSources() {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesUnder(source)) {
      hash.update(file);
      hash.update(await readFile(join(projectRoot, file)));
    }
  }
  return hash.digest('hex');
}

async function filesUnder(path) {
  const entries = await readdir(join(projectRoot, path), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => null);
  if (!entries) return existsSync(join(projectRoot, path)) ? [path] : [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1))
    .toSorted();
}
