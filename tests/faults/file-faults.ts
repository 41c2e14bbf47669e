import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { copyArchive } from '../../src/main/backup/copy.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { ARCHIVE_VERSION } from '../../src/main/db/migrations.ts';
import { PREPARED_TITLE, plainStatements, prepareArchive } from '../fixtures/prepared-archive.ts';
import type { FaultResult } from './faults.ts';
import { closeApp, startApp } from './running-app.ts';
import type { RunningApp } from './running-app.ts';

/** Makes a data folder with one session, runs the work in it and removes it. */
async function inFolder(work: (folder: string) => Promise<FaultResult>): Promise<FaultResult> {
  const root = mkdtempSync(join(tmpdir(), 'notula-fault-'));
  const folder = join(root, 'data');
  mkdirSync(folder);
  try {
    prepareArchive(join(folder, 'arsip.db'), plainStatements(5));
    return await work(folder);
  } finally {
    chmodSync(folder, 0o700);
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function withApp<T>(folder: string, work: (running: RunningApp) => Promise<T>): Promise<T> {
  const running = await startApp(folder);
  try {
    return await work(running);
  } finally {
    await closeApp(running, folder);
  }
}

const alertText = async (window: Page): Promise<string> => {
  const alert = window.getByRole('alert').first();
  await alert.waitFor();
  return alert.innerText();
};

const bytesOf = (folder: string): Buffer => readFileSync(join(folder, 'arsip.db'));

export const newerArchive = (): Promise<FaultResult> =>
  inFolder(async (folder) => {
    const db = openDatabase(join(folder, 'arsip.db'), { nativeBinding: null });
    db.pragma(`user_version = ${ARCHIVE_VERSION + 1}`);
    db.close();
    const before = bytesOf(folder);
    const told = await withApp(folder, ({ window }) => alertText(window));
    const wrong = bytesOf(folder).equals(before) ? [] : ['the archive was changed'];
    return { told, wrong };
  });

export const damagedArchive = (): Promise<FaultResult> =>
  inFolder(async (folder) => {
    await backUp(folder);
    const garbage = Buffer.from('bukan basis data. '.repeat(4000));
    writeFileSync(join(folder, 'arsip.db'), garbage);
    const wrong: string[] = [];
    const told = await withApp(folder, async ({ window }) => {
      const text = await alertText(window);
      if (!bytesOf(folder).equals(garbage)) wrong.push('the damaged file was changed');
      await window.getByRole('button', { name: 'cadangan' }).first().click();
      await restoreFirst(window);
      await window.getByRole('grid').getByText(PREPARED_TITLE).waitFor();
      return text;
    });
    const kept = readdirSync(folder).find((name) => /^arsip-rusak-.*\.db$/.test(name));
    if (kept === undefined) wrong.push('the damaged file was not kept');
    else if (!readFileSync(join(folder, kept)).equals(garbage)) wrong.push('it was not kept whole');
    return { told, wrong };
  });

export const damagedBackup = (): Promise<FaultResult> =>
  inFolder(async (folder) => {
    const fileName = await backUp(folder);
    const backup = join(folder, 'cadangan', fileName);
    const bytes = readFileSync(backup);
    bytes.write('XXXX', bytes.indexOf('pemutakhiran'));
    writeFileSync(backup, bytes);
    const wrong: string[] = [];
    const told = await withApp(folder, async ({ app, window }) => {
      await window.getByRole('grid').getByText(PREPARED_TITLE).waitFor();
      await app.evaluate(({ Menu }) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(
          ({ submenu }) => submenu?.items ?? [],
        );
        items?.find(({ label }) => label.startsWith('Cadangan'))?.click();
      });
      await chooseBackup(window, 'Dibuat sendiri');
      const text = await alertText(window);
      const confirm = window.getByRole('button', { name: 'Pulihkan cadangan ini' });
      if (await confirm.isEnabled()) wrong.push('it could still be restored');
      await window.getByRole('button', { name: 'Kembali' }).click();
      await window.keyboard.press('Escape');
      await window.getByRole('grid').getByText(PREPARED_TITLE).waitFor();
      return text;
    });
    return { told, wrong };
  });

export const readOnlyFolder = (): Promise<FaultResult> =>
  inFolder(async (folder) => {
    const before = bytesOf(folder);
    chmodSync(join(folder, 'arsip.db'), 0o400);
    chmodSync(folder, 0o500);
    const told = await withApp(folder, ({ window }) => alertText(window));
    const wrong = bytesOf(folder).equals(before) ? [] : ['the archive was changed'];
    return { told, wrong };
  });

async function backUp(folder: string): Promise<string> {
  const info = await copyArchive({
    archiveFile: join(folder, 'arsip.db'),
    backupFolder: join(folder, 'cadangan'),
    reason: 'manual',
    nowMs: Date.now() - 60_000,
    nativeBinding: null,
    unlessFingerprint: null,
  });
  if (info === null) throw new Error('no backup was made');
  return info.fileName;
}

async function chooseBackup(window: Page, text: string): Promise<void> {
  await window.getByRole('option').filter({ hasText: text }).first().click();
  await window.getByRole('button', { name: 'Pulihkan yang dipilih' }).click();
}

async function restoreFirst(window: Page): Promise<void> {
  await chooseBackup(window, 'Dibuat sendiri');
  await window.getByRole('button', { name: 'Pulihkan cadangan ini' }).click();
}
