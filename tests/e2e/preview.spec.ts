import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { checkThemes } from './axe.ts';
import { showTheme, takePicture } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

test.describe.configure({ timeout: 120_000 });

const scene = sessionScene();
const { press, type } = scene;

const preview = (): Locator => scene.window.getByRole('region', { name: 'Pratinjau' });
const pages = (): Locator => preview().getByRole('figure', { name: /^Halaman \d+ dari \d+$/ });
const button = (name: string): Locator => preview().getByRole('button', { name, exact: true });

async function choose(label: string, option: string): Promise<void> {
  await preview()
    .getByRole('button', { name: new RegExp(label) })
    .click();
  await scene.window.getByRole('option', { name: option, exact: true }).click();
}

/** Whether a page was drawn: not all of it is white. */
const isDrawn = (page: Locator): Promise<boolean> =>
  page.evaluate((element) => {
    const canvas = element.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return false;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, index) => index % 4 === 0 && value < 100);
  });

/** Pages are set in a process of their own, which starts late on a busy machine. */
const PAGES_TIMEOUT = { timeout: 30_000 };

test.beforeEach(async () => {
  await scene.begin({ changes: { title: 'Rapat pratinjau', kind: 'Rapat' }, isRunning: true });
  await scene.write(
    Array.from({ length: 30 }, (_, index) =>
      scene.statement(
        `${scene.session.id}-${index}`,
        `Pernyataan ke-${index + 1}: ${'data pemilih perlu dicermati bersama '.repeat(8)}`,
      ),
    ),
  );
  await scene.openSession();
});
test.afterEach(async () => {
  if (await preview().isVisible()) await button('Tutup pratinjau').click();
});

test('opens by its key beside the minutes, shows the pages, and leaves the caret where it was', async () => {
  await press('Control+p');
  await expect(preview()).toBeVisible();
  await expect(scene.page()).toBeFocused();
  await expect(pages().first()).toHaveAccessibleName(/^Halaman 1 dari [3-9]$/, PAGES_TIMEOUT);
  await expect.poll(() => isDrawn(pages().first())).toBe(true);
  await expect(pages().first()).toContainText('KONSEP');
  await expect(pages().first()).toContainText('Rapat pratinjau');
  await expect(preview()).toContainText('Word dapat memenggal halaman sedikit berbeda.');
  // Only what is near is drawn.
  expect(await pages().count()).toBeLessThan(4);
  await takePicture(scene.window, 'preview-beside-light');
  await showTheme(scene.window, 'dark');
  await takePicture(scene.window, 'preview-beside-dark');
  await showTheme(scene.window, 'light');
  await press('Control+p');
  await expect(preview()).toHaveCount(0);
  await expect(scene.page()).toBeFocused();
});

test('follows what is typed, once it is saved and the keys rest', async () => {
  await press('Control+p');
  await expect(pages().first()).toBeVisible(PAGES_TIMEOUT);
  await expect(preview()).toContainText('Sesuai yang tersimpan');
  await press('Control+Home', 'End');
  await type(' Kata sisipan.');
  await expect(pages().first()).toContainText('Kata sisipan.', { timeout: 20_000 });
  await expect(scene.page()).toBeFocused();
});

test('shows another document, another size, alone, and closes by Escape', async () => {
  await press('Control+p');
  await expect(pages().first()).toBeVisible(PAGES_TIMEOUT);
  await choose('Dokumen', 'Undangan');
  await expect(pages().first()).toContainText('Undangan', { timeout: 20_000 });
  await choose('Dokumen', 'Notula');
  await expect(pages().first()).toContainText('NOTULA', { timeout: 20_000 });
  await button('Tampilkan sendiri').click();
  await expect(scene.page()).toBeHidden();
  await expect(preview().getByRole('region', { name: 'Halaman dokumen' })).toBeVisible();
  await takePicture(scene.window, 'preview-alone-light');
  const before = (await pages().first().boundingBox())?.width ?? 0;
  await preview().getByRole('region', { name: 'Halaman dokumen' }).focus();
  await press('-');
  await expect
    .poll(async () => (await pages().first().boundingBox())?.width ?? 0)
    .toBeLessThan(before);
  await press('End');
  await expect(preview()).toContainText(/Halaman [2-9] \/ [2-9]/);
  await press('0');
  await button('Tampilkan di samping naskah').click();
  await expect(scene.page()).toBeVisible();
  await scene.window.getByRole('separator', { name: 'Lebar pratinjau' }).focus();
  await press('ArrowLeft');
  await expect(scene.window.getByRole('separator', { name: 'Lebar pratinjau' })).toHaveAttribute(
    'aria-valuenow',
    '50',
  );
  await press('ArrowRight');
  await preview().getByRole('region', { name: 'Halaman dokumen' }).focus();
  await press('Escape');
  await expect(preview()).toHaveCount(0);
});

test('saves the same pages as PDF', async () => {
  const path = join(scene.userDataDir, 'Notula.pdf');
  await scene.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await press('Control+p');
  await expect(pages().first()).toBeVisible(PAGES_TIMEOUT);
  await button('Simpan PDF …').click();
  await expect(scene.window.getByText('“Notula.pdf” tersimpan.')).toBeVisible({ timeout: 20_000 });
  const bytes = await readFile(path);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.toString('latin1')).not.toMatch(/Mozilla|Electron/);
});

test('tells what failed, keeps the minutes, and tries again', async () => {
  await scene.app.evaluate(({ app, webContents }) => {
    const breakOnce = (contents: Electron.WebContents): void => {
      const print = contents.printToPDF.bind(contents);
      contents.printToPDF = () => {
        contents.printToPDF = print;
        return Promise.reject(new Error('broken'));
      };
    };
    const hidden = webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith('app://cetak'));
    if (hidden) breakOnce(hidden);
    else app.once('web-contents-created', (_event, contents) => breakOnce(contents));
  });
  await press('Control+p');
  const alert = preview().getByRole('alert');
  await expect(alert).toContainText('Notula tetap tersimpan');
  await alert.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(pages().first()).toBeVisible(PAGES_TIMEOUT);
  await expect(alert).toHaveCount(0);
});

test('is accessible in every theme', async () => {
  await press('Control+p');
  await expect(pages().first()).toBeVisible(PAGES_TIMEOUT);
  await checkThemes(scene.window, 'preview', { part: '.preview-place' });
});
