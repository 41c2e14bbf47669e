import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { Session } from '../../src/shared/minutes/session.ts';
import { takePicture, takePictures, THEMES } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

const scene = sessionScene();
const { call, page, blocks, press, type, saved, openSession } = scene;

/** Name and role; the first five are the members of an invented commission. */
const PEOPLE = [
  ['Budi Contoh', 'pimpinan', 'hadir'],
  ['Siti Misal', 'anggota', 'hadir'],
  ['Andi Umpama', 'anggota', null],
  ['Wati Andai', 'anggota', null],
  ['Tono Kira', 'anggota', 'izin'],
  ['Rina Tamu', 'tamu', 'hadir'],
] as const;

const state = (): Locator => scene.window.locator('.meeting-state');
const stored = (): Promise<Session> => call('sessions.get', { id: scene.session.id });

const timeOf = (block: Block | undefined): number | null | undefined =>
  block?.type === 'statement' || block?.type === 'break' ? block.attrs.spokenAtMs : undefined;

/** The times in a sentence, as in "pukul 09.12 WIB". */
const clock = /pukul \d\d\.\d\d WIB/;

test.beforeEach(async () => {
  await scene.begin({
    changes: { title: 'Pleno percobaan', kind: 'Rapat Pleno' },
    people: PEOPLE.map(([name, role, presence]) => ({
      type: 'person' as const,
      person: { name },
      role,
      ...(presence === null ? {} : { presence }),
    })),
  });
  await openSession();
});

test('one key opens the meeting with its sentence; what is said from then on has a time', async () => {
  await press('F8');
  await expect(blocks().first()).toContainText(/^Rapat dibuka oleh Budi Contoh pada pukul/);
  await expect(state()).toContainText('Berlangsung');
  await expect(state()).toContainText(/sejak \d\d\.\d\d WIB/);
  await expect(page()).toBeFocused();
  await press('Alt+1');
  await type('Selamat pagi.');
  const kept = await saved();
  expect(kept.map((block) => block.type)).toEqual(['narration', 'statement']);
  expect(timeOf(kept[1])).toBeGreaterThan(0);
  expect((await stored()).meeting.days).toMatchObject([
    { opened: expect.stringMatching(/^\d\d:\d\d$/), closed: null },
  ]);
});

test('what is typed before the start, in a break and after the end has no time', async () => {
  await type('Sebelum rapat.');
  await press('F8');
  await expect(state()).toContainText('Berlangsung');
  await type('Di dalam rapat.');
  await press('F8');
  await expect(state()).toContainText('Diskors');
  await type('Dalam skors.');
  await press('F8');
  await expect(state()).toContainText('Berlangsung');
  await type('Sesudah skors.');
  await press('Shift+F8');
  await expect(state()).toContainText('Selesai');
  await press('Control+Enter');
  await press('Escape');
  await type('Sesudah rapat.');
  const kept = await saved();
  expect(kept.map(blockPlainText)).toEqual([
    'Sebelum rapat.',
    expect.stringMatching(/^Rapat dibuka oleh Budi Contoh pada pukul \d\d\.\d\d WIB\.$/),
    'Di dalam rapat.',
    expect.stringMatching(/^Rapat diskors pukul \d\d\.\d\d WIB\.$/),
    'Dalam skors.',
    expect.stringMatching(/^Skors dicabut dan rapat dilanjutkan pukul \d\d\.\d\d WIB\.$/),
    'Sesudah skors.',
    expect.stringMatching(/^Rapat ditutup pukul \d\d\.\d\d WIB\.$/),
    'Sesudah rapat.',
  ]);
  expect(
    kept.filter(({ type: kind }) => kind === 'statement').map((block) => timeOf(block) !== null),
  ).toEqual([false, true, false, true, false]);
});

test('before the meeting no statement asks for its time; in it one does where the pointer is', async () => {
  await type('Sebelum rapat.');
  const time = blocks().first().locator('.minutes-time');
  await blocks().first().hover();
  await expect(time).toBeHidden();
  await press('F8');
  await expect(state()).toContainText('Berlangsung');
  const untimed = page().getByText('Sebelum rapat.').locator('xpath=ancestor::section');
  await untimed.hover();
  await expect(untimed.locator('.minutes-time')).toBeVisible();
});

test('a long position breaks beside the kind of a statement, which keeps the first line', async () => {
  const [attendee] = await call('attendance.add', {
    sessionId: scene.session.id,
    entries: [
      {
        type: 'person',
        person: { name: 'Dewi Pralambang' },
        position: 'Kepala Bagian Perencanaan, Data, Informasi, dan Hubungan Masyarakat',
        organizationName: 'Sekretariat Komisi Pemilihan Umum Kabupaten Contoh Utara',
      },
    ],
  });
  const statement = scene.statement('panjang', 'Demikian.', { speakerId: attendee?.id ?? null });
  if (statement.type !== 'statement') throw new Error('it is one');
  const closing: Block = { ...statement, attrs: { ...statement.attrs, kind: 'closing statement' } };
  await scene.write([closing]);
  await openSession();
  const [name, kind, position] = await Promise.all(
    ['.minutes-speaker', '.minutes-facts', '.minutes-position'].map((part) =>
      blocks().first().locator(part).boundingBox(),
    ),
  );
  if (!name || !kind || !position) throw new Error('all is on screen');
  expect(Math.abs(name.y + name.height / 2 - (kind.y + kind.height / 2))).toBeLessThan(6);
  expect(position.height).toBeGreaterThan(1.5 * kind.height);
  expect(position.x + position.width).toBeLessThanOrEqual(kind.x);
  await takePicture(scene.window, 'meeting-long-position');
});

test('one Ctrl+Z takes the sentence back alone; the status has its own way back', async () => {
  await press('F8');
  await type('Selamat pagi.');
  await press('F8');
  await expect(blocks()).toHaveCount(4);
  await type('x');
  await press('Control+z');
  await expect(page()).not.toContainText('x');
  await press('Control+z');
  await expect(page()).not.toContainText('diskors');
  await expect(page()).toContainText('Selamat pagi.');
  await expect(state()).toContainText('Diskors');
  await press('Control+k');
  await type('batalkan langkah');
  await press('Enter');
  await expect(state()).toContainText('Berlangsung');
  expect((await stored()).meeting.marks.map(({ event }) => event)).toEqual(['dibuka']);
  await expect(page()).toBeFocused();
  await press('Control+End');
  await type(' Lanjut.');
  await expect(page()).toContainText('Selamat pagi. Lanjut.');
});

test('the keys work from every tab, and hold no one up', async () => {
  await press('F8');
  await expect(state()).toContainText('Berlangsung');
  await press('Control+2');
  await expect(scene.window.getByRole('tab', { name: 'Daftar hadir' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  const focused = scene.window.locator(':focus');
  await expect(focused).toHaveRole('combobox');
  await press('F8');
  await expect(state()).toContainText('Diskors');
  // The sentence is shown here, since the page is not; nothing takes the focus.
  await expect(scene.window.getByRole('alertdialog').getByText(clock)).toBeVisible();
  await expect(focused).toHaveRole('combobox');
  await press('Control+1');
  await expect(blocks().nth(1)).toContainText('Rapat diskors pukul');
});

test('a key that is held down steps once', async () => {
  await scene.window.keyboard.down('F8');
  for (let count = 0; count < 5; count += 1) await scene.window.keyboard.down('F8');
  await scene.window.keyboard.up('F8');
  await expect(state()).toContainText('Berlangsung');
  expect((await stored()).meeting.marks).toHaveLength(1);
});

test('the end can be taken back by the same key', async () => {
  await press('F8');
  await press('Shift+F8');
  await expect(state()).toContainText('Selesai');
  expect((await stored()).meeting.days).toMatchObject([{ closed: expect.any(String) }]);
  await press('F8');
  await expect(state()).toContainText('Berlangsung');
  expect((await stored()).meeting.days).toMatchObject([{ closed: null }]);
});

test('a time is set right by one key, and nothing changes its place', async () => {
  await press('F8');
  await press('Alt+1');
  await type('Satu.');
  await press('Control+Enter');
  await press('2');
  await type('Dua.');
  await press('Alt+w');
  const field = scene.window.getByRole('textbox', { name: /^Waktu/ });
  await expect(field).toBeFocused();
  await type('0001');
  await press('Enter');
  await expect(page()).toBeFocused();
  await expect(blocks().nth(2).locator('.minutes-time')).toHaveText('00.01');
  await press('Alt+w');
  await expect(field).toHaveValue('00.01');
  await type('25.99');
  await press('Enter');
  await expect(scene.window.getByText('Jam itu belum dipahami')).toBeVisible();
  await field.fill('');
  await press('Enter');
  await expect(blocks().nth(2).locator('.minutes-time')).toHaveText('––.––');
  const kept = await saved();
  expect(kept.map(blockPlainText).slice(1)).toEqual(['Satu.', 'Dua.']);
  expect(timeOf(kept[2])).toBeNull();
  // A time that was emptied is not filled in again by typing on.
  await type(' Lagi.');
  expect(timeOf((await saved())[2])).toBeNull();
});

test('after a restart the meeting goes on, and statements take the time', async () => {
  await press('F8');
  await type('Sebelum mati listrik.');
  await saved();
  await scene.close();
  await scene.launch();
  await expect(page()).toBeFocused();
  await expect(state()).toContainText(/Berlangsung.*sejak/);
  await press('Control+Enter');
  await press('2');
  await type('Sesudahnya.');
  const before = Date.now();
  const time = timeOf((await saved()).at(-1));
  expect(Math.abs((time ?? 0) - before)).toBeLessThan(60_000);
});

test('after the computer slept the wall clock counts again', async () => {
  await press('F8');
  await expect(state()).toContainText('Berlangsung');
  // The timer of the page stands still while the computer sleeps: two hours pass on the wall alone.
  await scene.window.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 7_200_000;
  });
  await scene.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect(async () => {
    await press('Control+Enter');
    await press('1');
    await type('Sesudah tidur.');
    const time = timeOf((await saved()).at(-1)) ?? 0;
    expect(time - Date.now()).toBeGreaterThan(7_000_000);
  }).toPass();
});

test('quorum follows the attendance, counts members alone and is off until a rule is set', async () => {
  const present = scene.window.locator('.speaker-rail .present-count');
  await expect(present).toContainText('3 hadir');
  await expect(scene.window.getByText(/Kuorum/)).toHaveCount(0);
  await press('Control+3');
  await scene.window.getByRole('button', { name: /Aturan kuorum/ }).click();
  await scene.window.getByRole('option', { name: 'Lebih dari separuh anggota' }).click();
  await expect(scene.window.getByRole('checkbox', { name: 'pimpinan' })).toBeChecked();
  await expect(scene.window.getByRole('checkbox', { name: 'tamu' })).not.toBeChecked();
  await press('Control+1');
  await expect(present).toContainText('Kuorum belum tercapai');
  await expect(present).toContainText('2 dari 5 anggota hadir; kurang 1.');
  await press('Control+2');
  const panel = scene.window.locator('.session-present');
  await expect(panel).toContainText('Kuorum belum tercapai');
  await scene.window.getByRole('grid').focus();
  await press('Home');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('h');
  await expect(panel).toContainText('Kuorum tercapai');
  await expect(panel).toContainText('3 dari 5 anggota hadir; perlu 3.');
  await expect(panel.getByRole('status')).toHaveText('Kuorum tercapai');
  await press('Control+1');
  await expect(present).toContainText('Kuorum tercapai');
});

test('the real times of a day can be corrected beside the planned ones', async () => {
  await press('F8');
  await press('Shift+F8');
  await press('Control+3');
  const opened = scene.window.getByRole('textbox', { name: 'Dibuka' });
  await expect(opened).toHaveValue(/^\d\d\.\d\d$/);
  await opened.fill('0905');
  await press('Enter');
  await expect(opened).toHaveValue('09.05');
  await expect(scene.window.getByRole('textbox', { name: 'Mulai' })).toHaveValue('');
  expect((await stored()).meeting.days).toMatchObject([{ opened: '09:05' }]);
});

test('how it looks', async () => {
  await call('sessions.update', {
    id: scene.session.id,
    changes: {
      quorum: {
        threshold: 'separuh',
        atLeast: null,
        roles: ['pimpinan', 'anggota'],
        members: null,
      },
    },
  });
  await openSession();
  await press('F8');
  await press('Alt+1');
  await type('Selamat pagi, Bapak dan Ibu. Rapat pleno hari ini membahas daftar pemilih.');
  await press('Control+Enter');
  await press('2');
  await type('Kami sampaikan hasil pencermatan di tingkat kecamatan.');
  await press('F8');
  await takePictures(scene.window, 'meeting', THEMES);
  await scene.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(683, 384),
  );
  await takePicture(scene.window, 'meeting-small');
  await scene.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768),
  );
  await press('F8');
  await press('Control+3');
  await scene.window.getByText('Aturan kuorum').scrollIntoViewIfNeeded();
  await takePicture(scene.window, 'meeting-data');
  await press('Control+2');
  await takePicture(scene.window, 'meeting-attendance');
});
