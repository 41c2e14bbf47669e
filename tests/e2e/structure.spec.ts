import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { BlockId } from '../../src/shared/ids.ts';
import { takePictures } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

const scene = sessionScene();
const { call, page, blocks, press, type, saved, openSession } = scene;

const menu = (): Locator => scene.window.getByRole('listbox', { name: 'Ubah baris ini menjadi' });
const speakerList = (): Locator => scene.window.getByRole('combobox', { name: 'Pilih pembicara' });

const shape = (stored: readonly Block[]): readonly string[] =>
  stored.map((block) => `${block.type}: ${blockPlainText(block)}`);

const photograph = (name: string): Promise<void> => takePictures(scene.window, `struktur-${name}`);

test.beforeEach(async () => {
  await scene.begin({
    changes: { title: 'Rapat percobaan' },
    people: [
      {
        type: 'person' as const,
        person: { name: 'Budi Contoh' },
        position: 'Ketua',
        role: 'peserta',
        presence: 'hadir' as const,
      },
    ],
  });
  await openSession();
});

test.describe('the menu that "/" opens', () => {
  test('filters as one types in Indonesian, and turns the line', async () => {
    await type('/');
    await expect(menu().getByRole('option')).toHaveCount(12);
    await expect(menu().getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await photograph('menu');
    await type('kep');
    await expect(menu().getByRole('option')).toHaveCount(1);
    await expect(page()).toHaveAttribute('aria-activedescendant', /turn\.decision$/);
    await press('Enter');
    await expect(menu()).toBeHidden();
    await type('Jadwal disetujui.');
    expect(shape(await saved())).toEqual(['decision: Jadwal disetujui.']);
  });

  test('is undone by one Ctrl+Z and leaves an empty line', async () => {
    await type('/rek');
    await press('Enter');
    await expect(blocks().first()).toHaveClass(/minutes-recommendation/);
    await press('Control+z');
    await expect(blocks().first()).toHaveClass(/minutes-statement/);
    expect(shape(await saved())).toEqual(['statement: ']);
  });

  test('closes by Escape and leaves the "/", and never takes Enter without a match', async () => {
    await type('/');
    await press('Escape');
    await expect(menu()).toBeHidden();
    await type('3 kursi');
    await press('Enter');
    await type('/zzz');
    await expect(menu()).toBeHidden();
    await press('Enter');
    await type('s/d 14/5');
    await expect(menu()).toBeHidden();
    expect(shape(await saved())).toEqual(['statement: /3 kursi\n/zzz\ns/d 14/5']);
  });

  test('chooses with the arrows, and asks who makes a statement', async () => {
    await type('Selesai.');
    await press('Enter');
    await type('/');
    await press('ArrowUp');
    await press('ArrowDown');
    await press('Tab');
    await expect(speakerList()).toBeFocused();
    await press('1');
    await type('Baik.');
    expect(shape(await saved())).toEqual(['statement: Selesai.', 'statement: Baik.']);
  });
});

test('a shortcut turns the line of the caret, with its words and marks, in one step', async () => {
  await type('Satu');
  await press('Enter');
  await press('Control+b');
  await type('Judul acara');
  await press('Control+b');
  await press('Enter');
  await type('Tiga');
  await press('ArrowUp');
  await press('Control+Alt+Shift+2');
  const turned = await saved();
  expect(shape(turned)).toEqual(['statement: Satu', 'agendaItem: Judul acara', 'statement: Tiga']);
  const [, item] = turned;
  expect(item?.type === 'agendaItem' && item.content?.[0]?.marks).toEqual([{ type: 'bold' }]);
  await press('Control+z');
  expect(shape(await saved())).toEqual(['statement: Satu\nJudul acara\nTiga']);
});

test('a verbatim quote is marked by keys, kept, and shown in the toolbar', async () => {
  await type('Beliau berkata ');
  await press('Control+Shift+Quote');
  await expect(scene.window.getByRole('button', { name: 'Kutipan verbatim' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await type('hak pilih dijaga');
  await press('Control+Shift+Quote');
  await type(' lalu selesai.');
  await expect(page().locator('q')).toHaveText('hak pilih dijaga');
  await photograph('kutipan');
  const [block] = await saved();
  expect(block?.type === 'statement' && block.content[0]).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Beliau berkata ' },
      { type: 'text', text: 'hak pilih dijaga', marks: [{ type: 'verbatim' }] },
      { type: 'text', text: ' lalu selesai.' },
    ],
  });
});

test('flag and private note are written by keys, kept, and not copied', async () => {
  await type('Angka ini harus diperiksa.');
  await press('Control+Shift+i');
  await expect(page().getByRole('img', { name: 'Penting' })).toBeVisible();
  await press('Control+Alt+m');
  const note = scene.window.getByRole('textbox', { name: 'Catatan pribadi' });
  await expect(note).toBeFocused();
  await type('Tanyakan sumbernya');
  await press('Shift+Enter');
  await type('kepada divisi data');
  await photograph('catatan-ditulis');
  await press('Enter');
  await expect(page()).toBeFocused();
  await expect(page()).toContainText('kepada divisi data');
  await type(' Setuju.');
  await photograph('catatan');
  const [block] = await saved();
  expect(block?.attrs).toMatchObject({
    isImportant: true,
    note: 'Tanyakan sumbernya\nkepada divisi data',
  });
  expect(block && blockPlainText(block)).toBe('Angka ini harus diperiksa. Setuju.');
  const copied = await page().evaluate((target) => {
    getSelection()?.selectAllChildren(target);
    const clipboardData = new DataTransfer();
    target.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    );
    return clipboardData.getData('text/html') + clipboardData.getData('text/plain');
  });
  expect(copied).not.toContain('Tanyakan');
  await openSession();
  await expect(page()).toContainText('Tanyakan sumbernya');
  await press('Control+Alt+m');
  await note.fill('');
  await press('Escape');
  const [cleared] = await saved();
  expect(cleared?.attrs.note).toBeUndefined();
  await press('Control+z');
  await expect(page()).toContainText('Tanyakan sumbernya');
});

test.describe('the outline of agenda items', () => {
  const outline = (): Locator => scene.window.getByRole('navigation', { name: 'Susunan acara' });
  const item = (name: RegExp): Locator => outline().getByRole('button', { name });

  test.beforeEach(() => scene.window.evaluate(() => localStorage.clear()));

  /** Agenda items 1 … count with one statement each. */
  async function write(count: number): Promise<void> {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    const upserts = numbers.flatMap((each): Block[] => [
      {
        type: 'agendaItem',
        attrs: { id: `acara-${each}` as BlockId, dayId: null },
        content: [{ type: 'text', text: `Acara ${each}` }],
      },
      {
        type: 'narration',
        attrs: { id: `isi-${each}` as BlockId, dayId: null },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: `Isi ${each}` }] }],
      },
    ]);
    const { blocks: former } = await call('documents.load', { sessionId: scene.session.id });
    await call('documents.save', {
      sessionId: scene.session.id,
      upserts,
      deletions: former.map(({ attrs }) => attrs.id),
      order: upserts.map(({ attrs }) => attrs.id),
    });
    await openSession();
  }

  test('jumps, marks where one is, and moves whole sections by keys and by dragging', async () => {
    await write(4);
    await press('Control+Shift+o');
    await expect(item(/Acara 4/)).toBeFocused();
    await expect(item(/Acara 4/)).toHaveAttribute('aria-current', 'true');
    await photograph('susunan');
    await press('Home');
    await press('Enter');
    await expect(page()).toBeFocused();
    await type(' (pembukaan)');
    await expect(item(/Acara 1 \(pembukaan\)/)).toHaveAttribute('aria-current', 'true');
    await item(/Acara 4/).focus();
    await press('Alt+Shift+ArrowUp');
    await expect(item(/3\. *Acara 4/)).toBeFocused();
    await press('Alt+Shift+ArrowUp');
    await expect(item(/2\. *Acara 4/)).toBeFocused();
    await press('Escape');
    const order = async () => (await saved()).map(blockPlainText);
    expect(await order()).toEqual([
      'Acara 1 (pembukaan)',
      'Isi 1',
      'Acara 4',
      'Isi 4',
      'Acara 2',
      'Isi 2',
      'Acara 3',
      'Isi 3',
    ]);
    await press('Control+z');
    await press('Control+z');
    await expect(item(/4\. *Acara 4/)).toBeVisible();
    await item(/Acara 3/).dragTo(item(/Acara 1/), { targetPosition: { x: 20, y: 2 } });
    await expect(item(/1\. *Acara 3/)).toBeVisible();
    expect((await order()).slice(0, 4)).toEqual([
      'Acara 3',
      'Isi 3',
      'Acara 1 (pembukaan)',
      'Isi 1',
    ]);
    await press('Control+Shift+PageUp');
    await openSession();
    await expect(outline()).toBeVisible();
    await press('Control+Shift+o');
    await expect(outline()).toBeHidden();
  });

  test('holds a hundred items', async () => {
    await write(100);
    await press('Control+Shift+o');
    await expect(outline().getByRole('button', { name: /Acara/ })).toHaveCount(100);
    await press('Home');
    await expect(item(/Acara 1$/)).toBeFocused();
    await press('Enter');
    await expect(page().getByText('Acara 1', { exact: true })).toBeInViewport();
    await photograph('susunan-100');
    await press('Control+Shift+o');
  });
});

test('a table is made and edited by keys alone', async () => {
  const tableTools = (): Locator => scene.window.getByRole('group', { name: 'Tabel' });
  await expect(tableTools()).toBeHidden();
  await type('/tab');
  await press('Enter');
  await expect(tableTools()).toBeVisible();
  await type('Kecamatan');
  await press('Tab');
  await type('Pemilih');
  await press('Control+Alt+Shift+Enter');
  await expect(page().locator('tr').first().locator('th, td')).toHaveCount(4);
  await press('Control+Alt+Enter');
  await expect(page().locator('tr')).toHaveCount(4);
  await press('Control+Shift+Backspace');
  await expect(page().locator('tr')).toHaveCount(3);
  await photograph('tabel');
  await scene.window.keyboard.press('Control+k');
  await type('Pilih baris tabel');
  await press('Enter');
  await expect(page().locator('.selectedCell')).toHaveCount(4);
  await scene.window.getByRole('button', { name: 'Gabungkan sel' }).click();
  await expect(page().locator('tr').first().locator('th, td')).toHaveCount(1);
  await press('Control+z');
  await expect(page().locator('tr').first().locator('th, td')).toHaveCount(4);
  await press('ArrowRight');
  await press('Control+Enter');
  await expect(tableTools()).toBeHidden();
  await type('Di luar tabel.');
  const [block] = await saved();
  expect(block && blockPlainText(block)).toMatch(/Di luar tabel\.$/);
});
