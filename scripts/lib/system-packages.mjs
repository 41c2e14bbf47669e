import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { say, Stop } from './project.mjs';
import { hasCommand, run, runOrThrow } from './run.mjs';

/*
 * What Notula and its tests need from a Debian-like system, found by what is there (libraries, commands, fonts),
 * never by package names alone: those differ between releases.
 */

/** Library → the Debian packages that may hold it, the newest name first. */
const windowLibraries = {
  'libnss3.so': ['libnss3'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libgbm.so.1': ['libgbm1'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdrm.so.2': ['libdrm2'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
};

/** Group → commands that must be on the PATH, each with its package. */
const commandGroups = {
  compiler: { gcc: 'gcc', 'g++': 'g++' },
  display: { Xvfb: 'xvfb', xauth: 'xauth' },
  documents: {
    soffice: 'libreoffice-writer-nogui',
    pdftotext: 'poppler-utils',
    pdftoppm: 'poppler-utils',
    pdfinfo: 'poppler-utils',
    xmlsec1: 'xmlsec1',
    xmllint: 'libxml2-utils',
    certutil: 'libnss3-tools',
    pk12util: 'libnss3-tools',
  },
  certificates: { openssl: 'openssl' },
  faults: { strace: 'strace', setpriv: 'util-linux' },
};

const fontPackage = 'fonts-liberation';
/** Those that the approved pages of documents are drawn with: font file → package. */
const pageFonts = {
  'LiberationSans-Regular.ttf': fontPackage,
  'DejaVuSans.ttf': 'fonts-dejavu-core',
};
const fontFolders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(process.env.HOME ?? '/', '.fonts'),
];

/**
 * Makes sure that the named groups (window, fonts, compiler, display, documents, certificates, faults) are there: installs what is
 * missing as root, and otherwise stops with the one command to run.
 */
export async function ensureSystemPackages(groups) {
  if (process.platform !== 'linux') return;
  const missing = await missingPackages(groups);
  if (missing.length === 0) return;
  const hasApt = await hasCommand('apt-get');
  if (!hasApt || process.getuid() !== 0) {
    const lines = [
      'Ada bagian sistem yang belum terpasang. Jalankan satu perintah ini, lalu ulangi:',
    ];
    lines.push(
      hasApt
        ? `  sudo apt-get install -y ${missing.join(' ')}`
        : `  pasang padanan paket Debian: ${missing.join(' ')}`,
    );
    throw new Stop(lines.join('\n'));
  }
  say(`Memasang bagian sistem: ${missing.join(' ')} …`);
  await installAsRoot(missing);
  const remaining = await missingPackages(groups);
  if (remaining.length > 0)
    throw new Stop(`Belum terpasang walau sudah dicoba: ${remaining.join(' ')}`);
}

async function missingPackages(groups) {
  const names = new Set();
  for (const group of groups) {
    if (group === 'window') for (const name of await missingLibraries()) names.add(name);
    else if (group === 'fonts') await addFonts(names);
    else await addCommands(group, names);
    if (group === 'documents') await addPageFonts(names);
  }
  return [...names];
}

async function missingLibraries() {
  const known = await loaderCache();
  const missing = Object.entries(windowLibraries).filter(
    ([library]) => !known.includes(`\t${library} `),
  );
  return Promise.all(missing.map(([, candidates]) => firstAvailable(candidates)));
}

async function loaderCache() {
  // ldconfig is in a folder that an ordinary user's PATH may lack.
  const command = existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig';
  return runOrThrow(command, ['-p']);
}

async function firstAvailable(candidates) {
  for (const name of candidates.slice(0, -1)) {
    const { stdout } = await run('apt-cache', ['show', '--no-all-versions', name], {
      capture: true,
    });
    if (stdout.includes(`Package: ${name}\n`)) return name;
  }
  return candidates.at(-1);
}

async function addFonts(names) {
  const files = await fontFiles();
  if (!files.some((file) => /\.(ttf|otf|ttc)$/i.test(file))) names.add(fontPackage);
}

async function addPageFonts(names) {
  const files = new Set((await fontFiles()).map((file) => basename(file)));
  for (const [file, name] of Object.entries(pageFonts)) if (!files.has(file)) names.add(name);
}

async function fontFiles() {
  const folders = fontFolders.map((folder) => readdir(folder, { recursive: true }).catch(() => []));
  return (await Promise.all(folders)).flat();
}

async function addCommands(group, names) {
  for (const [command, name] of Object.entries(commandGroups[group])) {
    if (!(await hasCommand(command))) names.add(name);
  }
}

let hasFreshLists = false;

async function installAsRoot(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another installation may be running, for example the system's own updates.
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  if (!hasFreshLists) await runOrThrow('apt-get', [...wait, 'update'], { env });
  hasFreshLists = true;
  await runOrThrow('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...names], {
    env,
  });
}
