import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Editor } from '@tiptap/core';

import {
  PREPARED_SESSION_ID,
  PREPARED_TITLE,
  plainStatements,
  prepareArchive,
} from '../fixtures/prepared-archive.ts';
import { callApp } from './bridge.ts';
import { launchNotula } from './launch.ts';
import type { Notula } from './launch.ts';
import { takePicture } from './pictures.ts';

let folder: string;
let notula: Notula | null = null;

test.beforeEach(() => {
  test.slow();
  folder = mkdtempSync(join(tmpdir(), 'notula-unsaved-'));
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
async function openSession(): Promise<Page> {
  prepareArchive(join(folder, 'arsip.db'), plainStatements(30));
  const window = await launch();
  await window.getByRole('grid').getByText(PREPARED_TITLE).dblclick();
  await expect(page(window)).toBeFocused();
  return window;
}
const page = (window: Page): Locator => window.getByRole('textbox', { name: 'Naskah notula' });

test('names typed on the first page are there again after the window was closed on it', async () => {
  const first = await launch();
  await first.getByLabel('Nama kantor').fill('KPU Kota Contoh');
  await first.getByLabel('Nama notulis').fill('Siti Contoh');
  await notula?.close();

  const second = await launch();
  await expect(second.getByLabel('Nama kantor')).toHaveValue('KPU Kota Contoh');
  await expect(second.getByLabel('Nama notulis')).toHaveValue('Siti Contoh');
  await second.getByRole('checkbox').press('Space');
  await second.getByRole('button', { name: 'Mulai' }).click();
  await expect(second.getByText('KPU Kota Contoh')).toBeVisible();
});

/** Gives a statement a kind that the archive refuses, as a fault in the window could. */
const setKind = (window: Page, blockId: string, kind: string): Promise<void> =>
  page(window).evaluate(
    (element, [id, value]) => {
      const { state, view } = (element as unknown as { readonly editor: Editor }).editor;
      state.doc.descendants((node, pos) => {
        if (node.attrs['id'] === id) {
          view.dispatch(state.tr.setNodeAttribute(pos, 'kind', value));
        }
      });
    },
    [blockId, kind] as const,
  );

test('a block that the archive refuses is shown, and holds up no other', async () => {
  const window = await openSession();
  const refusedId = 'pernyataan-00002';
  await setKind(window, refusedId, 'x'.repeat(100));
  const state = window.locator('.save-state-unsaved');
  await expect(state).toContainText('1 blok belum tersimpan');
  await expect(state).toContainText('Jenis');

  await page(window).press('Control+End');
  await window.keyboard.type(' dan ini tersimpan');
  const stored = async (): Promise<string> => {
    const { blocks } = await callApp(window, 'documents.load', { sessionId: PREPARED_SESSION_ID });
    return JSON.stringify(blocks);
  };
  await expect.poll(stored).toContain('dan ini tersimpan');
  await expect(state).toBeVisible();
  await takePicture(window, 'refused-block');

  // From another tab, too, the button goes to the block.
  await window.getByRole('tab', { name: 'Data sesi' }).click();
  await window.getByRole('button', { name: 'Tunjukkan blok' }).press('Enter');
  await expect(page(window)).toBeFocused();
  const block = window.locator(`[data-block-id="${refusedId}"]`);
  await expect(block).toBeInViewport();

  // Leaving is held up, and goes to the block as well.
  await page(window).press('Control+End');
  await window.getByRole('button', { name: 'Pustaka' }).click();
  await expect(window.getByText('jadi sesi ini tetap terbuka')).toBeVisible();
  await expect(block).toBeInViewport();

  // When the block changes it is tried again.
  await setKind(window, refusedId, 'usulan');
  await expect(state).toBeHidden();
  await expect.poll(stored).toContain('"kind":"usulan"');
  await window.getByRole('button', { name: 'Pustaka' }).click();
  await expect(window.getByRole('grid').getByText(PREPARED_TITLE)).toBeVisible();
});

test('a refused field in the session data is shown when it holds up leaving or exporting', async () => {
  const window = await openSession();
  await window.getByRole('tab', { name: 'Data sesi' }).click();
  const number = window.getByLabel('Pertemuan ke-');
  await number.fill('bukan angka');
  await window.getByRole('tab', { name: 'Notula' }).click();
  await expect(page(window)).toBeVisible();

  await window.keyboard.press('Control+Shift+e');
  await expect(window.getByText('jadi belum diekspor')).toBeVisible();
  await expect(number).toBeFocused();
  await expect(number).toHaveValue('bukan angka');
  await takePicture(window, 'refused-field');

  await window.getByRole('tab', { name: 'Notula' }).click();
  await window.getByRole('button', { name: 'Pustaka' }).click();
  await expect(number).toBeFocused();
  await window.keyboard.press('Control+a');
  await window.keyboard.type('12');
  await window.getByRole('button', { name: 'Pustaka' }).click();
  await expect(window.getByRole('grid').getByText(PREPARED_TITLE)).toBeVisible();
});

test('what is typed right after a speaker was added stays in the statement', async () => {
  const window = await openSession();
  await page(window).press('Control+End');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('combobox', { name: 'Pilih pembicara' })).toBeFocused();
  // Without a pause between the new name, its Enter and the words.
  await window.keyboard.type('Dewi Percontohan');
  await window.keyboard.press('Enter');
  await window.keyboard.type('kata pertama yang diketik tanpa menunggu');
  const last = page(window).locator('section').last();
  await expect(last).toContainText('Dewi Percontohan');
  await expect(last).toContainText('kata pertama yang diketik tanpa menunggu');
  await expect
    .poll(async () => {
      const { blocks } = await callApp(window, 'documents.load', {
        sessionId: PREPARED_SESSION_ID,
      });
      const attendance = await callApp(window, 'attendance.list', {
        sessionId: PREPARED_SESSION_ID,
      });
      const block = blocks.at(-1);
      const speaker = block?.type === 'statement' ? block.attrs.speakerId : null;
      return [
        JSON.stringify(block?.type === 'statement' && block.content),
        attendance.some(({ id }) => id === speaker),
      ];
    })
    .toEqual([expect.stringContaining('kata pertama yang diketik tanpa menunggu'), true]);
});
