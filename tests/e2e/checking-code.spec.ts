import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { documentCode, printedCode } from '../../src/shared/signing/code.ts';
import type { FinalVersion } from '../../src/shared/minutes/record.ts';
import { DEFAULT_DOCUMENT_OPTIONS } from '../../src/shared/official/document-options.ts';
import { docxFile, paragraphs } from '../documents/docx.ts';
import { lookAt } from './look-at.ts';
import { pagePicture } from './page-picture.ts';
import { resultsFolder, takePicture } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

// From a final session to its paper and its file, and back from both to the session.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const scene = sessionScene({ officeName: 'KPU Kota Contoh', notulisName: 'Wati Contoh' });
const { press } = scene;

const dialog = (): Locator => scene.window.getByRole('dialog', { name: 'Periksa berkas' });
const field = (): Locator => dialog().getByRole('textbox', { name: 'Kode' });
const button = (name: string | RegExp): Locator => dialog().getByRole('button', { name });
const region = (): Locator =>
  dialog().getByRole('region', { name: 'Kode di kaki halaman cetakan' });

const pictureFile = (buffer: Buffer, mimeType = 'image/jpeg') => ({
  name: 'foto',
  mimeType,
  buffer,
});
const choosePicture = (buffer: Buffer, mimeType?: string): Promise<void> =>
  region().locator('input[type="file"]').setInputFiles(pictureFile(buffer, mimeType));

async function stateOf(): Promise<FinalVersion> {
  const { final } = await scene.call('documents.record', { sessionId: scene.session.id });
  if (final === undefined) throw new Error('the session is final');
  return final;
}

async function open(): Promise<void> {
  await press('Control+k');
  await scene.type('periksa berkas');
  await press('Enter');
  await expect(field()).toBeVisible();
}

async function saveTo(name: string): Promise<string> {
  const path = join(scene.userDataDir, name);
  await scene.app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  return path;
}

/** How long the window was busy at a stretch, at most, since this began to watch. */
async function watchBusy(): Promise<() => Promise<number>> {
  await scene.window.evaluate(() => {
    const watched = globalThis as unknown as { longestMs: number };
    watched.longestMs = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        watched.longestMs = Math.max(watched.longestMs, duration);
      }
    }).observe({ type: 'longtask' });
  });
  return () =>
    scene.window.evaluate(() => (globalThis as unknown as { longestMs: number }).longestMs);
}

test.beforeAll(async () => {
  await scene.window.emulateMedia({ reducedMotion: 'reduce' });
  await scene.begin({
    changes: {
      title: 'Rapat Pleno Penetapan Contoh',
      documentNumber: '63/PK.01-BA/3507/2025',
    },
  });
  await scene.write([scene.statement('a', 'Hasil rapat ini disepakati seluruh peserta.')]);
  await scene.call('finals.finalise', {
    sessionId: scene.session.id,
    reason: 'Contoh untuk pengujian',
  });
  await scene.window.reload();
  await expect(scene.window.getByRole('grid', { name: 'Daftar sesi' })).toBeVisible();
});

test('a typed code leads to its session', async () => {
  await open();
  await lookAt(scene, dialog(), 'code-start');
  await field().fill(printedCode(await stateOf()).toLowerCase());
  await field().press('Enter');
  await expect(region()).toContainText('Kode ini ada di arsip ini');
  await expect(region()).toContainText(scene.session.title);
  await expect(region()).toContainText('63/PK.01-BA/3507/2025');
  await expect(region()).toContainText('Final (terbaru)');
  await expect(region()).toContainText('Cocokkan judul, nomor, dan isi cetakan');
  await region().scrollIntoViewIfNeeded();
  await lookAt(scene, dialog(), 'code-found');
  await button('Buka sesi').click();
  await expect(dialog()).toBeHidden();
  await expect(scene.page()).toContainText('disepakati seluruh peserta');
});

test('an unknown code and one that is none are told apart', async () => {
  await open();
  await field().fill('NTL-0-0000 1111 2222 3333');
  await button('Periksa kode').click();
  await expect(region()).toContainText('Kode ini tidak ada di arsip ini');
  await lookAt(scene, dialog(), 'code-nothing');
  await field().fill('NTL-0-1234');
  await expect(region()).not.toContainText('tidak ada di arsip');
  await button('Periksa kode').click();
  await expect(region()).toContainText('tidak lengkap atau salah ketik');
});

test('the code is read from photos of the page', async () => {
  const code = documentCode(await stateOf());
  for (const look of [
    { type: 'image/jpeg', turnDegrees: 6 },
    { type: 'image/png', turnDegrees: 92, sidePx: 1800 },
    { type: 'image/webp', turnDegrees: -17, sidePx: 3200 },
  ] as const) {
    await field().fill('');
    await choosePicture(await pagePicture(scene.window, code, look), look.type);
    await expect(field()).toHaveValue(code, { timeout: 30_000 });
    await expect(region()).toContainText(scene.session.title);
  }
});

test('a photo that is pasted or dropped is read as well', async () => {
  const code = documentCode(await stateOf());
  const base64 = (await pagePicture(scene.window, code)).toString('base64');
  for (const type of ['paste', 'drop'] as const) {
    await field().fill('');
    await scene.window.evaluate(
      ([text, name]) => {
        const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
        const held = new DataTransfer();
        held.items.add(new File([bytes], 'foto.jpg', { type: 'image/jpeg' }));
        const target = document.querySelector('[role="dialog"]') ?? document.body;
        target.dispatchEvent(
          name === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: held, bubbles: true })
            : new DragEvent('drop', { dataTransfer: held, bubbles: true }),
        );
      },
      [base64, type] as const,
    );
    await expect(field()).toHaveValue(code, { timeout: 30_000 });
  }
});

test('a photo without a code is said to be one, and the window stays free meanwhile', async () => {
  await field().fill('');
  await choosePicture(await pagePicture(scene.window, null, { sidePx: 3600 }));
  await expect(region()).toContainText('Mencari kode QR dalam gambar …');
  await takePicture(scene.window, 'code-reading');
  const longestMs = await watchBusy();
  await expect(region()).toContainText('Tidak ada kode QR yang terbaca', { timeout: 60_000 });
  expect(await longestMs()).toBeLessThan(150);
  await choosePicture(await pagePicture(scene.window, 'https://contoh.example/masuk'));
  await expect(region()).toContainText('bukan kode Notula', { timeout: 60_000 });
  await choosePicture(Buffer.from('bukan gambar'), 'image/png');
  await expect(region()).toContainText('Gambar itu tidak dapat dibaca');
});

test('an older version is told from the newest', async () => {
  const first = await stateOf();
  await scene.call('finals.addAddendum', {
    sessionId: scene.session.id,
    blockId: null,
    text: 'Seharusnya 25 orang.',
  });
  await field().fill(documentCode(first));
  await button('Periksa kode').click();
  await expect(region()).toContainText('bukan versi terbaru');
  await region().scrollIntoViewIfNeeded();
  await takePicture(scene.window, 'code-older');
  await field().fill(documentCode(await stateOf()));
  await button('Periksa kode').click();
  await expect(region()).toContainText('Final dengan adendum 1 (terbaru)');
  await press('Escape');
  await expect(dialog()).toBeHidden();
});

test('an exported document bears the code, and is known again as given out', async () => {
  const path = await saveTo('Notula Contoh.docx');
  await scene.call('exports.document', {
    sessionId: scene.session.id,
    kind: 'notula',
    options: DEFAULT_DOCUMENT_OPTIONS,
  });
  const state = await stateOf();
  const bytes = await readFile(path);
  expect(paragraphs(docxFile(bytes), 'word/footer1.xml').join('\n')).toContain(printedCode(state));
  const { entries } = await scene.call('log.list', {
    sessionId: scene.session.id,
    beforeSeq: null,
  });
  expect(entries[0]).toMatchObject({ action: 'issue', details: { kind: 'notula', version: 1 } });

  await open();
  await scene.app.evaluate(({ dialog: native }, filePath) => {
    native.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
  await button('Pilih berkas …').click();
  await expect(dialog()).toContainText('Isi berkas ini sama dengan Notula sesi', {
    timeout: 30_000,
  });
});

test('the sheet of the check is saved on pages', async () => {
  const path = await saveTo('Lembar pemeriksaan.pdf');
  await button(/^Simpan lembar/).click();
  await expect(dialog()).toContainText('tersimpan sebagai “Lembar pemeriksaan.pdf”', {
    timeout: 30_000,
  });
  const pdf = await readFile(path);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await copyFile(path, join(resultsFolder, 'lembar-pemeriksaan.pdf'));
});
