import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { CallInput, CallName } from '../../src/shared/contract/index.ts';
import { pngImage } from '../fixtures/images.ts';
import { checkThemes as inThemes } from './axe.ts';
import { callApp } from './bridge.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';
import { takePicture } from './pictures.ts';

test.describe.configure({ timeout: 240_000 });

const OFFICE = 'KPU Kota Contoh';
const TABS = ['Kop', 'Halaman', 'Tanda tangan', 'Nomor dan berkas', 'Siaran pers'] as const;

let userDataDir: string;
let notula: Notula;

const call = <Name extends CallName>(name: Name, input: CallInput<Name>) =>
  callApp(notula.window, name, input);
const press = (key: string): Promise<void> => notula.window.keyboard.press(key);
const dialog = (): Locator => notula.window.getByRole('dialog', { name: 'Wajah kantor' });
const button = (name: string): Locator => dialog().getByRole('button', { name, exact: true });
const field = (name: string): Locator => dialog().getByRole('textbox', { name, exact: true });
const tab = (name: string): Locator => dialog().getByRole('tab', { name });

/** As the menu does, by the palette of commands. */
async function openDialog(): Promise<void> {
  await press('Control+k');
  await notula.window.keyboard.type('wajah kantor');
  await press('Enter');
  await expect(tab('Kop')).toBeVisible();
}

async function save(): Promise<void> {
  await button('Simpan').click();
  await expect(dialog()).toHaveCount(0);
}

async function chooseFile(opener: Locator, file: { name: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([notula.window.waitForEvent('filechooser'), opener.click()]);
  await chooser.setFiles({ ...file, mimeType: 'application/octet-stream' });
}

const checkThemes = (view: string): Promise<void> => inThemes(notula.window, `office-${view}`);

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

test.beforeAll(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), 'notula-office-'));
  notula = await launchNotula({ userDataDir });
  await notula.window.emulateMedia({ reducedMotion: 'reduce' });
  await call('profile.update', { changes: { isSetUp: true, officeName: OFFICE } });
  await notula.window.reload();
});
test.afterAll(async () => {
  await notula.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
});
test.beforeEach(async () => {
  await notula.window.reload();
  await expect(notula.window.getByText(OFFICE).first()).toBeVisible();
});

test('a letterhead with a logo is set, kept over a new start, and shown again', async () => {
  await openDialog();
  await button('Isi dari nama dan alamat').click();
  await expect(field('Baris 1')).toBeFocused();
  await expect(field('Baris 1')).toHaveValue('KPU KOTA CONTOH');
  await button('Tambah baris').click();
  await notula.window.keyboard.type('Jalan Contoh Nomor 1, Kota Contoh 00000');
  await button('Tambah baris').click();
  await notula.window.keyboard.type('KOMISI PEMILIHAN UMUM');
  await button('Naikkan baris 3').click();
  await expect(button('Naikkan baris 2')).toBeFocused();
  await press('Enter');
  await expect(field('Baris 1')).toHaveValue('KOMISI PEMILIHAN UMUM');
  await dialog().getByRole('checkbox', { name: 'Baris 1 tebal' }).focus();
  await press('Space');

  await chooseFile(button('Pilih logo …'), { name: 'logo.png', buffer: Buffer.from('bukan') });
  await expect(dialog().getByRole('alert')).toContainText('bukan gambar PNG atau JPEG');
  await chooseFile(button('Pilih logo …'), {
    name: 'logo.png',
    buffer: Buffer.from(pngImage(120, 150)),
  });
  const logo = dialog().getByRole('img', { name: 'Logo kantor' });
  await expect(logo).toBeVisible();
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(120);
  await expect(dialog().getByRole('alert')).toHaveCount(0);
  for (const name of TABS) {
    await tab(name).click();
    await expect(dialog().getByRole('tabpanel')).toHaveCount(1);
    await checkThemes(name.toLowerCase().replaceAll(' ', '-'));
  }
  await tab('Halaman').click();
  await dialog().getByRole('textbox', { name: 'Kiri' }).fill('3,5');
  await save();

  await notula.close();
  notula = await launchNotula({ userDataDir });
  await expect(notula.window.getByText(OFFICE).first()).toBeVisible();
  await openDialog();
  await expect(field('Baris 1')).toHaveValue('KOMISI PEMILIHAN UMUM');
  await expect(field('Baris 2')).toHaveValue('KPU KOTA CONTOH');
  await expect(dialog().getByRole('img', { name: 'Logo kantor' })).toBeVisible();
  await tab('Halaman').click();
  await expect(dialog().getByRole('textbox', { name: 'Kiri' })).toHaveValue('3,5');
  await press('Escape');
  await expect(dialog()).toHaveCount(0);
});

test('changes are not lost by closing: the dialog asks, and the other choice keeps them', async () => {
  await openDialog();
  await tab('Siaran pers').click();
  await field('Kota').fill('Kota Contoh');
  await press('Escape');
  const asked = notula.window.getByRole('alertdialog', { name: 'Buang perubahan?' });
  await asked.getByRole('button', { name: 'Lanjut mengubah' }).click();
  await expect(field('Kota')).toHaveValue('Kota Contoh');
  await button('Tutup').click();
  await asked.getByRole('button', { name: 'Buang perubahan' }).click();
  await expect(dialog()).toHaveCount(0);
  expect((await call('office.get', { organizationId: null })).settings.town).toBe('');
});

test('patterns show their example at once, and a wrong one says why and is not saved', async () => {
  await openDialog();
  await tab('Nomor dan berkas').click();
  const template = field('Berita Acara');
  await template.fill('{no}/{klasifikasi}-{jenis}/{satker}/{tahun}');
  await expect(dialog()).toContainText('Belum lengkap: isi Kode klasifikasi, Kode satker di atas.');
  await field('Kode klasifikasi').fill('PK.01');
  await field('Kode satker').fill('3507');
  await expect(dialog()).toContainText(/Contoh: 1\/PK\.01-BA\/3507\/20\d\d/);
  await field('Pola nama berkas').fill('{tanggal} {dokumen}');
  await expect(dialog()).toContainText(/Contoh: 20\d\d-\d\d-\d\d Notula\.docx/);
  await field('Undangan').fill('{nomer}/UND');
  await expect(dialog()).toContainText('{nomer} tidak dikenal.');
  await checkThemes('patterns');
  await button('Simpan').click();
  await expect(dialog().getByRole('alert')).toContainText('belum disimpan');
  await field('Undangan').fill('');
  await save();
  const { settings } = await call('office.get', { organizationId: null });
  expect(settings.numberTemplates).toEqual({
    'berita-acara': '{no}/{klasifikasi}-{jenis}/{satker}/{tahun}',
  });
});

test('signatures are set for one kind of document', async () => {
  await openDialog();
  await tab('Tanda tangan').click();
  await expect(dialog().getByRole('group', { name: /Penanda tangan \d/ })).toHaveCount(2);
  await button('Tambah penanda tangan').click();
  const third = dialog().getByRole('group', { name: 'Penanda tangan 3' });
  await third.getByRole('textbox', { name: 'Nama' }).fill('Budi Contoh');
  await third.getByRole('textbox', { name: 'Sebutan' }).fill('Ketua');
  await third.getByRole('button', { name: /Atas nama/ }).click();
  await notula.window.getByRole('option', { name: 'a.n.' }).click();
  await third.getByRole('textbox', { name: 'Pejabat yang diatasnamakan' }).fill('Ketua KPU');
  await third.getByRole('checkbox', { name: /Mengetahui/ }).focus();
  await press('Space');
  await checkThemes('signatures');
  await save();
  const { settings } = await call('office.get', { organizationId: null });
  expect(Object.keys(settings.signatures)).toEqual(['notula']);
  expect(settings.signatures.notula?.blocks[2]).toMatchObject({
    name: 'Budi Contoh',
    onBehalf: 'a.n.',
    isAcknowledging: true,
  });
});

test('everything goes to a file and comes back from it; a bad file is refused', async () => {
  await openDialog();
  const target = join(userDataDir, 'kantor.notula-kantor.json');
  await notula.app.evaluate(({ session }, path) => {
    session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path));
  }, target);
  await button('Simpan ke berkas …').click();
  await expect
    .poll(() => readFile(target, 'utf8').catch(() => ''))
    .toContain('KOMISI PEMILIHAN UMUM');
  const text = await readFile(target, 'utf8');
  const before = await call('office.get', { organizationId: null });

  const changed = text.replace('"paper": "A4"', '"paper": "Kuarto"');
  await chooseFile(button('Ambil dari berkas …'), {
    name: 'rusak.notula-kantor.json',
    buffer: Buffer.from(changed),
  });
  const refused = notula.window.getByRole('alertdialog');
  await expect(refused).toContainText('Halaman (page.paper)');
  await expect(refused).toContainText('Tidak ada yang diubah');
  await takePicture(notula.window, 'office-import-refused');
  await refused.getByRole('button', { name: 'Tutup' }).click();
  expect(await call('office.get', { organizationId: null })).toEqual(before);

  await button('Kembalikan ke bawaan').click();
  await expect(dialog().getByRole('img', { name: 'Logo kantor' })).toHaveCount(0);
  await chooseFile(button('Ambil dari berkas …'), {
    name: 'kantor.notula-kantor.json',
    buffer: Buffer.from(text),
  });
  const plan = notula.window.getByRole('dialog', { name: /Ambil wajah kantor dari/ });
  await expect(plan).toContainText(`Berkas ini dibuat untuk ${OFFICE}.`);
  await expect(plan).toContainText('Kop: KOMISI PEMILIHAN UMUM');
  await takePicture(notula.window, 'office-import');
  await plan.getByRole('button', { name: 'Ambil', exact: true }).click();
  await expect(dialog().getByRole('img', { name: 'Logo kantor' })).toBeVisible();
  await expect(field('Baris 1')).toHaveValue('KOMISI PEMILIHAN UMUM');
  await press('Escape');
  await expect(dialog()).toHaveCount(0);
});

test('a number is proposed beside the field, filled in when it is taken, and taken back', async () => {
  const { settings } = await call('office.get', { organizationId: null });
  await call('office.update', {
    organizationId: null,
    settings: {
      ...settings,
      numberTemplates: { 'berita-acara': '{no}/PK.01-BA/3507/{tahun}', undangan: '{no}/UND' },
    },
  });
  const first = await call('sessions.create', {
    changes: { title: 'Pleno pertama', documentNumber: '63.a/PK.01-BA/3507/2025' },
  });
  const dated = (id: (typeof first)['days'][number]['id']) => [
    { id, date: '2025-02-18', start: null, end: null },
  ];
  const second = await call('sessions.create', { changes: { title: 'Pleno kedua' } });
  const [day] = second.days;
  if (day === undefined) throw new Error('no day');
  await call('sessions.update', { id: second.id, changes: { days: dated(day.id) } });
  await notula.window.reload();
  await notula.window.getByText('Pleno kedua').first().dblclick();
  await press('Control+3');
  const { window } = notula;
  const number = window.getByRole('textbox', { name: 'Nomor dokumen' });
  await window.getByRole('button', { name: 'Usulkan nomor: Nomor dokumen' }).click();
  const proposals = window.getByRole('group', { name: 'Usulan nomor' });
  await expect(proposals).toContainText('64/PK.01-BA/3507/2025');
  await expect(proposals).toContainText('sesudah 63.a/PK.01-BA/3507/2025');
  await expect(number).toHaveValue('');
  await proposals.scrollIntoViewIfNeeded();
  await checkThemes('proposal');
  await expect(proposals.getByRole('button', { name: 'Pakai nomor ini' })).toBeFocused();
  await press('Enter');
  await expect(number).toHaveValue('64/PK.01-BA/3507/2025');
  await window.getByRole('button', { name: 'Urungkan' }).click();
  await expect(number).toHaveValue('');
  // The invitation is numbered for itself.
  await window.getByRole('button', { name: 'Usulkan nomor: Nomor Undangan' }).click();
  await expect(proposals.getByRole('button', { name: 'Pakai nomor ini' })).toBeFocused();
  await press('Enter');
  await expect(window.getByRole('textbox', { name: 'Nomor Undangan' })).toHaveValue('1/UND');
  expect(await call('office.ownNumbers', { sessionId: second.id })).toEqual([
    { kind: 'undangan', number: '1/UND' },
  ]);
});

test('a command of the menu does not take away what is not saved', async () => {
  const choose = (id: string) =>
    notula.app.evaluate(
      ({ Menu }, command) => Menu.getApplicationMenu()?.getMenuItemById(command)?.click(),
      id,
    );
  await openDialog();
  await button('Tambah baris').click();
  await notula.window.keyboard.type('Baris yang belum disimpan');
  for (const command of ['settings.open', 'session.new', 'palette.open']) await choose(command);
  await expect(notula.window.getByText('Tutup dialog ini dulu').first()).toBeVisible();
  await expect(notula.window.getByRole('dialog', { name: 'Setelan' })).toHaveCount(0);
  await expect(dialog().locator('input[value="Baris yang belum disimpan"]')).toHaveCount(1);
  await press('Escape');
  await notula.window
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Buang perubahan' })
    .click();
  await expect(dialog()).toHaveCount(0);
  await choose('palette.open');
  await choose('settings.open');
  await expect(notula.window.getByRole('dialog', { name: 'Setelan' })).toBeVisible();
  await press('Escape');
});

test('another organization has a letterhead of its own', async () => {
  await call('organizations.create', {
    fields: { name: 'Bawaslu Kota Misal', address: 'Jalan Misal 2' },
  });
  await openDialog();
  await dialog()
    .getByRole('button', { name: /Lembaga/ })
    .click();
  await notula.window.getByRole('option', { name: 'Bawaslu Kota Misal' }).click();
  await button('Isi dari nama dan alamat').click();
  await expect(field('Baris 2')).toHaveValue('Jalan Misal 2');
  await save();
  const list = await call('office.list', {});
  expect(list.map(({ name, isSet }) => [name, isSet])).toEqual([
    [OFFICE, true],
    ['Bawaslu Kota Misal', true],
  ]);
});

test('all of it can be reached at 200 %', async () => {
  await openDialog();
  await setSize(683, 384);
  for (const name of TABS) {
    await tab(name).click();
    await takePicture(notula.window, `office-zoom-${name.toLowerCase().replaceAll(' ', '-')}`);
    const overflow = await dialog().evaluate(
      (element) => element.scrollWidth - element.clientWidth,
    );
    expect(overflow, name).toBeLessThanOrEqual(1);
  }
  await expect(button('Tutup')).toBeInViewport();
  await setSize(1366, 768);
  await press('Escape');
});
