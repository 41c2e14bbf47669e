import { expect, test } from '@playwright/test';

import { callApp } from './bridge.ts';
import { fullArchive } from './full-archive.ts';
import { TITLE } from './sample-archive.ts';

// Every view is searched through in three themes, which takes seconds each.
test.describe.configure({ timeout: 240_000 });

const archive = fullArchive();
const { press, openSession, checkThemes } = archive;

test('the editor with every type of block, its lists and dialogs', async () => {
  const { window } = archive;
  await openSession();
  const page = window.getByRole('textbox', { name: 'Naskah notula' });
  await checkThemes('editor');
  await press('Alt+a');
  await press('1');
  await expect(window.getByRole('listbox', { name: 'Daftar penanya' })).toBeVisible();
  await press('F6');
  await press('ArrowDown');
  await press('Shift+F10');
  await expect(window.getByRole('menu')).toBeVisible();
  await checkThemes('editor-rail');
  await press('Escape');
  await press('Escape');
  await press('Escape');
  await press('Alt+p');
  await expect(window.getByRole('combobox', { name: 'Pilih pembicara' })).toBeFocused();
  await checkThemes('editor-speakers');
  await press('Escape');
  await page.getByText('Jadwal disetujui.').click();
  await press('F2');
  await expect(window.getByRole('dialog')).toBeVisible();
  await checkThemes('editor-details-decision');
  await press('Escape');
  await page.getByText('Menyusun jadwal.').click();
  await press('F2');
  await expect(window.getByRole('dialog')).toBeVisible();
  await checkThemes('editor-details-follow-up');
  await press('Escape');
  await press('Control+Shift+k');
  await expect(window.getByRole('dialog')).toBeVisible();
  await checkThemes('editor-link');
  await press('Escape');
  await window.getByRole('button', { name: 'Sisipkan' }).click();
  await expect(window.getByRole('menu')).toBeVisible();
  await checkThemes('editor-insert');
  await press('Escape');
});

test('what is open around the page: outline, finding, replacing, filtering', async () => {
  const { window } = archive;
  await openSession();
  await press('Control+Shift+o');
  await expect(window.getByRole('navigation', { name: 'Susunan acara' })).toBeVisible();
  await checkThemes('editor-outline');
  await press('Control+h');
  const find = window.getByRole('search', { name: 'Cari di notula ini' });
  await find.getByRole('textbox', { name: 'Cari', exact: true }).fill('jadwal');
  await expect(find).toContainText(/hasil|dari/);
  await press('Control+Shift+l');
  const filter = window.getByRole('region', { name: 'Saringan blok' });
  await expect(filter.getByRole('button').first()).toBeFocused();
  await press('Enter');
  await expect(window.getByRole('listbox', { name: 'Pembicara' }).first()).toBeVisible();
  await checkThemes('editor-filter-choices');
  await press('ArrowDown');
  await press('Enter');
  await expect(filter).toContainText(/Menampilkan \d+ dari \d+ blok/);
  await checkThemes('editor-bars');
  await find.getByRole('textbox', { name: 'Cari', exact: true }).fill('tidakadasamasekali');
  await expect(find).toContainText('Tidak ditemukan');
  await checkThemes('editor-find-nothing');
  await filter.getByRole('button').first().focus();
  await press('Escape');
  await find.getByRole('textbox').first().focus();
  await press('Escape');
  await press('Control+Shift+o');
});

test('what helps while typing: lists, phrases, completion, spelling, note and flag', async () => {
  const { window } = archive;
  await openSession();
  await press('Control+Enter');
  await press('0');
  await window.keyboard.type('/');
  await expect(window.getByRole('listbox', { name: 'Ubah baris ini menjadi' })).toBeVisible();
  await checkThemes('editor-slash');
  await press('Escape');
  await press('Backspace');
  await press('Control+Shift+b');
  await expect(window.getByRole('combobox', { name: 'Sisipkan frasa baku' })).toBeFocused();
  await checkThemes('editor-phrases');
  await press('Escape');
  await window.keyboard.type('Rekapitulsi rapat ');
  await expect(window.getByRole('textbox', { name: 'Naskah notula' })).toContainText('Rekapitulsi');
  await press('F7');
  await expect(window.getByRole('menu')).toBeVisible();
  await checkThemes('editor-spelling');
  await press('Escape');
  await press('Control+Shift+i');
  await press('Control+Alt+m');
  await window.keyboard.type('Periksa angka ini.');
  await checkThemes('editor-note');
  await press('Enter');
  await checkThemes('editor-flag-and-note');
  await press('Alt+d');
  await expect(window.getByRole('combobox', { name: 'Siapa yang datang?' })).toBeFocused();
  await checkThemes('editor-arrival');
  await press('Escape');
  await window.getByText('Contoh Barat').click();
  await expect(window.getByRole('button', { name: 'Tambah baris di bawah' })).toBeVisible();
  await checkThemes('editor-table');
});

test('the course of the meeting: adjourned, quorum, statements without a speaker', async () => {
  const { window } = archive;
  const sessions = await callApp(window, 'sessions.list', {});
  const session = sessions.find(({ title }) => title === TITLE);
  if (session === undefined) throw new Error('no session');
  await callApp(window, 'sessions.update', {
    id: session.id,
    changes: {
      quorum: { threshold: 'separuh', atLeast: null, roles: ['narasumber'], members: 5 },
    },
  });
  await openSession();
  await press('F8');
  await expect(window.getByText('Diskors', { exact: true })).toBeVisible();
  await window.getByRole('button', { name: /tanpa pembicara/ }).click();
  await expect(window.getByText('Kuorum belum tercapai')).toBeVisible();
  await checkThemes('editor-paused');
  await press('F8');
  await press('F12');
  await expect(window.getByRole('tablist')).toBeHidden();
  await checkThemes('editor-focus-mode');
  await press('F12');
});
