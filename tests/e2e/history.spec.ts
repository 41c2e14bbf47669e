import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { CallInput, CallName } from '../../src/shared/contract/index.ts';
import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { BlockId } from '../../src/shared/ids.ts';
import type { Session } from '../../src/shared/minutes/session.ts';
import { callApp } from './bridge.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';

let userDataDir: string;
let notula: Notula;
let session: Session;
let number = 0;

const call = <Name extends CallName>(name: Name, input: CallInput<Name>) =>
  callApp(notula.window, name, input);
const page = (): Locator => notula.window.getByRole('textbox', { name: 'Naskah notula' });
const view = (): Locator => notula.window.getByRole('dialog', { name: 'Riwayat versi' });
const versions = (): Locator => view().getByRole('option');
const changes = (): Locator => view().locator('.version-change');
const press = (key: string): Promise<void> => notula.window.keyboard.press(key);
const type = (text: string): Promise<void> => notula.window.keyboard.type(text);

async function savedWords(): Promise<readonly string[]> {
  await expect(notula.window.locator('.save-state-saved')).toBeVisible();
  const { blocks } = await call('documents.load', { sessionId: session.id });
  return blocks.map(blockPlainText);
}

async function screenshot(name: string): Promise<void> {
  const folder = process.env['NOTULA_RESULTS_DIR'];
  if (!folder) return;
  for (const theme of ['light', 'dark']) {
    await notula.window.evaluate((value) => {
      document.documentElement.dataset['theme'] = value;
    }, theme);
    await notula.window.screenshot({ path: join(folder, `${name}-${theme}.png`) });
  }
  await notula.window.evaluate(() => {
    document.documentElement.dataset['theme'] = 'light';
  });
}

const statement = (id: string, text: string): Block => ({
  type: 'statement',
  attrs: {
    id: id as BlockId,
    dayId: session.days[0]?.id ?? null,
    speakerId: null,
    kind: 'pernyataan',
    spokenAtMs: null,
  },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

const save = (blocks: readonly Block[], deletions: readonly string[] = []) =>
  call('documents.save', {
    sessionId: session.id,
    upserts: [...blocks],
    deletions: deletions.map((id) => id as BlockId),
    order: blocks.map((block) => block.attrs.id),
  });

async function open(): Promise<void> {
  await notula.window.reload();
  await notula.window.getByText(session.title).first().dblclick();
  await expect(page()).toBeFocused();
}

test.beforeAll(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), 'notula-history-'));
  notula = await launchNotula({ userDataDir });
  await call('profile.update', {
    changes: { isSetUp: true, officeName: 'Kantor Contoh', notulisName: 'Siti Contoh' },
  });
});
test.afterAll(async () => {
  await notula.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
});
test.beforeEach(async () => {
  number += 1;
  session = await call('sessions.create', { changes: { title: `Rapat berversi ${number}` } });
});

test('says what versions are where there is none, and keeps one on demand', async () => {
  await open();
  await type('Kata pertama.');
  await press('Control+4');
  await expect(view()).toContainText('Belum ada versi');
  await screenshot('riwayat-kosong');
  await view().getByRole('button', { name: 'Simpan versi sekarang' }).click();
  await expect(versions()).toHaveCount(1);
  await expect(versions().first()).toContainText('Disimpan manual');
  await expect(versions().first()).toContainText('Siti Contoh');
  await expect(view()).toContainText('Sama dengan notula sekarang.');
  await press('Escape');
  await expect(view()).toBeHidden();
  await expect(page()).toBeFocused();
});

test('a version is kept when a meeting starts, the session is left, and the app ends', async () => {
  await open();
  await type('Sebelum rapat.');
  await expect.poll(savedWords).toEqual(['Sebelum rapat.']);
  await call('meeting.mark', { id: session.id, event: 'dibuka', atMs: Date.now() });
  await type(' Sesudah.');
  await notula.window.getByRole('button', { name: 'Pustaka' }).click();
  const reasons = async () =>
    (await call('history.list', { sessionId: session.id })).map(({ reason }) => reason);
  await expect.poll(reasons).toEqual(['closed', 'meeting-started']);
  await notula.window.getByText(session.title).first().dblclick();
  await expect(page()).toBeFocused();
  await type(' Terakhir.');
  await notula.close();
  notula = await launchNotula({ userDataDir });
  await expect(page()).toBeVisible();
  expect(await reasons()).toEqual(['closed', 'closed', 'meeting-started']);
});

test('compares block by block and brings back one block or all, undone by Ctrl+Z', async () => {
  await save([
    statement('a', 'Rapat dibuka pukul sembilan.'),
    statement('b', 'Blok ini akan dihapus.'),
    statement('c', 'Blok ini akan dipindah.'),
    statement('d', 'Blok ini tetap.'),
    statement('e', 'Begitu juga yang ini.'),
  ]);
  await call('history.keep', { sessionId: session.id, reason: 'manual' });
  await save(
    [
      statement('a', 'Rapat resmi dibuka pukul sepuluh.'),
      statement('n', 'Blok baru.'),
      statement('d', 'Blok ini tetap.'),
      statement('e', 'Begitu juga yang ini.'),
      statement('c', 'Blok ini akan dipindah.'),
    ],
    ['b'],
  );
  await open();
  await press('Control+4');
  await expect(view()).toContainText('1 ditambah sejak itu · 1 dihapus · 1 diubah · 1 dipindah');
  await expect(changes()).toHaveCount(4);
  await expect(changes().first().locator('del')).toHaveText(['sembilan']);
  await expect(changes().first().locator('ins')).toHaveText([/resmi/, 'sepuluh']);
  await screenshot('riwayat');
  const { violations } = await new AxeBuilder({ page: notula.window })
    .include('.history-view')
    .setLegacyMode()
    .analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  );

  // One block: what was removed comes back where it stood, under its own id.
  await view()
    .getByRole('button', { name: /^Kembalikan blok ini/ })
    .click();
  await expect(changes()).toHaveCount(3);
  await expect(versions().first()).toContainText('Sebelum pengembalian');
  await view()
    .getByRole('button', { name: /^Kembalikan isi lama/ })
    .click();
  await expect(changes()).toHaveCount(2);
  await press('Escape');
  expect(await savedWords()).toEqual([
    'Rapat dibuka pukul sembilan.',
    'Blok ini akan dihapus.',
    'Blok baru.',
    'Blok ini tetap.',
    'Begitu juga yang ini.',
    'Blok ini akan dipindah.',
  ]);
  await press('Control+z');
  await expect(page()).toContainText('Rapat resmi dibuka');

  // All of it, by keys alone: the version is the last in the list.
  await press('Control+4');
  await expect(versions().first()).toBeFocused();
  await press('End');
  await expect(versions().last()).toContainText('Disimpan manual');
  await expect(view().locator('.version-head')).toContainText('1 ditambah sejak itu');
  await view().getByRole('radio', { name: 'Seluruh isi' }).press('Enter');
  await expect(view().locator('.version-block')).toHaveCount(5);
  await screenshot('riwayat-isi');
  await view().getByRole('button', { name: 'Kembalikan semua' }).press('Enter');
  await expect(view()).toContainText('Sama dengan notula sekarang.');
  await press('Escape');
  await expect(page()).toBeFocused();
  await expect
    .poll(savedWords)
    .toEqual([
      'Rapat dibuka pukul sembilan.',
      'Blok ini akan dihapus.',
      'Blok ini akan dipindah.',
      'Blok ini tetap.',
      'Begitu juga yang ini.',
    ]);
  await press('Control+z');
  await expect(page()).toContainText('Blok baru.');
  await expect(page()).toContainText('Rapat resmi dibuka');
});

test('replacing all keeps a version of the words before', async () => {
  await save([statement('a', 'Bawaslu dan Bawaslu')]);
  await open();
  await press('Control+h');
  const bar = notula.window.getByRole('search', { name: 'Cari di notula ini' });
  await bar.getByRole('textbox', { name: 'Cari' }).fill('bawaslu');
  await bar.getByRole('textbox', { name: 'Ganti dengan' }).fill('Panwas');
  await bar.getByRole('button', { name: 'Ganti semua' }).click();
  await expect(page()).toContainText('Panwas dan Panwas');
  await press('Escape');
  await expect.poll(savedWords).toEqual(['Panwas dan Panwas']);
  const [first] = await call('history.list', { sessionId: session.id });
  expect(first?.reason).toBe('before-replace');
  const { blocks } = await call('history.load', {
    sessionId: session.id,
    versionId: first?.id ?? '',
  });
  expect(blocks.map(blockPlainText)).toEqual(['Bawaslu dan Bawaslu']);
});

test('two hundred versions are listed and gone through by keys', async () => {
  for (let index = 0; index < 200; index += 1) {
    await save([statement('a', `Keadaan ke-${index}`)]);
    await call('history.keep', { sessionId: session.id, reason: 'manual' });
  }
  await open();
  await press('Control+4');
  await expect(versions()).toHaveCount(200);
  await press('End');
  await expect(versions().last()).toBeFocused();
  await expect(view().locator('.version-change del')).toHaveText('0');
  await press('ArrowUp');
  await expect(view().locator('.version-change del')).toHaveText('1');
});
