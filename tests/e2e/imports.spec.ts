import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { odtFile, odtHeading, odtLine } from '../fixtures/import/making/open-document.ts';
import {
  boldLine,
  fieldTable,
  grid,
  line,
  said,
  wordFile,
} from '../fixtures/import/making/word.ts';
import { checkThemes } from './axe.ts';
import { callApp } from './bridge.ts';
import { launchNotula } from './launch.ts';
import type { Notula } from './launch.ts';
import { takePicture } from './pictures.ts';

// Files are read by a process that everything else comes before, on a busy machine very slowly.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** So many that an import is still running when somebody pauses it. */
const PLAIN_FILES = 9;

let notula: Notula;
let folder: string;

/** Nobody can press buttons in the dialog of the system. */
const answerWithFolder = ({ app }: Notula): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);

async function minutes(): Promise<Uint8Array> {
  return wordFile([
    boldLine('NOTULA'),
    boldLine('Rapat Pleno Terbuka Rekapitulasi Daftar Pemilih'),
    fieldTable([
      ['Hari/Tanggal', 'Selasa, 18 Februari 2020'],
      ['Waktu', '09.00 WIB s.d. 12.00 WIB'],
      ['Tempat', 'Aula Kantor Contoh'],
    ]),
    boldLine('DAFTAR HADIR'),
    grid([
      ['No', 'Nama', 'Jabatan'],
      ['1', 'Budi Contoh, S.H.', 'Ketua'],
      ['2', 'Siti Contoh, M.Si.', 'Sekretaris'],
    ]),
    boldLine('PEMBAHASAN'),
    said('Budi Contoh', ': Rapat dibuka dan daftar pemilih dibacakan.'),
    said('Siti Contoh', ': Rekapitulasi per kecamatan sudah lengkap.'),
    boldLine('KESIMPULAN'),
    line('Daftar pemilih ditetapkan dalam rapat ini.'),
  ]);
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notula-lama-'));
  const write = (name: string, bytes: Uint8Array | string): void =>
    writeFileSync(join(folder, name), bytes);
  mkdirSync(join(folder, '2020'));
  const rapat = await minutes();
  write('2020/rapat pleno.docx', rapat);
  write('2020/salinan.docx', rapat);
  write('~$rapat pleno.docx', 'dibuka di Word');
  write('rusak.docx', 'bukan dokumen');
  write('daftar.xlsx', 'lain');
  for (let number = 1; number <= PLAIN_FILES; number += 1) {
    const parts = [
      odtHeading(`Hasil kunjungan lapangan ${number}`),
      odtLine(`Kata tanpa bentuk: gelombangpasang${number}.`),
      ...Array.from({ length: 40 }, (_, at) => odtLine(`Baris ${at} catatan ${number} rapat.`)),
    ];
    write(`catatan-${number}.odt`, odtFile(parts));
  }
  notula = await launchNotula();
  const { window } = notula;
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await answerWithFolder(notula);
  await callApp(window, 'profile.update', {
    changes: { isSetUp: true, officeName: 'KPU Kota Contoh' },
  });
  await window.reload();
});
test.afterAll(async () => {
  await notula.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = () => notula.window.getByRole('dialog', { name: 'Impor notula lama' });
const resize = (width: number, height: number): Promise<void> =>
  notula.app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
const press = (key: string): Promise<void> => notula.window.keyboard.press(key);

test('a folder is counted, imported, paused and resumed', async () => {
  const { window } = notula;
  await window.getByRole('button', { name: 'Impor notula lama …' }).click();
  await expect(page().getByRole('heading', { name: 'Belum ada impor' })).toBeVisible();
  await checkThemes(window, 'imports-empty');
  await page().getByRole('button', { name: 'Pilih folder …' }).first().click();

  const choice = window.getByRole('dialog', { name: 'Impor folder ini?' });
  await expect(choice).toContainText(`${PLAIN_FILES + 3} berkas notula`);
  await expect(choice).toContainText('1 berkas jenis lain dilewati');
  await takePicture(window, 'imports-choice');
  await choice.getByRole('button', { name: 'Mulai impor' }).click();

  await page().getByRole('button', { name: 'Jeda', exact: true }).click();
  await expect(page().getByRole('button', { name: 'Lanjutkan' })).toBeVisible();
  await takePicture(window, 'imports-paused');
  await page().getByRole('button', { name: 'Lanjutkan' }).click();

  const taken = `${PLAIN_FILES + 1} masuk · 1 ganda · 1 ditolak`;
  await expect(page().getByText(taken)).toBeVisible({ timeout: 120_000 });
  await expect(page().getByText('Selesai', { exact: true })).toBeVisible();
  await expect(page().getByRole('option', { name: /salinan\.docx/ })).toContainText(
    'Isinya sama dengan sesi “Rapat Pleno Terbuka Rekapitulasi Daftar Pemilih”',
  );
  await expect(page().getByRole('option', { name: /catatan-1\.odt/ })).toContainText(
    'Belum ditinjau',
  );
  await checkThemes(window, 'imports-done');
  await page()
    .getByRole('button', { name: /^Ditolak/ })
    .click();
  await expect(page().getByRole('option', { name: /rusak\.docx/ })).toContainText(
    /rusak|tidak dapat dibaca/,
  );
});

test('what was recognised is compared with the original and corrected, by keyboard alone', async () => {
  const { window } = notula;
  await page()
    .getByRole('button', { name: /^Belum ditinjau/ })
    .click();
  await page().getByRole('listbox', { name: 'Berkas dari impor ini' }).focus();
  await press('Home');
  await expect(page().getByRole('option', { name: /rapat pleno/, selected: true })).toBeVisible();
  await press('Enter');

  const title = page().getByRole('textbox', { name: 'Judul' });
  await expect(title).toBeFocused();
  await expect(title).toHaveValue('Rapat Pleno Terbuka Rekapitulasi Daftar Pemilih');
  const original = page().getByRole('region', { name: 'Naskah asli' });
  await expect(original).toContainText('Rekapitulasi per kecamatan sudah lengkap.');
  await expect(page().getByRole('textbox', { name: 'Tanggal' })).toHaveValue('18 Februari 2020');
  await expect(original.locator('[data-active]').last()).toContainText('Rapat Pleno Terbuka');
  await checkThemes(window, 'imports-review');
  // The window of a small screen set to 200 %.
  await resize(683, 384);
  await expect(title).toBeVisible();
  const tooWide = await page().evaluate(
    ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
  );
  expect(tooWide).toBeLessThanOrEqual(0);
  await takePicture(window, 'imports-review-small');
  await resize(1366, 768);
  await expect(title).toBeFocused();

  await window.keyboard.insertText(' 2020');
  await press('Control+Enter');
  await expect(page().getByRole('heading', { name: 'catatan-1.odt' })).toBeVisible();
  await expect(title).toBeFocused();
  await takePicture(window, 'imports-review-plain');
  const [corrected] = (await callApp(window, 'sessions.list', {})).filter((session) =>
    session.title.startsWith('Rapat Pleno'),
  );
  expect(corrected?.title).toMatch(/ 2020$/);

  await press('Escape');
  await expect(page().getByRole('button', { name: /^Sudah ditinjau 1/ })).toBeVisible();
  await press('Escape');
  await expect(page()).toBeHidden();
});

test('its words are found, also where nothing was recognised', async () => {
  const { window } = notula;
  await press('Control+Shift+f');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  await expect(field).toBeFocused();
  await field.fill('gelombangpasang7');
  await expect(window.getByRole('option').first()).toContainText(/gelombangpasang7/);
  await press('Escape');
});

test('every session of an import is thrown away together, and brought back', async () => {
  const { window, app } = notula;
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('imports.open')?.click();
  });
  await page()
    .getByRole('button', { name: /^Semua/ })
    .click();
  await page().getByRole('button', { name: 'Buang semua sesi dari impor ini …' }).click();
  // What came of the import may still be told in the corner, which is such a dialog too.
  const question = window.getByRole('alertdialog', { name: /^Buang semua sesi/ });
  await expect(question).toContainText(`${PLAIN_FILES + 1} sesi dari impor ini`);
  await question.getByRole('button', { name: 'Buang ke tempat sampah' }).click();
  await expect(page().getByRole('option', { name: /catatan-1/ })).toContainText('Di tempat sampah');
  await window.getByRole('button', { name: 'Urungkan' }).click();
  await expect(page().getByRole('option', { name: /catatan-1/ })).toContainText('Belum ditinjau');
});

test('an import that is killed goes on with the next start, and takes nothing twice', async () => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'notula-data-'));
  const counts = async ({ window }: Notula) => {
    const [run] = await callApp(window, 'imports.list', {});
    if (run === undefined) throw new Error('no import');
    return run.counts;
  };
  const first = await launchNotula({ userDataDir });
  await answerWithFolder(first);
  const choice = await callApp(first.window, 'imports.choose', {});
  await callApp(first.window, 'imports.start', { chosen: choice?.chosen ?? '' });
  await expect
    .poll(async () => (await counts(first)).taken, { timeout: 120_000, intervals: [20] })
    .toBeGreaterThan(1);
  const ended = first.app.waitForEvent('close');
  first.app.process().kill('SIGKILL');
  await ended;

  const second = await launchNotula({ userDataDir });
  try {
    expect((await counts(second)).waiting).toBeGreaterThan(0);
    await expect.poll(async () => (await counts(second)).waiting, { timeout: 120_000 }).toBe(0);
    expect(await counts(second)).toMatchObject({ taken: PLAIN_FILES + 1, known: 1, refused: 1 });
    const titles = (await callApp(second.window, 'sessions.list', {})).map(({ title }) => title);
    expect(new Set(titles).size).toBe(PLAIN_FILES + 1);
    expect(titles).toHaveLength(PLAIN_FILES + 1);
  } finally {
    await second.close();
    rmSync(userDataDir, { recursive: true, force: true });
  }
});
