import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { checkThemes } from './axe.ts';
import { takePicture } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

const scene = sessionScene();
const { call, page, press, type, openSession } = scene;

const rail = (): Locator => scene.window.locator('.speaker-rail');
const tabs = (): Locator => scene.window.getByRole('tablist', { name: 'Bagian sesi' });
const toast = (text: string | RegExp): Locator =>
  scene.window.getByRole('alertdialog').getByText(text);

const fontSize = (): Promise<number> =>
  page().evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

/** How far the line of the caret is from the middle of what scrolls. */
const caretOffset = (): Promise<number> =>
  page().evaluate((element) => {
    const scroller = element.closest('.minutes-scroll');
    const line = getSelection()?.getRangeAt(0).startContainer.parentElement;
    if (!scroller || !line) return Number.NaN;
    const box = scroller.getBoundingClientRect();
    const caret = line.getBoundingClientRect();
    return Math.abs((caret.top + caret.bottom) / 2 - (box.top + box.height / 2));
  });

/** Carries out a command by its name, as somebody does who does not know its key. */
async function byName(name: string): Promise<void> {
  await press('Control+k');
  await type(name);
  await press('Enter');
}

test.beforeEach(async () => {
  await scene.begin({
    changes: { title: 'Rapat tenang' },
    people: [
      { type: 'person', person: { name: 'Budi Contoh' }, role: 'pimpinan', presence: 'hadir' },
    ],
  });
  await call('app.setView', {
    changes: { isFocusMode: false, isTypewriter: false, textPercent: 100 },
  });
  await openSession();
});

test('focus mode leaves the page and the state of saving; Esc or the same key leads back', async () => {
  await expect(rail()).toBeVisible();
  await press('F12');
  for (const part of [rail(), tabs(), scene.window.getByText('Kantor Contoh')]) {
    await expect(part).toBeHidden();
  }
  await expect(toast(/Mode fokus\. Esc atau F12/)).toBeVisible();
  await expect(page()).toBeFocused();
  // The keys go on to work, also those of what is not shown.
  await press('F8');
  await press('Alt+1');
  await type('Selamat pagi.');
  await expect(page()).toContainText('Selamat pagi.');
  await expect(scene.window.locator('.save-state')).toBeInViewport();
  await expect(scene.window.locator('.meeting-state')).toContainText('Berlangsung');
  await press('Escape');
  await expect(tabs()).toBeVisible();
  await expect(page()).toBeFocused();
  await press('F12');
  await expect(tabs()).toBeHidden();
  await press('F12');
  await expect(tabs()).toBeVisible();
});

test('Esc that closes a list does not also leave focus mode', async () => {
  await press('F12');
  await expect(tabs()).toBeHidden();
  await press('Tab');
  await expect(scene.window.getByRole('combobox', { name: 'Pilih pembicara' })).toBeFocused();
  await press('Escape');
  await expect(page()).toBeFocused();
  await expect(tabs()).toBeHidden();
  await press('Control+k');
  await press('Escape');
  await expect(tabs()).toBeHidden();
  await press('Escape');
  await expect(tabs()).toBeVisible();
});

test('what had the focus and is hidden gives it to the page', async () => {
  await scene.window.getByRole('tab', { name: 'Notula', exact: true }).focus();
  await press('F12');
  await expect(page()).toBeFocused();
});

test('the line being written stays in the middle', async () => {
  await byName('baris ketik');
  await expect(toast('Baris ketik tetap di tengah: menyala')).toBeVisible();
  await expect(page()).toBeFocused();
  await type('Satu.');
  await expect.poll(caretOffset).toBeLessThan(24);
  for (let line = 0; line < 30; line += 1) {
    await press('Enter');
    await type('Baris.');
  }
  await expect.poll(caretOffset).toBeLessThan(24);
  for (let line = 0; line < 12; line += 1) await press('ArrowUp');
  await expect.poll(caretOffset).toBeLessThan(24);
  // A click leaves the page where it is.
  const scroller = scene.window.locator('.minutes-scroll');
  const before = await scroller.evaluate((element) => element.scrollTop);
  await page().getByText('Baris.').nth(12).click();
  await expect.poll(caretOffset).toBeGreaterThan(24);
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(before);
  await type('x');
  await expect.poll(caretOffset).toBeLessThan(24);
});

test('keys make the text of the page larger and smaller', async () => {
  expect(await fontSize()).toBe(16);
  await press('Control+]');
  await press('Control+]');
  await expect.poll(fontSize).toBe(20);
  await expect(toast('Ukuran teks naskah: 125 %')).toBeVisible();
  await expect(page()).toBeFocused();
  await press('Control+[');
  await expect.poll(fontSize).toBe(17.6);
  for (let step = 0; step < 8; step += 1) await press('Control+]');
  await expect.poll(fontSize).toBe(32);
  // Nothing has to be scrolled sideways.
  const isWide = await scene.window
    .locator('.minutes-scroll')
    .evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(isWide).toBe(false);
});

test('themes are changed without a mouse', async () => {
  const theme = () => scene.window.evaluate(() => document.documentElement.dataset['theme']);
  const seen = new Set<string | undefined>();
  for (let step = 0; step < 4; step += 1) {
    const before = (await call('profile.get', {})).theme;
    await byName('ganti tema');
    await expect.poll(async () => (await call('profile.get', {})).theme).not.toBe(before);
    seen.add(await theme());
    await expect(page()).toBeFocused();
  }
  expect(seen).toEqual(new Set(['contrast', 'dark', 'light']));
});

test('the window remembers how it was left, also when it is killed', async () => {
  await press('F12');
  await press('Control+]');
  await byName('baris ketik');
  await call('profile.update', { changes: { theme: 'dark' } });
  await scene.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setBounds({ x: 40, y: 30, width: 1100, height: 700 });
  });
  const preferences = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(scene.userDataDir, 'preferensi.json'), 'utf8'));
  await expect
    .poll(preferences)
    .toMatchObject({ window: { x: 40, y: 30, width: 1100, height: 700, isFullScreen: false } });
  const ended = new Promise((resolve) => {
    scene.app.process().once('exit', resolve);
  });
  scene.app.process().kill('SIGKILL');
  await ended;
  await scene.launch();
  await expect(page()).toBeFocused();
  await expect(tabs()).toBeHidden();
  expect(await fontSize()).toBe(17.6);
  await expect(scene.window.locator('.is-typewriter')).toHaveCount(1);
  await expect
    .poll(() => scene.window.evaluate(() => document.documentElement.dataset['theme']))
    .toBe('dark');
  await call('profile.update', { changes: { theme: 'light' } });
  await press('Escape');
  await expect(scene.window.getByRole('heading', { level: 1 })).toContainText(scene.session.title);
});

test('full screen has its key', async () => {
  const isFull = () =>
    scene.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());
  await press('F11');
  await expect.poll(isFull).toBe(true);
  await press('F11');
  await expect.poll(isFull).toBe(false);
  await expect(page()).toBeFocused();
});

test('nothing that happens beside the page takes the keys away or talks over the typing', async () => {
  await press('F8');
  await press('Alt+1');
  await expect(page()).toContainText('Budi Contoh');
  // From here on nothing is to be said: every part that screen readers speak of is watched.
  await scene.window.evaluate(() => {
    const spoken: string[] = [];
    Object.assign(globalThis, { spoken });
    for (const live of document.querySelectorAll(
      '.session-page :is([aria-live], [role="status"], [role="alert"], output)',
    )) {
      new MutationObserver(() => spoken.push(live.textContent ?? '')).observe(live, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
    let blurs = 0;
    document.querySelector('.minutes-document')?.addEventListener('blur', () => {
      blurs += 1;
      Object.assign(globalThis, { blurs });
    });
  });
  const words = 'Kalimat ini diketik terus sementara hal lain terjadi. '.repeat(4);
  for (const [index, word] of words.trim().split(' ').entries()) {
    await scene.window.keyboard.type(`${word} `, { delay: 20 });
    if (index === 5) {
      await scene.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('notula:event', 'backup.failed', {
          code: 'backup-failed',
        }),
      );
    }
    if (index === 7) await expect(toast(/Cadangan otomatis/)).toBeVisible();
    if (index === 10) await call('backups.create', {});
    if (index === 15) {
      await call('attendance.add', {
        sessionId: scene.session.id,
        entries: [{ type: 'person', person: { name: 'Siti Misal' }, presence: 'hadir' }],
      });
    }
  }
  await expect(page()).toContainText(words.trim());
  await expect(scene.window.locator('.save-state-saved')).toContainText(/Tersimpan \d/);
  expect(
    await scene.window.evaluate(() => ({
      spoken: (globalThis as unknown as { spoken: string[] }).spoken,
      blurs: (globalThis as unknown as { blurs?: number }).blurs ?? 0,
    })),
  ).toEqual({ spoken: [], blurs: 0 });
});

test('focus mode is sound for assistive technology, and how it looks', async () => {
  await scene.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768),
  );
  await press('F8');
  await press('Alt+1');
  await type('Selamat pagi, Bapak dan Ibu. Rapat hari ini membahas daftar pemilih berkelanjutan.');
  await press('F12');
  await expect(tabs()).toBeHidden();
  const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
  await checkThemes(scene.window, 'focus', { rules });
  await press('Escape');
  for (let step = 0; step < 4; step += 1) await press('Control+]');
  await takePicture(scene.window, 'text-175');
});
