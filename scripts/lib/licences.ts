import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Plugin } from 'vite';

interface LockedPackage {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** Files that npm wrote. */
const json = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T;

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** What Vite found in the code of one build: a heading "## name - version (licence)" and its text each. */
async function bundled(projectRoot: string, build: string): Promise<readonly string[]> {
  const folder = join(projectRoot, 'out', build, '.vite');
  const text = await readFile(join(folder, 'license.md'), 'utf8');
  await rm(folder, { recursive: true });
  return text
    .split(/^## (?=.+ - \S+ \()/m)
    .slice(1)
    .map((entry) => entry.trim());
}

/** Packages that the packed app holds as they are, beside the code that was bundled. */
async function packed(projectRoot: string): Promise<readonly string[]> {
  const { packages } = await json<{ readonly packages: Readonly<Record<string, LockedPackage>> }>(
    join(projectRoot, 'package-lock.json'),
  );
  const paths = Object.keys(packages).filter(
    (path) => path !== '' && !packages[path]?.dev && !packages[path]?.devOptional,
  );
  return Promise.all(
    paths.map(async (path) => {
      const folder = join(projectRoot, path);
      const { name, version, license } = await json<PackageFile>(join(folder, 'package.json'));
      const files = (await readdir(folder)).filter((file) => LICENCE_FILE.test(file)).sort();
      const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
      return [`${name} - ${version} (${license})`, ...texts.map((text) => text.trim())].join(
        '\n\n',
      );
    }),
  );
}

/**
 * Writes what the window shows as licences: those of every package that is bundled into the three
 * builds or packed beside them. The renderer is built last.
 */
export function licences(projectRoot: string): Plugin {
  return {
    name: 'notula-licences',
    async closeBundle() {
      const builds = await Promise.all(
        ['main', 'preload', 'renderer'].map((build) => bundled(projectRoot, build)),
      );
      const dictionaries = join(projectRoot, 'resources', 'dictionaries', 'README.md');
      const entries = [...new Set([...builds.flat(), ...(await packed(projectRoot))])].toSorted(
        (a, b) => a.localeCompare(b, 'en'),
      );
      entries.push((await readFile(dictionaries, 'utf8')).trim());
      const text = entries.join(`\n\n${'─'.repeat(72)}\n\n`);
      await writeFile(join(projectRoot, 'out', 'renderer', 'licences.txt'), `${text}\n`);
    },
  };
}
