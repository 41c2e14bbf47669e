import { expect, test } from '@playwright/test';

import { fullArchive } from './full-archive.ts';

// Every view is searched through in three themes, which takes seconds each.
test.describe.configure({ timeout: 240_000 });

const archive = fullArchive();
const { press, openSession, checkThemes } = archive;

test('dialogs of an open session: history, statistics, words and phrases', async () => {
  const { window } = archive;
  await openSession();
  await press('Control+4');
  const history = window.getByRole('dialog', { name: 'Riwayat versi' });
  await history.getByRole('button', { name: 'Simpan versi sekarang' }).click();
  await expect(history.getByRole('option').first()).toBeVisible();
  await checkThemes('history-same');
  await history.getByRole('option').last().click();
  await checkThemes('history');
  await history.getByRole('radio', { name: 'Seluruh isi' }).click();
  await checkThemes('history-whole');
  await press('Escape');
  await expect(history).toBeHidden();
  await press('Control+k');
  await window.keyboard.type('jumlah kata');
  await press('Enter');
  await expect(window.getByRole('dialog', { name: /Jumlah kata/ })).toBeVisible();
  await checkThemes('statistics');
  await press('Escape');
  await press('Control+k');
  await window.keyboard.type('kata dan frasa');
  await press('Enter');
  const words = window.getByRole('dialog', { name: 'Kata dan frasa' });
  for (const [index, tab] of ['Singkatan', 'Frasa baku', 'Ejaan dan kata kantor'].entries()) {
    await words.getByRole('tab', { name: tab }).click();
    await expect(words.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
    await checkThemes(`words-${index + 1}`);
  }
  await press('Escape');
});

test('attendance with rows, a cell being edited, its menu and dialog', async () => {
  const { window } = archive;
  await openSession();
  await press('Control+2');
  const grid = window.getByRole('grid', { name: 'Peserta sesi' });
  await expect(grid).toBeVisible();
  await grid.focus();
  await press('ArrowDown');
  await checkThemes('attendance');
  await press('Space');
  await checkThemes('attendance-selected');
  await press('ArrowRight');
  await press('Enter');
  await checkThemes('attendance-cell');
  await press('Escape');
  for (const step of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await press(step);
  await press('Enter');
  await expect(window.getByRole('menu')).toBeVisible();
  await checkThemes('attendance-presence');
  await press('Escape');
  await press('Home');
  for (const step of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'])
    await press(step);
  await press('Enter');
  await expect(window.getByRole('dialog')).toBeVisible();
  await checkThemes('attendance-person');
  await press('Escape');
});

test('adding to the attendance: who is known, somebody new, a pasted list', async () => {
  const { window } = archive;
  await openSession();
  await press('Control+2');
  await window.getByRole('combobox', { name: 'Tambah peserta' }).fill('con');
  await expect(window.getByRole('option').first()).toBeVisible();
  await checkThemes('attendance-find');
  await press('ArrowUp');
  await press('ArrowUp');
  await press('Enter');
  await expect(window.getByRole('form', { name: 'Orang baru' })).toBeVisible();
  await checkThemes('attendance-new');
  await press('Escape');
  await window.getByRole('button', { name: 'Tempel daftar' }).click();
  await window
    .getByRole('textbox', { name: 'Daftar yang ditempel' })
    .fill('1. Andi Umpama - Ketua - Bawaslu Contoh\n2. Rombongan Kecamatan (12 orang)');
  await expect(window.getByRole('checkbox').first()).toBeVisible();
  await checkThemes('attendance-paste');
  await press('Escape');
});

test('session data', async () => {
  const { window } = archive;
  await openSession();
  await press('Control+3');
  await expect(window.getByRole('combobox', { name: 'Jenis' })).toBeVisible();
  await checkThemes('session-data');
  await window.getByRole('textbox', { name: 'Tanggal' }).first().fill('31.02.2025');
  await press('Tab');
  await checkThemes('session-data-error');
  // What was refused would hold up leaving.
  await window.reload();
});
