import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import type { GreyImage } from './page-images.ts';
import { PAGE_DPI, readPgms } from './page-images.ts';

const run = promisify(execFile);

const TOOLS = ['soffice', 'pdftotext', 'pdftoppm', 'pdfinfo'] as const;
const FONTS = join(import.meta.dirname, 'fonts.conf');
/** So many documents at a time: LibreOffice keeps what it has opened. */
const BATCH_SIZE = 20;
const MOST_OUTPUT_BYTES = 2 ** 28;

async function isOnPath(name: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = await Promise.allSettled(folders.map(async (folder) => access(join(folder, name))));
  return found.some(({ status }) => status === 'fulfilled');
}

/** Programs that the proofs need and that are not there. */
export async function missingTools(tools: readonly string[] = TOOLS): Promise<readonly string[]> {
  const found = await Promise.all(tools.map(isOnPath));
  return tools.filter((_, index) => found[index] !== true);
}

/** Opens Word files in LibreOffice and writes each as a PDF beside it, drawn with `fonts`. */
export async function writePdfs(
  folder: string,
  files: readonly string[],
  fonts: string = FONTS,
): Promise<void> {
  // A profile of its own: a LibreOffice that is open elsewhere would take the job and answer nothing.
  const profile = pathToFileURL(join(folder, `profil-${basename(fonts)}`)).href;
  for (let from = 0; from < files.length; from += BATCH_SIZE) {
    await run(
      'soffice',
      [
        '--headless',
        '--norestore',
        `-env:UserInstallation=${profile}`,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files.slice(from, from + BATCH_SIZE),
      ],
      { env: { ...process.env, FONTCONFIG_FILE: fonts } },
    );
  }
}

export async function pageCount(pdf: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [pdf]);
  return Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1] ?? 0);
}

export interface TextArea {
  readonly leftMm: number;
  readonly topMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

const POINTS_PER_MM = 72 / 25.4;

/** What stands in an area of every page, page by page, in the order in which LibreOffice wrote it. */
export async function pageTexts(pdf: string, area: TextArea): Promise<readonly string[]> {
  const points = (mm: number): string => String(Math.round(mm * POINTS_PER_MM));
  const box = Object.entries({
    '-x': area.leftMm,
    '-y': area.topMm,
    '-W': area.widthMm,
    '-H': area.heightMm,
  }).flatMap(([option, mm]) => [option, points(mm)]);
  const { stdout } = await run('pdftotext', ['-raw', '-r', '72', ...box, pdf, '-'], {
    maxBuffer: MOST_OUTPUT_BYTES,
  });
  // Each page ends with a form feed.
  return stdout.split('\f').slice(0, -1);
}

/** Pages as pictures, from the first to the last named, counted from 1. */
export async function drawnPages(
  pdf: string,
  first: number,
  last: number,
  dpi: number = PAGE_DPI,
): Promise<readonly GreyImage[]> {
  const { stdout } = await run(
    'pdftoppm',
    ['-gray', '-r', String(dpi), '-f', String(first), '-l', String(last), pdf],
    { encoding: 'buffer', maxBuffer: MOST_OUTPUT_BYTES },
  );
  return readPgms(stdout);
}
