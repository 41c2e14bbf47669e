import { mkdtemp, open, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';

import { pngImage } from '../fixtures/images.ts';
import { checkThemes } from './axe.ts';
import { takePicture } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

const scene = sessionScene();
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-berkas-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const HOURS = 3;
const BYTES_PER_SECOND = 8000;

/** A recording of hours: silence of one byte for each of 8000 samples in a second, which takes no place on the disk. */
async function writeRecording(path: string): Promise<void> {
  const dataBytes = HOURS * 3600 * BYTES_PER_SECOND;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + dataBytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(BYTES_PER_SECOND, 24);
  head.writeUInt32LE(BYTES_PER_SECOND, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(dataBytes, 40);
  const file = await open(path, 'w');
  await file.write(head);
  await file.truncate(44 + dataBytes);
  await file.close();
}

test('files are attached, told apart, played from a statement, removed and brought back', async () => {
  const { window, app } = scene;
  await scene.begin({ changes: { title: 'Rakor Contoh' } });
  const [day] = scene.session.days;
  if (day === undefined) throw new Error('a session has a day');
  await scene.call('sessions.update', {
    id: scene.session.id,
    changes: { days: [{ ...day, date: '2025-02-18' }] },
  });
  // 11.30.00 in Jakarta, two and a half hours into the recording.
  const spokenAtMs = Date.UTC(2025, 1, 18, 4, 30);
  await scene.write([scene.statement('b1', 'Coklit selesai.', { spokenAtMs })]);

  const names = ['Foto pembukaan.png', 'Undangan rakor.pdf', 'catatan.txt', 'rekaman.wav'];
  const paths = names.map((name) => join(folder, name));
  const [photo = '', invitation = '', notes = '', recording = ''] = paths;
  await writeFile(photo, pngImage(640, 400));
  await writeFile(invitation, '%PDF-1.4');
  await writeFile(notes, 'Bahan rapat\nBaris kedua');
  await writeRecording(recording);
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
  }, paths);

  await scene.openSession();
  await scene.press('Control+5');
  await takePicture(window, 'files-empty');
  await window.getByRole('button', { name: 'Lampirkan berkas …' }).click();
  const list = window.getByRole('listbox', { name: 'Berkas lampiran' });
  await expect(list.getByRole('option')).toHaveCount(4);
  await expect(list.getByRole('option').first()).toContainText('Foto · ');
  await expect(list.getByRole('option').nth(1)).toContainText('Undangan · ');

  // The recording is shown first: when it began is asked for.
  const start = window.getByRole('textbox', { name: 'Rekaman dimulai pukul' });
  await start.fill('9.00');
  await start.press('Enter');
  await expect(start).toHaveValue('09.00.00');
  await takePicture(window, 'files-recording');

  await scene.press('Control+1');
  await expect(scene.page()).toBeFocused();
  await scene.press('Alt+r');
  const player = window.getByRole('region', { name: 'Pemutar rekaman' });
  await expect(player).toContainText('2.30.0');
  await expect(player).toContainText('pukul 11.30.0');
  await expect(player.getByRole('button', { name: 'Jeda rekaman' })).toBeVisible();
  await scene.press('Alt+Shift+j');
  await expect(player).toContainText('2.29.5');
  await scene.press('Alt+j');
  await expect(player.getByRole('button', { name: 'Putar rekaman' })).toBeVisible();
  await takePicture(window, 'files-player');

  await scene.press('Control+5');
  await list.getByRole('option').first().click();
  const shown = window.getByRole('img', { name: 'Foto: Foto pembukaan.png' });
  await expect(shown).toHaveJSProperty('naturalWidth', 640);
  await window.getByRole('textbox', { name: 'Keterangan' }).fill('Pembukaan');
  await expect(list.getByRole('option').first()).toContainText('Pembukaan');
  await checkThemes(window, 'files-photo');

  await list.getByRole('option').nth(2).click();
  await expect(window.getByRole('region', { name: 'Baris-baris pertama' })).toHaveText(
    'Bahan rapat\nBaris kedua',
  );
  await scene.press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp');
  await expect(list.getByRole('option').first()).toContainText('catatan.txt');
  await scene.press('Delete');
  await expect(list.getByRole('option')).toHaveCount(3);
  await window.getByRole('button', { name: 'Urungkan' }).click();
  await expect(list.getByRole('option').first()).toContainText('catatan.txt');

  // As dropped from the desktop: a file of the disk has a path, one that a page made has none.
  const slides = join(folder, 'Paparan.pptx');
  await writeFile(slides, 'bukan paparan');
  const chooser = window.locator('input[type="file"].test-drop');
  await window.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.className = 'test-drop';
    document.body.append(input);
  });
  await chooser.setInputFiles(slides);
  const drop = (isMade: boolean): Promise<void> =>
    chooser.evaluate((element, made) => {
      const dataTransfer = new DataTransfer();
      const [chosen] = (element as HTMLInputElement).files ?? [];
      const file = made || chosen === undefined ? new File(['x'], 'buatan.txt') : chosen;
      dataTransfer.items.add(file);
      globalThis.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    }, isMade);
  await drop(true);
  await expect(window.getByText('Yang ditarik bukan berkas di komputer ini')).toBeVisible();
  await drop(false);
  await expect(list.getByRole('option', { name: 'Paparan.pptx' })).toBeVisible();
  await chooser.evaluate((element) => element.remove());

  // The words of the notes are found, and the report ends with the photo.
  await expect
    .poll(async () => {
      const { hits } = await scene.call('search.query', {
        text: 'baris kedua',
        sort: 'relevan',
        limit: 20,
      });
      return hits.map(({ field }) => field);
    })
    .toEqual(['file']);
  const target = await mkdtemp(join(folder, 'ekspor-'));
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, target);
  await scene.call('exports.all', {
    sessionId: scene.session.id,
    kinds: ['laporan'],
    target: 'folder',
    options: { hasFiles: true },
  });
  expect((await readdir(join(target, 'Lampiran'))).toSorted()).toEqual(
    [...names, 'Paparan.pptx'].toSorted(),
  );
  const report = (await readdir(target)).find((name) => name.endsWith('.docx'));
  const parts = unzipSync(await readFile(join(target, report ?? '')));
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('Pembukaan');
  const [picture] = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
  // A JPEG, made small in the program.
  expect([...(parts[picture ?? ''] ?? [])].slice(0, 3)).toEqual([0xff, 0xd8, 0xff]);
});
