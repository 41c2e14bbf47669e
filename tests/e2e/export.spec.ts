import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';

import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../src/shared/official/document-kinds.ts';
import { PREPARED_TITLE, plainStatements, prepareArchive } from '../fixtures/prepared-archive.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';
import { checkThemes } from './axe.ts';
import { takePicture } from './pictures.ts';
import { TITLE, fillArchive } from './sample-archive.ts';

let notula: Notula;
let folder = '';

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await notula.window.keyboard.press(key);
};
const dialog = (): Locator => notula.window.getByRole('dialog', { name: 'Ekspor dokumen' });
const list = (): Locator => dialog().getByRole('grid', { name: 'Dokumen sesi ini' });
const rowOf = (name: string): Locator =>
  list()
    .getByRole('row')
    .filter({ has: notula.window.getByText(name, { exact: true }) });
const files = async (): Promise<readonly string[]> => (await readdir(folder)).toSorted();
const wordText = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');

/** The system's dialogs answer at once: a file, a folder, and the button for names that are taken. */
async function answerDialogs(answers: {
  readonly file?: string;
  readonly folder?: string;
  readonly button?: number;
}): Promise<void> {
  await notula.app.evaluate(({ dialog: native }, given) => {
    const asked: string[] = [];
    Object.assign(globalThis, { askedAbout: asked });
    native.showSaveDialog = (...options: readonly unknown[]) => {
      asked.push(JSON.stringify(options.at(-1)));
      return Promise.resolve({ canceled: given.file === undefined, filePath: given.file ?? '' });
    };
    native.showOpenDialog = () =>
      Promise.resolve({
        canceled: given.folder === undefined,
        filePaths: given.folder === undefined ? [] : [given.folder],
      });
    native.showMessageBox = (...options: readonly unknown[]) => {
      asked.push(JSON.stringify(options.at(-1)));
      return Promise.resolve({ response: given.button ?? 2, checkboxChecked: false });
    };
  }, answers);
}
const asked = (): Promise<readonly string[]> =>
  notula.app.evaluate(
    () => (globalThis as { readonly askedAbout?: readonly string[] }).askedAbout ?? [],
  );

async function openDialog(title = TITLE): Promise<void> {
  const { window } = notula;
  const page = window.getByRole('textbox', { name: 'Naskah notula' });
  if (!(await page.isVisible())) {
    await window.getByRole('grid', { name: 'Daftar sesi' }).getByText(title).first().dblclick();
    await expect(page).toBeFocused({ timeout: 60_000 });
  }
  await press('Control+Shift+d');
  await expect(dialog()).toBeVisible();
  await expect(list().getByRole('row').first()).not.toHaveText(/^Undangan$/);
}

/** Tabs to a button of the dialog and presses it. */
async function pressButton(name: string | RegExp): Promise<void> {
  const button = dialog().getByRole('button', { name });
  for (let presses = 0; presses < 60; presses += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) break;
    await press('Tab');
  }
  await expect(button).toBeFocused();
  await press('Enter');
}

async function start(blockCount: number | null): Promise<void> {
  const userDataDir = join(folder, 'data');
  await mkdir(userDataDir);
  if (blockCount !== null)
    prepareArchive(join(userDataDir, 'arsip.db'), plainStatements(blockCount));
  notula = await launchNotula({ userDataDir });
  if (blockCount === null) {
    await fillArchive(notula.window);
    await notula.window.reload();
  }
}

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-ekspor-'));
});
test.afterEach(async () => {
  await notula.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

test('by keyboard: one document, all into a folder, a zip, names that are taken', async () => {
  test.setTimeout(240_000);
  await start(null);
  const target = await mkdtemp(join(folder, 'hasil-'));
  const inTarget = async (): Promise<readonly string[]> => (await readdir(target)).toSorted();
  await openDialog();
  await expect(rowOf('Notula')).toBeFocused();
  await takePicture(notula.window, 'export-dialog');

  // One: the row that has the focus, by Enter.
  const one = join(target, 'Undangan saya.docx');
  await answerDialogs({ file: one });
  await press('Home');
  await expect(rowOf('Undangan')).toBeFocused();
  await press('Enter');
  await expect(dialog().getByText('“Undangan saya.docx” tersimpan.')).toBeVisible();
  await expect(dialog().getByRole('button', { name: 'Buka berkas' })).toBeFocused();
  expect((await asked()).join(' ')).toContain('Undangan FGD Rapat semua blok.docx');
  expect(wordText(await readFile(one))).toContain('Rapat semua blok');
  await takePicture(notula.window, 'export-one-saved');

  // All of them, after the one that was not ticked is.
  await rowOf('Undangan').focus();
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
  await expect(rowOf('Notulen')).toBeFocused();
  await press('Space');
  await answerDialogs({ folder: target });
  await pressButton('Semua ke folder …');
  await expect(dialog().getByText(/^10 dokumen tersimpan di folder/)).toBeVisible();
  const expected = DOCUMENT_KINDS.map(
    (kind) => `${DOCUMENT_NAMES[kind]} FGD Rapat semua blok.docx`,
  );
  expect(await inTarget()).toEqual([...expected, 'Undangan saya.docx'].toSorted());
  for (const name of expected) {
    expect(wordText(await readFile(join(target, name)))).not.toMatch(/undefined|null|NaN/);
  }

  // Again: asked once for all. Esc leaves everything; other names keep both; then they are replaced.
  await answerDialogs({ folder: target, button: 2 });
  await pressButton('Semua ke folder …');
  await expect.poll(async () => (await asked()).length).toBe(1);
  expect((await asked())[0]).toContain('10 dokumen dengan nama yang sama');
  expect(await inTarget()).toHaveLength(11);
  await answerDialogs({ folder: target, button: 0 });
  await pressButton('Semua ke folder …');
  await expect.poll(inTarget).toContain('Notula FGD Rapat semua blok (2).docx');
  await expect.poll(async () => (await inTarget()).length).toBe(21);
  await writeFile(join(target, expected[3] ?? ''), 'isi lama');
  await answerDialogs({ folder: target, button: 1 });
  await pressButton('Semua ke folder …');
  await expect
    .poll(async () => (await readFile(join(target, expected[3] ?? ''))).subarray(0, 2).toString())
    .toBe('PK');
  // While the new ones take their places, the old ones lie beside them.
  await expect.poll(async () => (await inTarget()).length).toBe(21);

  const zip = join(target, 'Dokumen.zip');
  await answerDialogs({ file: zip });
  await pressButton('Semua ke ZIP …');
  await expect(dialog().getByText('10 dokumen tersimpan dalam “Dokumen.zip”.')).toBeVisible();
  const entries = unzipSync(await readFile(zip));
  expect(Object.keys(entries)).toEqual(expected);
  for (const bytes of Object.values(entries)) expect(wordText(bytes)).toMatch(/rapat semua blok/i);

  // What was ticked is ticked the next time.
  await press('Escape');
  await expect(dialog()).toBeHidden();
  await openDialog();
  await expect(dialog().getByRole('checkbox', { name: 'Semua dokumen' })).toBeChecked();
});

test('says what is missing and leads there', async () => {
  await start(null);
  await openDialog();
  await press('Home');
  const details = dialog().getByRole('region', { name: 'Undangan' });
  await expect(details.getByRole('heading', { name: 'Belum ada untuk dokumen ini' })).toBeVisible();
  await expect(rowOf('Undangan')).toContainText(/kurang \d+/);
  await expect(details.getByText('tiap halaman bertanda “KONSEP”')).toHaveCount(0);
  // The options of the blank list.
  await press('ArrowDown');
  const blank = dialog().getByRole('region', { name: 'Daftar Hadir (kosong)' });
  const rows = blank.getByRole('textbox', { name: 'Jumlah baris' });
  await expect(rows).toHaveValue('25');
  await rows.fill('40');
  await rows.press('Tab');
  await takePicture(notula.window, 'export-options');

  await rowOf('Undangan').getByText('Undangan', { exact: true }).click();
  await expect(rowOf('Undangan')).toHaveAttribute('aria-selected', 'true');
  await details.getByRole('button', { name: /^Tempat belum diisi/ }).click();
  await expect(dialog()).toBeHidden();
  await expect(notula.window.getByRole('tab', { name: 'Data sesi' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  const place = notula.window.getByRole('textbox', { name: 'Tempat', exact: true });
  await place.fill('Aula Contoh');
  await press('Tab');
  await press('Control+1');
  await press('Control+Shift+d');
  await expect(details.getByText('Jumlah baris')).toHaveCount(0);
  await expect(details.getByRole('button', { name: /^Judul|^Tanggal/ }).first()).toBeVisible();
  await expect(details.getByRole('button', { name: /^Tempat belum diisi/ })).toHaveCount(0);
  await press('ArrowDown');
  await expect(rows).toHaveValue('40');
});

test('is cancelled amid the work and leaves nothing', async () => {
  test.setTimeout(240_000);
  await start(300);
  const target = await mkdtemp(join(folder, 'hasil-'));
  await writeFile(join(target, 'Lama.docx'), 'isi lama');
  await openDialog(PREPARED_TITLE);
  await answerDialogs({ folder: target });
  await pressButton(/ke folder …$/);
  // Found by its place: by roles, a page of hundreds of statements is searched through for too long.
  const cancel = notula.window.locator('.export-state-running button');
  await cancel.waitFor();
  await press('Enter');
  await expect(dialog().getByText('Ekspor dibatalkan. Tidak ada yang ditulis')).toBeVisible();
  await expect(dialog().getByRole('button', { name: /ke folder …$/ })).toBeFocused();
  expect(await readdir(target)).toEqual(['Lama.docx']);

  // And the next one is made.
  await pressButton(/ke folder …$/);
  await cancel.waitFor();
  await takePicture(notula.window, 'export-progress');
  await expect(dialog().getByText(/^9 dokumen tersimpan/)).toBeVisible({ timeout: 120_000 });
  expect(await readdir(target)).toHaveLength(10);
  await takePicture(notula.window, 'export-saved');
});

test('says of a folder that is gone that nothing was written', async () => {
  await start(null);
  await openDialog();
  await answerDialogs({ file: join(folder, 'hilang', 'Notula.docx') });
  await press('Enter');
  await expect(dialog().getByRole('alert')).toContainText('jadi tidak ada yang ditulis');
  await takePicture(notula.window, 'export-failed');
  await expect(rowOf('Notula')).toBeFocused();
  expect(await files()).toEqual(['data']);
});

test('the app ends although nobody answers the question for a place', async () => {
  await start(null);
  await openDialog();
  await notula.app.evaluate(({ dialog: native }) => {
    native.showSaveDialog = () => new Promise(() => undefined);
  });
  await press('Enter');
  await expect(dialog().getByRole('button', { name: 'Tutup' })).toBeDisabled();
  const ended = notula.app.waitForEvent('close', { timeout: 15_000 });
  await notula.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await ended;
});

test('is clean in every theme, and at 200 %', async () => {
  test.setTimeout(120_000);
  await start(null);
  const { window, app } = notula;
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await openDialog();
  await checkThemes(window, 'export');
  // A window of half the size lays out as one at 200 % does.
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(683, 384),
  );
  await expect(dialog().getByRole('button', { name: 'Tutup' })).toBeInViewport();
  await takePicture(window, 'export-zoom');
  const overflow = await window.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const clipped = await dialog().evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(clipped).toBeLessThanOrEqual(0);
});
