import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';

import { launchNotula } from './launch.ts';
import {
  answerFirstRun,
  captureLive,
  exportNotula,
  fillAttendance,
  fillSessionData,
  findAndOpen,
  markAllPresent,
  typeMinutes,
} from './main-job.ts';
import type { Meeting } from './main-job.ts';

const NUMBER_WORDS = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ');
const inWords = (number: number): string =>
  Array.from(String(number), (digit) => NUMBER_WORDS[Number(digit)]).join('-');

const MEETING: Meeting = {
  office: 'KPU Kota Prabumulih',
  notulis: 'Notulis Contoh',
  kind: 'FGD',
  title:
    'Evaluasi Pemilihan Gubernur dan Wakil Gubernur Sumatera Selatan serta Wali Kota dan Wakil Wali Kota Prabumulih Tahun 2024',
  purpose:
    'menghimpun masukan, catatan dan evaluasi para pihak untuk integritas dan transparansi Pilkada 2029',
  date: '18.2.2025',
  start: '9.00',
  end: 's/d selesai',
  place: 'Sekretariat KPU Kota Prabumulih',
  attendees: [
    { name: 'Martadinata', position: 'Ketua', organization: 'KPU Kota Prabumulih' },
    { name: 'Budi Contoh', position: 'Anggota', organization: 'Lembaga Contoh' },
    { name: 'Siti Misal', position: 'Anggota', organization: 'Lembaga Misal' },
  ],
  groups: ['Bawaslu Kota Prabumulih'],
  agenda: ['Capaian'],
  statements: Array.from({ length: 30 }, (_, index) => ({
    speaker: (index % 3) + 1,
    text: `Ini pernyataan percobaan nomor ${inWords(index + 1)} tentang pemutakhiran data.`,
  })),
  closing: { speaker: 1, text: 'Terima kasih kepada semua yang hadir.' },
};

const noPhotographs = (): Promise<void> => Promise.resolve();

test('the main job by keyboard alone, and everything is there after a restart', async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'notula-main-job-'));
  const userDataDir = join(folder, 'data');
  let notula = await launchNotula({ userDataDir });
  try {
    await answerFirstRun(notula, MEETING, noPhotographs);
    await fillSessionData(notula, MEETING, noPhotographs);
    await fillAttendance(notula, MEETING, noPhotographs);
    await typeMinutes(notula, MEETING, noPhotographs);

    const file = await exportNotula(notula, folder, noPhotographs);
    const document = unzipSync(await readFile(file))['word/document.xml'];
    const text = strFromU8(document ?? new Uint8Array()).replace(/<[^>]+>/g, '');
    for (const { text: said } of MEETING.statements) expect(text).toContain(said);
    expect(text).toContain('Terima kasih kepada semua yang hadir.');
    expect(text).toContain('Selasa, 18 Februari 2025');
    expect(text).toContain('pukul 09.00 WIB s.d. selesai');
    expect(text).not.toMatch(/undefined|null|NaN|Invalid Date/);

    await findAndOpen(
      notula,
      'nomor dua-tujuh',
      'Ini pernyataan percobaan nomor dua-tujuh tentang pemutakhiran data.',
      noPhotographs,
    );

    await notula.close();
    notula = await launchNotula({ userDataDir });
    const { window } = notula;
    // The session that was open goes on.
    const page = window.getByRole('textbox', { name: 'Naskah notula' });
    await expect(page).toBeVisible();
    const shown = await page.textContent();
    for (const { text: said } of MEETING.statements) expect(shown).toContain(said);
    await window.keyboard.press('Control+2');
    const attendance = window.getByRole('grid', { name: 'Peserta sesi' });
    for (const { name } of MEETING.attendees) await expect(attendance).toContainText(name);
    await window.keyboard.press('Control+3');
    await expect(window.getByRole('textbox', { name: 'Tanggal', exact: true })).toHaveValue(
      /18 Februari 2025/,
    );
  } finally {
    await notula.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

const LIVE: Meeting = {
  ...MEETING,
  kind: 'Rapat Pleno',
  title: 'Rapat pleno percobaan',
  date: new Date().toLocaleDateString('id-ID', { timeZone: 'Asia/Jakarta' }).replaceAll('/', '.'),
  attendees: ['Budi Contoh', 'Siti Misal', 'Andi Umpama', 'Wati Andai'].map((name) => ({
    name,
    position: 'Anggota',
    organization: 'KPU Kota Contoh',
  })),
  groups: [],
  statements: [
    { speaker: 1, text: 'Rapat pleno ini membahas data pemilih.' },
    { speaker: 2, text: 'Pencocokan selesai di lima kecamatan.' },
    { speaker: 3, text: 'Kapan data yang keenam diterima?' },
  ],
};

test('a meeting is captured while it is held, by keyboard alone', async () => {
  const notula = await launchNotula();
  try {
    await answerFirstRun(notula, LIVE, noPhotographs);
    await fillSessionData(notula, LIVE, noPhotographs);
    await fillAttendance(notula, LIVE, noPhotographs);
    await markAllPresent(notula, LIVE);
    await captureLive(notula, LIVE, noPhotographs);
    const blocks = notula.window
      .getByRole('textbox', { name: 'Naskah notula' })
      .locator('section[data-block-id]');
    await expect(blocks).toContainText([
      /^Rapat dibuka/,
      /(?=.*Budi Contoh).*membahas data pemilih/,
      /(?=.*Siti Misal).*lima kecamatan/,
      /(?=.*Andi Umpama).*Kapan data/,
      /Rapat diskors/,
    ]);
    await expect(notula.window.getByText('4 hadir sekarang')).toBeVisible();
  } finally {
    await notula.close();
  }
});
