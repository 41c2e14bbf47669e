import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

import { runBackupJob } from '../../src/main/backup/jobs.ts';
import { PREPARED_TITLE, plainStatements, prepareArchive } from '../fixtures/prepared-archive.ts';
import { launchNotula } from './launch.ts';
import { takePicture } from './pictures.ts';
import type { Notula } from './launch.ts';

let folder: string;
let archiveFile: string;
let notula: Notula | null = null;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notula-lost-'));
  archiveFile = join(folder, 'arsip.db');
  prepareArchive(archiveFile, plainStatements(12));
  await runBackupJob({
    type: 'backup',
    reason: 'session-close',
    nowMs: Date.UTC(2026, 10, 20, 7, 3, 22),
    isSkippedWhenCurrent: false,
    archiveFile,
    backupFolder: join(folder, 'cadangan'),
    nativeBinding: null,
  });
});
test.afterEach(async () => {
  await notula?.close();
  notula = null;
  rmSync(folder, { recursive: true, force: true });
});

const launch = async (): Promise<Page> => {
  notula = await launchNotula({ userDataDir: folder });
  return notula.window;
};
const filesLike = (start: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith(start));

test('a missing archive is noticed, and its sessions come back from the newest backup', async () => {
  rmSync(archiveFile);
  const window = await launch();
  await expect(window.getByRole('heading', { name: 'Arsip tidak dapat dipakai' })).toBeVisible();
  await expect(window.getByRole('alert')).toContainText('tidak menghapus atau mengubah apa pun');
  await expect(window.getByText(/1 cadangan dapat dipulihkan.*20 November 2026/)).toBeVisible();
  expect(existsSync(archiveFile)).toBe(false);
  await window.emulateMedia({ colorScheme: 'dark' });
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await takePicture(window, 'archive-missing-dark');
  await window.emulateMedia({ colorScheme: 'light' });
  await takePicture(window, 'archive-missing');

  // By keyboard alone: the list of all backups, and back.
  await window.getByRole('button', { name: 'Semua cadangan' }).press('Enter');
  const list = window.getByRole('dialog');
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list.getByRole('button', { name: 'Buat cadangan' })).toHaveCount(0);
  await window.keyboard.press('Escape');

  await window.getByRole('button', { name: 'Pulihkan cadangan terbaru' }).press('Enter');
  const preview = window.getByRole('alertdialog');
  await expect(preview).toContainText('1 sesi, 12 blok');
  await takePicture(window, 'archive-missing-restore');
  await preview.getByRole('button', { name: 'Pulihkan cadangan ini' }).click();
  await expect(window.getByRole('grid').getByText(PREPARED_TITLE)).toBeVisible();
});

test('an emptied archive whose -wal is left can be replaced by an empty one; nothing is deleted', async () => {
  writeFileSync(archiveFile, '');
  writeFileSync(`${archiveFile}-wal`, 'sisa tulisan');
  writeFileSync(join(folder, 'search.db'), 'sisa indeks');
  const window = await launch();
  const startEmpty = window.getByRole('button', { name: 'Mulai arsip kosong' });
  await startEmpty.click();
  const question = window.getByRole('alertdialog', { name: 'Mulai dengan arsip kosong?' });
  await takePicture(window, 'archive-start-empty');
  // Enter on the answer that has the focus changes nothing.
  await window.keyboard.press('Enter');
  await expect(question).toBeHidden();
  expect(readFileSync(`${archiveFile}-wal`, 'utf8')).toBe('sisa tulisan');

  await startEmpty.click();
  await question.getByRole('button', { name: 'Mulai arsip kosong' }).click();
  await expect(window.getByRole('heading', { name: 'Selamat datang di Notula' })).toBeVisible();
  const [wal] = filesLike('arsip-disisihkan-').filter((name) => name.endsWith('-wal'));
  expect(readFileSync(join(folder, wal ?? ''), 'utf8')).toBe('sisa tulisan');
  const [index] = filesLike('search-disisihkan-');
  expect(readFileSync(join(folder, index ?? ''), 'utf8')).toBe('sisa indeks');
  expect(readdirSync(join(folder, 'cadangan')).some((name) => name.endsWith('.db'))).toBe(true);

  // The choice is made once.
  await window.getByRole('button', { name: 'Lewati' }).click();
  await expect(window.getByRole('button', { name: 'Sesi baru' }).first()).toBeVisible();
  await notula?.close();
  const again = await launch();
  await expect(again.getByRole('button', { name: 'Sesi baru' }).first()).toBeVisible();
});

test('a damaged archive is set aside whole when a backup takes its place', async () => {
  const garbage = 'bukan basis data. '.repeat(500);
  writeFileSync(archiveFile, garbage);
  const window = await launch();
  await expect(window.getByRole('alert')).toContainText('Berkas arsip rusak');
  await window.getByRole('button', { name: 'Pulihkan cadangan terbaru' }).click();
  await window
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Pulihkan cadangan ini' })
    .click();
  await expect(window.getByRole('grid').getByText(PREPARED_TITLE)).toBeVisible();
  const [kept] = filesLike('arsip-rusak-');
  expect(readFileSync(join(folder, kept ?? ''), 'utf8')).toBe(garbage);
});

test('without any trace of an archive the app begins as on its first day', async () => {
  rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), 'notula-lost-'));
  const window = await launch();
  await expect(window.getByRole('heading', { name: 'Selamat datang di Notula' })).toBeVisible();
});
