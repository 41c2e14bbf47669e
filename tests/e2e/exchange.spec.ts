import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { SessionExchange } from '../../src/shared/exchange/session-exchange.ts';
import { exchangeExample } from '../fixtures/exchange-example.ts';
import { checkThemes } from './axe.ts';
import { callApp } from './bridge.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';
import { takePicture } from './pictures.ts';
import { TITLE, fillArchive } from './sample-archive.ts';

const NOTE = 'Rahasia: tanyakan lagi kepada ketua';

let notula: Notula;
let folder = '';

const page = (): Locator => notula.window.getByRole('textbox', { name: 'Naskah notula' });
const library = (): Locator => notula.window.getByRole('grid', { name: 'Daftar sesi' });
const toast = (text: string | RegExp): Locator => notula.window.getByText(text).last();

async function runCommand(name: string): Promise<void> {
  await notula.window.keyboard.press('Control+k');
  await notula.window.getByRole('combobox', { name: 'Ketik nama perintah' }).fill(name);
  await notula.window.keyboard.press('Enter');
}

async function openSample(): Promise<void> {
  await library().getByText(TITLE).first().dblclick();
  await expect(page()).toBeFocused();
}

/** What another program would get on pasting; newer Electrons answer by items. */
const onClipboard = (): Promise<{ readonly text: string; readonly html: string }> =>
  notula.app.evaluate(async ({ clipboard }) => {
    const earlier = clipboard as unknown as { readonly readHTML?: () => string };
    if (earlier.readHTML !== undefined) {
      return { text: await clipboard.readText(), html: earlier.readHTML() };
    }
    const [item] = await clipboard.read();
    const partOf = async (type: string): Promise<string> =>
      item?.types.includes(type) === true ? ((await item.getType(type)) as Blob).text() : '';
    return { text: await partOf('text/plain'), html: await partOf('text/html') };
  });

/** The system's dialogs answer at once. */
async function answerDialogs(path: string): Promise<void> {
  await notula.app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
  }, path);
}

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-tukar-'));
  notula = await launchNotula();
  await fillArchive(notula.window);
  const sessions = await callApp(notula.window, 'sessions.list', {});
  const sample = sessions.find(({ title }) => title === TITLE);
  if (sample === undefined) throw new Error('no sample');
  const { blocks } = await callApp(notula.window, 'documents.load', { sessionId: sample.id });
  const upserts = blocks.map((block) =>
    block.type === 'statement' ? { ...block, attrs: { ...block.attrs, note: NOTE } } : block,
  );
  await callApp(notula.window, 'documents.save', {
    sessionId: sample.id,
    upserts,
    deletions: [],
    order: null,
  });
  await notula.window.emulateMedia({ reducedMotion: 'reduce' });
  await notula.window.reload();
});
test.afterEach(async () => {
  await notula.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

test.describe.configure({ timeout: 120_000 });

test('copies a session, an agenda item and the press release in every form', async () => {
  await openSample();
  const labels = await notula.app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu();
    return menu?.items.flatMap(({ submenu }) =>
      (submenu?.items ?? []).flatMap((entry) =>
        entry.label === 'Salin untuk ditempel'
          ? (entry.submenu?.items ?? []).map(({ label }) => label)
          : [],
      ),
    );
  });
  expect(labels).toHaveLength(9);
  expect(labels?.[0]).toBe('Salin sesi sebagai teks berformat');

  // What was typed a moment ago comes along.
  await notula.window.keyboard.press('Control+End');
  await notula.window.keyboard.type(' Kata terakhir.');
  await runCommand('Salin sesi sebagai teks berformat');
  await expect(toast(/^Sesi disalin sebagai teks berformat: [\d.]+ kata\.$/)).toBeVisible();
  await takePicture(notula.window, 'copied');
  const formatted = await onClipboard();
  expect(formatted.html).toContain('<h1>NOTULA</h1>');
  expect(formatted.html).toContain('<strong>harus mutakhir</strong>');
  expect(formatted.html).toContain('Kata terakhir.');
  expect(formatted.html).not.toMatch(/ class=| style=|<script|undefined/);
  expect(formatted.text).toContain('Kecamatan\tPemilih');
  expect(formatted.html + formatted.text).not.toContain(NOTE);

  await runCommand('Salin sesi sebagai teks biasa');
  await expect(toast(/^Sesi disalin sebagai teks biasa/)).toBeVisible();
  const plain = await onClipboard();
  expect(plain.html).toBe('');
  expect(plain.text).toContain('Satu orang, satu suara.');

  await runCommand('Salin sesi sebagai Markdown');
  await expect(toast(/^Sesi disalin sebagai Markdown/)).toBeVisible();
  const markdown = await onClipboard();
  expect(markdown.text).toMatch(/^# NOTULA/);
  expect(markdown.text).toContain('| Contoh Barat | 1.250 |');
  expect(markdown.text).not.toContain(NOTE);

  await page().getByText('Satu orang, satu suara.').click();
  await runCommand('Salin mata acara sebagai Markdown');
  await expect(toast(/^Mata acara “Pembukaan” disalin sebagai Markdown/)).toBeVisible();
  const item = await onClipboard();
  expect(item.text).toMatch(/^## 1\\?\. Pembukaan\n/);
  expect(item.text).toContain('> Satu orang, satu suara.');
  expect(item.text).not.toContain('NOTULA');

  await runCommand('Salin siaran pers sebagai teks berformat');
  await expect(toast(/^Siaran pers disalin sebagai teks berformat/)).toBeVisible();
  const press = await onClipboard();
  expect(press.html).toContain('<h1>SIARAN PERS</h1>');
  expect(press.text).toContain('Narahubung');

  // From the export dialog too, which closes: what comes next is pasting.
  await notula.window.keyboard.press('Control+Shift+d');
  const dialog = notula.window.getByRole('dialog', { name: 'Ekspor dokumen' });
  await dialog.getByText('Siaran Pers', { exact: true }).first().click();
  await takePicture(notula.window, 'export-copy');
  await notula.app.evaluate(({ clipboard }) => clipboard.clear());
  await dialog.getByRole('button', { name: 'Salin' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await onClipboard()).html).toContain('<h1>SIARAN PERS</h1>');
  // The page is still where one writes.
  await expect(page()).toBeFocused();
});

test('saves a session as JSON, and opens it again when it is gone', async () => {
  const file = join(folder, 'sesi.json');
  await openSample();
  const written = await page().innerText();
  await answerDialogs(file);
  await runCommand('Simpan sesi sebagai JSON');
  const dialog = notula.window.getByRole('dialog', { name: 'Simpan sesi sebagai JSON' });
  const notes = dialog.getByRole('checkbox', { name: 'Sertakan catatan pribadi' });
  await expect(notes).not.toBeChecked();
  await checkThemes(notula.window, 'save-json');
  await dialog.getByRole('button', { name: 'Pilih tempat …' }).click();
  await expect(toast('“sesi.json” tersimpan.')).toBeVisible();
  await expect(dialog).toBeHidden();
  const text = await readFile(file, 'utf8');
  expect((JSON.parse(text) as SessionExchange).format).toBe('notula-sesi');
  expect(text).not.toContain(NOTE);

  // With the notes, where that is chosen; the next time it is not chosen again.
  await runCommand('Simpan sesi sebagai JSON');
  await expect(notes).not.toBeChecked();
  await dialog.getByText('Sertakan catatan pribadi').click();
  await dialog.getByRole('button', { name: 'Pilih tempat …' }).click();
  await expect(toast('“sesi.json” tersimpan, termasuk catatan pribadi.')).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain(NOTE);
  expect(await readdir(folder)).toEqual(['sesi.json']);

  // It goes to the trash, and comes back from the file.
  await notula.window.keyboard.press('Control+l');
  await library().getByText(TITLE).first().click();
  await notula.window.keyboard.press('Delete');
  await expect(library().getByText(TITLE)).toHaveCount(0);
  await takePicture(notula.window, 'library-open-json');
  await notula.window.getByRole('button', { name: 'Buka dari JSON …' }).click();
  await expect(toast(`“${TITLE}” dibuka dari berkas sebagai sesi baru.`)).toBeVisible();
  await expect(page()).toBeFocused();
  expect(await page().innerText()).toBe(written);
  await takePicture(notula.window, 'opened-json');
  await expect(notula.window.getByRole('tab', { name: /^Daftar hadir/ })).toContainText('2');
});

test('says what is wrong with a file, and changes nothing', async () => {
  const file = join(folder, 'rusak.json');
  const { window } = notula;
  const before = await callApp(window, 'sessions.list', {});
  await answerDialogs(file);
  const dialog = window.getByRole('alertdialog', { name: 'Berkas tidak dapat dibuka' });
  const refusing = async (text: string, sentence: string): Promise<void> => {
    await writeFile(file, text);
    await runCommand('Buka sesi dari JSON');
    await expect(dialog).toContainText(sentence);
    await expect(dialog).toContainText('Tidak ada yang berubah di arsip.');
  };
  const close = async (): Promise<void> => {
    await window.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  };
  const example = exchangeExample();
  await refusing('{ "format": "notula-sesi",\n', 'Isinya bukan JSON yang utuh');
  await close();
  await refusing('[]', 'Isinya bukan sesi Notula');
  await close();
  await refusing(
    '{"format":"notula-sesi","version":99}',
    'Notula yang lebih baru (versi format 99)',
  );
  await close();
  await refusing('['.repeat(100_000), 'bersarang terlalu dalam');
  await close();
  await refusing(
    JSON.stringify({
      ...example,
      session: { ...example.session, title: 5 },
      blocks: [{}, {}, {}, {}, {}, {}],
    }),
    '“session.title” harus berupa teks.',
  );
  await expect(dialog).toContainText(/dan \d+ masalah lain/);
  await checkThemes(window, 'refused-json');
  await close();
  await rm(file);
  await runCommand('Buka sesi dari JSON');
  await expect(dialog).toContainText('Berkas itu tidak dapat dibaca.');
  await close();
  expect(await callApp(window, 'sessions.list', {})).toEqual(before);
});
