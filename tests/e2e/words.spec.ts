import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { BlockId } from '../../src/shared/ids.ts';
import { BLANK } from '../../src/shared/words/phrases.ts';
import { checkThemes as inThemes } from './axe.ts';
import { takePicture } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

const scene = sessionScene();
const { call, page, blocks, press, type, openSession } = scene;

const palette = (): Locator => scene.window.getByRole('combobox', { name: 'Sisipkan frasa baku' });
const dialog = (): Locator => scene.window.getByRole('dialog', { name: 'Kata dan frasa' });

/** The dialog by the menu's way: the palette of commands. */
async function openDialog(): Promise<void> {
  await press('Control+k');
  await type('kata dan frasa');
  await press('Enter');
  await expect(dialog()).toBeVisible();
}

const look = (name: string): Promise<void> => takePicture(scene.window, `words-${name}`);

test.beforeEach(async () => {
  await scene.begin({
    changes: { title: 'Rapat kata', place: 'Aula Contoh' },
    people: [
      ['Budi Contoh', 'Ketua', 'pimpinan'],
      ['Siti Misalnya', 'Anggota', 'peserta'],
    ].map(([name = '', position = '', role = '']) => ({
      type: 'person' as const,
      person: { name, titleBefore: 'Dr.' },
      position,
      organizationName: 'Kantor Contoh',
      role,
      presence: 'hadir' as const,
    })),
    isRunning: true,
  });
  await openSession();
});

test('abbreviations are written out as they are typed, and one Ctrl+Z takes that back', async () => {
  await type('Hal yg dibahas DPT, dll. Yg lain');
  await expect(page()).toContainText('Hal yang dibahas DPT, dan lain-lain. Yang lain');
  await type(' sdh ');
  await expect(page()).toContainText('Yang lain sudah');
  await press('Control+z');
  await expect(page()).toContainText('Yang lain sdh');
  // It stays as it was meant, also when more is typed.
  await type('dua');
  await expect(page()).toContainText('Yang lain sdh dua');
});

test('Enter ends an abbreviation and starts the paragraph all the same', async () => {
  await type('dilanjutkan bsk dgn');
  await press('Enter');
  await type('Baris kedua');
  await expect(blocks().first().locator('p')).toHaveText(['dilanjutkan bsk dengan', 'Baris kedua']);
});

test('Ctrl+E writes out the others, goes through their meanings, and says when there is none', async () => {
  await type('Ketua PPK');
  await press('Control+e');
  await expect(page()).toContainText('Ketua Panitia Pemilihan Kecamatan');
  await press('Control+e');
  await expect(page()).toContainText('Panitia Pemilihan Kecamatan (PPK)');
  await press('Control+e');
  await expect(page()).toContainText('Ketua Pejabat Pembuat Komitmen');
  await press('Control+z');
  await expect(page()).toContainText('Panitia Pemilihan Kecamatan (PPK)');
  await type(' biasa');
  await press('Control+e');
  await expect(scene.window.getByText('bukan singkatan yang dikenal')).toBeVisible();
});

test('an input method puts its words together undisturbed', async () => {
  const client = await scene.window.context().newCDPSession(scene.window);
  await type('a ');
  await client.send('Input.imeSetComposition', { text: 'yg', selectionStart: 2, selectionEnd: 2 });
  await client.send('Input.imeSetComposition', { text: 'yg ', selectionStart: 3, selectionEnd: 3 });
  await expect(page()).toContainText('a yg');
  await client.send('Input.insertText', { text: 'yg ' });
  await expect(page()).toContainText('a yg');
  await expect(page()).not.toContainText('yang');
});

test('a phrase is found by typing, shown with its facts, and inserted by Enter', async () => {
  await press('Tab');
  await press('2');
  await type('Baik.');
  await press('Control+Shift+b');
  await expect(palette()).toBeFocused();
  await look('phrases');
  await type('memper');
  const preview = scene.window.locator('.phrase-preview');
  await expect(preview).toContainText('mempersilakan Dr. Siti Misalnya, Anggota Kantor Contoh');
  await press('Enter');
  await expect(page()).toBeFocused();
  await expect(blocks().first()).toContainText(
    'Baik. Pimpinan rapat mempersilakan Dr. Siti Misalnya, Anggota Kantor Contoh, untuk',
  );
  await press('Control+z');
  await expect(blocks().first().locator('p')).toHaveText('Baik.');
});

test('what is not known is a blank that Tab goes to; Ctrl+Enter makes a narration', async () => {
  await type('Selamat pagi.');
  await press('Control+Shift+b');
  await type('hari dan tempat');
  await press('Control+Enter');
  await expect(blocks()).toHaveCount(2);
  const narration = page().locator('.minutes-narration');
  await expect(narration).toContainText(`Pada hari ${BLANK} pukul`);
  await expect(narration).toContainText('bertempat di Aula Contoh, Rapat kata');
  await expect(narration).toContainText('dibuka oleh Dr. Budi Contoh.');
  // The first blank is selected: typing fills it.
  await type('Senin');
  await expect(narration).toContainText('Pada hari Senin pukul');
  await press('Control+z');
  await press('Control+z');
  await expect(blocks()).toHaveCount(1);

  await press('Control+Shift+b');
  await type('tanggapan');
  await press('Escape');
  await expect(page()).toBeFocused();
});

test('Tab goes from one blank of a phrase to the next, without a speaker too', async () => {
  await type('x');
  await press('Control+Shift+b');
  await type('mempersilakan');
  await press('Enter');
  await type('Ibu Wati');
  await press('Tab');
  await type('Kepala');
  await press('Tab');
  await type('Dinas Misal');
  await expect(blocks().first()).toContainText(
    'mempersilakan Ibu Wati, Kepala Dinas Misal, untuk menyampaikan pandangan.',
  );
});

test('own abbreviations: added, used, told when taken, changed, removed, restored', async () => {
  await openDialog();
  const form = dialog().getByRole('form', { name: 'Singkatan baru' });
  await form.getByLabel('Singkatan', { exact: true }).fill('yg');
  await expect(form).toContainText('“yg” sudah ada: yang');
  await form.getByLabel('Singkatan', { exact: true }).fill('bws');
  await form.getByLabel('Kepanjangan').fill('Badan Pengawas');
  await look('dialog');
  await form.getByRole('button', { name: 'Tambah' }).click();
  await expect(dialog().getByRole('option', { name: /^bws.*Badan Pengawas/ })).toBeVisible();
  await dialog().getByPlaceholder('Cari singkatan').fill('tersebut');
  await dialog()
    .getByRole('option', { name: /^tsb.*tersebut/ })
    .click();
  await dialog().getByRole('button', { name: 'Hapus' }).click();
  await expect(dialog().getByRole('option', { name: /^tsb/ })).toHaveCount(0);
  await press('Escape');
  await expect(dialog()).toHaveCount(0);
  await page().click();
  await type('bws tsb yg');
  await type(' ');
  await expect(page()).toContainText('Badan Pengawas tsb yang');
  await openDialog();
  await dialog().getByRole('button', { name: 'Kembalikan bawaan' }).click();
  await expect(dialog().getByRole('option', { name: /^tsb.*tersebut/ })).toBeVisible();
  await expect(dialog().getByRole('option', { name: /^bws.*Badan Pengawas/ })).toBeVisible();
});

test('a list is imported after saying what it changes; a bad one changes nothing', async () => {
  await openDialog();
  const choose = async (name: string, text: string): Promise<void> => {
    const [chooser] = await Promise.all([
      scene.window.waitForEvent('filechooser'),
      dialog().getByRole('button', { name: 'Impor daftar' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  };
  await choose('rusak.csv', 'singkatan;kepanjangan\r\nbaru;Kata baru\r\ndua kata;salah\r\n');
  const refused = scene.window.getByRole('alertdialog');
  await expect(refused).toContainText('Tidak ada yang berubah');
  await expect(refused).toContainText('Baris 3: “dua kata” bukan singkatan');
  await look('import-refused');
  await refused.getByRole('button', { name: 'Tutup' }).click();
  expect((await call('words.get', {})).expansions.some(({ short }) => short === 'baru')).toBe(
    false,
  );

  await choose(
    'kantor.csv',
    'singkatan;kepanjangan\r\nbaru;Kata baru\r\nsbg;selaku\r\nyg;yang\r\n',
  );
  const plan = scene.window.getByRole('dialog', { name: 'Impor “kantor.csv”' });
  await expect(plan).toContainText('1 baru, 1 menggantikan yang ada, 1 sama.');
  await expect(plan).toContainText('sbg: “sebagai” menjadi “selaku”');
  await plan.getByRole('button', { name: 'Impor', exact: true }).click();
  await expect(dialog().getByRole('option', { name: /^baru.*Kata baru/ })).toBeVisible();
  await expect(dialog().getByRole('option', { name: /^sbg.*selaku/ })).toBeVisible();

  const target = join(scene.userDataDir, 'keluar.csv');
  await scene.app.evaluate(({ session: electronSession }, path) => {
    electronSession.defaultSession.once('will-download', (_event, item) => item.setSavePath(path));
  }, target);
  await dialog().getByRole('button', { name: 'Ekspor daftar' }).click();
  await expect
    .poll(() => readFile(target, 'utf8').catch(() => ''))
    .toContain('sbg;selaku;otomatis;tidak');
});

test('official sentences are worded as the office wants, used by F8, exported, and restored', async () => {
  const showSentences = async (): Promise<void> => {
    await openDialog();
    await dialog().getByRole('tab', { name: 'Kalimat resmi rapat' }).click();
  };
  await showSentences();
  await dialog().getByRole('option', { name: 'Rapat diskors' }).click();
  const form = dialog().getByRole('form', { name: 'Rapat diskors' });
  const text = form.getByLabel('Kalimat');
  await expect(text).toHaveValue('{rapat} diskors pukul {waktu} {zona}.');
  await text.fill('{rapat} dijeda oleh {ketua}.');
  await expect(form).toContainText('{ketua} tidak dikenal di kalimat ini.');
  await text.fill('{rapat} di {tempat} dijeda pukul {waktu} {zona}.');
  await expect(form).toContainText('Rapat di Aula Contoh dijeda pukul 09.05 WIB.');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(dialog().getByRole('option', { name: 'Rapat diskors' })).toContainText('diubah');
  await look('sentences');

  const target = join(scene.userDataDir, 'kalimat.csv');
  await scene.app.evaluate(({ session: electronSession }, path) => {
    electronSession.defaultSession.once('will-download', (_event, item) => item.setSavePath(path));
  }, target);
  await dialog().getByRole('button', { name: 'Ekspor daftar' }).click();
  await expect
    .poll(() => readFile(target, 'utf8').catch(() => ''))
    .toContain('rapat diskors;{rapat} di {tempat} dijeda pukul {waktu} {zona}.;rapat;');
  await press('Escape');
  await expect(dialog()).toHaveCount(0);
  await press('F8');
  await expect(page()).toContainText(/Rapat di Aula Contoh dijeda pukul \d\d\.\d\d WIB\./);

  await showSentences();
  await dialog().getByRole('button', { name: 'Kembalikan bawaan' }).click();
  await expect(dialog().getByRole('option', { name: 'Rapat diskors' })).not.toContainText('diubah');
  const [chooser] = await Promise.all([
    scene.window.waitForEvent('filechooser'),
    dialog().getByRole('button', { name: 'Impor daftar' }).click(),
  ]);
  const lines =
    'singkatan;kepanjangan;cara\r\nrapat dilanjutkan;{rapat} berjalan lagi {waktu}.;rapat\r\n';
  await chooser.setFiles({ name: 'lain.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) });
  const plan = scene.window.getByRole('dialog', { name: 'Impor “lain.csv”' });
  await expect(plan).toContainText('Kalimat resmi rapat: 1 berubah.');
  await plan.getByRole('button', { name: 'Impor', exact: true }).click();
  await expect(dialog().getByRole('option', { name: 'Rapat dilanjutkan' })).toContainText('diubah');
  await press('Escape');
  await expect(dialog()).toHaveCount(0);
  await press('F8');
  await expect(page()).toContainText(/Rapat berjalan lagi \d\d\.\d\d\./);
  await press('Control+z');
  await expect(page()).not.toContainText('berjalan lagi');
});

test('own phrases are kept; switched off, nothing is written out by itself', async () => {
  await openDialog();
  await dialog().getByRole('tab', { name: 'Frasa baku' }).click();
  await look('phrases-tab');
  await dialog().getByLabel('Nama frasa').fill('Salam kantor');
  await dialog().getByLabel('Kalimat').fill('Salam dari {tempat}.');
  await dialog().getByRole('button', { name: 'Tambah' }).click();
  await expect(dialog().getByRole('option', { name: 'Salam kantor' })).toBeVisible();
  await dialog().getByRole('tab', { name: 'Singkatan' }).click();
  await dialog().getByText('Bentangkan singkatan saat mengetik').click();
  await press('Escape');
  await page().click();
  await type('yg ');
  await press('Control+Shift+b');
  await type('salam');
  await press('Enter');
  await expect(blocks().first().locator('p')).toHaveText('yg Salam dari Aula Contoh.');
  const { expansions } = await call('words.set', { changes: { expands: true } });
  expect(expansions.length).toBeGreaterThan(0);
  const stored = await call('documents.load', { sessionId: scene.session.id });
  expect(stored.blocks.map(blockPlainText).join()).not.toContain('yang');
});

test('a name goes on faintly after the caret: Tab takes it, Enter and Escape do not', async () => {
  const ghost = scene.window.locator('.word-ghost');
  await type('Menurut Sit');
  await expect(ghost).toContainText('i Misalnya');
  await expect(ghost).toHaveAttribute('aria-hidden', 'true');
  await look('ghost');
  await press('Enter');
  await expect(blocks().first().locator('p')).toHaveText(['Menurut Sit', '']);
  await expect(ghost).toHaveCount(0);
  await type('Kata Budi C');
  await expect(ghost).toContainText('ontoh');
  await press('Tab');
  await expect(blocks().first().locator('p').nth(1)).toHaveText('Kata Budi Contoh');
  await press('Control+z');
  await expect(blocks().first().locator('p').nth(1)).toHaveText('Kata Budi C');
  await type('o');
  await expect(ghost).toContainText('ntoh');
  await press('Escape');
  await expect(ghost).toHaveCount(0);
  await press('ArrowRight');
  await expect(blocks().first().locator('p').nth(1)).toHaveText('Kata Budi Co');
});

test('terms of the other sessions of the series are proposed; switched off, nothing is', async () => {
  const former = await call('sessions.create', { changes: { title: 'Rapat lalu' } });
  for (const { id } of [former, scene.session]) {
    await call('sessions.update', { id, changes: { seriesTitle: 'Rapat rutin' } });
  }
  await call('documents.save', {
    sessionId: former.id,
    upserts: ['a', 'b'].map((id) => ({
      type: 'narration' as const,
      attrs: { id: `lalu-${id}` as BlockId, dayId: null },
      content: [
        {
          type: 'paragraph' as const,
          content: [{ type: 'text' as const, text: 'Soal pemutakhiran.' }],
        },
      ],
    })),
    deletions: [],
    order: ['lalu-a', 'lalu-b'] as BlockId[],
  });
  await openSession();
  const ghost = scene.window.locator('.word-ghost');
  await expect
    .poll(async () => call('words.terms', { sessionId: scene.session.id, limit: 10 }))
    .toContain('pemutakhiran');
  await expect(async () => {
    await type(' pemut');
    await expect(ghost).toContainText('akhiran', { timeout: 1000 });
  }).toPass();
  await press('ArrowRight');
  await expect(page()).toContainText('pemutakhiran');
  await call('words.set', { changes: { completes: false } });
  await openSession();
  await type(' pemut');
  await press('F6');
  await expect(scene.window.locator('.save-state-saved')).toBeVisible();
  await expect(ghost).toHaveCount(0);
  await call('words.set', { changes: { completes: true } });
});

/** What is underlined on screen now. */
const underlined = (): Promise<readonly string[]> =>
  scene.window.evaluate(() =>
    [...(CSS.highlights.get('minutes-misspelt') ?? [])].map((range) =>
      range instanceof Range ? range.toString() : '',
    ),
  );
const menu = (word: string): Locator => scene.window.getByRole('menu', { name: `Ejaan “${word}”` });

test('wrong words are underlined, none while it is typed; names and forms are not', async () => {
  await type('Rappat dibuka oleh Siti Misalnya utk membahas datanya di kantor dan menyampaikn');
  await expect.poll(underlined).toEqual(['Rappat']);
  // Now the last word is ended.
  await type('. ');
  await expect.poll(underlined).toEqual(['Rappat', 'menyampaikn']);
  await look('spelling');
  expect(await page().innerHTML()).not.toContain('misspelt');
});

test('F7 goes from one to the next; a suggestion, the office words and ignoring settle them', async () => {
  await type('Kami rappat dirumah pak Xyzzx dgn pempinan qwrtp ');
  await press('Control+Home');
  await press('F7');
  await expect(menu('rappat')).toBeVisible();
  await expect(scene.window.getByRole('menuitem', { name: 'rapat', exact: true })).toBeFocused();
  await look('spelling-menu');
  await press('Enter');
  await expect(page()).toBeFocused();
  await expect(page()).toContainText('Kami rapat dirumah');
  await press('Control+z');
  await expect(page()).toContainText('Kami rappat dirumah');
  await press('Control+y');
  await press('F7');
  await expect(menu('dirumah')).toBeVisible();
  await press('Enter');
  await expect(page()).toContainText('Kami rapat di rumah');
  await press('F7');
  await press('F7');
  const none = scene.window.getByRole('menu', { name: 'Ejaan “qwrtp”: tidak ada saran' });
  await expect(none).toBeVisible();
  await none.getByRole('menuitem', { name: 'Tambahkan “qwrtp” ke kata kantor' }).press('Enter');
  await expect.poll(async () => (await call('words.get', {})).ownWords).toContain('qwrtp');
  await expect.poll(underlined).toEqual(['pempinan']);
  await press('F7');
  await menu('pempinan').getByRole('menuitem', { name: 'Abaikan' }).press('Enter');
  await expect.poll(underlined).toEqual([]);
  await press('F7');
  await expect(scene.window.getByText('Tidak ada lagi kata yang meragukan')).toBeVisible();
});

test('the menu opens by Shift+F10 and the right button, and goes by Escape', async () => {
  await type('Soal anggraan ini');
  await expect.poll(underlined).toEqual(['anggraan']);
  for (let step = 0; step < 6; step += 1) await press('ArrowLeft');
  await press('Shift+F10');
  await expect(menu('anggraan')).toBeVisible();
  await press('Escape');
  await expect(page()).toBeFocused();
  await expect(menu('anggraan')).toHaveCount(0);
  const box = await blocks().first().locator('p').boundingBox();
  if (!box) throw new Error('the paragraph is on screen');
  await scene.window.mouse.click(box.x + 70, box.y + 10, { button: 'right' });
  await scene.window.getByRole('menuitem', { name: 'anggaran', exact: true }).click();
  await expect(page()).toContainText('Soal anggaran ini');
});

test('switched off, nothing is underlined', async () => {
  await call('words.set', { changes: { checksSpelling: false } });
  await openSession();
  await type('Soal anggraan ini');
  await press('F7');
  await expect(scene.window.getByText('Pemeriksaan ejaan dimatikan')).toBeVisible();
  expect(await underlined()).toEqual([]);
  await call('words.set', { changes: { checksSpelling: true } });
});

const checkThemes = (view: string, part: string): Promise<void> =>
  inThemes(scene.window, `words-${view}`, { part });

test('dialog, phrases and the menu of a word have no accessibility finding in any theme', async () => {
  test.setTimeout(180_000);
  await scene.window.emulateMedia({ reducedMotion: 'reduce' });
  await call('words.addOwnWord', { word: 'Sidalih' });
  await type('Kami rappat dgn Budi C');
  await expect(scene.window.locator('.word-ghost')).toBeVisible();
  await checkThemes('ghost', '.minutes-sheet');
  await press('Control+Home');
  await press('F7');
  await expect(menu('rappat')).toBeVisible();
  await checkThemes('menu', '.spelling-menu');
  await press('Escape');
  await press('Control+Shift+b');
  await checkThemes('palette', '.phrase-palette');
  await type('tidakada');
  await checkThemes('palette-none', '.phrase-palette');
  for (let letter = 0; letter < 8; letter += 1) await press('Backspace');
  // A root is enough: mem-persilakan.
  await type('persil');
  await expect(scene.window.getByRole('option', { name: 'Mempersilakan' })).toBeVisible();
  await press('Escape');
  await openDialog();
  for (const tab of ['Singkatan', 'Frasa baku', 'Kalimat resmi rapat', 'Ejaan dan kata kantor']) {
    await dialog().getByRole('tab', { name: tab }).click();
    await checkThemes(`dialog-${tab.toLowerCase().replaceAll(' ', '-')}`, '.dialog');
  }
});
