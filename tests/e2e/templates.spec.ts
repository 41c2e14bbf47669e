import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { docxFile, paragraphs } from '../documents/docx.ts';
import { p, wordFile } from '../documents/templates/word-file.ts';
import { checkThemes } from './axe.ts';
import { THEMES, takePicture, takePictures } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const scene = sessionScene({ officeName: 'KPU Kota Contoh' });
const { call, press } = scene;
let folder: string;

const dialog = (): Locator => scene.window.getByRole('dialog', { name: 'Templat Word' });
const button = (name: string): Locator => dialog().getByRole('button', { name, exact: true });
const cards = (): Locator =>
  dialog().getByRole('list', { name: 'Templat' }).locator('.templates-card');

/** The next question for a file is answered with this one. */
const answerWith = (file: string): Promise<void> =>
  scene.app.evaluate(({ dialog: native }, filePath) => {
    native.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);

async function templateFile(name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** The one that is seen: a dialog has a hidden one as well, for who hears it read. */
const closeButton = (): Locator => scene.window.locator('.dialog-actions').getByText('Tutup');

/** The window of a computer set to 200 %, and back. */
const showSize = (width: number, height: number): Promise<void> =>
  scene.app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
async function takeSmallPicture(name: string): Promise<void> {
  await showSize(683, 384);
  await expect(closeButton()).toBeInViewport();
  await takePicture(scene.window, name);
  const overflow = await scene.window.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, name).toBeLessThanOrEqual(0);
  await showSize(1366, 768);
}
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-word-'));
  await scene.window.emulateMedia({ reducedMotion: 'reduce' });
  await scene.begin({
    changes: { title: 'Rapat Templat Contoh' },
    people: [
      {
        type: 'person',
        person: { name: 'Budi Contoh', phone: '0812-0000-0000' },
        role: 'peserta',
        presence: 'hadir',
      },
    ],
  });
  await scene.openSession();
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('the dialog opens from the palette of commands and says what to do first', async () => {
  await press('Control+k');
  await scene.type('templat word');
  await press('Enter');
  await expect(dialog().getByText('Belum ada templat')).toBeVisible();
  await takePictures(scene.window, 'templates-empty', THEMES);
  await takeSmallPicture('templates-empty-small');
});

test('the starter template is saved, added and tried', async () => {
  const starter = join(folder, 'Templat Notula.docx');
  await answerWith(starter);
  await button('Simpan templat awal …').click();
  await expect.poll(() => readdir(folder)).toContain('Templat Notula.docx');
  // The system asks about the name as it was typed; the one with its extension replaces nothing.
  const taken = await templateFile('Sudah ada.docx', Buffer.from('isi lama'));
  await answerWith(taken.replace(/\.docx$/, ''));
  await button('Simpan templat awal …').click();
  await expect(scene.window.getByText(/“Sudah ada.docx”/).first()).toBeVisible();
  expect(await readFile(taken, 'utf8')).toBe('isi lama');
  await rm(taken);

  await answerWith(starter);
  await button('Tambah templat …').click();
  await expect(cards()).toHaveCount(1);
  await expect(cards().first()).toContainText('Tidak ada masalah.');

  const trial = join(folder, 'coba.docx');
  await answerWith(trial);
  await button('Coba dengan contoh …: Templat Notula').click();
  await expect(scene.window.getByText('Contoh tersimpan sebagai “coba.docx”.')).toBeVisible();
  const text = paragraphs(docxFile(new Uint8Array(await readFile(trial)))).join('\n');
  expect(text).toContain('CONTOH: isi ini hanya untuk mencoba templat');
  expect(text).toContain('Martadinata');
  expect(text).not.toContain('{{');
});

test('what the check finds is told in plain words', async () => {
  const body = p('{{tnggal}}') + p('Hadir: {{hadir.tabel}}') + p('Pada {{hari');
  await answerWith(await templateFile('Berita Acara kami.docx', wordFile({ body })));
  await button('Tambah templat …').click();
  await expect(cards()).toHaveCount(2);
  const card = cards().first();
  await expect(card).toContainText('Maksudnya “{{tanggal}}”?');
  await expect(card).toContainText('berdampingan dengan kata lain');
  await expect(card).toContainText('Kurung kurawal dalam naskah tidak berpasangan');
  await expect(card).toContainText('Berita Acara');
  await checkThemes(scene.window, 'templates-list');
  await takeSmallPicture('templates-list-small');
});

test('a template with macros is refused, and nothing is kept of it', async () => {
  const mainType = 'application/vnd.ms-word.document.macroEnabled.main+xml';
  const bytes = wordFile({ body: p('{{judul}}'), mainType });
  await answerWith(await templateFile('makro.docx', bytes));
  await button('Tambah templat …').click();
  await expect(dialog().getByRole('alert')).toContainText('makro');
  await takePictures(scene.window, 'templates-refused', THEMES);
  await takeSmallPicture('templates-refused-small');
  await expect(cards()).toHaveCount(2);
  expect(await call('templates.list', { organizationId: null })).toHaveLength(2);
});

test('placeholders are searched and copied', async () => {
  await dialog().getByRole('tab', { name: 'Daftar penanda' }).click();
  await dialog().getByRole('textbox', { name: 'Cari penanda' }).fill('tanda tangan');
  await takePictures(scene.window, 'templates-placeholders', THEMES);
  await takeSmallPicture('templates-placeholders-small');
  await button('Salin penanda {{tanda_tangan.notulis}}').click();
  await expect(scene.window.getByText('{{tanda_tangan.notulis}} disalin.')).toBeVisible();
  const copied = await scene.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe('{{tanda_tangan.notulis}}');
});

test('a template is renamed, and removed after a question', async () => {
  await dialog().getByRole('tab', { name: 'Templat', exact: true }).click();
  const name = cards().first().getByRole('textbox', { name: 'Nama templat' });
  await name.fill('BA Pleno');
  await name.press('Tab');
  await expect(button('Hapus templat BA Pleno')).toBeVisible();
  await button('Hapus templat BA Pleno').click();
  await scene.window
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Hapus', exact: true })
    .click();
  await expect(cards()).toHaveCount(1);
});

const exporting = (): Locator => scene.window.getByRole('dialog', { name: 'Ekspor dokumen' });
const save = (): Locator => exporting().getByRole('button', { name: 'Simpan …', exact: true });
const savedText = async (fileName: string): Promise<string> => {
  await expect(exporting().getByText(`“${fileName}” tersimpan.`)).toBeVisible();
  return paragraphs(docxFile(new Uint8Array(await readFile(join(folder, fileName))))).join('\n');
};

test('the export of a session offers each template as one more document', async () => {
  const body = p('Daftar hadir {{judul}} {{tnggal}}') + p('{{hadir.tanda_tangan}}');
  await answerWith(await templateFile('Daftar hadir kami.docx', wordFile({ body })));
  await button('Tambah templat …').click();
  await expect(cards()).toHaveCount(2);
  await closeButton().click();
  await press('Control+Shift+d');
  const rows = exporting().getByRole('rowgroup', { name: 'Templat Word kantor' }).getByRole('row');
  await expect(rows).toHaveText([/^Daftar hadir kamiperlu dilihat: 2$/, /^Templat Notula$/]);

  // Over the last document the arrows go on to the templates, and Enter saves there too.
  await press('End');
  await expect(rows.last()).toBeFocused();
  await expect(exporting()).toContainText('Pemeriksaan templat tidak menemukan masalah.');
  await answerWith(join(folder, 'notula kami.docx'));
  await press('Enter');
  expect(await savedText('notula kami.docx')).toContain('Rapat Templat Contoh');

  // Telephone numbers are personal data: only where they are asked for.
  await rows.first().click();
  await expect(exporting()).toContainText('Maksudnya “{{tanggal}}”?');
  await checkThemes(scene.window, 'templates-export');
  await takeSmallPicture('templates-export-small');
  await answerWith(join(folder, 'tanpa nomor.docx'));
  await save().click();
  const without = await savedText('tanpa nomor.docx');
  expect(without).toContain('Budi Contoh');
  expect(without).not.toContain('0812-0000-0000');
  await exporting()
    .getByText(/^Kolom nomor HP/)
    .click();
  await answerWith(join(folder, 'dengan nomor.docx'));
  await save().click();
  expect(await savedText('dengan nomor.docx')).toContain('0812-0000-0000');
  expect(
    (await readdir(folder)).filter((name) => name.startsWith('.') || name.includes('tmp')),
  ).toEqual([]);
});
