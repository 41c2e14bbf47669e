import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { Attendance } from '../../src/shared/minutes/people.ts';
import { signatureImage } from '../fixtures/signature-image.ts';
import { findingsIn } from './axe.ts';
import { takePicture, takePictures } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

const scene = sessionScene({ notulisName: 'Wati Contoh' });

const PEOPLE = ['Ani Contoh', 'Budi Misal', 'Caca Permata'] as const;
const person = (name: string, role: string) =>
  ({
    type: 'person',
    person: { name },
    position: `Jabatan ${name}`,
    role,
    presence: 'hadir',
  }) as const;

let attendees: readonly Attendance[];

test.beforeEach(async () => {
  attendees = await scene.begin({
    changes: { title: 'Rapat Tanda Tangan', days: [day()] },
    people: [
      person(PEOPLE[0], 'pimpinan'),
      person(PEOPLE[1], 'peserta'),
      person(PEOPLE[2], 'peserta'),
    ],
  });
  await scene.openSession();
});

let days = 0;
function day() {
  days += 1;
  return { id: `hari-${days}`, date: '2026-11-20', start: null, end: null };
}

const marks = () => scene.call('marks.list', { sessionId: scene.session.id });
const pad = (): Locator => scene.window.getByRole('img', { name: /^Bidang tanda tangan/ });
const dialog = (): Locator => scene.window.getByRole('dialog', { name: /^Tanda tangan/ });
const button = (name: string | RegExp): Locator =>
  scene.window.getByRole('button', { name, exact: typeof name === 'string' });

const line = (name: string): Locator =>
  scene.window.getByRole('grid', { name: 'Peserta sesi' }).getByTitle(name, { exact: true });

async function openAttendance(): Promise<void> {
  await scene.window.getByRole('tab', { name: /Daftar hadir/ }).click();
  await expect(scene.window.getByRole('grid', { name: 'Peserta sesi' })).toBeVisible();
}

/** One stroke over the middle of the pad, with the mouse. */
async function scribble(turns = 3): Promise<void> {
  const box = await pad().boundingBox();
  if (box === null) throw new Error('the pad is shown');
  const { mouse } = scene.window;
  for (let step = 0; step <= 40; step += 1) {
    const x = box.x + box.width * (0.3 + step * 0.01);
    const y = box.y + box.height * (0.5 + 0.25 * Math.sin((step / 40) * turns * 2 * Math.PI));
    await mouse.move(x, y);
    if (step === 0) await mouse.down();
  }
  await mouse.up();
}

/** How much of the pad is inked, in pixels. */
const inked = (): Promise<number> =>
  pad().evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('the pad is a canvas');
    const context = element.getContext('2d');
    const { data } = context?.getImageData(0, 0, element.width, element.height) ?? { data: [] };
    let count = 0;
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) count += 1;
    return count;
  });

async function hold(name: string): Promise<void> {
  const box = await button(name).boundingBox();
  if (box === null) throw new Error(`${name} is shown`);
  await scene.window.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await scene.window.mouse.down();
  await scene.window.waitForTimeout(1700);
  await scene.window.mouse.up();
}

async function checkAccess(view: string): Promise<void> {
  expect.soft(await findingsIn(scene.window), view).toEqual([]);
}

test('an attendee signs from the list: drawn, undone, kept, replaced and taken back', async () => {
  await openAttendance();
  await line(PEOPLE[1]).click();
  await scene.press('s');
  await expect(
    scene.window.getByRole('dialog', { name: `Tanda tangan ${PEOPLE[1]}` }),
  ).toBeVisible();
  await expect(button('Simpan tanda tangan')).toBeDisabled();
  await scribble();
  await expect.poll(inked).toBeGreaterThan(500);
  await scene.press('Control+z');
  await expect.poll(inked).toBe(0);
  await scene.press('Control+y');
  await expect.poll(inked).toBeGreaterThan(500);
  await takePictures(scene.window, 'mark-draw', ['light', 'dark', 'contrast']);
  await checkAccess('draw');
  await button('Simpan tanda tangan').click();
  await expect(dialog()).toHaveCount(0);
  await expect(button(`Tanda tangan ${PEOPLE[1]} (sudah ditandatangani) …`)).toBeVisible();
  await expect(button(`Tanda tangan ${PEOPLE[0]} …`)).toHaveCount(1);
  await takePicture(scene.window, 'mark-list');

  const [first] = await marks();
  expect(first).toMatchObject({ method: 'drawn', signerName: PEOPLE[1], actor: 'Wati Contoh' });
  await button(`Tanda tangan ${PEOPLE[1]} (sudah ditandatangani) …`).click();
  await scribble(5);
  await takePicture(scene.window, 'mark-replace');
  await button('Ganti tanda tangan').click();
  await expect.poll(async () => (await marks())[0]?.id).not.toBe(first?.id);

  await button(`Tanda tangan ${PEOPLE[1]} (sudah ditandatangani) …`).click();
  await dialog().getByRole('button', { name: 'Hapus' }).click();
  await scene.window
    .getByRole('alertdialog', { name: 'Hapus tanda tangan ini?' })
    .getByRole('button', { name: 'Hapus' })
    .click();
  await expect.poll(marks).toEqual([]);
});

test('a pen writes with its pressure, and the palm beside it draws nothing', async () => {
  await openAttendance();
  await line(PEOPLE[0]).click();
  await scene.press('s');
  await expect(pad()).toBeVisible();
  const box = await pad().boundingBox();
  if (box === null) throw new Error('the pad is shown');
  const devices = await scene.window.context().newCDPSession(scene.window);
  const pen = (
    type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
    step: number,
    force: number,
  ) =>
    devices.send('Input.dispatchMouseEvent', {
      type,
      x: box.x + box.width * (0.3 + step * 0.02),
      y: box.y + box.height / 2,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
      force,
    });
  const strokeOf = async (force: number): Promise<number> => {
    await pen('mousePressed', 0, force);
    for (let step = 1; step < 20; step += 1) await pen('mouseMoved', step, force);
    await pen('mouseReleased', 20, force);
    await expect.poll(inked).toBeGreaterThan(0);
    const ink = await inked();
    await button('Kosongkan').click();
    await expect.poll(inked).toBe(0);
    return ink;
  };
  const light = await strokeOf(0.15);
  expect(await strokeOf(0.95)).toBeGreaterThan(light * 1.3);

  const palm = { x: box.x + box.width / 2, y: box.y + box.height * 0.8 };
  await pen('mousePressed', 0, 0.5);
  await devices.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [palm] });
  await devices.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await pen('mouseMoved', 1, 0.5);
  await pen('mouseReleased', 1, 0.5);
  await button('Kosongkan').click();
  await devices.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [palm] });
  await devices.send('Input.dispatchTouchEvent', {
    type: 'touchMove',
    touchPoints: [{ x: palm.x + 60, y: palm.y }],
  });
  await devices.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  expect(await inked()).toBe(0);
  // Nobody has held a pen for a while: a finger draws.
  await scene.window.waitForTimeout(1600);
  await devices.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [palm] });
  await devices.send('Input.dispatchTouchEvent', {
    type: 'touchMove',
    touchPoints: [{ x: palm.x + 60, y: palm.y }],
  });
  await devices.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(inked).toBeGreaterThan(0);
});

test('a picture is brought in without its background, and used for another act only when confirmed', async () => {
  const info = test.info();
  const file = join(info.outputDir, 'tanda-tangan.png');
  await mkdir(info.outputDir, { recursive: true });
  await writeFile(file, signatureImage(4, { width: 900, height: 360 }));
  const bringIn = async (name: string): Promise<void> => {
    await line(name).click();
    await scene.press('s');
    await scene.window.getByRole('tab', { name: 'Dari gambar' }).click();
    const chosen = scene.window.waitForEvent('filechooser');
    await button('Pilih gambar …').click();
    await (await chosen).setFiles(file);
    await expect(
      scene.window.getByRole('img', { name: /^Tanda tangan tanpa latar/ }),
    ).toBeVisible();
  };
  await openAttendance();
  await bringIn(PEOPLE[0]);
  await scene.window.getByRole('slider').focus();
  await scene.press('ArrowRight', 'ArrowRight');
  await takePictures(scene.window, 'mark-import');
  await checkAccess('import');
  await button('Simpan tanda tangan').click();
  await expect(dialog()).toHaveCount(0);

  // Another limit makes another image; it is the same picture all the same.
  await bringIn(PEOPLE[1]);
  await button('Simpan tanda tangan').click();
  const question = scene.window.getByRole('alertdialog', { name: 'Pakai gambar yang sama lagi?' });
  await expect(question).toContainText(PEOPLE[0]);
  await takePicture(scene.window, 'mark-used');
  await question.getByRole('button', { name: 'Buat yang baru' }).click();
  expect(await marks()).toHaveLength(1);
  await button('Simpan tanda tangan').click();
  await question.getByRole('button', { name: 'Pakai lagi' }).click();
  await expect(dialog()).toHaveCount(0);
  const [first, second] = await marks();
  expect(second?.reusedFrom).toBe(first?.id);
});

test("handed around, the device shows nobody else's data and is left only by holding a button", async () => {
  const { window } = scene;
  const others = async (own: string): Promise<readonly string[]> => {
    const shown = await window.evaluate(() => document.documentElement.outerHTML);
    return PEOPLE.filter((name) => name !== own && shown.includes(name));
  };
  const hasMenuBar = () =>
    scene.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMenuBarVisible());
  await openAttendance();
  await button('Mode tanda tangan').click();
  await expect(window.getByRole('heading', { name: 'Mode tanda tangan' })).toBeVisible();
  await takePictures(window, 'hand-around-list', ['light', 'dark', 'contrast']);
  await checkAccess('hand-around-list');
  await expect.poll(hasMenuBar).toBe(false);
  await button('Mulai berurutan').click();

  await expect(window.getByRole('heading', { name: PEOPLE[0] })).toBeVisible();
  await expect(window.getByText(`Jabatan ${PEOPLE[0]}`)).toBeVisible();
  await expect(window.getByText(scene.session.title)).toBeVisible();
  expect(await others(PEOPLE[0])).toEqual([]);
  // No key and no command leads to anything else.
  for (const key of ['Escape', 'Control+k', 'Control+l', 'Control+Shift+f', 'Control+2', 'F1']) {
    await scene.press(key);
  }
  await button('Notulis: tahan untuk kembali').click();
  await expect(window.getByText('Tahan tombolnya sampai penuh.')).toBeVisible();
  await expect(window.getByRole('heading', { name: PEOPLE[0] })).toBeVisible();
  expect(await others(PEOPLE[0])).toEqual([]);

  await scribble();
  await takePictures(window, 'hand-around-sign', ['light', 'dark', 'contrast']);
  await checkAccess('hand-around-sign');
  await button('Selesai').click();
  await expect(window.getByRole('heading', { name: 'Terima kasih' })).toBeVisible();
  expect(await others('')).toEqual([]);
  await takePictures(window, 'hand-around-thanks');
  await checkAccess('hand-around-thanks');

  await hold('Notulis: tahan untuk peserta berikutnya');
  await expect(window.getByRole('heading', { name: PEOPLE[1] })).toBeVisible();
  expect(await others(PEOPLE[1])).toEqual([]);
  await hold('Notulis: tahan untuk kembali');
  await expect(window.getByText('1 dari 3 sudah menandatangani.')).toBeVisible();
  await button('Tutup mode ini').click();
  await expect(window.getByRole('tab', { name: /Daftar hadir/, selected: true })).toBeVisible();
  await expect.poll(hasMenuBar).toBe(true);
  await expect(button(`Tanda tangan ${PEOPLE[0]} (sudah ditandatangani) …`)).toBeVisible();
});

test('a document is signed block by block, and its room stays free otherwise', async () => {
  const { window } = scene;
  await scene.press('Control+k');
  await scene.type('tanda tangan dokumen');
  await scene.press('Enter');
  const documents = window.getByRole('dialog', { name: 'Tanda tangan dokumen' });
  await expect(documents.getByText('Tempat tanda tangan basah')).toHaveCount(2);
  await expect(documents.getByText(/Sesi belum final/)).toBeVisible();
  await documents.getByRole('button', { name: `Tanda tangan … untuk ${PEOPLE[0]}` }).click();
  await scribble();
  await button('Simpan tanda tangan').click();
  await expect(documents.getByText('Tempat tanda tangan basah')).toHaveCount(1);
  await expect(documents.getByRole('img', { name: `Tanda tangan ${PEOPLE[0]}` })).toBeVisible();
  await takePictures(window, 'mark-documents', ['light', 'dark', 'contrast']);
  await checkAccess('documents');
  await documents.getByRole('button', { name: 'Tutup' }).click();

  const printed = await scene.call('marks.forDocuments', {
    sessionId: scene.session.id,
    kinds: ['notula'],
  });
  expect(printed.map(({ target }) => target)).toEqual([
    { type: 'signatory', kind: 'notula', blockIndex: 1 },
  ]);
  await scene.press('Control+Shift+d');
  await window
    .getByRole('dialog', { name: 'Ekspor dokumen' })
    .getByRole('button', { name: 'Tanda tangan …' })
    .click();
  await expect(documents).toBeVisible();
  expect(attendees).toHaveLength(3);
});

test('everything is there on a small screen at 200 %', async () => {
  const { window, app } = scene;
  const resize = (width: number, height: number): Promise<void> =>
    app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    );
  await openAttendance();
  await resize(683, 384);
  await line(PEOPLE[0]).click();
  await scene.press('s');
  await scribble();
  await takePicture(window, 'mark-draw-small');
  await button('Simpan tanda tangan').click();
  await expect(dialog()).toHaveCount(0);
  await button('Mode tanda tangan').click();
  await resize(683, 384);
  await takePicture(window, 'hand-around-list-small');
  await button('Mulai berurutan').click();
  await scribble();
  await takePicture(window, 'hand-around-sign-small');
  await expect(button('Selesai')).toBeInViewport({ ratio: 1 });
  await button('Selesai').click();
  await takePicture(window, 'hand-around-thanks-small');
  await hold('Notulis: tahan untuk kembali ke daftar');
  await button('Tutup mode ini').click();
  await resize(1360, 860);
});
