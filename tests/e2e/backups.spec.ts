import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';

import { PREPARED_TITLE, plainStatements, prepareArchive } from '../fixtures/prepared-archive.ts';
import { launchNotula } from './launch.ts';
import { takePicture } from './pictures.ts';

const chooseInMenu = (app: ElectronApplication, start: string): Promise<void> =>
  app.evaluate(({ Menu }, label) => {
    const menus = Menu.getApplicationMenu()?.items ?? [];
    const items = menus.flatMap(({ submenu }) => submenu?.items ?? []);
    items.find((item) => item.label.startsWith(label))?.click();
  }, start);

test('a backup is made by one command and restored after a look at what changes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'notula-backups-'));
  prepareArchive(join(folder, 'arsip.db'), plainStatements(12));
  const notula = await launchNotula({ userDataDir: folder });
  const { app, window } = notula;
  try {
    const library = window.getByRole('grid');
    await expect(library.getByText(PREPARED_TITLE)).toBeVisible();
    await chooseInMenu(app, 'Buat cadangan');
    await expect(window.getByText(/Cadangan dibuat dan teruji: 1 sesi/)).toBeVisible();

    // A session that the backup does not know.
    await window.getByRole('button', { name: 'Sesi baru' }).click();
    await window.getByRole('button', { name: 'Pustaka' }).click();
    await expect(window.getByText('2 sesi', { exact: true })).toBeVisible();

    await chooseInMenu(app, 'Cadangan dan');
    const dialog = window.getByRole('dialog');
    const made = dialog.getByRole('option').filter({ hasText: 'Dibuat sendiri' });
    await expect(made).toContainText('1 sesi · 12 blok');
    await expect(made).toContainText('Teruji');
    await takePicture(window, 'backups');
    await made.click();
    await dialog.getByRole('button', { name: 'Pulihkan yang dipilih' }).click();

    const preview = window.getByRole('alertdialog', { name: 'Pulihkan cadangan ini?' });
    await expect(preview).toContainText('Tidak ada di cadangan');
    await expect(preview.getByRole('listitem')).toHaveCount(1);
    await takePicture(window, 'backups-preview');
    await preview.getByRole('button', { name: 'Pulihkan cadangan ini' }).click();

    await expect(window.getByText(/Arsip dipulihkan ke keadaan/)).toBeVisible();
    await expect(window.getByText('1 sesi', { exact: true })).toBeVisible();
    await expect(library.getByText(PREPARED_TITLE)).toBeVisible();

    await chooseInMenu(app, 'Cadangan dan');
    const kept = dialog.getByRole('option').filter({ hasText: 'Sebelum pemulihan' });
    await expect(kept).toContainText('2 sesi · 12 blok');
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  } finally {
    await notula.close();
  }
  const left = readdirSync(join(folder, 'cadangan'));
  expect(left.filter((name) => name.includes('.tmp'))).toEqual([]);
  expect(left.some((name) => name.endsWith('-start.db'))).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});
