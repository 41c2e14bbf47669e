import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import readXlsx from 'read-excel-file/node';

import { openDatabase } from '../../src/main/db/database.ts';
import type { CallInput, CallName } from '../../src/shared/contract/index.ts';
import type { Session } from '../../src/shared/minutes/session.ts';
import { callApp } from './bridge.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';
import { takePicture } from './pictures.ts';

let notula: Notula;
let page: Page;

/** Puts something into the archive as the window would, without its screens. */
const call = <Name extends CallName>(name: Name, input: CallInput<Name>) =>
  callApp(page, name, input);

type Entries = CallInput<'attendance.add'>['entries'];

/** A session with these attendees, open at its attendance. */
async function openAttendance(
  title: string,
  entries: Entries = [],
  days: readonly (string | null)[] = ['2025-02-18'],
): Promise<Session> {
  await call('profile.update', { changes: { isSetUp: true } });
  const session = await call('sessions.create', {
    changes: {
      title,
      kind: 'FGD',
      days: days.map((date, index) => ({ id: `${title}-${index}`, date, start: null, end: null })),
    },
  });
  if (entries.length > 0) await call('attendance.add', { sessionId: session.id, entries });
  await page.reload();
  await page.getByRole('grid').getByText(title, { exact: true }).dblclick();
  await page.getByRole('tab', { name: /Daftar hadir/u }).click();
  return session;
}

const person = (name: string, position = '', organizationName = ''): Entries[number] => ({
  type: 'person',
  person: { name },
  position,
  organizationName,
});
const BLANK_PERSON = {
  name: '',
  titleBefore: '',
  titleAfter: '',
  position: '',
  organizationId: null,
  nip: '',
  rank: '',
  phone: '',
};
const addField = (): Locator => page.getByRole('combobox', { name: 'Tambah peserta' });
const grid = (): Locator => page.getByRole('grid', { name: 'Peserta sesi' });
const rows = (): Locator => grid().locator('[data-row-id]');
const names = async (): Promise<readonly string[]> =>
  grid().locator('[data-row-id] [data-column=name] .attendance-text').allTextContents();
const cell = (row: number, column: string): Locator =>
  grid().locator(`[aria-rowindex="${row + 1}"] [data-column=${column}]`);
const options = (): Locator => page.getByRole('listbox', { name: 'Tambah peserta' });

test.beforeEach(async () => {
  notula = await launchNotula();
  page = notula.window;
});
test.afterEach(async () => {
  await notula.close();
});

test('people are added by keyboard alone: somebody known by two letters, somebody new in place', async () => {
  await call('people.create', {
    fields: {
      name: 'Budi Contoh',
      titleBefore: 'Dr.',
      titleAfter: 'S.H.',
      position: 'Ketua',
      organizationId: null,
      nip: '',
      rank: '',
      phone: '',
    },
  });
  await call('organizations.create', { fields: { name: 'Bawaslu Kota Contoh' } });
  await openAttendance('Rapat papan ketik');
  await expect(page.getByRole('heading', { name: 'Belum ada peserta' })).toBeVisible();

  await addField().focus();
  await page.keyboard.type('bu');
  await expect(options().getByRole('option').first()).toContainText('Dr. Budi Contoh, S.H.');
  await page.keyboard.press('Enter');
  await expect(rows()).toHaveCount(1);
  await expect(addField()).toHaveValue('');
  await expect(addField()).toBeFocused();

  // Enter at once, before any answer can have come.
  await page.keyboard.type('Ibu Siti Contoh, S.Pd');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Orang baru' });
  await expect(form.getByLabel('Nama', { exact: true })).toHaveValue('Siti Contoh');
  await expect(form.getByLabel('Nama', { exact: true })).toBeFocused();
  await expect(form.getByLabel('Gelar belakang')).toHaveValue('S.Pd');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Anggota');
  await page.keyboard.press('Tab');
  await page.keyboard.type('bawas');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('Lembaga')).toHaveValue('Bawaslu Kota Contoh');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await expect(addField()).toBeFocused();
  expect(await names()).toEqual(['Dr. Budi Contoh, S.H.', 'Siti Contoh, S.Pd']);
  await expect(cell(2, 'organization')).toHaveText('Bawaslu Kota Contoh');

  // An organization is a group; Esc leaves a form without adding.
  await page.keyboard.type('ba');
  await expect(options().getByRole('option').first()).toContainText('Bawaslu Kota Contoh');
  await page.keyboard.press('Enter');
  await expect(cell(3, 'position')).toHaveText('jumlah tidak diketahui');
  await page.keyboard.type('Orang Batal');
  await page.keyboard.press('Enter');
  await expect(form).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(addField()).toBeFocused();
  await expect(rows()).toHaveCount(3);
  await expect(page.getByRole('region', { name: 'Jumlah peserta' })).toContainText(
    '2 orang + 1 kelompok, jumlah tidak diketahui',
  );

  // Somebody who is on the list is not put there twice.
  await addField().fill('budi');
  await expect(options().getByRole('option').first()).toContainText('sudah di daftar');
  await page.keyboard.press('Enter');
  await expect(page.getByText('sudah di daftar, baris 1')).toBeVisible();
  await expect(rows()).toHaveCount(3);
});

test('who is added while the meeting runs is there since then, unless something else is chosen', async () => {
  await call('organizations.create', { fields: { name: 'KPU Kota Contoh' } });
  const session = await openAttendance('Rapat berlangsung', [person('Budi Contoh')]);
  const choice = page.getByRole('button', { name: /Kehadiran peserta baru/u });
  await expect(choice).toContainText('Belum dicatat');
  await call('sessions.setStatus', { id: session.id, status: 'berlangsung' });
  await page.reload();
  await page.getByRole('grid').getByText('Rapat berlangsung', { exact: true }).dblclick();
  await page.getByRole('tab', { name: /Daftar hadir/u }).click();
  await expect(choice).toContainText('Hadir sejak sekarang');
  await addField().fill('KPU Kota');
  await expect(options().getByRole('option').first()).toContainText('KPU Kota Contoh');
  await page.keyboard.press('Enter');
  await expect(cell(2, 'presence')).toContainText('Hadir');
  await expect(cell(2, 'arrived')).toContainText(/^\d\d\.\d\d$/u);
  // Whoever was there before stays as recorded.
  await expect(cell(1, 'presence')).not.toContainText('Hadir');

  await choice.click();
  await page.getByRole('option', { name: 'Izin', exact: true }).click();
  await addField().fill('Siti Contoh');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Orang baru' });
  await form.getByLabel('Jabatan').press('Enter');
  await expect(cell(3, 'presence')).toContainText('Izin');
  await expect(cell(3, 'arrived')).not.toContainText(/\d/u);
});

test('presence by one key, times as typed, each day for itself', async () => {
  await openAttendance(
    'Rapat dua hari',
    [person('Budi Contoh'), person('Siti Contoh'), person('Rani Misal')],
    ['2024-07-20', '2024-07-21'],
  );
  await expect(page.getByRole('button', { name: /Hari 1 · Sab, 20 Jul 2024/u })).toBeVisible();
  await grid().focus();
  await page.keyboard.press('h');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('d');
  await expect(cell(1, 'presence')).toHaveText('Hadir');
  await expect(cell(2, 'presence')).toHaveText('Daring');
  await expect(page.getByRole('region', { name: 'Jumlah peserta' })).toContainText(
    'Hadir 1Daring 1Belum dicatat 1',
  );

  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('910');
  await page.keyboard.press('Tab');
  await page.keyboard.type('25.99');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Jam itu belum dipahami');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12:00');
  await page.keyboard.press('Enter');
  await expect(cell(2, 'arrived')).toHaveText('09.10');
  await expect(cell(2, 'left')).toHaveText('12.00');

  await page.getByRole('button', { name: /Hari 1/u }).click();
  await page.getByRole('option', { name: /Hari 2/u }).click();
  await expect(cell(2, 'presence')).toHaveText('Belum dicatat');
  await expect(cell(2, 'arrived')).toHaveText('');
  await page.getByRole('button', { name: /Hari 2/u }).click();
  await page.getByRole('option', { name: 'Semua hari' }).click();
  await expect(cell(2, 'presence')).toHaveText('berbeda');

  // All three at once, on all days, by the selection.
  await grid().focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('toolbar', { name: '3 dipilih' })).toBeVisible();
  await page.keyboard.press('i');
  await expect(cell(1, 'presence')).toHaveText('Izin');
  await expect(cell(3, 'presence')).toHaveText('Izin');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Jumlah peserta' })).toContainText('Izin 3');
});

test('cells, people and groups are corrected in place', async () => {
  await openAttendance('Rapat koreksi', [
    person('Budi Conto', 'Ketua', 'KPU Kota Contoh'),
    { type: 'group', name: 'Mahasiswa', headCount: null },
  ]);
  await cell(1, 'role').click();
  await page.keyboard.type('moder');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(cell(1, 'role')).toHaveText('moderator');
  await cell(2, 'position').click();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(cell(2, 'position')).toHaveText('12 orang');
  await expect(page.getByRole('region', { name: 'Jumlah peserta' })).toContainText('13 orang');

  await cell(1, 'presence').click();
  await page.getByRole('menuitem', { name: 'Diwakili oleh …' }).click();
  await page.keyboard.type('Siti Contoh');
  await page.keyboard.press('Enter');
  await expect(cell(1, 'presence')).toHaveText('Diwakili: Siti Contoh');

  await cell(1, 'name').dblclick();
  const dialog = page.getByRole('dialog', { name: 'Data peserta' });
  await dialog.getByLabel('Nama', { exact: true }).fill('Budi Contoh');
  await dialog.getByLabel('Gelar belakang').fill('S.H.');
  await dialog.getByLabel('Jabatan').fill('Plh. Ketua');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(await names()).toEqual(['Budi Contoh, S.H.', 'Mahasiswa']);
  await expect(cell(1, 'position')).toHaveText('Plh. Ketua');
});

test('the order changes by keyboard and by dragging, and a removal is undone', async () => {
  await openAttendance(
    'Rapat urutan',
    ['A', 'B', 'C', 'D'].map((letter) => person(`${letter} Contoh`)),
  );
  await grid().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(names).toEqual(['A Contoh', 'D Contoh', 'B Contoh', 'C Contoh']);
  await expect(page.getByText('D Contoh dipindah ke baris 2 dari 4.')).toBeAttached();

  const handle = await rows().nth(0).locator('[data-handle]').boundingBox();
  const target = await rows().nth(2).boundingBox();
  if (handle === null || target === null) throw new Error('the rows are not in sight');
  await page.mouse.move(handle.x + 4, handle.y + 8);
  await page.mouse.down();
  await page.mouse.move(handle.x + 4, target.y + target.height - 4, { steps: 5 });
  await page.mouse.up();
  await expect.poll(names).toEqual(['D Contoh', 'B Contoh', 'A Contoh', 'C Contoh']);

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect.poll(names).toEqual(['D Contoh', 'A Contoh', 'C Contoh']);
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(['D Contoh', 'B Contoh', 'A Contoh', 'C Contoh']);

  // The archive has the same order.
  await page.reload();
  await page.getByRole('grid').getByText('Rapat urutan', { exact: true }).dblclick();
  await page.getByRole('tab', { name: /Daftar hadir/u }).click();
  await expect.poll(names).toEqual(['D Contoh', 'B Contoh', 'A Contoh', 'C Contoh']);
});

test('a list pasted from a chat is shown for correction before anything is added', async () => {
  await openAttendance('Rapat tempel', [person('Budi Contoh', 'Ketua', 'KPU Kota Contoh')]);
  const list = [
    'Daftar hadir:',
    '1. Budi Contoh (KPU Kota Contoh) ✅',
    '2. Ibu Siti Contoh, S.Pd - Anggota Bawaslu Kota Contoh',
    '3. Rani Misal - Prabumulih',
    '4. Siti Contoh, S.Pd',
  ].join('\n');
  await notula.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), list);
  await addField().focus();
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: 'Tempel daftar peserta' });
  await expect(dialog.getByText('1 dari 5 baris akan ditambahkan')).toBeVisible();
  await expect(dialog.getByText('Sudah di daftar')).toHaveCount(1);
  await expect(dialog.getByText('Sama dengan baris 3')).toHaveCount(1);
  await expect(dialog.getByText('Periksa dulu')).toHaveCount(2);
  await dialog.getByLabel('Baris 4: Nama').fill('Rani Misal, S.H.');
  await expect(dialog.getByText('2 dari 5 baris akan ditambahkan')).toBeVisible();
  await dialog.getByRole('button', { name: 'Tambahkan 2 peserta' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(names).toEqual(['Budi Contoh', 'Siti Contoh, S.Pd', 'Rani Misal, S.H.']);
  await expect(cell(2, 'position')).toHaveText('Anggota');
  await expect(cell(2, 'organization')).toHaveText('Bawaslu Kota Contoh');
});

test('a list of an online meeting is corrected, taken in, remembered, and exported again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'notula-list-'));
  const list = join(folder, 'participants_812.csv');
  const listed = [
    'Name (original name),Email,Join time,Leave time,Duration (minutes),Asal',
    'Budi Contoh,,03/06/2025 09:01:10 AM,03/06/2025 12:30:00 PM,208,Sekretariat',
    'Siti Misall,,03/06/2025 09:05:00 AM,03/06/2025 12:31:00 PM,206,KPU Kota Misal',
    'Rani Umpama,,03/06/2025 09:07:00 AM,,10,Bawaslu Kota Contoh',
  ];
  await writeFile(list, `\ufeff${listed.join('\r\n')}`);
  await openAttendance('Rapat daring', [person('Budi Contoh', 'Ketua', 'KPU Kota Contoh')]);
  await call('people.create', { fields: { ...BLANK_PERSON, name: 'Siti Misal' } });
  const choose = async (): Promise<Locator> => {
    await notula.app.evaluate(({ dialog: native }, path) => {
      native.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, list);
    await page.getByRole('button', { name: 'Dari berkas …' }).click();
    return page.getByRole('dialog', { name: 'Peserta dari participants_812.csv' });
  };

  const dialog = await choose();
  await expect(dialog.getByRole('checkbox', { name: /Daftar dari rapat daring/u })).toBeChecked();
  // The column is no organization after all: Budi is then the one on the list, Siti must be asked about.
  await dialog.getByLabel('Kolom Asal berisi').selectOption('ignored');
  await expect(dialog).toContainText('1 ditambahkan, 1 yang sudah di daftar dicatat, dari 3 baris');
  const who = dialog.getByRole('combobox', { name: 'Baris 3: Siapa orang ini' });
  await who.selectOption({ label: 'Sama dengan Siti Misal' });
  await takePicture(page, 'attendance-file');
  await dialog.getByRole('button', { name: 'Masukkan ke daftar hadir' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(names).toEqual(['Budi Contoh', 'Siti Misal', 'Rani Umpama']);
  for (const row of [1, 2, 3]) await expect(cell(row, 'presence')).toContainText('Daring');
  await expect(cell(1, 'arrived')).toHaveText('09.01');
  await expect(cell(2, 'left')).toHaveText('12.31');
  await expect(cell(1, 'organization')).toHaveText('KPU Kota Contoh');

  const again = await choose();
  await expect(again.getByLabel('Kolom Asal berisi')).toHaveValue('ignored');
  await expect(again).toContainText('0 ditambahkan, 0 yang sudah di daftar dicatat, dari 3 baris');
  await page.keyboard.press('Escape');

  const target = join(folder, 'hadir.xlsx');
  await notula.app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await page.getByRole('button', { name: 'Ekspor', exact: true }).click();
  await page.getByRole('menuitem', { name: /Excel/u }).click();
  await expect(page.getByText('hadir.xlsx')).toBeVisible();
  const [sheet] = await readXlsx(target);
  expect(sheet?.data.map((cells) => [cells[1], cells[6], cells[8]])).toEqual([
    ['Nama', 'Kehadiran', 'Jam datang'],
    ['Budi Contoh', 'daring', '09:01'],
    ['Siti Misal', 'daring', '09:05'],
    ['Rani Umpama', 'daring', '09:07'],
  ]);
  await rm(folder, { recursive: true, force: true });
});

test('somebody who speaks in the minutes stays on the list', async () => {
  const session = await openAttendance('Rapat bicara', [
    person('Budi Contoh'),
    person('Siti Contoh'),
  ]);
  const lines = (await call('attendance.list', { sessionId: session.id })) as readonly {
    readonly id: string;
  }[];
  await call('documents.save', {
    sessionId: session.id,
    upserts: [
      {
        type: 'statement',
        attrs: {
          id: 'blok-1',
          dayId: null,
          speakerId: lines[0]?.id ?? null,
          kind: 'pernyataan',
          spokenAtMs: null,
        },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Contoh.' }] }],
      },
    ],
    deletions: [],
    order: ['blok-1'],
  });
  await grid().focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Budi Contoh tercatat berbicara 1 kali')).toBeVisible();
  await expect(rows()).toHaveCount(2);
});

test('a final session is only read', async () => {
  const session = await openAttendance('Rapat final', [
    person('Budi Contoh'),
    person('Siti Contoh'),
  ]);
  const { userDataDir } = notula;
  // No screen makes a session final yet, so the archive is told while the app is away.
  const kept = await mkdtemp(join(tmpdir(), 'notula-final-'));
  await notula.app.close();
  await cp(userDataDir, kept, { recursive: true });
  const archive = openDatabase(join(kept, 'arsip.db'), { nativeBinding: null });
  archive.prepare("UPDATE sessions SET status = 'final' WHERE id = ?").run(session.id);
  archive.close();
  notula = await launchNotula({ userDataDir: kept });
  page = notula.window;
  await page.getByRole('tab', { name: /Daftar hadir/u }).click();
  await expect(page.getByText('Sesi ini final: daftar hadir hanya dapat dibaca.')).toBeVisible();
  await expect(addField()).toBeHidden();
  await grid().focus();
  await page.keyboard.press('h');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await cell(2, 'role').click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(grid().getByRole('combobox')).toBeHidden();
  await expect(cell(1, 'presence')).toHaveText('Belum dicatat');
  await expect(rows()).toHaveCount(2);
});

test('500 attendees: every one is reached, and keys answer at once', async () => {
  const entries = Array.from({ length: 500 }, (_, index) =>
    person(
      `Peserta Contoh ${String(index + 1).padStart(3, '0')}`,
      'Anggota',
      `Lembaga ${index % 25}`,
    ),
  );
  await openAttendance('Rapat besar', entries);
  await expect(grid()).toHaveAttribute('aria-rowcount', '501');
  expect(await rows().count()).toBeLessThan(60);
  await grid().focus();
  await page.keyboard.press('End');
  await expect(cell(500, 'name')).toHaveText('Peserta Contoh 500');
  await expect(cell(500, 'name')).toBeInViewport();
  await page.keyboard.press('h');
  await expect(cell(500, 'presence')).toHaveText('Hadir');
  await grid().evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
  await expect(page.getByText('Peserta Contoh 250', { exact: true })).toBeInViewport();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('h');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Jumlah peserta' })).toContainText('Hadir 500');

  // From key to painted frame, with all rows in the list.
  const framesMs = await page.evaluate(async () => {
    const element = document.querySelector('[role=grid]');
    const times: number[] = [];
    for (let index = 0; index < 40; index += 1) {
      const startedMs = performance.now();
      element?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      times.push(performance.now() - startedMs);
    }
    return times.toSorted((a, b) => a - b);
  });
  console.log(
    `500 attendees: key to frame median ${framesMs[20]?.toFixed(1)} ms, p95 ${framesMs[38]?.toFixed(1)} ms`,
  );
  expect(framesMs[20]).toBeLessThan(100);
});
