import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { callApp } from './bridge.ts';
import { walkFocus } from './focus-walk.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';
import { resultsFolder, takePicture } from './pictures.ts';
import { fillArchive, TITLE } from './sample-archive.ts';

let notula: Notula;

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await notula.window.keyboard.press(key);
};
const library = () => notula.window.getByRole('grid', { name: 'Daftar sesi' });
const minutes = () => notula.window.getByRole('textbox', { name: 'Naskah notula' });
const keep = (name: string): Promise<void> => takePicture(notula.window, `keyboard-${name}`);

async function openSession(): Promise<void> {
  await library().getByText(TITLE, { exact: true }).dblclick();
  await expect(minutes()).toBeFocused();
}

/** Everything takes the focus in turn, shows it and can be seen; nothing holds it. */
async function checkWalk(view: string): Promise<void> {
  const walk = await walkFocus(notula.window);
  await writeFile(join(resultsFolder, `walk-${view}.json`), JSON.stringify(walk, null, 1));
  const { order, ...problems } = walk;
  expect.soft(order.length, view).toBeGreaterThan(1);
  expect.soft(problems, view).toEqual({ unreached: [], unmarked: [], hidden: [] });
}

/** No text needs scrolling in two directions, and the window none at all. */
async function checkReflow(view: string): Promise<void> {
  await keep(view);
  const wide = await notula.window.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        return (
          element.scrollWidth > element.clientWidth + 1 &&
          (overflowX === 'auto' || overflowX === 'scroll') &&
          element.checkVisibility()
        );
      })
      .map((element) => element.className),
  );
  // Tables may be wider than the window (WCAG 1.4.10).
  const tables = ['library-scroller', 'attendance-grid', 'paste-rows', 'tableWrapper'];
  expect
    .soft(
      wide.filter((name) => !tables.some((table) => name.includes(table))),
      view,
    )
    .toEqual([]);
  const isWindowWide = await notula.window.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect.soft(isWindowWide, view).toBe(false);
}

interface View {
  readonly name: string;
  readonly open: () => Promise<void>;
}

const dialog = (name: string | RegExp) => notula.window.getByRole('dialog', { name });

/** From the library, each with a way in that needs no pointer. */
const VIEWS: readonly View[] = [
  { name: 'library', open: () => expect(library()).toBeFocused() },
  {
    name: 'search',
    open: async () => {
      await press('Control+Shift+f');
      await notula.window.keyboard.type('prabumulih');
      await expect(notula.window.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'settings',
    open: async () => {
      await press('Control+,');
      await expect(dialog('Setelan')).toBeVisible();
    },
  },
  {
    name: 'keyboard-help',
    open: async () => {
      await press('F1');
      await expect(dialog('Pintasan papan ketik')).toBeVisible();
    },
  },
  {
    name: 'backups',
    open: async () => {
      await press('Control+k');
      await notula.window.keyboard.type('cadangan dan');
      await press('Enter');
      await expect(
        dialog(/Cadangan/)
          .getByRole('option')
          .first(),
      ).toBeVisible();
    },
  },
  {
    name: 'attendance',
    open: async () => {
      await openSession();
      await press('Control+2');
      await expect(notula.window.getByRole('grid', { name: 'Peserta sesi' })).toBeVisible();
    },
  },
  {
    name: 'attendance-paste',
    open: async () => {
      await openSession();
      await press('Control+2');
      await notula.window.getByRole('button', { name: 'Tempel daftar' }).press('Enter');
      await notula.window.keyboard.insertText('1. Andi Umpama - Ketua - Bawaslu Contoh\n2. Siti');
      await expect(notula.window.getByRole('checkbox').first()).toBeVisible();
    },
  },
  {
    name: 'attendance-person',
    open: async () => {
      await openSession();
      await press('Control+2');
      await notula.window.getByRole('grid', { name: 'Peserta sesi' }).press('Enter');
      await expect(notula.window.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'session-data',
    open: async () => {
      await openSession();
      await press('Control+3');
      await expect(notula.window.getByRole('combobox', { name: 'Jenis' })).toBeVisible();
    },
  },
  {
    name: 'history',
    open: async () => {
      const sessions = await callApp(notula.window, 'sessions.list', {});
      for (const { id, title } of sessions) {
        if (title !== TITLE) continue;
        await callApp(notula.window, 'history.keep', { sessionId: id, reason: 'manual' });
      }
      await openSession();
      await press('Control+4');
      await expect(dialog('Riwayat versi').getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'statistics',
    open: async () => {
      await openSession();
      await press('Control+k');
      await notula.window.keyboard.type('jumlah kata');
      await press('Enter');
      await expect(dialog(/Jumlah kata/)).toBeVisible();
    },
  },
  {
    name: 'words',
    open: async () => {
      await press('Control+k');
      await notula.window.keyboard.type('kata dan frasa');
      await press('Enter');
      await expect(dialog('Kata dan frasa')).toBeVisible();
    },
  },
  {
    name: 'editor-details',
    open: async () => {
      await openSession();
      await minutes().getByText('Menyusun jadwal.').click();
      await press('F2');
      await expect(notula.window.getByRole('dialog')).toBeVisible();
    },
  },
];

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

for (const { name, open } of VIEWS) {
  test(`Tab goes once round: ${name}`, async () => {
    await open();
    await checkWalk(name);
  });
}

test.describe('at 200 % on the smallest screen', () => {
  /** A window of half the size lays out as one at 200 % does, and its pictures show all of it. */
  const setSize = (width: number, height: number): Promise<void> =>
    notula.app.evaluate(
      ({ BrowserWindow }, size) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setMinimumSize(0, 0);
        window?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
  test.beforeEach(() => setSize(683, 384));
  test.afterEach(() => setSize(1366, 768));

  for (const { name, open } of VIEWS) {
    test(`everything is reached and in sight: ${name}`, async () => {
      await open();
      await checkReflow(`zoom-${name}`);
      await checkWalk(`zoom-${name}`);
    });
  }

  test('finding, replacing and filtering leave most of the window to the text', async () => {
    await openSession();
    await press('Control+h');
    await notula.window.keyboard.type('jadwal');
    await press('Control+Shift+l');
    await expect(notula.window.getByRole('region', { name: 'Saringan blok' })).toBeVisible();
    await checkReflow('zoom-bars');
    const pageBox = await notula.window.locator('.minutes-scroll').boundingBox();
    expect(pageBox?.height).toBeGreaterThan(384 * 0.45);
    await press('Escape', 'Control+f', 'Escape');
    // Lists over the text are as high as the room for them.
    await press('Control+Enter', '0');
    await notula.window.keyboard.type('/');
    const list = notula.window.locator('.slash-menu');
    await expect(list).toBeInViewport({ ratio: 1 });
    await keep('zoom-slash');
    await press('Escape', 'Backspace', 'Control+Shift+b');
    await expect(notula.window.locator('.phrase-palette')).toBeInViewport({ ratio: 1 });
    await keep('zoom-phrases');
    await press('Escape');
  });

  test('the minutes are written, with their list of speakers in sight', async () => {
    await openSession();
    await checkReflow('zoom-editor');
    await press('Alt+p');
    const speakers = notula.window.getByRole('combobox', { name: 'Pilih pembicara' });
    await expect(speakers).toBeInViewport();
    await expect(notula.window.getByRole('option').first()).toBeInViewport();
    await keep('zoom-speakers');
    await press('Escape');
    await expect(minutes()).toBeFocused();
  });
});

test('F6 goes round the minutes and reaches a message; Esc goes back to the text', async () => {
  const { window } = notula;
  await openSession();
  await expect(window.getByRole('combobox', { name: 'Cari pembicara' })).toBeVisible();
  await press('F6');
  await expect(window.getByRole('combobox', { name: 'Cari pembicara' })).toBeFocused();
  await press('Escape');
  await expect(minutes()).toBeFocused();
  await press('Shift+F6');
  await expect(window.getByRole('button', { name: 'Sisipkan' })).toBeFocused();
  await press('F6');
  await expect(minutes()).toBeFocused();
  await callApp(window, 'profile.update', { changes: { theme: 'light' } });
  await press('Control+k');
  await window.keyboard.type('tema');
  await press('Enter');
  await expect(window.getByText('Tema: gelap')).toBeVisible();
  await expect(minutes()).toBeFocused();
  const messages = window.getByRole('region', { name: 'Pemberitahuan' });
  await press('F6', 'Tab', 'Tab');
  await expect(messages.getByRole('alertdialog')).toBeFocused();
  await press('Tab');
  await expect(messages.getByRole('button', { name: 'Tutup' })).toBeFocused();
  await keep('message');
  await press('Enter');
  await expect(window.getByText('Tema: gelap')).toBeHidden();
  await expect(window.getByRole('button', { name: 'Pilihan pembicara' })).toBeFocused();
  await press('Escape');
  await expect(minutes()).toBeFocused();
});

test('F6 goes round all that is open around the page, and back', async () => {
  const { window } = notula;
  await openSession();
  await press('Control+Shift+o', 'Control+f', 'Control+Shift+l');
  const filter = window.getByRole('region', { name: 'Saringan blok' });
  const stops = [
    filter.getByRole('button').first(),
    window.getByRole('navigation', { name: 'Susunan acara' }).locator('[aria-current], li button'),
    minutes(),
    window.getByRole('combobox', { name: 'Cari pembicara' }),
    window.getByRole('button', { name: 'Sisipkan' }),
    window.getByRole('search').getByRole('textbox', { name: 'Cari', exact: true }),
  ];
  const first = stops[0];
  if (first === undefined) throw new Error('no stops');
  await expect(first).toBeFocused();
  for (const stop of [...stops.slice(1), first]) {
    await press('F6');
    await expect(stop.first()).toBeFocused();
  }
  for (const stop of stops.toReversed()) {
    await press('Shift+F6');
    await expect(stop.first()).toBeFocused();
  }
  await keep('around');
  // Esc closes what has the focus and goes back to the text, one after the other.
  await press('Escape');
  await expect(filter).toBeHidden();
  await expect(minutes()).toBeFocused();
  await press('Control+f', 'Escape');
  await expect(window.getByRole('search')).toBeHidden();
  await expect(minutes()).toBeFocused();
  await press('Shift+F6', 'Escape');
  await expect(minutes()).toBeFocused();
  await press('Shift+F6', 'Shift+F6', 'Escape');
  await expect(minutes()).toBeFocused();
  await press('Control+Shift+o', 'Control+Shift+o');
});

test('focus comes back to where it was when what lies over the window closes', async () => {
  const { window } = notula;
  await openSession();
  await minutes().getByText('Menyusun jadwal.').click();
  for (const [key, role] of [
    ['Control+,', 'dialog'],
    ['F1', 'dialog'],
    ['Control+k', 'dialog'],
    ['F2', 'dialog'],
    ['Control+Shift+k', 'dialog'],
    ['Control+Shift+f', 'dialog'],
  ] as const) {
    await press(key);
    await expect(window.getByRole(role).first(), key).toBeVisible();
    await expect(minutes(), key).not.toBeFocused();
    await press('Escape');
    await expect(window.getByRole(role), key).toHaveCount(0);
    await expect(minutes(), key).toBeFocused();
  }
});

test('the search asked for again selects what was typed', async () => {
  const { window } = notula;
  await press('Control+Shift+f');
  await window.keyboard.type('prabumulih');
  await expect(window.getByRole('option').first()).toBeVisible();
  await press('Tab', 'Control+Shift+f');
  await window.keyboard.type('palembang');
  await expect(window.getByRole('combobox', { name: /di semua sesi/ })).toHaveValue('palembang');
});

test('a hit in another part of the open session shows that part', async () => {
  const { window } = notula;
  await openSession();
  await press('Control+Shift+f');
  await window.getByRole('combobox', { name: /di semua sesi/ }).fill('misal');
  // The rail behind the search has her name too.
  const hits = window.getByRole('dialog').getByRole('option');
  const hit = hits.filter({ hasText: 'Siti Misal' }).first();
  await expect(hit).toBeVisible();
  await press('ArrowDown', 'Enter');
  await expect(window.getByRole('tab', { selected: true })).toHaveText(/Daftar hadir/);
  await expect(window.getByRole('combobox', { name: 'Tambah peserta' })).toBeFocused();
});

/** A disk that takes its time with every answer, until the function is called that comes back. */
async function slowDown(delayMs: number): Promise<() => Promise<void>> {
  await notula.app.evaluate(({ ipcMain }, wait) => {
    type Handler = (...input: readonly unknown[]) => unknown;
    const handlers = (ipcMain as unknown as { readonly _invokeHandlers: Map<string, Handler> })
      ._invokeHandlers;
    const kept = new Map(handlers);
    (globalThis as unknown as { hurryUp: () => void }).hurryUp = () => {
      for (const [channel, handler] of kept) handlers.set(channel, handler);
    };
    for (const [channel, handler] of kept) {
      handlers.set(channel, async (...input) => {
        await new Promise((resolve) => {
          setTimeout(resolve, wait);
        });
        return handler(...input);
      });
    }
  }, delayMs);
  return () =>
    notula.app.evaluate(() =>
      (globalThis as unknown as { readonly hurryUp: () => void }).hurryUp(),
    );
}

for (const delayMs of [0, 150, 600]) {
  test(`what is pressed while a session opens goes into it, answers taking ${delayMs} ms`, async () => {
    const { window } = notula;
    const session = await callApp(window, 'sessions.create', {
      changes: { title: `Dibuka cepat ${delayMs}` },
    });
    await callApp(window, 'attendance.add', {
      sessionId: session.id,
      entries: [{ type: 'person', person: { name: 'Andi Umpama' }, role: 'peserta' }],
    });
    await window.reload();
    await library().getByText(session.title).click();
    const hurryUp = await slowDown(delayMs);
    await press('Enter', 'Tab', '1');
    await window.keyboard.type('Langsung diketik.');
    await expect(minutes()).toContainText('Langsung diketik.');
    await expect(minutes()).toContainText('Andi Umpama');
    await press('Control+l');
    await expect(library()).toBeFocused();
    await press('Enter', 'Control+3');
    await expect(window.getByRole('combobox', { name: 'Jenis' })).toBeFocused();
    await press('Control+l');
    await expect(library()).toBeFocused();
    await press('Control+n');
    await window.keyboard.type('Rapat kilat');
    await expect(window.getByRole('combobox', { name: 'Jenis' })).toHaveValue('Rapat kilat');
    await hurryUp();
  });
}

test('React Aria speaks the language of the window', async () => {
  const { window } = notula;
  await openSession();
  await press('Control+3');
  await window
    .getByRole('button', { name: /Tampilkan saran/ })
    .first()
    .click();
  await expect(window.getByRole('listbox', { name: 'Saran' })).toBeVisible();
  await expect(window.getByText(/^\d+ pilihan tersedia\.$/)).toBeAttached();
  await press('Escape');
  await window.getByRole('button', { name: 'Zona waktu' }).press('Enter');
  await expect(window.locator('.popover [aria-label="Tutup"]').first()).toBeAttached();
  await press('Escape');
  await callApp(window, 'profile.update', { changes: { language: 'en' } });
  await window.reload();
  await expect(window.locator('html')).toHaveAttribute('lang', 'en');
  await window.getByText(TITLE, { exact: true }).dblclick();
  await press('Control+3');
  await expect(window.getByRole('button', { name: /Show suggestions/ }).first()).toBeVisible();
  await callApp(window, 'profile.update', { changes: { language: 'id' } });
});
