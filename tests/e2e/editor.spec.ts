import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { sealEnvelope } from '../../src/shared/contract/envelope.ts';
import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { BlockId } from '../../src/shared/ids.ts';
import { sessionScene } from './session-scene.ts';
import { WEB_PAGE, WORD_DOCUMENT } from './paste-fixtures.ts';

const scene = sessionScene();
const { call, page, blocks, press, type, saved, openSession } = scene;

const SPEAKERS = [
  ['Budi Contoh', 'Ketua', 'KPU Kota Contoh'],
  ['Siti Misal', 'Anggota', 'KPU Kota Contoh'],
  ['Andi Umpama', 'Ketua', 'Bawaslu Kota Contoh'],
] as const;

const speakerList = (): Locator => scene.window.getByRole('combobox', { name: 'Pilih pembicara' });

const words = (stored: readonly Block[]): readonly string[] => stored.map(blockPlainText);

/** Pastes as the clipboard would bring it. */
async function paste(html: string, text = ''): Promise<void> {
  await page().evaluate(
    (target, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', data.html);
      clipboardData.setData('text/plain', data.text);
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    { html, text },
  );
}

test.beforeEach(async () => {
  await scene.begin({
    changes: { title: 'Rapat percobaan' },
    people: SPEAKERS.map(([name, position, organizationName]) => ({
      type: 'person' as const,
      person: { name },
      position,
      organizationName,
      role: 'peserta',
      presence: 'hadir' as const,
    })),
    isRunning: true,
  });
  await openSession();
});

test('a new session is one empty statement; two keys choose who speaks', async () => {
  await expect(blocks()).toHaveCount(1);
  await expect(page()).toContainText('Pembicara belum dipilih');
  await press('Tab');
  await expect(speakerList()).toBeFocused();
  await press('1');
  await expect(page()).toBeFocused();
  await type('Rapat dibuka.');
  await expect(blocks().first()).toContainText('Budi Contoh');
  await expect(blocks().first()).toContainText('Ketua KPU Kota Contoh');
  const [statement] = await saved();
  expect(statement?.type === 'statement' && statement.attrs.speakerId).toBeTruthy();
  expect(statement?.type === 'statement' && statement.attrs.spokenAtMs).toBeGreaterThan(0);
});

test('Enter goes on with the same speaker, an empty paragraph or Ctrl+Enter to the next', async () => {
  await press('Tab');
  await press('1');
  await type('Satu.');
  await press('Enter');
  await type('Dua.');
  await press('Enter');
  await press('Enter');
  await press('2');
  await type('Tiga.');
  await press('Control+Enter');
  await press('3');
  await type('Empat.');
  const stored = await saved();
  expect(words(stored)).toEqual(['Satu.\nDua.', 'Tiga.', 'Empat.']);
  expect(
    new Set(stored.map((block) => block.type === 'statement' && block.attrs.speakerId)).size,
  ).toBe(3);
});

test('the list finds by name, position or organization, adds people and never traps', async () => {
  await press('Tab');
  await type('bawas');
  await press('Enter');
  await expect(blocks().first()).toContainText('Andi Umpama');
  await type('Kami hadir.');
  await press('Control+Enter');
  await press('Escape');
  await expect(page()).toBeFocused();
  await type('Tanpa nama.');
  await expect(blocks().nth(1)).toContainText('Pembicara tidak disebut');
  await press('Control+Enter');
  await type('Wati Baru');
  await press('Enter');
  // Typed while the archive still takes the new person in.
  await type('Saya baru.');
  await expect(blocks().nth(2)).toContainText('Wati Baru');
  await expect(page()).toBeFocused();
  // The label of a statement opens the same list.
  await press('Alt+p');
  await expect(speakerList()).toBeFocused();
  await press('2');
  await expect(blocks().nth(2)).toContainText('Siti Misal');
  expect(words(await saved())).toEqual(['Kami hadir.', 'Tanpa nama.', 'Saya baru.']);
  const attendance = await call('attendance.list', { sessionId: scene.session.id });
  expect(attendance.map(({ name }) => name)).toContain('Wati Baru');
});

test('no batch is refused when statements follow one another faster than they are saved', async () => {
  await scene.window.evaluate(() => {
    const header = document.querySelector('.session-save-state');
    if (header === null) throw new Error('The page has no save state');
    new MutationObserver(() => {
      if (header.querySelector('.save-state-unsaved')) header.classList.add('was-unsaved');
    }).observe(header, { subtree: true, childList: true, attributes: true });
  });
  await press('Tab');
  await press('1');
  for (let count = 0; count < 12; count += 1) {
    await press('Control+Enter');
    await press(String(1 + (count % 3)));
    await type('A');
  }
  expect(words(await saved())).toHaveLength(12);
  await expect(scene.window.locator('.was-unsaved')).toHaveCount(0);
});

test('Backspace merges a statement and one Ctrl+Z brings back exactly what was', async () => {
  await press('Tab');
  await press('1');
  await type('Satu.');
  await press('Control+Enter');
  await press('2');
  await type('Dua.');
  const before = await saved();
  await press('Home');
  await press('Backspace');
  expect(words(await saved())).toEqual(['Satu.\nDua.']);
  await press('Control+z');
  expect(await saved()).toEqual(before);
  await press('Control+y');
  expect(words(await saved())).toEqual(['Satu.\nDua.']);
});

test('a key is answered where the caret is, though the browser has not told yet that it moved', async () => {
  await press('Tab', '0');
  await type('Satu.');
  await press('Control+Enter', '0');
  await type('Dua.');
  await expect(blocks().nth(1)).toContainText('Dua.');
  // In one task, so that no event of the browser can come in between.
  await page().evaluate((element) => {
    getSelection()?.modify('move', 'backward', 'lineboundary');
    const init = { key: 'Backspace', code: 'Backspace', bubbles: true, cancelable: true };
    element.dispatchEvent(new KeyboardEvent('keydown', init));
  });
  expect(words(await saved())).toEqual(['Satu.\nDua.']);
});

test('a dialog that closes leaves no moment in which a key reaches nobody', async () => {
  await press('Tab', '0');
  await type('Isi ');
  const isPageFocusedAfter = (key: string): Promise<boolean> =>
    scene.window.evaluate(async (pressed) => {
      const init = { key: pressed, code: pressed, bubbles: true, cancelable: true };
      for (const name of ['keydown', 'keyup']) {
        document.activeElement?.dispatchEvent(new KeyboardEvent(name, init));
        // As after an event of the browser: what waits for its end is done, and no frame is drawn.
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      }
      return document.activeElement?.matches('.minutes-document') ?? false;
    }, key);
  await press('Control+k');
  await type('tandai penting');
  await expect(scene.window.getByRole('option', { name: /tandai penting/i })).toBeVisible();
  expect(await isPageFocusedAfter('Enter'), 'after the palette').toBe(true);
  await expect(page().getByRole('img', { name: 'Penting' })).toBeVisible();
  await press('Control+Shift+k');
  await expect(scene.window.getByRole('dialog', { name: 'Tautan' })).toBeVisible();
  expect(await isPageFocusedAfter('Escape'), 'after a dialog').toBe(true);
  await type('lanjut');
  expect(words(await saved())).toEqual(['Isi lanjut']);
});

test('blocks move by keyboard with the caret in them, and other kinds of block are made', async () => {
  await press('Control+Alt+2');
  await type('Pembukaan');
  await press('Enter');
  await press('1');
  await type('Selamat pagi.');
  await press('Control+Alt+4');
  await type('Disetujui bersama.');
  await press('Alt+Shift+ArrowUp');
  await type(' Sah.');
  const stored = await saved();
  expect(stored.map((block) => block.type)).toEqual(['agendaItem', 'decision', 'statement']);
  expect(words(stored)).toEqual(['Pembukaan', 'Disetujui bersama. Sah.', 'Selamat pagi.']);
  await press('F2');
  const details = scene.window.getByRole('dialog', { name: /Rincian/ });
  await expect(details).toBeVisible();
  await press('Escape');
  await expect(details).toBeHidden();
  await expect(page()).toBeFocused();
});

test('the toolbar inserts blocks and formats by pointer, and gives the focus back', async () => {
  const { window } = scene;
  await type('Satu');
  await window.getByRole('button', { name: 'Sisipkan' }).click();
  await window.getByRole('menuitem', { name: /Keputusan/ }).click();
  await expect(page()).toBeFocused();
  await type('Disepakati ');
  await window.getByRole('button', { name: 'Tebal' }).click();
  await expect(page()).toBeFocused();
  await type('bulat');
  await window.getByRole('button', { name: 'Sisipkan' }).click();
  await window.getByRole('menuitem', { name: /^Pernyataan/ }).click();
  await expect(speakerList()).toBeFocused();
  await press('2');
  await type('Dua');
  await expect(page().locator('strong')).toHaveText('bulat');
  expect(words(await saved())).toEqual(['Satu', 'Disepakati bulat', 'Dua']);
  // In a narrow window the speakers beside the page are hidden; F6 leads out all the same.
  await scene.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(683, 500),
  );
  await expect(window.getByRole('listbox', { name: 'Pembicara' })).toBeHidden();
  await press('F6');
  await expect(window.getByRole('button', { name: 'Sisipkan' })).toBeFocused();
  await scene.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768),
  );
});

test('Tab indents lists and goes through tables', async () => {
  await press('Tab');
  await press('1');
  await type('- satu');
  await press('Enter');
  await type('dua');
  await press('Tab');
  await expect(page().locator('ul ul')).toHaveText('dua');
  await press('Shift+Tab');
  await expect(page().locator('ul ul')).toHaveCount(0);
  await press('Enter');
  await press('Enter');
  await scene.window.getByRole('button', { name: 'Tabel' }).click();
  await expect(page()).toBeFocused();
  for (const cell of ['Nama', 'Suara', 'Ket', 'Budi']) {
    await type(cell);
    await press('Tab');
  }
  await press('Shift+Tab');
  await type('!');
  await expect(page().locator('td').first()).toHaveText('!');
});

test('text from Word and from web pages comes in clean', async () => {
  await press('Tab');
  await press('1');
  await paste(WORD_DOCUMENT);
  await expect(page().locator('ol > li')).toHaveCount(2);
  await expect(page().locator('ol ul > li')).toHaveText('Anak butir');
  await expect(page().locator('td')).toHaveCount(2);
  await expect(page().locator('strong').first()).toHaveText('tebal');
  await expect(page().locator('[style], .MsoNormal, img, span[lang]')).toHaveCount(0);
  await expect(scene.window.getByText(/Gambar dari alamat lain tidak ikut ditempel/)).toBeVisible();
  await press('Control+Enter');
  await press('2');
  await paste(WEB_PAGE);
  await expect(page()).not.toContainText('alert');
  await expect(page()).not.toContainText('tersembunyi');
  await expect(page().locator('a')).toHaveAttribute('href', 'https://contoh.go.id/berita');
  const stored = await saved();
  expect(words(stored).join('\n')).toContain('Butir pertama');
  expect(JSON.stringify(stored)).not.toContain('javascript');
});

test('statements copied within Notula become statements of their own', async () => {
  await press('Tab');
  await press('1');
  await type('Satu.');
  await press('Control+Enter');
  await press('2');
  await type('Dua.');
  await press('Control+a');
  await press('Control+c');
  await press('Control+End');
  await press('Control+Enter');
  await press('Escape');
  await press('Control+v');
  const stored = await saved();
  expect(words(stored)).toEqual(['Satu.', 'Dua.', 'Satu.', 'Dua.']);
  expect(new Set(stored.map((block) => block.attrs.id)).size).toBe(4);
});

test('F6 goes to the speakers and back, and choosing one there begins a statement', async () => {
  await type('Satu.');
  await press('F6');
  await expect(scene.window.getByRole('combobox', { name: 'Cari pembicara' })).toBeFocused();
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Enter');
  await expect(page()).toBeFocused();
  await type('Dua.');
  await expect(blocks().nth(1)).toContainText('Siti Misal');
});

test('a search hit opens at its statement and marks the words, wherever it stands', async () => {
  const dayId = scene.session.days[0]?.id ?? null;
  const long: Block[] = Array.from({ length: 300 }, (_, index) => ({
    type: 'statement',
    attrs: {
      id: `long-${index}` as BlockId,
      dayId,
      speakerId: null,
      kind: 'pernyataan',
      spokenAtMs: null,
    },
    content: Array.from({ length: 1 + (index % 5) }, () => ({
      type: 'paragraph' as const,
      content: [
        {
          type: 'text' as const,
          text: `Uraian yang cukup panjang dari pernyataan ini, supaya tingginya berbeda-beda. tanda${index}x`,
        },
      ],
    })),
  }));
  await call('documents.save', {
    sessionId: scene.session.id,
    upserts: long,
    deletions: [],
    order: long.map((block) => block.attrs.id),
  });
  await scene.window.reload();
  await expect(scene.window.getByRole('grid', { name: 'Daftar sesi' })).toBeVisible();
  for (const index of [150, 4, 299, 77, 230, 12]) {
    await press('Control+Shift+F');
    const field = scene.window.getByRole('combobox', { name: /di semua sesi/ });
    await expect(field).toBeFocused();
    await field.fill(`tanda${index}x`);
    const hit = scene.window.getByRole('option', { name: new RegExp(`tanda${index}x`) }).first();
    await hit.click();
    const block = page().locator(`[data-block-id="long-${index}"]`);
    await expect(block.locator('.minutes-hit').first()).toBeInViewport();
    await expect(page()).toBeFocused();
  }
  await press('Escape');
  await expect(page().locator('.minutes-hit')).toHaveCount(0);
});

test('what cannot be saved stays on screen, says so in red, and is saved when it can be', async () => {
  const { app, window } = scene;
  await type('Satu.');
  await expect(window.locator('.save-state-saved')).toBeVisible();
  // A storage that refuses everything for a while, put in the place of the real one.
  const refusal = sealEnvelope({ ok: false, code: 'storage-full', details: {} });
  await app.evaluate(({ ipcMain }, answer) => {
    const handlers = (ipcMain as unknown as { readonly _invokeHandlers: Map<string, unknown> })
      ._invokeHandlers;
    const kept = new Map(handlers);
    (globalThis as unknown as { restoreHandlers: () => void }).restoreHandlers = () => {
      for (const [channel, handler] of kept) handlers.set(channel, handler);
    };
    for (const channel of kept.keys()) handlers.set(channel, () => answer);
  }, refusal);
  await type(' Dua.');
  await expect(window.locator('.save-state-unsaved')).toContainText('Belum tersimpan');
  await expect(window.locator('.save-state-unsaved')).toContainText('Disk penuh');
  await type(' Tiga.');
  await expect(page()).toContainText('Satu. Dua. Tiga.');
  await app.evaluate(() =>
    (globalThis as unknown as { readonly restoreHandlers: () => void }).restoreHandlers(),
  );
  await expect(window.locator('.save-state-saved')).toBeVisible();
  expect(words(await saved())).toEqual(['Satu. Dua. Tiga.']);
});

test('a day changes from a block on, and a line shows it', async () => {
  const [first] = scene.session.days;
  if (!first) throw new Error('A session has a day');
  await call('sessions.update', {
    id: scene.session.id,
    changes: {
      days: [
        { ...first, date: '2025-02-18' },
        { id: 'hari-dua', date: '2025-02-19', start: null, end: null },
      ],
    },
  });
  await openSession();
  await type('Satu.');
  await press('Control+Enter');
  await press('2');
  await type('Dua.');
  await press('F2');
  const details = scene.window.getByRole('dialog', { name: /Rincian/ });
  await details.getByRole('button', { name: /Hari mulai dari sini/ }).click();
  await scene.window.getByRole('option', { name: /Hari ke-2/ }).click();
  await details.getByRole('button', { name: 'Terapkan' }).click();
  await expect(page().locator('.minutes-day')).toHaveText([
    'Hari ke-1 · Selasa, 18 Februari 2025',
    'Hari ke-2 · Rabu, 19 Februari 2025',
  ]);
  await expect(page()).toBeFocused();
  await press('Control+Enter');
  await press('1');
  await type('Tiga.');
  expect((await saved()).map((block) => block.attrs.dayId)).toEqual([
    first.id,
    'hari-dua',
    'hari-dua',
  ]);
});

test('everything is there after a restart', async () => {
  await press('Tab');
  await press('1');
  await type('Kata terakhir sebelum ditutup.');
  await scene.close();
  await scene.launch();
  // The session that was open goes on, with the caret in its minutes.
  await expect(page()).toBeFocused();
  await expect(blocks()).toHaveCount(1);
  await expect(blocks().first()).toContainText('Budi Contoh');
  await expect(blocks().first()).toContainText('Kata terakhir sebelum ditutup.');
});
