import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { AttendanceId } from '../../src/shared/ids.ts';
import { findingsIn } from './axe.ts';
import { takePictures } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

const scene = sessionScene();
const { page, blocks, press, type, kept } = scene;

let budi: AttendanceId;
let siti: AttendanceId;

const shownBlocks = (): Locator => page().locator('section:visible');
const bar = (): Locator => scene.window.getByRole('search', { name: 'Cari di notula ini' });
const field = (): Locator => bar().getByRole('textbox', { name: 'Cari' });
const message = (): Locator => bar().locator('.find-message');
const filterBar = (): Locator => scene.window.getByRole('region', { name: 'Saringan blok' });
const choice = (name: string): Locator =>
  scene.window.locator('.popover').getByRole('option', { name });

const savedWords = async (): Promise<readonly string[]> => (await kept()).map(blockPlainText);

const photograph = (name: string): Promise<void> => takePictures(scene.window, name);

const statement = (
  id: string,
  speakerId: AttendanceId | null,
  text: string,
  spokenAtMs: number | null = null,
): Block => scene.statement(id, text, { speakerId, spokenAtMs });

async function write(...written: readonly Block[]): Promise<void> {
  await scene.write(written);
  await scene.openSession();
}

test.beforeEach(async () => {
  const added = await scene.begin({
    changes: { title: 'Rapat pencarian' },
    people: ['Budi Contoh', 'Siti Misal'].map((name) => ({
      type: 'person' as const,
      person: { name },
      role: 'peserta',
      presence: 'hadir' as const,
    })),
    isRunning: true,
  });
  const [first, second] = added;
  if (!first || !second) throw new Error('Two attend');
  budi = first.id;
  siti = second.id;
});

test('finds while the query is typed, goes on and back, and returns the caret', async () => {
  await write(
    statement('a', budi, 'Daftar pemilih tetap sudah dibacakan.'),
    ...Array.from({ length: 60 }, (_, index) =>
      statement(`n${index}`, siti, `Uraian nomor ${index} yang cukup panjang untuk satu baris.`),
    ),
    statement('z', siti, 'Pemilih baru dicatat dalam daftar.'),
  );
  await press('Control+End');
  await press('Control+f');
  await expect(field()).toBeFocused();
  await type('pemilih');
  await expect(message()).toHaveText('1 dari 2');
  await press('Enter');
  await expect(message()).toHaveText('2 dari 2');
  await expect(page().locator('.is-current-match')).toBeInViewport();
  await expect(page().locator('[data-block-id="z"] .is-current-match')).toHaveText('Pemilih');
  await press('Shift+Enter');
  await expect(page().locator('[data-block-id="a"] .is-current-match')).toBeInViewport();
  await press('F3');
  await expect(message()).toHaveText('2 dari 2');
  await photograph('cari');
  await press('Escape');
  await expect(bar()).toBeHidden();
  await expect(page()).toBeFocused();
  await expect(page().locator('.minutes-match')).toHaveCount(0);
  // The caret is behind the match that was gone to.
  await type('!');
  await expect(page().locator('[data-block-id="z"]')).toContainText('Pemilih! baru');

  // Looking only, without going anywhere, leaves the caret where it was.
  await press('Control+End');
  // The page learns of the caret a moment after the browser has moved it.
  await expect
    .poll(() => scene.window.evaluate(() => document.getSelection()?.focusOffset))
    .toBe(' baru dicatat dalam daftar.'.length + 'Pemilih!'.length);
  await press('Control+f');
  await type('dibacakan');
  await expect(page().locator('[data-block-id="a"] .is-current-match')).toBeInViewport();
  await press('Escape');
  await type(' Lanjut.');
  await expect(page().locator('[data-block-id="z"]')).toContainText('dalam daftar. Lanjut.');
  await expect(page().locator('[data-block-id="z"]')).toBeInViewport();
  // F3 repeats the search from the page.
  await press('F3');
  await expect(page()).toBeFocused();
  await expect(page().locator('[data-block-id="a"] .is-current-match')).toBeInViewport();
});

test('case, whole words and one speaker; never the speaker’s name', async () => {
  await write(
    statement('a', budi, 'Kata kata-kata berkata'),
    statement('b', siti, 'kata siti'),
    statement('c', null, 'kata'),
  );
  await press('Control+f');
  await type('kata');
  await expect(message()).toHaveText(/ dari 6$/);
  await bar().getByRole('button', { name: 'Bedakan huruf besar dan kecil' }).click();
  await expect(message()).toHaveText(/ dari 5$/);
  await bar().getByRole('button', { name: 'Kata utuh' }).click();
  await expect(message()).toHaveText(/ dari 4$/);
  await bar()
    .getByRole('button', { name: /Ucapan siapa/ })
    .click();
  await choice('Siti Misal').click();
  await expect(message()).toHaveText('1 dari 1');
  await field().fill('Misal');
  await expect(message()).toHaveText('Tidak ditemukan');
});

test('typing goes on with the bar open, and the count follows', async () => {
  await write(statement('a', budi, 'satu'));
  await press('Control+f');
  await type('satu');
  await expect(message()).toHaveText('1 dari 1');
  await page().click();
  await press('Control+End');
  await type(' satu lagi');
  await expect(message()).toHaveText(/2/);
  await expect(page().locator('.minutes-match')).toHaveCount(2);
  expect(await savedWords()).toEqual(['satu satu lagi']);
});

test('replaces one by one and all at once; one Ctrl+Z takes all back', async () => {
  await write(
    statement('a', budi, 'Bawaslu hadir. Bawaslu setuju.'),
    statement('b', siti, 'Menurut bawaslu cukup.'),
  );
  await press('Control+h');
  await field().fill('bawaslu');
  const replacement = bar().getByRole('textbox', { name: 'Ganti dengan' });
  await replacement.fill('Badan Pengawas');
  await replacement.press('Enter');
  await expect(message()).toHaveText('1 dari 2');
  await expect(page()).toContainText('Badan Pengawas hadir. Bawaslu setuju.');
  await bar().getByRole('button', { name: 'Ganti semua' }).click();
  await expect(message()).toContainText('2 kata atau frasa diganti');
  await photograph('ganti');
  expect(await savedWords()).toEqual([
    'Badan Pengawas hadir. Badan Pengawas setuju.',
    'Menurut Badan Pengawas cukup.',
  ]);
  await field().press('Control+z');
  await expect(page()).toContainText('Badan Pengawas hadir. Bawaslu setuju.');
  await expect(page()).toContainText('Menurut bawaslu cukup.');
  await press('Escape');
  await press('Control+z');
  await expect(page()).toContainText('Bawaslu hadir. Bawaslu setuju.');
  expect((await kept()).map((block) => block.attrs.id)).toEqual(['a', 'b']);
});

test('the bar has no serious accessibility finding', async () => {
  await write(statement('a', budi, 'satu dua'));
  await press('Control+h');
  await field().fill('dua');
  await expect(message()).toHaveText('1 dari 1');
  expect(await findingsIn(scene.window, { part: '.find-bar' })).toEqual([]);
});

test('shows one speaker alone, says so, and stays safe to type in', async () => {
  await write(
    statement('a', budi, 'Ucapan Budi yang pertama.'),
    statement('b', siti, 'Ucapan Siti.'),
    statement('c', null, 'Tanpa nama.'),
    statement('d', budi, 'Ucapan Budi yang kedua.'),
  );
  await press('Control+Shift+L');
  await expect(filterBar()).toContainText('Semua 4 blok ditampilkan');
  await filterBar()
    .getByRole('button', { name: /Pembicara/ })
    .press('Enter');
  await choice('Budi Contoh').press('Enter');
  await expect(filterBar()).toContainText('Menampilkan 2 dari 4 blok');
  await expect(shownBlocks()).toHaveCount(2);
  await photograph('saring');

  // A block below a hidden one is not merged into it unseen.
  await page().locator('[data-block-id="d"] .minutes-body').click();
  await press('Home');
  await press('Backspace');
  await expect(scene.window.getByText(/disembunyikan saringan/)).toBeVisible();
  await expect(blocks()).toHaveCount(4);
  await press('Control+a');
  await press('x');
  await expect(blocks()).toHaveCount(4);

  // A new block stays in sight whoever speaks.
  await press('Control+End');
  await press('Control+Enter');
  await press('2');
  await type('Jawaban Siti.');
  await expect(shownBlocks()).toHaveCount(3);
  await expect(filterBar()).toContainText('Menampilkan 3 dari 5 blok');

  // Only what is shown is searched.
  await press('Control+f');
  await type('siti');
  await expect(message()).toHaveText('1 dari 1');
  await expect(bar()).toContainText('Hanya blok yang ditampilkan saringan yang dicari.');
  await press('Escape');
  await press('Escape');
  await expect(filterBar()).toBeHidden();
  await expect(shownBlocks()).toHaveCount(5);
  await expect(page()).toBeFocused();
});

test('splits at the caret and merges again, each as one undo step', async () => {
  await write(statement('a', budi, 'Satu dua'), statement('b', siti, 'Tiga'));
  await page().locator('[data-block-id="a"] p').click();
  await press('Home');
  for (let step = 0; step < 5; step += 1) await press('ArrowRight');
  await press('Control+Shift+Enter');
  await expect(blocks()).toHaveCount(3);
  await expect(blocks().nth(1)).toContainText('Budi Contoh');
  await type('x');
  await expect(blocks().nth(1)).toContainText('xdua');
  await press('Control+j');
  await expect(blocks()).toHaveCount(2);
  expect(await savedWords()).toEqual(['Satu ', 'xdua\nTiga']);
  await press('Control+Shift+J');
  await expect(blocks()).toHaveCount(1);
  await press('Control+z');
  await press('Control+z');
  await expect(blocks()).toHaveCount(3);
  await expect(blocks().nth(2)).toContainText('Siti Misal');
});

test('counts words and shares when asked', async () => {
  await write(
    statement('a', budi, 'satu dua tiga', 1_790_000_000_000),
    statement('b', siti, 'empat', 1_790_000_240_000),
    statement('c', siti, 'lima', 1_790_000_300_000),
  );
  await press('Control+k');
  await type('porsi bicara');
  await press('Enter');
  const dialog = scene.window.getByRole('dialog', { name: 'Jumlah kata dan porsi bicara' });
  await expect(dialog.getByRole('row', { name: /Budi Contoh/ })).toContainText(/60\s?%/);
  await expect(dialog.getByRole('row', { name: /Budi Contoh/ })).toContainText('4 mnt');
  await expect(dialog.getByRole('row', { name: /Siti Misal/ })).toContainText(/40\s?%/);
  await photograph('porsi');
  await press('Escape');
  await expect(page()).toBeFocused();
});
