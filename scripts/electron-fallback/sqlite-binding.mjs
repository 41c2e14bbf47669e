import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { cacheDir, projectRoot, say, userCacheDir } from '../lib/project.mjs';
import { runOrThrow } from '../lib/run.mjs';

/*
 * better-sqlite3's prebuilt binding asks for Node-API 10, the fallback's Electron has 9. Its source runs there when
 * it is compiled against the experimental level, under which the calls of level 10 already exist in that Electron.
 * Compiled directly, because node-gyp would need Python and the headers of a Node that may not be installed here.
 */
const sqlitePackage = join(projectRoot, 'node_modules', 'better-sqlite3');
const headers = join(projectRoot, 'node_modules', 'node-api-headers', 'include');
const wrapper = join(projectRoot, 'node_modules', 'node-addon-api');
const ownFolder = dirname(fileURLToPath(import.meta.url));
const finalizerHeader = join(ownFolder, 'post-finalizer.h');

const commonFlags = ['-O3', '-fPIC', '-w', '-DNDEBUG'];
const cFlags = ['-std=c99'];
const cppFlags = [
  '-std=c++20',
  '-fvisibility=hidden',
  '-DNAPI_EXPERIMENTAL',
  '-DNAPI_VERSION=2147483647',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
];
const linkFlags = ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-lpthread'];

/** Builds the binding for the fallback's Electron unless it is there, and gives its path. */
export async function ensureFallbackBinding() {
  const key = await bindingKey();
  const folder = join(cacheDir, `sqlite-binding-${key}`);
  const binding = join(folder, 'better_sqlite3.node');
  if (existsSync(binding)) return binding;
  await mkdir(folder, { recursive: true });
  const kept = join(userCacheDir(), 'sqlite-binding', key);
  if (!(await takeKept(kept, binding))) {
    await compile(binding);
    await keep(binding, kept);
  }
  return binding;
}

/** Changes with every input of the build, the compiler included. */
async function bindingKey() {
  const hash = createHash('sha256');
  const files = [
    join(sqlitePackage, 'package.json'),
    join(headers, '..', 'package.json'),
    join(wrapper, 'package.json'),
    finalizerHeader,
  ];
  for (const file of files) hash.update(await readFile(file));
  hash.update(JSON.stringify([commonFlags, cFlags, cppFlags, linkFlags]));
  hash.update(await runOrThrow('g++', ['--version']));
  return hash.digest('hex').slice(0, 16);
}

async function compile(binding) {
  say('Menyusun pustaka SQLite untuk Electron pengganti (1–2 menit, satu kali) …');
  const work = await mkdtemp(join(cacheDir, 'sqlite-work-'));
  const sqliteObject = join(work, 'sqlite3.o');
  const addonObject = join(work, 'better_sqlite3.o');
  const defines = await sqliteDefines();
  const sqliteFolder = join(sqlitePackage, 'deps', 'sqlite3');
  try {
    await Promise.all([
      runOrThrow('gcc', [
        ...commonFlags,
        ...cFlags,
        ...defines,
        '-c',
        join(sqliteFolder, 'sqlite3.c'),
        '-o',
        sqliteObject,
      ]),
      runOrThrow('g++', [
        ...commonFlags,
        ...cppFlags,
        ...defines,
        '-include',
        finalizerHeader,
        ...[headers, wrapper, sqliteFolder].map((include) => `-I${include}`),
        '-c',
        join(sqlitePackage, 'src', 'better_sqlite3.cpp'),
        '-o',
        addonObject,
      ]),
    ]);
    const linked = join(work, 'better_sqlite3.node');
    await runOrThrow('g++', ['-o', linked, addonObject, sqliteObject, ...linkFlags]);
    await rename(linked, binding);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The compile-time options that the package itself builds SQLite with. */
async function sqliteDefines() {
  const gypi = await readFile(join(sqlitePackage, 'deps', 'defines.gypi'), 'utf8');
  return [...gypi.matchAll(/'((?:HAVE|SQLITE)_[^']+)'/g)].map((match) => `-D${match[1]}`);
}

/** Copies a binding of an earlier clone when it is whole; says whether it did. */
async function takeKept(kept, binding) {
  try {
    const [bytes, sum] = await Promise.all([
      readFile(`${kept}.node`),
      readFile(`${kept}.sha256`, 'utf8'),
    ]);
    if (createHash('sha256').update(bytes).digest('hex') !== sum) return false;
    await writeFile(`${binding}.part`, bytes);
    await rename(`${binding}.part`, binding);
    return true;
  } catch {
    return false;
  }
}

/** Keeps the binding for the next clone. Failing to only costs time later. */
async function keep(binding, kept) {
  try {
    await mkdir(dirname(kept), { recursive: true });
    await copyFile(binding, `${kept}.part`);
    await rename(`${kept}.part`, `${kept}.node`);
    await writeFile(
      `${kept}.sha256`,
      createHash('sha256')
        .update(await readFile(binding))
        .digest('hex'),
    );
  } catch (error) {
    say(`Hasil susunan tidak dapat disimpan untuk klon berikutnya: ${error.message}`);
  }
}
