import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { callApp } from './bridge.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';
import { showTheme, takePicture, THEMES } from './pictures.ts';
import { fillArchive, TITLE } from './sample-archive.ts';

// Every view is searched through in three themes, which takes seconds each.
test.describe.configure({ timeout: 240_000 });

let notula: Notula;

const press = (key: string): Promise<void> => notula.window.keyboard.press(key);

const library = () => notula.window.getByRole('grid', { name: 'Daftar sesi' });

async function openSession(): Promise<void> {
  await library().getByText(TITLE, { exact: true }).dblclick();
  await expect(notula.window.getByRole('textbox', { name: 'Naskah notula' })).toBeFocused();
}

/** Checks what is shown in each theme, to WCAG 2.2 AA and axe's own advice. */
async function checkThemes(view: string): Promise<void> {
  const { window } = notula;
  const found: string[] = [];
  for (const theme of THEMES) {
    await showTheme(window, theme);
    await takePicture(window, `a11y-${view}-${theme}`);
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
    for (const { id, impact, nodes } of violations) {
      for (const { target, failureSummary } of nodes) {
        found.push(
          `${theme}: ${id} (${impact ?? '?'}) ${target.join(' ')}\n  ${failureSummary ?? ''}`,
        );
      }
    }
  }
  expect.soft(found, view).toEqual([]);
}

/** An app of its own for what only a new or a broken archive shows. */
async function withApp(userDataDir: string | undefined, check: () => Promise<void>): Promise<void> {
  const before = notula;
  notula = await launchNotula(userDataDir === undefined ? {} : { userDataDir });
  await notula.window.emulateMedia({ reducedMotion: 'reduce' });
  try {
    await check();
  } finally {
    await notula.close();
    notula = before;
  }
}

test.beforeAll(async () => {
  notula = await launchNotula();
  await notula.window.emulateMedia({ reducedMotion: 'reduce' });
  await fillArchive(notula.window);
});
test.afterAll(() => notula.close());

test.beforeEach(async () => {
  await notula.window.reload();
  await expect(library()).toBeVisible();
});

test('first run and an empty library', () =>
  withApp(undefined, async () => {
    const { window } = notula;
    await expect(window.getByRole('heading', { name: 'Selamat datang di Notula' })).toBeVisible();
    await checkThemes('first-run');
    await callApp(window, 'profile.update', {
      changes: { isSetUp: true, officeName: 'KPU Kota Contoh' },
    });
    await window.reload();
    await expect(window.getByRole('heading', { name: 'Belum ada sesi' })).toBeVisible();
    await checkThemes('library-empty');
  }));

test('a library with sessions, its menu and what is selected', async () => {
  const { window } = notula;
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

test('the editor with every type of block, its lists and dialogs', async () => {
  const { window } = notula;
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
  const { window } = notula;
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
  const { window } = notula;
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
  const { window } = notula;
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

test('dialogs of an open session: history, statistics, words and phrases', async () => {
  const { window } = notula;
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
  const { window } = notula;
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
  const { window } = notula;
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
  const { window } = notula;
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

test('search: before, found and nothing found', async () => {
  const { window } = notula;
  await press('Control+Shift+f');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  await expect(field).toBeFocused();
  await checkThemes('search');
  await field.fill('prabumulih');
  await expect(window.getByRole('option').first()).toBeVisible();
  await press('ArrowDown');
  await checkThemes('search-results');
  await field.fill('tidakadasamasekali');
  await expect(window.getByRole('heading', { name: /Tidak ada yang cocok/ })).toBeVisible();
  await checkThemes('search-none');
  await press('Escape');
});

test('what lies over the window: palette, settings, backups, keyboard help, a message', async () => {
  const { window } = notula;
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
  await withApp(userDataDir, async () => {
    await expect(
      notula.window.getByRole('heading', { name: 'Arsip tidak dapat dipakai' }),
    ).toBeVisible();
    await expect(notula.window.getByText(/Tidak ada cadangan yang dapat dipulihkan/)).toBeVisible();
    await checkThemes('start-failure');
    await notula.window.getByRole('button', { name: 'Mulai arsip kosong' }).press('Enter');
    await expect(notula.window.getByRole('alertdialog')).toBeVisible();
    await checkThemes('start-failure-empty');
    await press('Escape');
  });
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
});
