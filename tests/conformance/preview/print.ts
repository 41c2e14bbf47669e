import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { build } from 'vite';

import type { OfficialDocument } from '../../../src/main/export/official-document.ts';
import { officialHtml } from '../../../src/main/export/html/official-html.ts';
import type { PrintJob } from './print-job.ts';
import { PAGES_FILE } from './print-job.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

function jobOf(document: OfficialDocument): PrintJob {
  return {
    pages: officialHtml(document),
    images: document.images.map(({ id, mediaType, bytes }) => ({
      id,
      mediaType,
      base64: Buffer.from(bytes).toString('base64'),
    })),
  };
}

async function builtProgram(folder: string): Promise<string> {
  const program = await mkdtemp(join(folder, 'program-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'print-app.ts'),
      outDir: program,
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.js' } },
    },
  });
  const description = { name: 'notula-cetak', version: '0.0.0', type: 'module', main: 'main.js' };
  await writeFile(join(program, 'package.json'), JSON.stringify(description));
  return program;
}

function electronPath(): string {
  const path: unknown =
    process.env['NOTULA_ELECTRON_PATH'] ?? createRequire(import.meta.url)('electron');
  if (typeof path !== 'string') throw new TypeError('Electron has no path');
  return path;
}

/**
 * Sets documents on pages as the app does, in Electron; each becomes NAME.cetak.pdf in the folder.
 * Answers with how long each took.
 */
export async function printDocuments(
  folder: string,
  documents: ReadonlyMap<string, OfficialDocument>,
): Promise<ReadonlyMap<string, number>> {
  for (const [name, document] of documents) {
    await writeFile(join(folder, `${name}${PAGES_FILE}`), JSON.stringify(jobOf(document)));
  }
  const program = await builtProgram(folder);
  const tookMs = new Map<string, number>();
  await new Promise<void>((resolve, reject) => {
    const child = spawn(electronPath(), [program, `--user-data-dir=${join(folder, 'data')}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NOTULA_PRINT_FOLDER: folder,
        NOTULA_FONTS_FOLDER: join(ROOT, 'out', 'renderer', 'assets'),
        FONTCONFIG_FILE: join(import.meta.dirname, '..', 'fonts.conf'),
      },
    });
    child.stdout.on('data', (text: Buffer) => {
      for (const line of text.toString().split('\n')) {
        const [name, ms] = line.split(' ');
        if (name && ms) tookMs.set(name, Number(ms));
      }
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`printing ended with ${code ?? 'a signal'}`)),
    );
  });
  return tookMs;
}
