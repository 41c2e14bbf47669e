import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { strFromU8, unzipSync } from 'fflate';

const run = promisify(execFile);
const MOST_OUTPUT_BYTES = 2 ** 26;

/** What xmlsec1 is told of ids, which only a schema could tell it. */
const ID_ELEMENTS = ['Object', 'SignedProperties', 'Manifest'];

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The files of a package in a folder, for programs that know files only. */
export async function unpacked(folder: string, bytes: Uint8Array): Promise<readonly string[]> {
  const files = Object.entries(unzipSync(bytes));
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return files.map(([name]) => name);
}

/** Where each part that a signature names lies: "/word/document.xml?ContentType=…" is no file. */
export const partMap = (folder: string, xml: string): readonly string[] =>
  [
    ...new Set([...xml.matchAll(/URI="(\/[^"]*)"/g)].map(([, uri]) => unescaped(uri ?? ''))),
  ].flatMap((uri) => [`--url-map:${uri}`, join(folder, uri.split('?')[0] ?? '')]);

export const idOptions = ID_ELEMENTS.flatMap((name) => ['--id-attr:Id', name]);

interface Told {
  readonly code: number;
  readonly text: string;
}

async function told(args: readonly string[]): Promise<Told> {
  try {
    const { stdout, stderr } = await run('xmlsec1', args, {
      encoding: 'latin1',
      maxBuffer: MOST_OUTPUT_BYTES,
    });
    return { code: 0, text: stdout + stderr };
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') {
      return { code: error.code, text: error.message };
    }
    throw error;
  }
}

/** "(ok/all): 3/3" */
function isWhole(text: string, what: string): boolean {
  const [, ok, all] = new RegExp(`^${what} \\(ok/all\\): (\\d+)/(\\d+)$`, 'm').exec(text) ?? [];
  return ok !== undefined && ok === all && all !== '0';
}

const MANIFEST_REFERENCE = /<(?:\w+:)?Reference\b[^>]*URI="\//g;

/**
 * Whether xmlsec1 accepts each signature of a package: the value, what SignedInfo names, and every
 * part that the manifest names, of which its exit code says nothing. Certificates are taken as they
 * are.
 */
export async function xmlsecVerdicts(
  folder: string,
  bytes: Uint8Array,
): Promise<readonly boolean[]> {
  const names = await unpacked(folder, bytes);
  const files = unzipSync(bytes);
  const verdicts: boolean[] = [];
  for (const name of names.filter((one) => /^_xmlsignatures\/sig\d+\.xml$/.test(one)).toSorted()) {
    const xml = strFromU8(files[name] ?? new Uint8Array());
    const options = [
      '--verify',
      '--insecure',
      '--print-debug',
      ...idOptions,
      ...partMap(folder, xml),
    ];
    const { code, text } = await told([...options, join(folder, name)]);
    // In the list of contexts: the signature's own and one for each reference.
    const states = [...text.matchAll(/^== Status: (\w+)/gm)].map(([, state]) => state);
    const manifested = xml.match(MANIFEST_REFERENCE)?.length ?? 0;
    verdicts.push(
      code === 0 &&
        /^OK$/m.test(text) &&
        isWhole(text, 'SignedInfo References') &&
        isWhole(text, 'Manifests References') &&
        states.length > manifested &&
        states.every((state) => state === 'succeeded'),
    );
  }
  return verdicts;
}
