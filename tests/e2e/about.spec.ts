import { expect, test } from '@playwright/test';

import type { Block } from '../../src/shared/document/block.ts';
import type { AttendanceId, SessionId } from '../../src/shared/ids.ts';
import { blockIdSchema, dayIdSchema } from '../../src/shared/ids.ts';
import { checkThemes } from './axe.ts';
import { callApp } from './bridge.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';
import { takePicture, takePictures } from './pictures.ts';

/* Everything of one person: reached by typing two letters and from a search, and read by keyboard. */

let notula: Notula;

test.beforeAll(async () => {
  notula = await launchNotula();
  await writeArchive();
});
test.afterAll(() => notula.close());

/** Several pages of them. */
const MANY = 600;

const paragraph = (text: string) => [
  { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] },
];
const common = (id: string) => ({ id: blockIdSchema.parse(id), dayId: null });
const statement = (speakerId: AttendanceId, id: string, text: string): Block => ({
  type: 'statement',
  attrs: { ...common(id), speakerId, kind: 'pernyataan', spokenAtMs: null },
  content: paragraph(text),
});
const followUp = (
  id: string,
  text: string,
  status: 'belum' | 'selesai',
  dueDate: string,
): Block => ({
  type: 'followUp',
  attrs: { ...common(id), responsible: 'Budi Contoh', dueDate, status },
  content: paragraph(text),
});

async function meeting(
  title: string,
  date: string,
  presence: 'hadir' | 'izin',
  blocks: (speaker: AttendanceId) => readonly Block[],
): Promise<SessionId> {
  const { window } = notula;
  const days = [{ id: dayIdSchema.parse(`hari-${title}`), date, start: null, end: null }];
  const { id } = await callApp(window, 'sessions.create', {
    changes: { title, kind: 'Rakor', days },
  });
  const known = await callApp(window, 'people.find', { text: 'Budi Contoh', limit: 1 });
  const [budi] = known;
  const lines = await callApp(window, 'attendance.add', {
    sessionId: id,
    entries: [
      {
        type: 'person',
        person: budi?.type === 'person' ? { personId: budi.person.id } : { name: 'Budi Contoh' },
        position: 'Ketua',
        organizationName: 'Bawaslu Kota Contoh',
        presence,
      },
      { type: 'person', person: { name: 'Bulan Misal' }, presence: 'hadir' },
    ],
  });
  const speaker = lines[0]?.id;
  if (speaker === undefined) throw new Error('nobody was added');
  const upserts = blocks(speaker);
  for (let at = 0; at < upserts.length; at += 500) {
    await callApp(window, 'documents.save', {
      sessionId: id,
      upserts: upserts.slice(at, at + 500),
      deletions: [],
      order: at === 0 && upserts.length <= 500 ? upserts.map(({ attrs }) => attrs.id) : null,
    });
  }
  return id;
}

async function writeArchive(): Promise<void> {
  const { window } = notula;
  await callApp(window, 'profile.update', {
    changes: { isSetUp: true, officeName: 'Kantor Contoh', notulisName: 'Sari Misal' },
  });
  await meeting('Rakor panjang', '2023-03-04', 'hadir', (speaker) =>
    Array.from({ length: MANY }, (_one, at) =>
      statement(
        speaker,
        `panjang-${at}`,
        `Pernyataan ke-${at + 1} tentang data pemilih di kelurahan.`,
      ),
    ),
  );
  await meeting('Rakor coklit', '2024-07-01', 'hadir', (speaker) => [
    statement(speaker, 'coklit-1', 'Pencocokan dan penelitian selesai di semua kelurahan.'),
    statement(speaker, 'coklit-2', 'Uji petik menemukan enam puluh pemilih di perbatasan.'),
    followUp('janji-1', 'Menyampaikan hasil uji petik kepada KPU.', 'belum', '2024-07-15'),
    followUp('janji-2', 'Mengirim daftar pengawas kelurahan.', 'selesai', '2024-07-03'),
  ]);
  await meeting('Rakor tanpa Budi', '2025-01-10', 'izin', () => []);
  await window.reload();
}

/** Chooses a command in the menu. */
async function choose(command: string): Promise<void> {
  await notula.app.evaluate(
    ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(),
    command,
  );
}

test('two letters lead to everything somebody said, attended and promised', async () => {
  const { window } = notula;
  await expect(window.getByRole('grid', { name: 'Daftar sesi' })).toBeVisible();
  await choose('about.open');
  const field = window.getByRole('combobox', { name: 'Nama orang atau lembaga' });
  await expect(field).toBeFocused();
  await takePicture(window, 'about-start');
  await field.pressSequentially('bu');
  await expect(window.getByRole('option')).toHaveText([/Budi Contoh/, /Bulan Misal/]);
  await expect(window.getByRole('option').first()).toHaveAttribute('data-focused', 'true');
  await window.keyboard.press('Enter');

  const dialog = window.getByRole('dialog', { name: 'Semua tentang Budi Contoh' });
  await expect(dialog.getByRole('tab')).toHaveText([
    'Ucapan (602)',
    'Kehadiran (3)',
    'Janji (2, 1 terbuka)',
  ]);
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText(['2024 (2)', '2023 (600)']);
  await expect(dialog.getByRole('tab').first()).toBeFocused();
  await takePictures(window, 'about-statements');
  await checkThemes(window, 'everything somebody said');

  await dialog.getByRole('tab', { name: /Kehadiran/ }).click();
  await expect(dialog.getByRole('button', { name: /Rakor tanpa Budi.*izin/ })).toBeVisible();
  await takePicture(window, 'about-attendance');
  await dialog.getByRole('tab', { name: /Janji/ }).click();
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText([
    'Terbuka (1)',
    'Selesai atau dibatalkan (1)',
  ]);
  await takePicture(window, 'about-promises');

  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('whoever said what was found is one step from there, and Escape leads back', async () => {
  const { window } = notula;
  await choose('search.open');
  const field = window.getByRole('combobox', { name: /di semua sesi/ });
  await field.fill('perbatasan');
  await expect(window.getByRole('option', { name: /perbatasan/ })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.getByRole('button', { name: 'Semua darinya …' }).click();
  const dialog = window.getByRole('dialog', { name: 'Semua tentang Budi Contoh' });
  await expect(dialog.getByRole('tab').first()).toHaveText('Ucapan (602)');
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(field).toHaveValue('perbatasan');
  await window.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
});

test('hundreds are read by year and by keys, page after page, and opened where they stand', async () => {
  const { window } = notula;
  await choose('about.open');
  // Typed again, so that nothing of the test before is needed.
  const field = window.getByRole('combobox', { name: 'Nama orang atau lembaga' });
  await field.fill('budi contoh');
  await expect(window.getByRole('option')).toHaveText([/Budi Contoh/]);
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Semua tentang Budi Contoh' });
  await dialog.getByRole('radio', { name: '2023 (600)' }).click();
  const entry = (number: number) =>
    dialog.locator('.about-entry', { hasText: `Pernyataan ke-${number} tentang` });
  await expect(entry(1)).toBeVisible();
  await entry(1).focus();
  await window.keyboard.press('End');
  await expect(entry(100)).toBeFocused();
  await expect(entry(101)).toBeAttached();
  await window.keyboard.press('ArrowDown');
  await expect(entry(101)).toBeFocused();
  await expect(entry(101)).toBeInViewport();
  await takePicture(window, 'about-many');
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(window.getByText('Pernyataan ke-101 tentang')).toBeInViewport();
});
