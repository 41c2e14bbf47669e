import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { checkThemes as inThemes } from './axe.ts';
import { callApp } from './bridge.ts';
import { fullArchive } from './full-archive.ts';
import { launchNotula } from './launch.ts';
import { TITLE } from './sample-archive.ts';

// Every view is searched through in three themes, which takes seconds each.
test.describe.configure({ timeout: 240_000 });

const archive = fullArchive();
const { press, library, checkThemes } = archive;

/** An app of its own for what only a new or a broken archive shows. */
async function withApp(
  userDataDir: string | undefined,
  check: (window: Page) => Promise<void>,
): Promise<void> {
  const notula = await launchNotula(userDataDir === undefined ? {} : { userDataDir });
  await notula.window.emulateMedia({ reducedMotion: 'reduce' });
  try {
    await check(notula.window);
  } finally {
    await notula.close();
  }
}

test('first run and an empty library', () =>
  withApp(undefined, async (window) => {
    await expect(window.getByRole('heading', { name: 'Selamat datang di Notula' })).toBeVisible();
    await inThemes(window, 'a11y-first-run');
    await callApp(window, 'profile.update', {
      changes: { isSetUp: true, officeName: 'KPU Kota Contoh' },
    });
    await window.reload();
    await expect(window.getByRole('heading', { name: 'Belum ada sesi' })).toBeVisible();
    await inThemes(window, 'a11y-library-empty');
  }));

test('a library with sessions, its menu and what is selected', async () => {
  const { window } = archive;
  await expect(library().getByText(TITLE)).toBeVisible();
  await checkThemes('library');
  await library().focus();
  await press('Space');
  await press('ArrowDown');
  await press('Space');
  await checkThemes('library-selected');
  await press('Shift+F10');
  await expect(window.getByRole('menu')).toBeVisible();
  await checkThemes('library-menu');
  await press('Escape');
  await press('Delete');
  await expect(window.getByRole('alertdialog')).toBeVisible();
  await checkThemes('library-remove');
  await press('Escape');
});

test('search: before, found and nothing found', async () => {
  const { window } = archive;
  await press('Control+Shift+f');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  await expect(field).toBeFocused();
  await checkThemes('search');
  await field.fill('prabumulih');
  await expect(window.getByRole('option').first()).toBeVisible();
  await press('ArrowDown');
  await checkThemes('search-results');
  await field.fill('prabumulih jenis:');
  await expect(window.getByRole('listbox', { name: 'Usulan kelanjutan' })).toBeVisible();
  await checkThemes('search-completion');
  await press('Escape');
  await window.getByRole('toolbar', { name: 'Saringan' }).getByRole('button').first().click();
  await expect(window.getByPlaceholder('Ketik nama …')).toBeFocused();
  await checkThemes('search-picker');
  await press('Escape');
  await field.fill('tidakadasamasekali');
  await expect(window.getByRole('heading', { name: /Tidak ada yang cocok/ })).toBeVisible();
  await checkThemes('search-none');
  await press('Escape');
});

test('what lies over the window: palette, settings, backups, keyboard help, a message', async () => {
  const { window } = archive;
  await press('Control+k');
  await expect(window.getByRole('dialog', { name: 'Daftar perintah' })).toBeVisible();
  await press('ArrowDown');
  await checkThemes('palette');
  await window.keyboard.type('cadangan dan');
  await press('Enter');
  await expect(window.getByRole('dialog', { name: /Cadangan/ })).toBeVisible();
  await checkThemes('backups');
  await press('Escape');
  await press('F1');
  await expect(window.getByRole('dialog', { name: 'Pintasan papan ketik' })).toBeVisible();
  await checkThemes('keyboard-help');
  await press('Escape');
  await press('Control+k');
  await window.keyboard.type('lisensi');
  await press('Enter');
  const licences = window.getByRole('dialog', { name: 'Lisensi perangkat lunak' });
  // One that is bundled, one that is packed, and the dictionary.
  await expect(
    licences.getByText(/prosemirror-model - [\s\S]*better-sqlite3|better-sqlite3 - /),
  ).toBeVisible();
  await expect(licences.getByText(/hunspell-id/)).toBeVisible();
  await checkThemes('licences');
  await press('Escape');
  await press('Control+,');
  await expect(window.getByRole('dialog', { name: 'Setelan' })).toBeVisible();
  await checkThemes('settings');
  await press('Escape');
  await press('Control+1');
  await expect(window.getByText('Buka sebuah sesi dulu')).toBeVisible();
  await checkThemes('message');
});

test('an archive that cannot be opened', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'notula-rusak-'));
  await writeFile(join(userDataDir, 'arsip.db'), 'bukan arsip '.repeat(1000));
  await withApp(userDataDir, async (window) => {
    await expect(window.getByRole('heading', { name: 'Arsip tidak dapat dipakai' })).toBeVisible();
    await expect(window.getByText(/Tidak ada cadangan yang dapat dipulihkan/)).toBeVisible();
    await inThemes(window, 'a11y-start-failure');
    await window.getByRole('button', { name: 'Mulai arsip kosong' }).press('Enter');
    await expect(window.getByRole('alertdialog')).toBeVisible();
    await inThemes(window, 'a11y-start-failure-empty');
    await window.keyboard.press('Escape');
  });
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
});
