import { join } from 'node:path';

import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

import type { Notula } from './launch.ts';

export interface Attendee {
  readonly name: string;
  readonly position: string;
  readonly organization: string;
}

/** What a secretary has before the meeting, and what is said in it. */
export interface Meeting {
  readonly office: string;
  readonly notulis: string;
  readonly kind: string;
  readonly title: string;
  readonly purpose: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly attendees: readonly Attendee[];
  readonly groups: readonly string[];
  readonly agenda: readonly string[];
  /** Each with the number of its speaker in the attendance, from 1. */
  readonly statements: readonly { readonly speaker: number; readonly text: string }[];
  readonly closing: { readonly speaker: number; readonly text: string } | null;
}

export type Camera = (name: string) => Promise<void>;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** The hands of a secretary without a mouse. */
export function keyboardOf(window: Page) {
  const press = (key: string): Promise<void> => window.keyboard.press(key);
  const type = (text: string): Promise<void> => window.keyboard.type(text);
  /** Tabs until the element with that accessible name has the focus. */
  const tabTo = async (
    role: 'textbox' | 'combobox' | 'button' | 'checkbox',
    name: string | RegExp,
  ) => {
    const target = window.getByRole(role, { name, exact: true }).first();
    for (let presses = 0; presses < 60; presses += 1) {
      // An open list hides the rest of the page from assistive technology until Tab closes it.
      if ((await target.count()) > 0 && (await isFocused(target))) return;
      await press('Tab');
    }
    throw new Error(`Tab does not reach ${role} "${String(name)}"`);
  };
  return { press, type, tabTo };
}

/** First run: the office and the secretary, no examples. */
export async function answerFirstRun({ window }: Notula, meeting: Meeting, photograph: Camera) {
  const { press, type, tabTo } = keyboardOf(window);
  await expect(window.getByRole('textbox', { name: 'Nama kantor' })).toBeVisible();
  await tabTo('textbox', 'Nama kantor');
  await type(meeting.office);
  await tabTo('textbox', 'Nama notulis');
  await type(meeting.notulis);
  await photograph('pertanyaan-pertama');
  await tabTo('checkbox', /^Tambahkan lima sesi contoh/);
  await press('Space');
  await tabTo('button', 'Mulai');
  await press('Enter');
  await expect(window.getByRole('heading', { name: 'Pustaka sesi' })).toBeVisible();
  await photograph('pustaka-kosong');
}

/** A new session and its data, as they are typed. */
export async function fillSessionData({ window }: Notula, meeting: Meeting, photograph: Camera) {
  const { press, type, tabTo } = keyboardOf(window);
  await press('Control+n');
  await expect(window.getByRole('combobox', { name: 'Jenis' })).toBeVisible();
  await tabTo('combobox', 'Jenis');
  await type(meeting.kind);
  await tabTo('textbox', 'Judul');
  await type(meeting.title);
  await tabTo('textbox', 'Tujuan');
  await type(meeting.purpose);
  await tabTo('textbox', 'Tanggal');
  await type(meeting.date);
  await tabTo('textbox', 'Mulai');
  await type(meeting.start);
  await tabTo('textbox', 'Selesai');
  await type(meeting.end);
  await tabTo('textbox', 'Tempat');
  await type(meeting.place);
  await press('Tab');
  await expect(window.getByRole('heading', { name: meeting.title })).toBeVisible();
  await photograph('data-sesi');
}

/** The attendance, each person made in place. */
export async function fillAttendance({ window }: Notula, meeting: Meeting, photograph: Camera) {
  const { press, type, tabTo } = keyboardOf(window);
  await press('Control+2');
  for (const { name, position, organization } of meeting.attendees) {
    await tabTo('combobox', 'Tambah peserta');
    await type(name);
    await press('Enter');
    const form = window.getByRole('form', { name: 'Orang baru' });
    await expect(form).toBeVisible();
    await tabTo('textbox', 'Jabatan');
    await type(position);
    await tabTo('combobox', 'Lembaga');
    await type(organization);
    await press('Enter');
    await expect(form).toBeHidden();
  }
  for (const group of meeting.groups) {
    await tabTo('combobox', 'Tambah peserta');
    await type(group);
    // The last of the list, which is there when what was typed has been looked up.
    const asGroup = window.getByRole('option', { name: /kelompok/i }).last();
    await expect(asGroup).toContainText(group);
    await press('ArrowUp');
    await press('Enter');
    const form = window.getByRole('form', { name: 'Kelompok baru' });
    await expect(form).toBeVisible();
    await press('Enter');
    await expect(form).toBeHidden();
  }
  await expect(
    window.getByRole('grid', { name: 'Peserta sesi' }).locator('[data-row-id]'),
  ).toHaveCount(meeting.attendees.length + meeting.groups.length);
  await photograph('daftar-hadir');
}

/** The minutes: agenda items, statements by two keys each, a closing statement. */
export async function typeMinutes({ window }: Notula, meeting: Meeting, photograph: Camera) {
  const { press, type } = keyboardOf(window);
  const speakers = window.getByRole('combobox', { name: 'Pilih pembicara' });
  const sayAs = async (speaker: number, text: string): Promise<void> => {
    await expect(speakers).toBeFocused();
    await press(String(speaker));
    await type(text);
  };
  await press('Control+1');
  await expect(window.getByRole('textbox', { name: 'Naskah notula' })).toBeFocused();
  for (const item of meeting.agenda) {
    await press('Control+Alt+2');
    await type(item);
  }
  for (const { speaker, text } of meeting.statements) {
    await press('Control+Enter');
    await sayAs(speaker, text);
  }
  await expect(window.locator('.save-state-saved')).toBeVisible();
  await photograph('notula');
  if (meeting.closing !== null) {
    await press('Control+Alt+8');
    await sayAs(meeting.closing.speaker, meeting.closing.text);
    await photograph('notula-penutup');
  }
  await expect(window.locator('.save-state-saved')).toBeVisible();
}

/** Exports the Notula into the folder; answers with the file. The system's own dialog is answered for. */
export async function exportNotula(
  { app, window }: Notula,
  folder: string,
  photograph: Camera,
): Promise<string> {
  const file = join(folder, 'Notula.docx');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await window.keyboard.press('Control+Shift+e');
  await expect(window.getByText('“Notula.docx” tersimpan.')).toBeVisible();
  await photograph('diekspor');
  return file;
}

/** Finds words over all sessions and opens the first hit at its place. */
export async function findAndOpen(
  { window }: Notula,
  words: string,
  sentence: string,
  photograph: Camera,
) {
  const { press, type } = keyboardOf(window);
  await press('Control+Shift+f');
  await type(words);
  await expect(window.getByRole('option').filter({ hasText: sentence }).first()).toBeVisible();
  await photograph('pencarian');
  await press('ArrowDown');
  await press('Enter');
  const page = window.getByRole('textbox', { name: 'Naskah notula' });
  await expect(page.getByText(sentence)).toBeInViewport();
  await photograph('hasil-pencarian');
}

/** Everybody on the list is there. */
export async function markAllPresent({ window }: Notula, meeting: Meeting) {
  const { press } = keyboardOf(window);
  const grid = window.getByRole('grid', { name: 'Peserta sesi' });
  for (let presses = 0; presses < 20 && !(await isFocused(grid)); presses += 1) await press('Tab');
  await press('Control+a');
  await press('h');
  await expect(grid.getByText('Hadir', { exact: true })).toHaveCount(meeting.attendees.length);
}

/** The minutes of a meeting that is held now: its course, who speaks and who wants to, by one key each. */
export async function captureLive({ window }: Notula, meeting: Meeting, photograph: Camera) {
  const { press, type } = keyboardOf(window);
  const page = window.getByRole('textbox', { name: 'Naskah notula' });
  const state = window.locator('.meeting-state');
  const queue = window.getByRole('listbox', { name: 'Daftar penanya' });
  const [first, second, third] = meeting.statements;
  // Beginning the meeting shows the minutes, whatever part of the session is shown.
  await press('F8');
  await expect(page).toContainText(/Rapat dibuka .*pukul \d\d\.\d\d/);
  await expect(state).toContainText('Berlangsung');
  await expect(page).toBeFocused();
  for (const said of [first, second]) {
    if (said === undefined) continue;
    await press(`Alt+${said.speaker}`);
    await type(said.text);
  }
  // Two want to speak while somebody does; what is being said goes on.
  for (const speaker of ['3', '4']) {
    await press('Alt+a');
    await expect(window.getByRole('combobox', { name: 'Catat penanya' })).toBeFocused();
    await press(speaker);
    await expect(page).toBeFocused();
  }
  await expect(queue.getByRole('option')).toHaveCount(2);
  await photograph('rapat-berlangsung');
  await press('Alt+Enter');
  await expect(queue.getByRole('option')).toHaveCount(1);
  await type(third?.text ?? '');
  await press('F8');
  await expect(page).toContainText(/Rapat diskors pukul \d\d\.\d\d/);
  await expect(window.locator('.save-state-saved')).toBeVisible();
  await photograph('rapat-diskors');
}
