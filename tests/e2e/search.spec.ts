import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { CALL_CHANNEL } from '../../src/shared/contract/bridge.ts';
import { launchNotula } from './launch.ts';
import { callApp } from './bridge.ts';
import type { Notula } from './launch.ts';
import { resultsFolder, showTheme, takePicture } from './pictures.ts';

let notula: Notula;

test.beforeAll(async () => {
  notula = await launchNotula();
  const { window } = notula;
  await callApp(window, 'profile.update', {
    changes: { isSetUp: true, officeName: 'Kantor Contoh' },
  });
  await callApp(window, 'examples.add', {});
  await window.reload();
  await expect(window.getByRole('button', { name: /cari/i }).first()).toBeVisible();
});
test.afterAll(() => notula.close());

/** Chooses a command in the menu, as its shortcut does. */
async function choose(command: string): Promise<void> {
  await notula.app.evaluate(
    ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(),
    command,
  );
}

const keep = (name: string): Promise<void> => takePicture(notula.window, `search-${name}`);

test('finds the examples as they are typed, by keyboard alone, and opens at the hit', async () => {
  const { window } = notula;
  await choose('search.open');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  await expect(field).toBeFocused();
  await keep('start');

  await field.pressSequentially('prabumulih');
  const options = window.getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect(options.first().locator('mark').first()).toHaveText(/prabumulih/i);
  await keep('results');

  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  const active = window.locator('[role=option][aria-selected=true]');
  await expect(active).toHaveCount(1);
  const activeId = (await active.getAttribute('id')) ?? 'none';
  await expect(field).toHaveAttribute('aria-activedescendant', activeId);
  await expect(field).toBeFocused();
  await keep('active');

  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('ArrowUp');
  await expect(active).toHaveCount(0);

  await window.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  // Coming back finds everything as it was.
  await choose('search.open');
  await expect(field).toHaveValue('prabumulih');
  await expect(options.first()).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await expect(window.getByRole('tablist')).toBeVisible();
});

test('opens a statement at its place, with the word marked', async () => {
  const { window } = notula;
  await choose('search.open');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  await field.fill('"bersinergi"');
  await expect(window.getByRole('option')).toHaveCount(1);
  await window.keyboard.press('Enter');
  const word = window.locator('.minutes-hit');
  await expect(word).toHaveText('bersinergi');
  await expect(word).toBeInViewport();
  await keep('opened');
});

test('shows the passage beside the results and comes back to the same choice', async () => {
  const { window } = notula;
  await choose('search.open');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  await field.fill('kpu');
  const active = window.locator('#search-results [aria-selected=true]');
  const passage = window.getByRole('region', { name: 'Kutipan dalam rapatnya' });
  for (let step = 0; step < 4; step += 1) await window.keyboard.press('ArrowDown');
  const chosen = (await active.getAttribute('id')) ?? 'none';
  const words = active.locator('.search-hit-text mark').first();
  await expect(passage.locator('mark').first()).toHaveText(await words.innerText(), {
    ignoreCase: true,
  });
  await keep('passage');

  await window.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  const back = window.getByRole('button', { name: /Kembali ke hasil pencarian “kpu”/ });
  await expect(back).toBeVisible();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-activedescendant', chosen);
  await expect(active).toBeInViewport();
});

test('operators are completed, shown as chips and chosen by mouse', async () => {
  const { window } = notula;
  await choose('search.open');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  const proposals = window.getByRole('listbox', { name: 'Usulan kelanjutan' });
  const chips = window.getByRole('list', { name: 'Yang disaring' });

  await field.fill('kpu pemb');
  await expect(window.getByText('Tab Pembicara')).toBeVisible();
  await window.keyboard.press('Tab');
  await expect(field).toHaveValue('kpu pembicara:');
  await expect(proposals).toBeVisible();
  await keep('completion');
  await window.keyboard.press('ArrowDown');
  const name = await proposals.locator('[aria-selected=true] .search-completion-name').innerText();
  await window.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(new RegExp(`^kpu pembicara:"?${name}"? $`));
  await expect(proposals).toHaveCount(0);
  await expect(chips).toContainText(`Pembicara: ${name}`);
  await keep('chip');
  await window.getByRole('button', { name: `Hapus Pembicara: ${name}` }).click();
  await expect(field).toHaveValue(/^kpu ?$/);

  // Escape closes what is proposed first, and only then the search.
  await field.fill('status:');
  await expect(proposals).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(proposals).toHaveCount(0);
  await expect(field).toBeFocused();

  await field.fill('kpu');
  const filters = window.getByRole('toolbar', { name: 'Saringan' });
  await filters.getByRole('button', { name: 'Jenis' }).click();
  await expect(window.getByPlaceholder('Ketik nama …')).toBeFocused();
  await window.keyboard.type('fgd');
  const kind = window.getByRole('option', { name: /^FGD/ });
  await expect(kind).toBeVisible();
  await kind.click();
  await keep('picker');
  await window.keyboard.press('Escape');
  await expect(field).toHaveValue('kpu jenis:FGD');
  await expect(filters.getByRole('button', { name: 'Jenis' })).toBeFocused();
});

test('a search is saved, renamed, run from the empty field, and removed with a way back', async () => {
  const { window } = notula;
  await choose('search.open');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  await field.fill('prabumulih');
  await window.getByRole('button', { name: 'Simpan', exact: true }).click();
  const saving = window.getByRole('dialog', { name: 'Simpan pencarian' });
  await expect(saving.getByLabel('Nama')).toBeFocused();
  await saving.getByLabel('Nama').fill('Wilayah contoh');
  await window.keyboard.press('Enter');
  await expect(saving).toHaveCount(0);

  await field.fill('');
  const saved = window.getByRole('grid', { name: 'Pencarian tersimpan' });
  const row = saved.getByRole('row', { name: /Wilayah contoh/ });
  await expect(row).toBeVisible();
  await expect(window.getByRole('grid', { name: 'Terakhir dicari' })).toContainText('prabumulih');
  await field.focus();
  await window.keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
  await keep('kept');
  await window.keyboard.press('F2');
  const renaming = window.getByRole('dialog', { name: 'Ganti nama pencarian' });
  await expect(renaming.getByLabel('Nama')).toBeFocused();
  await renaming.getByLabel('Nama').fill('Prabumulih');
  await window.keyboard.press('Enter');
  await expect(saved).toContainText('Prabumulih');

  const renamed = saved.getByRole('row', { name: /Prabumulih/ });
  await expect(renamed).toBeFocused();
  await window.keyboard.press('Delete');
  await expect(saved).toHaveCount(0);
  await window.locator('.toast').getByRole('button', { name: 'Urungkan' }).click();
  await expect(renamed).toBeVisible();
  await field.focus();
  await window.keyboard.press('ArrowDown');
  await expect(renamed).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('prabumulih');
});

test('results are exported with where each was said', async () => {
  const { app, window, userDataDir } = notula;
  await choose('search.open');
  await window.getByRole('combobox', { name: /di semua sesi/ }).fill('prabumulih');
  const path = join(userDataDir, 'hasil.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  const options = window.locator('#search-results [role=option]');
  await expect(options.first()).toBeVisible();
  const panel = window.getByRole('dialog', { name: /^Cari/u });
  await panel.getByRole('button', { name: 'Ekspor', exact: true }).click();
  await window.getByRole('menuitem', { name: /csv/ }).click();
  await expect(window.getByText(/hasil disimpan di “hasil.csv”/)).toBeVisible();
  const text = await readFile(path, 'utf8');
  expect(text).toContain('Pencarian;prabumulih');
  expect(text).toMatch(/;Prabumulih|prabumulih/);
  expect(
    text.split('\r\n').filter((line) => /^\d{4}-\d\d-\d\d;/.test(line)).length,
  ).toBeGreaterThan(0);
  await window.keyboard.press('Escape');
  await expect(window.getByRole('combobox', { name: /di semua sesi/ })).toHaveCount(0);
});

/** Holds back the answers to one question until they are let go. */
async function holdAnswers(text: string): Promise<{
  readonly isHeld: () => Promise<boolean>;
  readonly letGo: () => Promise<void>;
}> {
  const { app } = notula;
  await app.evaluate(
    ({ ipcMain }, { channel, heldText }) => {
      type Handler = (event: unknown, name: string, input: { readonly text?: string }) => unknown;
      const handlers = (ipcMain as unknown as { readonly _invokeHandlers: Map<string, Handler> })
        ._invokeHandlers;
      const real = handlers.get(channel);
      if (!real) throw new Error('the channel has a handler');
      const held = Promise.withResolvers<void>();
      Object.assign(globalThis, { letGo: held.resolve, isHeld: false });
      handlers.set(channel, async (event, name, input) => {
        if (name === 'search.query' && input.text === heldText) {
          Object.assign(globalThis, { isHeld: true });
          await held.promise;
        }
        return real(event, name, input);
      });
    },
    { channel: CALL_CHANNEL, heldText: text },
  );
  return {
    isHeld: () => app.evaluate(() => (globalThis as unknown as { isHeld: boolean }).isHeld),
    letGo: () => app.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo()),
  };
}

test('Enter before the answer opens its first hit; typing on or Escape gives that up', async () => {
  const { window } = notula;
  await window.reload();
  await expect(window.getByRole('button', { name: /cari/i }).first()).toBeVisible();
  await choose('search.open');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  const marked = window.getByRole('option').first().locator('mark').first();
  await field.fill('prabumulih');
  await expect(marked).toHaveText(/prabumulih/i);

  const typedOn = await holdAnswers('bersinerg');
  await field.fill('bersinerg');
  await expect.poll(typedOn.isHeld).toBe(true);
  await window.keyboard.press('Enter');
  // What is on screen answers another question, and is not opened for this one.
  await expect(field).toBeFocused();
  await field.fill('prabumulih');
  await typedOn.letGo();
  await expect(marked).toHaveText(/prabumulih/i);
  await expect(field).toBeFocused();

  const escaped = await holdAnswers('"bersinergi"');
  await field.fill('"bersinergi"');
  await expect.poll(escaped.isHeld).toBe(true);
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await escaped.letGo();
  await callApp(window, 'search.query', {
    text: '"bersinergi"',
    sort: 'terbaru',
    limit: 20,
  });
  await expect(window.locator('.minutes-hit')).toHaveCount(0);

  // The same words with a space: a question that no answer is kept of.
  const waited = await holdAnswers('"bersinergi" ');
  await choose('search.open');
  await field.fill('"bersinergi" ');
  await expect.poll(waited.isHeld).toBe(true);
  await window.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await waited.letGo();
  await expect(window.locator('.minutes-hit')).toHaveText('bersinergi');
  await expect(field).toHaveCount(0);
});

test('a late answer to an older question never replaces a newer one', async () => {
  const { window } = notula;
  await window.reload();
  await expect(window.getByRole('button', { name: /cari/i }).first()).toBeVisible();
  const held = await holdAnswers('koordinasi');

  await choose('search.open');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  const marked = window.getByRole('option').first().locator('mark').first();
  await field.fill('koordinasi');
  await expect.poll(held.isHeld).toBe(true);
  await field.fill('prabumulih');
  await expect(marked).toHaveText(/prabumulih/i);

  await held.letGo();
  // The window answers calls in order: by now it has the late answer, and has drawn it if it would.
  await callApp(window, 'search.query', {
    text: 'koordinasi',
    sort: 'terbaru',
    limit: 20,
  });
  await window.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await expect(marked).toHaveText(/prabumulih/i);
  await expect(field).toHaveValue('prabumulih');

  // It was the answer to a question that has hits, and is shown where that is asked again.
  await field.fill('koordinasi');
  await expect(marked).toHaveText(/koordinasi/i);
  await field.fill('prabumulih');
  await expect(marked).toHaveText(/prabumulih/i);
});

test('works in every theme and at twice the size', async () => {
  const { app, window } = notula;
  const setZoom = (factor: number): Promise<void> =>
    app.evaluate(
      ({ BrowserWindow }, zoom) =>
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
      factor,
    );
  await choose('search.open');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  await field.fill('prabumulih');
  await expect(window.getByRole('option').first()).toBeVisible();
  await window.keyboard.press('ArrowDown');
  for (const theme of ['dark', 'contrast'] as const) {
    await showTheme(window, theme);
    await keep(theme);
  }
  await window.evaluate(() => delete document.documentElement.dataset['theme']);
  await setZoom(2);
  await window.keyboard.press('ArrowDown');
  await expect(window.locator('[role=option][aria-selected=true]')).toBeInViewport();
  const isWide = await window.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isWide).toBe(false);
  // Playwright's own screenshots take only a part of a page that is zoomed.
  const image = await app.evaluate(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
  );
  await writeFile(join(resultsFolder, 'search-zoom-200.png'), Buffer.from(image ?? '', 'base64'));
  await setZoom(1);
});
