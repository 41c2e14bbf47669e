import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import { findingsIn } from './axe.ts';
import { takePictures } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

const scene = sessionScene({ notulisName: 'Siti Contoh' });
const { call, page, press, type, kept, statement } = scene;

const view = (): Locator => scene.window.getByRole('dialog', { name: 'Riwayat versi' });
const versions = (): Locator => view().getByRole('option');
const changes = (): Locator => view().locator('.version-change');

const savedWords = async (): Promise<readonly string[]> => (await kept()).map(blockPlainText);

const photograph = (name: string): Promise<void> => takePictures(scene.window, name);

test.beforeEach(async () => {
  await scene.begin({ changes: { title: 'Rapat berversi' } });
});

test('says what versions are where there is none, and keeps one on demand', async () => {
  await scene.openSession();
  await type('Kata pertama.');
  await press('Control+4');
  await expect(view()).toContainText('Belum ada versi');
  await photograph('riwayat-kosong');
  await view().getByRole('button', { name: 'Simpan versi sekarang' }).click();
  await expect(versions()).toHaveCount(1);
  await expect(versions().first()).toContainText('Disimpan manual');
  await expect(versions().first()).toContainText('Siti Contoh');
  await expect(view()).toContainText('Sama dengan notula sekarang.');
  await press('Escape');
  await expect(view()).toBeHidden();
  await expect(page()).toBeFocused();
});

test('a version is kept when a meeting starts, the session is left, and the app ends', async () => {
  await scene.openSession();
  await type('Sebelum rapat.');
  await expect.poll(savedWords).toEqual(['Sebelum rapat.']);
  await call('meeting.mark', { id: scene.session.id, event: 'dibuka', atMs: Date.now() });
  await type(' Sesudah.');
  await scene.window.getByRole('button', { name: 'Pustaka' }).click();
  const reasons = async () =>
    (await call('history.list', { sessionId: scene.session.id })).map(({ reason }) => reason);
  await expect.poll(reasons).toEqual(['closed', 'meeting-started']);
  await scene.window.getByText(scene.session.title).first().dblclick();
  await expect(page()).toBeFocused();
  await type(' Terakhir.');
  await scene.close();
  await scene.launch();
  await expect(page()).toBeVisible();
  expect(await reasons()).toEqual(['closed', 'closed', 'meeting-started']);
});

test('compares block by block and brings back one block or all, undone by Ctrl+Z', async () => {
  await scene.write([
    statement('a', 'Rapat dibuka pukul sembilan.'),
    statement('b', 'Blok ini akan dihapus.'),
    statement('c', 'Blok ini akan dipindah.'),
    statement('d', 'Blok ini tetap.'),
    statement('e', 'Begitu juga yang ini.'),
  ]);
  await call('history.keep', { sessionId: scene.session.id, reason: 'manual' });
  await scene.write(
    [
      statement('a', 'Rapat resmi dibuka pukul sepuluh.'),
      statement('n', 'Blok baru.'),
      statement('d', 'Blok ini tetap.'),
      statement('e', 'Begitu juga yang ini.'),
      statement('c', 'Blok ini akan dipindah.'),
    ],
    ['b'],
  );
  await scene.openSession();
  await press('Control+4');
  await expect(view()).toContainText('1 ditambah sejak itu · 1 dihapus · 1 diubah · 1 dipindah');
  await expect(changes()).toHaveCount(4);
  await expect(changes().first().locator('del')).toHaveText(['sembilan']);
  await expect(changes().first().locator('ins')).toHaveText([/resmi/, 'sepuluh']);
  await photograph('riwayat');
  expect(await findingsIn(scene.window, { part: '.history-view' })).toEqual([]);

  // One block: what was removed comes back where it stood, under its own id.
  await view()
    .getByRole('button', { name: /^Kembalikan blok ini/ })
    .click();
  await expect(changes()).toHaveCount(3);
  await expect(versions().first()).toContainText('Sebelum pengembalian');
  await view()
    .getByRole('button', { name: /^Kembalikan isi lama/ })
    .click();
  await expect(changes()).toHaveCount(2);
  await press('Escape');
  expect(await savedWords()).toEqual([
    'Rapat dibuka pukul sembilan.',
    'Blok ini akan dihapus.',
    'Blok baru.',
    'Blok ini tetap.',
    'Begitu juga yang ini.',
    'Blok ini akan dipindah.',
  ]);
  await press('Control+z');
  await expect(page()).toContainText('Rapat resmi dibuka');

  // All of it, by keys alone: the version is the last in the list.
  await press('Control+4');
  await expect(versions().first()).toBeFocused();
  await press('End');
  await expect(versions().last()).toContainText('Disimpan manual');
  await expect(view().locator('.version-head')).toContainText('1 ditambah sejak itu');
  await view().getByRole('radio', { name: 'Seluruh isi' }).press('Enter');
  await expect(view().locator('.version-block')).toHaveCount(5);
  await photograph('riwayat-isi');
  await view().getByRole('button', { name: 'Kembalikan semua' }).press('Enter');
  await expect(view()).toContainText('Sama dengan notula sekarang.');
  await press('Escape');
  await expect(page()).toBeFocused();
  await expect
    .poll(savedWords)
    .toEqual([
      'Rapat dibuka pukul sembilan.',
      'Blok ini akan dihapus.',
      'Blok ini akan dipindah.',
      'Blok ini tetap.',
      'Begitu juga yang ini.',
    ]);
  await press('Control+z');
  await expect(page()).toContainText('Blok baru.');
  await expect(page()).toContainText('Rapat resmi dibuka');
});

test('replacing all keeps a version of the words before', async () => {
  await scene.write([statement('a', 'Bawaslu dan Bawaslu')]);
  await scene.openSession();
  await press('Control+h');
  const bar = scene.window.getByRole('search', { name: 'Cari di notula ini' });
  await bar.getByRole('textbox', { name: 'Cari' }).fill('bawaslu');
  await bar.getByRole('textbox', { name: 'Ganti dengan' }).fill('Panwas');
  await bar.getByRole('button', { name: 'Ganti semua' }).click();
  await expect(page()).toContainText('Panwas dan Panwas');
  await press('Escape');
  await expect.poll(savedWords).toEqual(['Panwas dan Panwas']);
  const [first] = await call('history.list', { sessionId: scene.session.id });
  expect(first?.reason).toBe('before-replace');
  const { blocks } = await call('history.load', {
    sessionId: scene.session.id,
    versionId: first?.id ?? '',
  });
  expect(blocks.map(blockPlainText)).toEqual(['Bawaslu dan Bawaslu']);
});

test('two hundred versions are listed and gone through by keys', async () => {
  for (let index = 0; index < 200; index += 1) {
    await scene.write([statement('a', `Keadaan ke-${index}`)]);
    await call('history.keep', { sessionId: scene.session.id, reason: 'manual' });
  }
  await scene.openSession();
  await press('Control+4');
  await expect(versions()).toHaveCount(200);
  await press('End');
  await expect(versions().last()).toBeFocused();
  await expect(view().locator('.version-change del')).toHaveText('0');
  await press('ArrowUp');
  await expect(view().locator('.version-change del')).toHaveText('1');
});
