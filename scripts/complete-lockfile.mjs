import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { projectRoot, runMain, say } from './lib/project.mjs';

/*
 * Usage: node scripts/complete-lockfile.mjs    (after every change of dependencies)
 * npm leaves the optional packages of other systems out of the lockfile when it cannot see them, for example behind a
 * registry mirror. `npm ci` then refuses the lockfile, and on those systems the native parts would be missing. This
 * adds what is left out, with the system that each package's name tells.
 */
const systems = new Set([
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]);
const processors = new Set([
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]);
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

function entryFor(name, version, { isDev }) {
  const words = name.split(/[^a-z0-9]+/);
  const os = words.filter((word) => systems.has(word));
  const cpu = words.filter((word) => processors.has(word));
  const libc = words.flatMap((word) => libraries[word] ?? []);
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(isDev && { dev: true }),
    ...(libc.length > 0 && os[0] === 'linux' && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

/** The places where Node would look for `name` from the package at `path`, the nearest first. */
function placesFor(path, name) {
  const parts = path.split('/node_modules/');
  return parts.map((_, index) =>
    [...parts.slice(0, parts.length - index), name].join('/node_modules/'),
  );
}

function missingEntries(packages) {
  const missing = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const places = [...placesFor(path, name), `node_modules/${name}`];
      if (places.some((place) => packages[place]) || !/^\d/.test(version)) continue;
      missing[`node_modules/${name}`] = entryFor(name, version, { isDev: entry.dev });
    }
  }
  return missing;
}

await runMain(async () => {
  const file = join(projectRoot, 'package-lock.json');
  const lock = JSON.parse(await readFile(file, 'utf8'));
  const missing = missingEntries(lock.packages);
  const all = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, 'en')));
  await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
  say(`Ditambahkan ke package-lock.json: ${Object.keys(missing).length} paket untuk sistem lain.`);
});
