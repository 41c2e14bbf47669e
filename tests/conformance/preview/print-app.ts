// A program of its own around the app's print view: sets every page of a folder as a PDF beside it.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { app } from 'electron';

import { bundledFonts } from '../../../src/main/app/print-fonts.ts';
import { createPrintView } from '../../../src/main/app/print-view.ts';
import { registerAppScheme } from '../../../src/main/app/protocol.ts';
import type { PrintJob } from './print-job.ts';
import { PAGES_FILE } from './print-job.ts';

app.enableSandbox();
registerAppScheme();

const folder = process.env['NOTULA_PRINT_FOLDER'] ?? '';
const fontsFolder = process.env['NOTULA_FONTS_FOLDER'] ?? '';

async function run(): Promise<void> {
  await app.whenReady();
  const view = createPrintView({ fonts: () => bundledFonts(fontsFolder, 'Arimo') });
  for (const file of readdirSync(folder).filter((name) => name.endsWith(PAGES_FILE))) {
    // Written by the proof that runs this.
    const job = JSON.parse(readFileSync(join(folder, file), 'utf8')) as PrintJob;
    const images = job.images.map(({ id, mediaType, base64 }) => ({
      id,
      mediaType,
      bytes: Buffer.from(base64, 'base64'),
    }));
    const startedAtMs = performance.now();
    const pdf = await view.pdf({ pages: job.pages, images });
    const tookMs = Math.round(performance.now() - startedAtMs);
    writeFileSync(join(folder, `${basename(file, PAGES_FILE)}.cetak.pdf`), pdf);
    process.stdout.write(`${basename(file, PAGES_FILE)} ${tookMs}\n`);
  }
  view.close();
  app.exit(0);
}

run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  app.exit(1);
});
