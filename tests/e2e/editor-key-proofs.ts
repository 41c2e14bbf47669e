import { expect } from '@playwright/test';

import type { Proof, Scene } from './shortcut-proofs.ts';
import { SCENE, finaliseWithAddendum } from './shortcut-proofs.ts';

const [ITEM, FIRST, SECOND_ITEM, LAST] = SCENE;
const before = [ITEM, FIRST, SECOND_ITEM];

const rail = ({ notula }: Scene) => notula.window.getByRole('combobox', { name: 'Cari pembicara' });
const waiting = ({ notula }: Scene) =>
  notula.window.getByRole('listbox', { name: 'Daftar penanya' }).getByRole('option');
async function startTable({ press, type, page }: Scene): Promise<void> {
  await press('Control+Enter', '0', 'Control+k');
  await type('Tabel');
  await press('Enter');
  await expect(page.locator('table')).toBeVisible();
}

/** What the keys do that belong to writing itself, by their English label in the table of keys. */
export const EDITOR_KEY_PROOFS: Readonly<Record<string, Proof>> = {
  'New paragraph, same speaker': async ({ press, type, isKept }) => {
    await press('Enter');
    await type('Isi');
    await isKept([...before, `${LAST}\nIsi`]);
  },
  'Next statement, pick speaker': async ({ press, type, isKept, page }) => {
    await press('Control+Enter', '2');
    await type('Isi');
    await isKept([...SCENE, 'statement: Isi']);
    await expect(page.locator('section').last()).toContainText('Siti Misal');
  },
  'Pick speaker (empty statement), indent, next cell': async (scene) => {
    const { notula, press, type, page } = scene;
    await press('Control+Enter', 'Escape', 'Tab');
    await expect(notula.window.getByRole('combobox', { name: 'Pilih pembicara' })).toBeFocused();
    await press('1');
    await type('- satu');
    await press('Enter');
    await type('dua');
    await press('Tab');
    await expect(page.locator('ul ul')).toHaveText('dua');
    await startTable(scene);
    await type('a');
    await press('Tab');
    await type('b');
    await expect(page.locator('table').locator('td, th').nth(1)).toHaveText('b');
  },
  'Outdent, previous cell': async (scene) => {
    const { press, type, page } = scene;
    await press('Control+Enter', '0');
    await type('- satu');
    await press('Enter');
    await type('dua');
    await press('Tab', 'Shift+Tab');
    await expect(page.locator('ul > li')).toHaveCount(2);
    await expect(page.locator('ul ul')).toHaveCount(0);
    await startTable(scene);
    await press('Tab', 'Shift+Tab');
    await type('a');
    await expect(page.locator('table').locator('td, th').first()).toHaveText('a');
  },
  'At the start of a statement: merge upwards': async ({ press, type, isKept }) => {
    await press('Control+Enter', '0');
    await type('Isi');
    await press('Home', 'Backspace');
    await isKept([...before, `${LAST}\nIsi`]);
  },
  'To the next part around the page': async (scene) => {
    await scene.press('F6');
    await expect(rail(scene)).toBeFocused();
  },
  'To the part before': async ({ notula, press }) => {
    await press('Shift+F6');
    // The outline stands between the page and its tools where it was opened.
    const focused = notula.window.locator('.outline :focus, [role="toolbar"] :focus');
    await expect(focused).toHaveCount(1);
  },
  'Start a statement of speaker 1–9': async ({ press, type, isKept, page }) => {
    await press('Alt+2');
    await type('Isi');
    await isKept([...SCENE, 'statement: Isi']);
    await expect(page.locator('section').last()).toContainText('Siti Misal');
  },
  'Give this speaker a number': async (scene) => {
    const { notula, press, type } = scene;
    const siti = notula.window.getByRole('option', { name: /Siti Misal/ });
    await press('Alt+2');
    await type('Isi');
    // Her number is taken away first.
    await press('F6');
    await type('siti');
    await press('0', 'Escape', 'Escape');
    await expect(siti.locator('.rail-number')).not.toHaveText('2');
    await press('Alt+0');
    await expect(siti.locator('.rail-number')).toHaveText(/\d/);
  },
  'In the list: pick; 0: not mentioned': async ({ press, type, isKept, page }) => {
    await press('Control+Enter', '1');
    await type('Satu');
    await expect(page.locator('section').last()).toContainText('Budi Contoh');
    await press('Control+Enter', '0');
    await type('Nol');
    await isKept([...SCENE, 'statement: Satu', 'statement: Nol']);
    await expect(page.locator('section').last()).toContainText('tidak disebut');
  },
  'At the start of an empty line: turn it into …': async ({ notula, press, type, isKept }) => {
    await press('Control+Enter', '0');
    await type('/kep');
    await expect(
      notula.window.getByRole('listbox', { name: 'Ubah baris ini menjadi' }),
    ).toBeVisible();
    await press('Enter');
    await type('Isi');
    await isKept([...SCENE, 'decision: Isi']);
  },
  'In the list of arrivals: the opposite of the setting for narration': async (scene) => {
    await scene.press('Alt+d');
    await scene.type('andi');
    await scene.press('Shift+Enter');
    await expect(scene.page).toContainText('Andi Umpama memasuki ruang rapat.');
  },
  'In the rail: start a statement, or give the marked person that number; 0: take it away': async (
    scene,
  ) => {
    const { notula, press, type, page } = scene;
    const siti = notula.window.getByRole('option', { name: /Siti Misal/ });
    await press('F6');
    await type('siti');
    await press('7');
    await expect(siti.locator('.rail-number')).toHaveText('7');
    await press('Escape');
    await type('siti');
    await press('0');
    await expect(siti.locator('.rail-number')).not.toHaveText('7');
    await press('Escape', 'Escape', 'F6', '1');
    await expect(page).toBeFocused();
    await expect(page.locator('section').last()).toContainText('Budi Contoh');
  },
  'In the rail: note in the queue': async (scene) => {
    await scene.press('F6');
    await scene.type('siti');
    await scene.press('+');
    await expect(waiting(scene)).toHaveText([/Siti Misal/]);
  },
  'In the queue: change the order; Delete: remove': async (scene) => {
    await scene.press('Alt+a', '1', 'Alt+a', '2');
    await expect(waiting(scene)).toHaveText([/Budi Contoh/, /Siti Misal/]);
    await scene.press('F6', 'Shift+Tab');
    await expect(
      scene.notula.window.getByRole('listbox', { name: 'Daftar penanya' }),
    ).toBeFocused();
    await scene.press('End', 'Alt+Shift+ArrowUp');
    await expect(waiting(scene)).toHaveText([/Siti Misal/, /Budi Contoh/]);
    await scene.press('Home', 'Alt+Shift+ArrowDown');
    await expect(waiting(scene)).toHaveText([/Budi Contoh/, /Siti Misal/]);
    await scene.press('Home', 'Delete');
    await expect(waiting(scene)).toHaveText([/Siti Misal/]);
  },
  'In a table: leave it downwards': async (scene) => {
    await startTable(scene);
    await scene.press('Control+Enter');
    await scene.type('Sesudah');
    await expect(scene.page.locator('table')).not.toContainText('Sesudah');
    await expect(scene.page.locator('section').last()).toContainText('Sesudah');
  },
  'Take the faint completion after the caret (in a paragraph Tab too)': async (scene) => {
    const { notula, press, type, page } = scene;
    await press('Enter');
    await type('Budi Con');
    await expect(notula.window.locator('.word-ghost')).toContainText('toh');
    await press('ArrowRight');
    await expect(page.locator('section p').last()).toHaveText(/^Budi Contoh/);
  },
  'Suggestions for the word at the caret': async ({ notula, press, type }) => {
    // The word at the caret is not judged while it is being written.
    await type(' Isi.');
    await expect
      .poll(() => notula.window.evaluate(() => CSS.highlights.get('minutes-misspelt')?.size ?? 0))
      .toBeGreaterThan(0);
    for (let index = 0; index < 8; index += 1) await press('ArrowLeft');
    await press('Shift+F10');
    await expect(notula.window.getByRole('menu', { name: /keduuua/ })).toBeVisible();
  },
  'In final minutes: choose a part, as for an addendum': async (scene) => {
    await finaliseWithAddendum(scene);
    await scene.page.focus();
    await scene.press('Control+ArrowDown');
    await expect(scene.page.locator('section').nth(2)).toHaveClass(/is-chosen/);
    await scene.press('Control+ArrowUp');
    await expect(scene.page.locator('section').nth(1)).toHaveClass(/is-chosen/);
  },
  'New line in the paragraph': async ({ press, type, page }) => {
    await press('Shift+Enter');
    await type('Isi');
    await expect(page.locator('section p').last().locator('br')).toHaveCount(1);
  },
  Undo: async ({ press, type, isKept }) => {
    await press('Control+Alt+3');
    await type('Isi');
    await isKept([...SCENE, 'narration: Isi']);
    await press('Control+z', 'Control+z');
    await isKept(SCENE);
  },
  Redo: async ({ press, type, isKept }) => {
    await press('Control+Alt+3');
    await type('Isi');
    await press('Control+z', 'Control+z');
    await isKept(SCENE);
    await press('Control+y', 'Control+y');
    await isKept([...SCENE, 'narration: Isi']);
  },
};
