import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { AttendanceId, BlockId } from '../../src/shared/ids.ts';
import { attendeeLabel } from '../../src/shared/minutes/names.ts';
import { takePicture } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

const scene = sessionScene({ theme: 'light' });
const { call, page, blocks, press, type } = scene;

const NAMES = [
  'Budi Contoh',
  'Siti Misal',
  'Andi Umpama',
  'Dewi Percobaan',
  'Eko Andai',
  'Fitri Semisal',
  'Gilang Ibarat',
  'Hana Tamsil',
  'Indra Kias',
  'Joko Teladan',
  'Kartika Acuan',
  'Lukman Patokan',
] as const;

const field = (): Locator => scene.window.getByRole('combobox', { name: 'Cari pembicara' });
const people = (): Locator => scene.window.getByRole('listbox', { name: 'Pembicara' });
const person = (name: string): Locator => people().getByRole('option', { name });
const queue = (): Locator => scene.window.getByRole('listbox', { name: 'Daftar penanya' });
const waiting = (): Locator => queue().getByRole('option');
const list = (name: string): Locator => scene.window.getByRole('combobox', { name });
const message = (text: string | RegExp): Locator => scene.window.getByText(text);
const NOW = /^Pukul \d\d\.\d\d WIB/;

const photograph = (name: string): Promise<void> => takePicture(scene.window, `speakers-${name}`);

async function saved(): Promise<readonly Block[]> {
  const stored = await scene.saved();
  await expect(page()).toBeFocused();
  return stored;
}

async function attendees() {
  const lines = await call('attendance.list', { sessionId: scene.session.id });
  return new Map(lines.map((line) => [attendeeLabel(line), line]));
}

async function speakersOf(stored: readonly Block[]): Promise<readonly string[]> {
  const names = new Map([...(await attendees())].map(([name, { id }]) => [id, name]));
  return stored.flatMap((block) =>
    block.type === 'statement' ? [names.get(block.attrs.speakerId as AttendanceId) ?? '-'] : [],
  );
}

async function openSession(isAnew = true): Promise<void> {
  if (isAnew) await scene.window.reload();
  const title = scene.window.getByText(scene.session.title).first();
  await expect(title).toBeVisible();
  // What was open last may be open again.
  await expect(page().or(scene.window.getByRole('grid')).first()).toBeVisible();
  if (!(await page().isVisible())) await title.dblclick();
  await expect(page()).toBeFocused();
  await expect(person('Budi Contoh')).toBeVisible();
}

/** Numbers as the rail shows them, such as "1 Budi Contoh". */
const numbers = (): Promise<readonly string[]> =>
  people()
    .locator('.rail-row')
    .evaluateAll((rows) =>
      rows.flatMap((row) => {
        const digit = row.querySelector('.rail-number')?.textContent ?? '';
        return digit === '' ? [] : [`${digit} ${row.querySelector('.rail-name')?.textContent}`];
      }),
    );

test.beforeEach(async () => {
  await scene.begin({
    changes: { title: 'Rapat pembicara' },
    people: NAMES.map((name, index) => ({
      type: 'person' as const,
      person: { name },
      position: index % 2 === 0 ? 'Ketua' : 'Anggota',
      organizationName: index < 6 ? 'KPU Kota Contoh' : 'Bawaslu Kota Contoh',
      role: 'peserta',
      presence: 'hadir' as const,
    })),
    isRunning: true,
  });
  await openSession();
});

test('a number key starts the statement of its speaker, and the rail marks her', async () => {
  await press('Alt+1');
  await type('Rapat dibuka.');
  await press('Alt+9');
  await expect(page()).toBeFocused();
  await type('Baik.');
  await expect(person('Indra Kias')).toHaveClass(/is-current/);
  await expect(person('Indra Kias')).toHaveAccessibleName(/^nomor 9 .*sedang berbicara/);
  await expect(person('Budi Contoh')).not.toHaveClass(/is-current/);
  expect(await speakersOf(await saved())).toEqual(['Budi Contoh', 'Indra Kias']);
});

test('numbers are given in the rail, swap, are taken away, and never move by themselves', async () => {
  await press('F6');
  await expect(field()).toBeFocused();
  await type('joko');
  await expect(person('Joko Teladan')).toHaveAttribute('aria-selected', 'true');
  await press('2');
  await expect(message('Nomor 2 kini untuk Joko Teladan.').first()).toBeVisible();
  await press('Escape');
  await expect.poll(numbers).toContain('2 Joko Teladan');
  expect((await numbers()).join()).not.toContain('Siti');
  // Somebody who is in the list gives hers up for it.
  await type('indra');
  await press('1', 'Escape');
  await expect.poll(numbers).toContain('1 Indra Kias');
  expect(await numbers()).toContain('9 Budi Contoh');
  await type('andi');
  await press('0', 'Escape', 'Escape');
  await expect(page()).toBeFocused();
  await expect.poll(async () => (await numbers()).join()).not.toContain('3 ');
  // Ctrl+Z takes back what was done last beside the text.
  await press('Control+z');
  await expect.poll(numbers).toContain('3 Andi Umpama');

  // The order of the attendance, absence and a restart change nothing.
  const before = await numbers();
  const lines = [...(await attendees()).values()];
  await call('attendance.reorder', {
    sessionId: scene.session.id,
    order: lines.map(({ id }) => id).reverse(),
  });
  await call('attendance.updateDay', {
    ids: lines.filter(({ name }) => name.startsWith('Eko')).map(({ id }) => id),
    dayId: null,
    changes: { presence: 'izin' },
  });
  await openSession();
  await expect.poll(numbers).toEqual(before);
  await press('Alt+2');
  await expect(blocks().first()).toContainText('Joko Teladan');
});

test('Alt+0 gives the present speaker a number; the menu and dragging do it with the mouse', async () => {
  const { window } = scene;
  await press('Tab');
  await type('kartika');
  await press('Enter');
  await type('Saya bertanya.');
  await expect(person('Kartika Acuan')).toHaveClass(/is-current/);
  expect((await numbers()).join()).not.toContain('Kartika');
  await press('Alt+0');
  await expect.poll(numbers).toContain('9 Kartika Acuan');

  await person('Lukman Patokan').click({ button: 'right' });
  const menu = window.getByRole('menu', { name: 'Pilihan untuk Lukman Patokan' });
  await expect(menu).toBeVisible();
  await photograph('menu');
  await menu.getByRole('menuitemradio', { name: 'nomor 5: Eko Andai' }).click();
  await expect.poll(numbers).toContain('5 Lukman Patokan');
  await person('Joko Teladan').dragTo(person('Budi Contoh'));
  await expect.poll(numbers).toContain('1 Joko Teladan');
});

test('other keys for the numbers can be chosen, and the help shows them', async () => {
  const { window } = scene;
  await press('Control+,');
  await window.getByRole('button', { name: /Tombol pembicara bernomor/ }).click();
  await window.getByRole('option', { name: 'Alt+Shift+1 … 9' }).click();
  await press('Escape');
  await expect(page()).toBeFocused();
  await press('Alt+Shift+2');
  await expect(blocks().first()).toContainText('Siti Misal');
  await press('F1');
  await expect(window.getByRole('dialog').getByText('Alt+Shift+1 … 9')).toBeVisible();
  await press('Escape');
  await call('profile.update', { changes: { speakerKeys: 'f9' } });
  await openSession();
  await type('Satu.');
  await press('F9', '3');
  await expect(blocks().nth(1)).toContainText('Andi Umpama');
  await call('profile.update', { changes: { speakerKeys: 'alt' } });
});

test('two keys change the speaker of all statements that the selection touches, in one step', async () => {
  for (const [index, text] of ['Satu.', 'Dua.', 'Tiga.', 'Empat.'].entries()) {
    await press(`Alt+${index + 1}`);
    await type(text);
  }
  await press('ArrowUp', 'Shift+ArrowUp', 'Alt+p');
  const several = list('Pilih pembicara untuk 2 pernyataan');
  await expect(several).toBeFocused();
  await press('7');
  await expect(page()).toBeFocused();
  await expect(message('Pembicara 2 pernyataan kini Gilang Ibarat.').first()).toBeVisible();
  expect(await speakersOf(await saved())).toEqual([
    'Budi Contoh',
    'Gilang Ibarat',
    'Gilang Ibarat',
    'Dewi Percobaan',
  ]);
  await press('Control+z');
  expect(await speakersOf(await saved())).toEqual(NAMES.slice(0, 4));
});

test('statements without a speaker are counted, listed, and get one by two keys each', async () => {
  const { window } = scene;
  await press('Alt+1');
  await type('Pembukaan.');
  for (const text of ['Suara dari belakang.', 'Suara lain.', 'Suara terakhir.']) {
    await press('Control+Enter', '0');
    await type(text);
  }
  const count = window.getByRole('button', { name: '3 pernyataan tanpa pembicara' });
  await expect(count).toBeVisible();
  await count.click();
  await expect(window.getByRole('button', { name: /Suara lain/ })).toBeVisible();
  await photograph('missing');
  await window.getByRole('button', { name: /Suara lain/ }).click();
  await expect(list('Pilih pembicara')).toBeFocused();
  await press('4');
  await expect(page()).toBeFocused();
  await press('Alt+Shift+P', '5', 'Alt+Shift+P', '6');
  await expect(blocks().nth(3)).toContainText('Eko Andai');
  await expect(blocks().nth(1)).toContainText('Fitri Semisal');
  await expect(window.getByRole('button', { name: /tanpa pembicara/ })).toBeHidden();
  await press('Alt+Shift+P');
  await expect(message('Semua pernyataan sudah ada pembicaranya.').first()).toBeVisible();
});

test('the queue: noted while somebody speaks, served by one key, kept over a restart', async () => {
  await press('Alt+1');
  await type('Paparan pertama');
  await press('Alt+a');
  await expect(list('Catat penanya')).toBeFocused();
  await press('4');
  await expect(page()).toBeFocused();
  await type(' terus berjalan.');
  await press('Alt+a');
  await type('lukman');
  await press('Enter', 'Alt+a');
  await type('Rina Tamu Baru');
  await press('Enter');
  await expect(page()).toBeFocused();
  await expect(waiting()).toHaveCount(3);
  await expect(waiting()).toContainText(['Dewi Percobaan', 'Lukman Patokan', 'Rina Tamu Baru']);
  await expect(waiting().first()).toHaveAccessibleName(
    /^1\. ?Dewi Percobaan ?, dicatat \d\d\.\d\d/,
  );
  await expect(blocks().first()).toContainText('Paparan pertama terus berjalan.');
  const rina = (await attendees()).get('Rina Tamu Baru');
  expect(rina?.days[0]).toMatchObject({ presence: 'hadir' });
  expect(rina?.days[0]?.arrived).toMatch(/^\d\d:\d\d$/);

  // Who waits already is not noted twice.
  await press('Alt+a');
  await type('lukman');
  await press('Enter');
  await expect(scene.window.getByRole('status').getByText(/sudah menunggu/)).toBeAttached();
  await expect(waiting()).toHaveCount(3);

  // Order and removal by keyboard, with a way back.
  await press('F6', 'Shift+Tab');
  await expect(queue()).toBeFocused();
  await press('End', 'Alt+Shift+ArrowUp');
  await expect(waiting()).toContainText(['Dewi Percobaan', 'Rina Tamu Baru', 'Lukman Patokan']);
  await press('Home', 'Delete');
  await expect(waiting()).toHaveCount(2);
  await scene.window.getByRole('button', { name: 'Urungkan' }).last().click();
  await expect(waiting()).toHaveCount(3);
  await waiting().nth(2).dragTo(waiting().nth(0));
  await expect(waiting()).toContainText(['Lukman Patokan', 'Dewi Percobaan', 'Rina Tamu Baru']);

  await blocks().first().click();
  await saved();
  await scene.close();
  await scene.launch();
  await openSession(false);
  await expect(waiting()).toContainText(['Lukman Patokan', 'Dewi Percobaan', 'Rina Tamu Baru']);
  await press('Alt+Enter');
  await expect(page()).toBeFocused();
  await type('Pertanyaan saya.');
  await expect(waiting()).toHaveCount(2);
  await expect(message('1 sudah')).toBeVisible();
  await press('Alt+Enter', 'Alt+Enter');
  await expect(queue()).toBeHidden();
  // The last turn is taken back with its statement.
  await press('Control+z');
  await expect(waiting()).toContainText(['Rina Tamu Baru']);
  await press('Alt+Enter', 'Alt+Enter');
  await expect(message(/Belum ada penanya yang menunggu/).first()).toBeVisible();
  const stored = await saved();
  expect((await speakersOf(stored)).slice(0, 2)).toEqual(['Budi Contoh', 'Lukman Patokan']);
});

test('arrivals and departures: two keys, the time of the day, a sentence where wanted', async () => {
  await press('Alt+1');
  await type('Kita lanjutkan.');
  await press('Alt+d');
  await expect(list('Siapa yang datang?')).toBeFocused();
  await type('Wawan Terlambat');
  await press('Enter');
  await expect(person('Wawan Terlambat')).toBeVisible();
  expect((await attendees()).get('Wawan Terlambat')?.days[0]?.presence).toBe('hadir');

  await press('Alt+l');
  await expect(list('Siapa yang keluar?')).toBeFocused();
  await press('2');
  await expect(page()).toBeFocused();
  await expect(message(/Siti Misal tercatat keluar pukul/).first()).toBeVisible();
  await expect(person('Siti Misal')).toContainText(/keluar \d\d\.\d\d/);
  await expect
    .poll(async () => (await attendees()).get('Siti Misal')?.days[0]?.left)
    .toMatch(/^\d\d:\d\d$/);
  await expect(blocks()).toHaveCount(1);
  await press('Control+z');
  await expect.poll(async () => (await attendees()).get('Siti Misal')?.days[0]?.left).toBeNull();
  await expect(blocks().first()).toContainText('Kita lanjutkan.');

  // In the rail: the person, then the key. Shift+Enter in the list writes the sentence once.
  await press('F6');
  await type('hana');
  await press('Alt+l', 'Escape');
  await expect(person('Hana Tamsil')).toContainText(/keluar/);
  await expect(page()).toBeFocused();
  await press('Alt+l');
  await type('gilang');
  await press('Shift+Enter');
  await expect(blocks()).toHaveCount(2);
  await expect(blocks().nth(1)).toContainText(NOW);
  await expect(blocks().nth(1)).toContainText(
    'Gilang Ibarat, Ketua Bawaslu Kota Contoh, meninggalkan ruang rapat.',
  );
  // The caret is still in the statement.
  await type(' Lalu.');
  await expect(blocks().first()).toContainText('Kita lanjutkan. Lalu.');

  // As a rule of this session, from the palette.
  await press('Control+k');
  await type('narasi saat');
  await press('Enter');
  await expect(message(/kini ditulis sebagai narasi/).first()).toBeVisible();
  await expect(page()).toBeFocused();
  await press('Alt+d');
  await expect(list('Siapa yang datang?')).toBeFocused();
  await type('gilang');
  await press('Enter');
  await expect(blocks().nth(2)).toContainText('memasuki ruang rapat.');
  await press('Control+z');
  await expect(blocks()).toHaveCount(2);
  await expect
    .poll(async () => (await attendees()).get('Gilang Ibarat')?.days[0]?.left)
    .toMatch(/^\d\d:\d\d$/);
  await openSession();
  await press('Alt+d');
  await expect(message(/Shift\+Enter tanpa narasi/)).toBeVisible();
  await press('Escape');
  const words = (await saved()).map(blockPlainText);
  expect(words.filter((text) => text.includes('meninggalkan'))).toHaveLength(1);
});

test('before the meeting runs nothing is stamped', async () => {
  await call('sessions.setStatus', { id: scene.session.id, status: 'selesai' });
  await openSession();
  await press('Alt+l', '3');
  await expect(message(/rapat tidak sedang berlangsung/).first()).toBeVisible();
  expect((await attendees()).get('Andi Umpama')?.days[0]?.left).toBeNull();
});

test('two hundred attendees with long names stay usable; a number is answered at once', async () => {
  const { window } = scene;
  const entries = Array.from({ length: 188 }, (_, index) => ({
    type: 'person' as const,
    person: { name: `Kusumaningrum Purwaningtyas Contohnama ${index + 1}` },
    position: 'Ketua Divisi Perencanaan, Data, dan Informasi',
    organizationName: `KPU Kabupaten Percontohan Nomor ${index + 1}`,
    role: 'peserta',
    presence: 'hadir' as const,
  }));
  await call('attendance.add', { sessionId: scene.session.id, entries });
  const [first] = [...(await attendees()).values()];
  const dayId = scene.session.days[0]?.id ?? null;
  const statements: Block[] = Array.from({ length: 400 }, (_, index) => ({
    type: 'statement',
    attrs: {
      id: `s-${index}` as BlockId,
      dayId,
      speakerId: index % 40 === 7 ? null : (first?.id ?? null),
      kind: 'pernyataan',
      spokenAtMs: Date.UTC(2026, 0, 1, 2, 0) + index * 20_000,
    },
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: `Pernyataan ke-${index} ${'kata demi kata '.repeat(20)}` }],
      },
    ],
  }));
  await call('documents.save', {
    sessionId: scene.session.id,
    upserts: statements,
    deletions: [],
    order: statements.map((block) => block.attrs.id),
  });
  await openSession();
  await press('F6');
  for (const index of [12, 60, 110, 187]) {
    await type(`contohnama ${index}`);
    await press('+');
  }
  await expect(waiting()).toHaveCount(4);
  await type('kusuma');
  await press('3');
  await press('Escape', 'Escape');
  await expect(page()).toBeFocused();
  await press('Alt+3');
  await type('Mulai bicara');
  await expect(window.getByRole('button', { name: '10 pernyataan tanpa pembicara' })).toBeVisible();
  await photograph('light');

  // From the key press to the frame that shows the caret in the new statement.
  await page().evaluate((target) => {
    const times: number[] = [];
    (globalThis as unknown as { times: number[] }).times = times;
    const onKeyDown = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || !event.altKey) return;
      const { timeStamp } = event;
      const painted = new MessageChannel();
      painted.port1.addEventListener('message', () => times.push(performance.now() - timeStamp));
      painted.port1.start();
      if (event.code.startsWith('Digit')) {
        requestAnimationFrame(() => painted.port2.postMessage(null));
      }
    };
    target.addEventListener('keydown', onKeyDown, { capture: true });
  });
  for (let index = 0; index < 18; index += 1) {
    await press(`Alt+${(index % 9) + 1}`);
    await type('kata');
  }
  const times = await window.evaluate(() => (globalThis as unknown as { times: number[] }).times);
  const sorted = times.toSorted((a, b) => a - b);
  console.log(`Alt+n to painted caret: median ${sorted[9]} ms, worst ${sorted.at(-1)} ms`);
  expect(sorted[9]).toBeLessThan(50);

  await press('F6');
  await type('divisi');
  await press('ArrowDown');
  await call('profile.update', { changes: { theme: 'dark' } });
  await window.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await photograph('dark');
  await press('Shift+F10');
  await photograph('dark-menu');
  await press('Escape', 'Escape', 'Escape', 'Alt+d');
  await photograph('dark-arrival');
  await press('Escape');
  await call('profile.update', { changes: { theme: 'light' } });
});
