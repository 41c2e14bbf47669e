import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { expect } from '@playwright/test';

import { DOCUMENT_KINDS } from '../../src/shared/official/document-kinds.ts';
import type { Notula } from './launch.ts';
import type { Camera } from './main-job.ts';
import { keyboardOf } from './main-job.ts';

/** How the documents of the office look: its letterhead, and what comes set for the rest. */
export async function setOfficeFace({ window }: Notula, photograph: Camera): Promise<void> {
  const { press, type } = keyboardOf(window);
  await press('Control+k');
  await type('wajah kantor');
  await press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Wajah kantor' });
  await dialog.getByRole('button', { name: 'Isi dari nama dan alamat', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Baris 1', exact: true })).toBeFocused();
  await photograph('wajah-kantor');
  await dialog.getByRole('tab', { name: 'Tanda tangan' }).click();
  await photograph('tanda-tangan');
  await dialog.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** All documents of the session at once, in a folder of their own. */
export async function exportAllDocuments(
  { app, window }: Notula,
  folder: string,
  photograph: Camera,
): Promise<void> {
  const target = join(folder, 'dokumen');
  await mkdir(target, { recursive: true });
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, target);
  await window.keyboard.press('Control+Shift+d');
  const dialog = window.getByRole('dialog', { name: 'Ekspor dokumen' });
  const rows = dialog.getByRole('grid', { name: 'Dokumen sesi ini' }).getByRole('row');
  const pressRelease = rows.filter({ has: window.getByText('Siaran Pers', { exact: true }) });
  await pressRelease.getByText('Siaran Pers', { exact: true }).click();
  await expect(dialog.getByText('Kutipan verbatim belum ditandai')).toBeVisible();
  await photograph('ekspor');
  await dialog.getByText('Semua dokumen', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Semua ke folder …' }).click();
  const saved = `${DOCUMENT_KINDS.length} dokumen tersimpan di folder “dokumen”.`;
  await expect(dialog.getByText(saved)).toBeVisible();
  await photograph('semua-dokumen');
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}
