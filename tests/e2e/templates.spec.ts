import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { CallInput, CallName } from '../../src/shared/contract/index.ts';
import { DEFAULT_DOCUMENT_OPTIONS } from '../../src/shared/official/document-options.ts';
import { docxFile, paragraphs } from '../documents/docx.ts';
import { p, wordFile } from '../documents/templates/word-file.ts';
import { callApp } from './bridge.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';
import { THEMES, showTheme, takePicture } from './pictures.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

let userDataDir: string;
let folder: string;
let notula: Notula;

const call = <Name extends CallName>(name: Name, input: CallInput<Name>) =>
  callApp(notula.window, name, input);
const dialog = (): Locator => notula.window.getByRole('dialog', { name: 'Templat Word' });
const button = (name: string): Locator => dialog().getByRole('button', { name, exact: true });
const cards = (): Locator =>
  dialog().getByRole('list', { name: 'Templat' }).locator('.templates-card');

/** The next question for a file is answered with this one. */
const answerWith = (file: string): Promise<void> =>
  notula.app.evaluate(({ dialog: native }, filePath) => {
    native.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);

async function templateFile(name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

test.beforeAll(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), 'notula-templates-'));
  folder = await mkdtemp(join(tmpdir(), 'notula-word-'));
  notula = await launchNotula({ userDataDir });
  await notula.window.emulateMedia({ reducedMotion: 'reduce' });
  await call('profile.update', { changes: { isSetUp: true, officeName: 'KPU Kota Contoh' } });
  await notula.window.reload();
});
test.afterAll(async () => {
  await notula.close();
  for (const one of [userDataDir, folder]) await rm(one, { recursive: true, force: true });
});

test('the dialog opens from the palette of commands and says what to do first', async () => {
  await expect(notula.window.getByText('KPU Kota Contoh').first()).toBeVisible();
  await notula.window.keyboard.press('Control+k');
  await notula.window.keyboard.type('templat word');
  await notula.window.keyboard.press('Enter');
  await expect(dialog().getByText('Belum ada templat')).toBeVisible();
  await takePicture(notula.window, 'templates-empty');
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
  await expect(notula.window.getByText(/“Sudah ada.docx”/).first()).toBeVisible();
  expect(await readFile(taken, 'utf8')).toBe('isi lama');
  await rm(taken);

  await answerWith(starter);
  await button('Tambah templat …').click();
  await expect(cards()).toHaveCount(1);
  await expect(cards().first()).toContainText('Tidak ada masalah.');

  const trial = join(folder, 'coba.docx');
  await answerWith(trial);
  await button('Coba dengan contoh …: Templat Notula').click();
  await expect(notula.window.getByText('Contoh tersimpan sebagai “coba.docx”.')).toBeVisible();
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
  for (const theme of THEMES) {
    await showTheme(notula.window, theme);
    await takePicture(notula.window, `templates-list-${theme}`);
    const { violations } = await new AxeBuilder({ page: notula.window }).setLegacyMode().analyze();
    expect
      .soft(
        violations.map(({ id }) => id),
        theme,
      )
      .toEqual([]);
  }
  await showTheme(notula.window, 'light');
});

test('a template with macros is refused, and nothing is kept of it', async () => {
  const mainType = 'application/vnd.ms-word.document.macroEnabled.main+xml';
  const bytes = wordFile({ body: p('{{judul}}'), mainType });
  await answerWith(await templateFile('makro.docx', bytes));
  await button('Tambah templat …').click();
  await expect(dialog().getByRole('alert')).toContainText('makro');
  await takePicture(notula.window, 'templates-refused');
  await expect(cards()).toHaveCount(2);
  expect(await call('templates.list', { organizationId: null })).toHaveLength(2);
});

test('a session is written into the template', async () => {
  const session = await call('sessions.create', { changes: { title: 'Rapat Templat Contoh' } });
  const [template] = (await call('templates.list', { organizationId: null })).filter(
    ({ name }) => name === 'Templat Notula',
  );
  if (template === undefined) throw new Error('the template is gone');
  const target = join(folder, 'hasil.docx');
  await answerWith(target);
  const saved = await call('templates.export', {
    id: template.id,
    sessionId: session.id,
    options: DEFAULT_DOCUMENT_OPTIONS,
  });
  expect(saved?.fileName).toBe('hasil.docx');
  const file = docxFile(new Uint8Array(await readFile(target)));
  expect(paragraphs(file).join('\n')).toContain('Rapat Templat Contoh');
  expect(
    (await readdir(folder)).filter((name) => name.startsWith('.') || name.includes('tmp')),
  ).toEqual([]);
});

test('placeholders are searched and copied', async () => {
  await dialog().getByRole('tab', { name: 'Daftar penanda' }).click();
  await dialog().getByRole('textbox', { name: 'Cari penanda' }).fill('tanda tangan');
  await takePicture(notula.window, 'templates-placeholders');
  await button('Salin penanda {{tanda_tangan.notulis}}').click();
  await expect(notula.window.getByText('{{tanda_tangan.notulis}} disalin.')).toBeVisible();
  const copied = await notula.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe('{{tanda_tangan.notulis}}');
});

test('a template is renamed, and removed after a question', async () => {
  await dialog().getByRole('tab', { name: 'Templat', exact: true }).click();
  const name = cards().first().getByRole('textbox', { name: 'Nama templat' });
  await name.fill('BA Pleno');
  await name.press('Tab');
  await expect(button('Hapus templat BA Pleno')).toBeVisible();
  await button('Hapus templat BA Pleno').click();
  await notula.window
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Hapus', exact: true })
    .click();
  await expect(cards()).toHaveCount(1);
});
