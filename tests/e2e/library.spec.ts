import { rm } from 'node:fs/promises';

import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

import type { Bridge } from '../../src/shared/contract/bridge.ts';
import { launchNotula } from './launch.ts';
import type { Notula } from './launch.ts';

let notula: Notula;
let page: Page;

async function launch(): Promise<void> {
  notula = await launchNotula();
  page = notula.window;
}
const quit = (): Promise<void> => notula.close();

const grid = (): Locator => page.getByRole('grid', { name: 'Daftar sesi' });
const rows = (): Locator => grid().getByRole('rowgroup').getByRole('row');
const titles = (): Locator => grid().locator('.library-title, .library-untitled');
const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
const press = (...keys: readonly string[]) =>
  keys.reduce(async (before, key) => {
    await before;
    await page.keyboard.press(key);
  }, Promise.resolve());

/** Makes one call several times over, as the window makes it. */
const call = (name: string, inputs: readonly object[]) =>
  page.evaluate(
    async ([callName, callInputs]) => {
      const { notula: bridge } = globalThis as unknown as { readonly notula: Bridge };
      await Promise.all(callInputs.map((input) => bridge.invoke(callName, input)));
    },
    [name, inputs] as const,
  );

async function startWith(examples: 'examples' | 'nothing'): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Selamat datang di Notula' })).toBeVisible();
  if (examples === 'nothing') await page.getByRole('button', { name: 'Lewati' }).click();
  else await press('Tab', 'Enter');
}

/** Shows the library anew, with what was changed behind the window's back. */
async function reload(): Promise<void> {
  await page.reload();
  await expect(grid()).toBeVisible();
}

const typed = async (name: string, text: string): Promise<void> => {
  await field(name).fill(text);
  await press('Tab');
};

test.describe('a new archive', () => {
  test.beforeEach(launch);
  test.afterEach(quit);

  test('the first run asks who keeps the minutes, and offers examples', async () => {
    await expect(field('Nama kantor')).toBeFocused();
    await page.keyboard.type('KPU Kota Contoh');
    await press('Tab');
    await page.keyboard.type('Budi Contoh');
    await press('Enter');
    await expect(rows()).toHaveCount(5);
    await expect(page.getByText('KPU Kota Contoh')).toBeVisible();
    await expect(grid().getByText('Contoh', { exact: true })).toHaveCount(5);
  });

  test('skipping the first run leaves everything empty and is not asked again', async () => {
    await startWith('nothing');
    await expect(page.getByRole('heading', { name: 'Belum ada sesi' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Belum ada sesi' })).toBeVisible();
    await page.getByRole('button', { name: 'Tambahkan 5 sesi contoh' }).click();
    await expect(rows()).toHaveCount(5);
    await expect(page.getByRole('grid', { name: 'Daftar sesi' })).toBeFocused();
  });

  test('a session is made and filled in with the keyboard alone', async () => {
    await startWith('nothing');
    await expect(page.getByRole('button', { name: 'Sesi baru' }).last()).toBeFocused();
    await press('Enter');

    await expect(page.getByRole('combobox', { name: 'Jenis' })).toBeFocused();
    await page.keyboard.type('FG');
    await press('ArrowDown', 'Enter', 'Tab');
    await page.keyboard.type('Evaluasi Pemilihan');
    await press('Tab', 'Tab', 'Tab');
    await page.keyboard.type('18.2.2025');
    await press('Tab');
    await page.keyboard.type('9:00 s/d selesai');
    await press('Tab');
    await expect(field('Tanggal')).toHaveValue('18 Februari 2025');
    await expect(page.getByText('Selasa', { exact: true })).toBeVisible();
    await expect(field('Mulai')).toHaveValue('09.00');
    await expect(field('Selesai')).toHaveValue('selesai');

    await press('Tab', 'Tab', 'Tab', 'Tab');
    await expect(field('Tempat')).toBeFocused();
    await page.keyboard.type('Sekretariat KPU');
    await press('Tab', 'Tab');
    await page.keyboard.type('KPU Kota Contoh');
    await press('Enter');
    await expect(page.getByRole('row', { name: 'KPU Kota Contoh' })).toBeVisible();
    await page.keyboard.type('Bawaslu Kota Contoh');
    await press('Enter');
    await expect(page.getByRole('row', { name: 'Bawaslu Kota Contoh' })).toBeVisible();

    await expect(page.getByRole('heading', { level: 1 })).toContainText('FGDEvaluasi Pemilihan');
    await page.reload();
    await expect(rows()).toHaveCount(1);
    await expect(rows()).toContainText('18 Feb 2025');
    await expect(rows()).toContainText('Sekretariat KPU');
  });

  test('two thousand sessions are scrolled, found and opened', async () => {
    await startWith('nothing');
    await expect(page.getByRole('heading', { name: 'Belum ada sesi' })).toBeVisible();
    await call(
      'sessions.create',
      Array.from({ length: 2000 }, (_nothing, index) => ({
        changes: {
          title: `Rapat rutin ke-${index + 1}`,
          kind: index % 3 === 0 ? 'Rakor' : 'Rapat Pleno',
          place: 'Aula',
        },
      })),
    );
    await reload();
    await expect(grid()).toHaveAttribute('aria-rowcount', '2001');
    expect(await rows().count()).toBeLessThan(80);

    await grid().getByRole('columnheader', { name: 'Judul' }).getByRole('button').click();
    await grid().focus();
    await press('Home', 'End');
    await expect(grid().getByRole('row', { selected: true })).toContainText('Rapat rutin ke-2000');
    await press('PageUp');
    await expect(grid().getByRole('row', { selected: true })).toBeInViewport();
    await page.getByRole('searchbox').fill('ke-1718');
    await expect(titles()).toHaveText(['Rapat rutin ke-1718']);
    await press('Enter', 'Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Rapat rutin ke-1718');
    await page.getByRole('button', { name: 'Pustaka' }).click();
    await expect(titles()).toHaveText(['Rapat rutin ke-1718']);
  });

  test('a date that is still being typed is kept when the window is closed', async () => {
    await startWith('nothing');
    await page.getByRole('button', { name: 'Sesi baru' }).last().click();
    await field('Tanggal').fill('9.5.2025');
    const { userDataDir } = notula;
    await notula.app.close();
    const again = await launchNotula({ userDataDir });
    page = again.window;
    await page.getByRole('button', { name: 'Pustaka' }).click();
    await expect(rows()).toContainText('9 Mei 2025');
    notula = {
      ...again,
      close: async () => {
        await again.close();
        await rm(userDataDir, { recursive: true, force: true });
      },
    };
  });

  test('settings change the names, the theme and the language at once', async () => {
    await startWith('nothing');
    await notula.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('notula:event', 'menu.command', {
        command: 'settings.open',
      });
    });
    const dialog = page.getByRole('dialog', { name: 'Setelan' });
    await dialog.getByRole('textbox', { name: 'Nama kantor' }).fill('KPU Kota Contoh');
    await press('Enter');
    await expect(page.getByText('KPU Kota Contoh')).toBeVisible();
    await dialog.getByRole('button', { name: 'Tema' }).click();
    await page.getByRole('option', { name: 'Gelap' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await dialog.getByRole('button', { name: 'Bahasa aplikasi' }).click();
    await page.getByRole('option', { name: 'English' }).click();
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await press('Escape');
    await expect(page.getByRole('heading', { name: 'No sessions yet' })).toBeVisible();
  });
});

test.describe('the data of a session', () => {
  test.beforeAll(async () => {
    await launch();
    await startWith('nothing');
  });
  test.afterAll(quit);
  test.beforeEach(async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Sesi baru' }).last().click();
    await expect(page.getByRole('combobox', { name: 'Jenis' })).toBeFocused();
  });

  test('typed forms are understood and shown as they will be printed', async () => {
    await typed('Tanggal', '9-5-2025');
    await expect(field('Tanggal')).toHaveValue('9 Mei 2025');
    await typed('Mulai', '14:20');
    await expect(field('Mulai')).toHaveValue('14.20');
    await typed('Selesai', 's/d selesai');
    await expect(field('Selesai')).toHaveValue('selesai');
    await typed('Mulai', '08.30 s.d. 12.00 WITA');
    await expect(field('Mulai')).toHaveValue('08.30');
    await expect(field('Selesai')).toHaveValue('12.00');
    await expect(page.getByRole('button', { name: 'Zona waktu' })).toContainText('WITA');
    await typed('Tanggal', '');
    await expect(field('Tanggal')).toHaveValue('');
    await typed('Pertemuan ke-', 'ke-3');
    await expect(field('Pertemuan ke-')).toHaveValue('3');
  });

  test('what is not understood stays in the field with the reason, and Esc takes it back', async () => {
    await typed('Judul', 'Tanggal yang salah');
    await typed('Tanggal', '9 Mei 2025');
    await expect(field('Tanggal')).toHaveValue('9 Mei 2025');
    await typed('Tanggal', '31.02.2025');
    await expect(page.getByText('Tanggal itu tidak ada di kalender')).toBeVisible();
    await expect(field('Tanggal')).toHaveValue('31.02.2025');
    await typed('Mulai', 'nanti sore');
    await expect(page.getByText('Jam itu belum dipahami')).toBeVisible();
    await expect(field('Mulai')).toHaveValue('nanti sore');

    await field('Tanggal').focus();
    await press('Escape');
    await expect(field('Tanggal')).toHaveValue('9 Mei 2025');
    await expect(page.getByText('Tanggal itu tidak ada di kalender')).toBeHidden();
    await page.reload();
    await expect(rows().filter({ hasText: 'Tanggal yang salah' })).toContainText('9 Mei 2025');
  });

  test('a title of 10,000 letters is refused and stays to be shortened', async () => {
    await typed('Judul', 'Rakor bulanan');
    await typed('Judul', 'a'.repeat(10_000));
    await expect(
      page.getByText('Teks pada “Judul” terlalu panjang (batas 1000 huruf)'),
    ).toBeVisible();
    await expect(field('Judul')).toHaveValue('a'.repeat(10_000));
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Rakor bulanan');
  });

  test('a session with a refused text stays open until the text is corrected', async () => {
    await typed('Judul', 'Rakor bulanan');
    await typed('Judul', 'a'.repeat(10_000));
    await press('Control+2');
    await page.getByRole('button', { name: 'Pustaka', exact: true }).click();
    await expect(page.getByText('Ada yang belum tersimpan')).toBeVisible();
    await press('Control+3');
    await expect(field('Judul')).toHaveValue('a'.repeat(10_000));
    await typed('Judul', 'Rakor triwulanan');
    await page.getByRole('button', { name: 'Pustaka', exact: true }).click();
    await expect(rows().filter({ hasText: 'Rakor triwulanan' })).toBeVisible();
  });

  test('HTML and control characters are only text', async () => {
    await typed('Judul', '<img src=x onerror=alert(1)>\u0007 & "kutip"');
    const shown = '<img src=x onerror=alert(1)> & "kutip"';
    await expect(field('Judul')).toHaveValue(shown);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(shown);
  });

  test('is saved while typing pauses, before the field is left', async () => {
    await field('Judul').focus();
    await page.keyboard.type('Rapat yang belum selesai diketik');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('belum selesai diketik');
    await expect(field('Judul')).toBeFocused();
    await press('Escape');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('(tanpa judul)');
  });

  test('a typed date is kept when the part of the session is left at once', async () => {
    await field('Tanggal').fill('9.5.2025');
    await page.getByRole('tab', { name: 'Notula' }).click();
    await page.getByRole('tab', { name: 'Data sesi' }).click();
    await expect(field('Tanggal')).toHaveValue('9 Mei 2025');
  });

  test('days are added, and removed with a way back', async () => {
    await typed('Tanggal', '20.7.2024');
    await page.getByRole('button', { name: 'Tambah hari' }).click();
    await expect(field('Tanggal (Hari 2)')).toBeFocused();
    await page.keyboard.type('21/7/24');
    await press('Tab');
    await expect(field('Tanggal (Hari 2)')).toHaveValue('21 Juli 2024');
    await page.getByRole('button', { name: 'Hapus hari 1' }).click();
    await expect(field('Tanggal')).toHaveValue('21 Juli 2024');
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await expect(field('Tanggal (Hari 1)')).toHaveValue('20 Juli 2024');
  });
});

test.describe('the list', () => {
  test.beforeAll(async () => {
    await launch();
    await startWith('examples');
    await expect(rows()).toHaveCount(5);
  });
  test.afterAll(quit);
  test.beforeEach(async () => {
    await call('examples.remove', [{}]);
    await call('examples.add', [{}]);
    await reload();
  });

  test('a day with attendance or minutes asks before it goes', async () => {
    await grid().getByText('Rapat Koordinasi Nasional').dblclick();
    await page.getByRole('tab', { name: 'Data sesi' }).click();
    await page.getByRole('button', { name: 'Hapus hari 2' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Hapus hari 2?' });
    await expect(dialog).toContainText('Kehadiran yang dicatat pada hari itu (7 peserta)');
    await press('Escape');
    await expect(field('Tanggal (Hari 2)')).toBeVisible();
    await page.getByRole('button', { name: 'Hapus hari 2' }).click();
    await dialog.getByRole('button', { name: 'Hapus hari 2' }).click();
    await expect(field('Tanggal')).toBeVisible();
  });

  test('sorts by every column', async () => {
    const sort = (name: string) =>
      grid().getByRole('columnheader', { name }).getByRole('button').click();
    await sort('Judul');
    await expect(titles().first()).toContainText('Evaluasi Pemilihan');
    await sort('Judul');
    await expect(titles().first()).toContainText('Rapat Koordinasi Nasional');
    await expect(grid().getByRole('columnheader', { name: 'Judul' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await sort('Jenis');
    await expect(rows().first()).toContainText('FGD');
    await sort('Tanggal');
    await expect(titles().first()).toHaveText('KPU-Bawaslu Talk');
    await sort('Tempat');
    await sort('Tempat');
    await expect(rows().first()).toContainText('The Zuri Hotel');
  });

  test('filters by kind, year, organization and words', async () => {
    const choose = async (filter: string, option: string): Promise<void> => {
      await page.getByRole('button', { name: filter }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    };
    await choose('Saring menurut jenis', 'Talk');
    await expect(titles()).toHaveText(['KPU-Bawaslu Talk']);
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await choose('Saring menurut tahun', '2024');
    await expect(titles()).toHaveText(['Rapat Koordinasi Bawaslu Kota Palembang']);
    await choose('Saring menurut tahun', 'Tanpa tanggal');
    await expect(rows()).toHaveCount(2);
    await choose('Saring menurut tahun', 'Semua tahun');
    await choose('Saring menurut lembaga', 'KPU RI');
    await expect(titles()).toHaveText(['Rapat Koordinasi Nasional']);
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await page.getByRole('searchbox').fill('bawaslu zuri');
    await expect(titles()).toHaveText(['Rapat Koordinasi Bawaslu Kota Palembang']);
    await expect(page.getByText('1 dari 5 sesi')).toBeVisible();
    await press('Escape');
    await expect(rows()).toHaveCount(5);
  });

  test('moves to the trash, undoes it, and brings back from the trash', async () => {
    await grid().focus();
    await press('Home', 'Delete');
    await expect(rows()).toHaveCount(4);
    await press('Control+z');
    await expect(rows()).toHaveCount(5);

    await press('Home', 'Shift+ArrowDown', 'Delete');
    await expect(rows()).toHaveCount(3);
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await expect(rows()).toHaveCount(5);

    await grid().focus();
    await press('End', 'Delete');
    await expect(rows()).toHaveCount(4);
    await page.getByRole('button', { name: 'Sampah (1)' }).click();
    await expect(titles()).toHaveText(['KPU-Bawaslu Talk']);
    await expect(grid()).toBeFocused();
    await press('Enter');
    await expect(page.getByText('Sampah kosong.')).toBeVisible();
    await page.getByRole('button', { name: 'Kembali ke pustaka' }).click();
    await expect(rows()).toHaveCount(5);
  });

  test('duplicates a session for the next meeting and opens by Enter', async () => {
    await grid().focus();
    await press('End', 'Control+d');
    await expect(rows()).toHaveCount(6);
    const copy = grid().getByRole('row', { selected: true });
    await expect(copy).toContainText('KPU-Bawaslu Talk');
    await expect(copy).toContainText('Rencana');
    await expect(copy.getByText('Contoh', { exact: true })).toHaveCount(0);
    await press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('KPU-Bawaslu Talk');
    await expect(page.getByText('Rencana', { exact: true })).toBeVisible();
  });

  test('has a menu for each row, also from the keyboard', async () => {
    await grid().focus();
    await press('Home', 'ArrowDown', 'Shift+F10');
    await expect(page.getByRole('menuitem', { name: /Buka/ })).toBeFocused();
    const before = await rows().count();
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await expect(rows()).toHaveCount(before - 1);
    await expect(grid()).toBeFocused();
  });

  test('gives up the examples in one action, after asking', async () => {
    await call('sessions.create', [{ changes: { title: 'Sesi sendiri' } }]);
    await reload();
    const examples = grid().getByText('Contoh', { exact: true });
    await expect(examples).toHaveCount(5);
    await page.getByRole('button', { name: 'Hapus contoh' }).click();
    const dialog = page.getByRole('alertdialog');
    await press('Escape');
    await expect(examples).toHaveCount(5);
    await page.getByRole('button', { name: 'Hapus contoh' }).click();
    await dialog.getByRole('button', { name: 'Hapus contoh' }).click();
    await expect(examples).toHaveCount(0);
    await expect(titles().filter({ hasText: 'Sesi sendiri' })).toBeVisible();
    await expect(page.getByText('bertanda “Contoh”')).toBeHidden();
  });
});
