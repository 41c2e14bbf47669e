import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { BlockId } from '../../src/shared/ids.ts';
import { checkThemes } from './axe.ts';
import { takePicture, takePictures } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

test.describe.configure({ timeout: 120_000 });

const scene = sessionScene({ notulisName: 'Siti Contoh' });
const { call, page, press, type, statement, blocks } = scene;

const dialog = (name: string | RegExp = 'Finalkan sesi'): Locator =>
  scene.window.getByRole('dialog', { name });
const button = (name: string | RegExp): Locator =>
  scene.window.getByRole('button', { name, exact: typeof name === 'string' });
const bar = (): Locator => scene.window.getByRole('region', { name: 'Keadaan sesi' });
const toasts = (): Locator => scene.window.locator('.toast');

const attrs = (id: string) => ({
  id: id as BlockId,
  dayId: scene.session.days[0]?.id ?? null,
});
const words = (text: string) => [
  { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] },
];

/** Minutes of which every check of words finds something. */
const openPoints = (): readonly Block[] => [
  { type: 'agendaItem', attrs: attrs('a1'), content: [{ type: 'text', text: 'Laporan panitia' }] },
  statement('s1', 'Pagu tahun ini 30 juta rupiah, kata Bapak Budy Contoh.'),
  {
    type: 'followUp',
    attrs: { ...attrs('f1'), responsible: null, dueDate: null, status: 'belum' },
    content: words('Menyusun rencana kerja.'),
  },
  {
    type: 'narration',
    attrs: { ...attrs('n1'), note: 'Periksa lagi.' },
    content: words('Hening.'),
  },
  { type: 'agendaItem', attrs: attrs('a2'), content: [{ type: 'text', text: 'Lain-lain' }] },
];

/** Whatever writes, moves, marks or opens something to be written in. */
const EDITING_KEYS = [
  'Enter',
  'Backspace',
  'Delete',
  'Tab',
  'Shift+Tab',
  'Control+Enter',
  'Shift+Enter',
  'Control+b',
  'Control+i',
  'Control+u',
  'Control+z',
  'Control+y',
  'Control+x',
  'Control+v',
  'Control+Shift+v',
  'Control+Backspace',
  'Control+Delete',
  'Control+e',
  'F2',
  'F7',
  'F8',
  'Shift+F8',
  'Control+h',
  'Escape',
  'Alt+a',
  'Alt+Enter',
  'Alt+d',
  'Alt+l',
  'Alt+p',
  'Alt+1',
  'Alt+0',
  'Alt+w',
  'Alt+Shift+ArrowUp',
  'Alt+Shift+ArrowDown',
  'Alt+Shift+p',
  'Control+Alt+Digit1',
  'Control+Alt+Digit4',
  'Control+Alt+Shift+Digit2',
  'Control+Shift+i',
  'Control+Alt+m',
  'Control+j',
  'Control+Shift+j',
  'Control+Shift+8',
  'Control+Shift+b',
  'Control+Shift+k',
  '/',
  '-',
  'Space',
  'Escape',
];

/** A session that has ended. */
async function ended(title: string, written: readonly Block[] | null = null): Promise<void> {
  await scene.begin({
    changes: { title, kind: 'Rapat Pleno' },
    people: [{ type: 'person', person: { name: 'Budi Contoh' }, role: 'pimpinan' }],
  });
  await scene.write(written ?? openPoints());
  await call('sessions.setStatus', { id: scene.session.id, status: 'selesai' });
}

async function final(title: string, written: readonly Block[] | null = null): Promise<void> {
  await ended(title, written);
  await call('finals.finalise', { sessionId: scene.session.id, reason: 'Uji.' });
}

/** Opens the session from the library; the page of a final one takes the focus too. */
const open = (): Promise<void> => scene.openSession();

async function runs(command: string): Promise<void> {
  await press('Control+k');
  await type(command);
  await press('Enter');
}

const hasNoViolations = (view: string): Promise<void> => checkThemes(scene.window, `final-${view}`);

/** Changes the archive as another program could, past every guard in it. */
function tamper(sql: string, ...values: readonly string[]): void {
  const db = new DatabaseSync(join(scene.userDataDir, 'arsip.db'));
  try {
    const triggers = db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${String(name)}"`);
    db.prepare(sql).run(...values);
  } finally {
    db.close();
  }
}

async function shrink(width: number, height: number): Promise<void> {
  await scene.app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
}

test('the checklist names what is open, leads there and back, and records the reason', async () => {
  await ended('Rapat terbuka');
  await open();
  await button('Finalkan …').click();
  await expect(dialog()).toContainText('hal belum beres');
  for (const title of [
    'Pernyataan tanpa pembicara',
    'Mata acara tanpa isi',
    'Belum ada kesimpulan',
    'Tindak lanjut tanpa penanggung jawab',
    'Tindak lanjut tanpa batas waktu',
    'Jam selesai belum tercatat',
    'Catatan pribadi yang masih ada',
  ]) {
    await expect(dialog()).toContainText(title);
  }
  await expect(dialog()).toContainText('Daftar hadir terisi');
  await hasNoViolations('daftar-periksa');
  await shrink(683, 384);
  await takePicture(scene.window, 'final-daftar-periksa-200');
  await shrink(1366, 768);

  // By keys alone: Tab to the places of the first check, Enter goes there.
  const first = dialog()
    .getByRole('list', { name: 'Pernyataan tanpa pembicara' })
    .getByRole('button');
  while (!(await first.evaluate((one) => one === document.activeElement))) await press('Tab');
  await press('Enter');
  await expect(dialog()).toHaveCount(0);
  await expect(blocks().nth(1)).toHaveClass(/is-current/);
  await expect(page()).toBeFocused();
  const way = scene.window.getByRole('region', { name: 'Daftar periksa' });
  await expect(way).toContainText('Pernyataan tanpa pembicara');
  await takePictures(scene.window, 'final-kembali');
  await way.getByRole('button', { name: 'Kembali ke daftar periksa' }).click();

  await dialog()
    .getByRole('button', { name: /Data sesi/ })
    .click();
  await expect(scene.window.getByRole('tab', { name: 'Data sesi' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(scene.window.locator('.session-days input').first()).toBeFocused();
  await runs('Finalkan');

  await button('Finalkan').click();
  await expect(dialog()).toContainText('Tulis alasannya dulu');
  await expect(dialog().getByRole('textbox', { name: 'Alasan' })).toBeFocused();
  await type('Rapat ditutup mendadak.');
  await button('Finalkan').click();
  await expect(dialog()).toHaveCount(0);
  await expect(bar()).toContainText('Final');
  await expect(bar()).toContainText('oleh Siti Contoh');
  await expect(bar()).toContainText('Rapat ditutup mendadak.');
  await expect(scene.window.locator('.status-final')).toHaveText('Final');

  await button('Riwayat tindakan').click();
  await expect(dialog('Riwayat tindakan')).toContainText(
    'Memfinalkan sesi dengan 8 hal belum beres: Rapat ditutup mendadak.',
  );
  await expect(dialog('Riwayat tindakan')).toContainText('Rantai riwayat utuh.');
  await hasNoViolations('riwayat');
});

test('minutes without open points need no reason', async () => {
  await ended('Rapat beres');
  const [first] = await call('attendance.list', { sessionId: scene.session.id });
  await scene.write(
    [
      { type: 'agendaItem', attrs: attrs('a1'), content: [{ type: 'text', text: 'Laporan' }] },
      statement('s1', 'Semua berjalan baik.', { speakerId: first?.id ?? null }),
      {
        type: 'decision',
        attrs: {
          ...attrs('d1'),
          method: 'mufakat',
          inFavour: null,
          against: null,
          abstained: null,
        },
        content: words('Laporan diterima.'),
      },
    ],
    ['f1', 'n1', 'a2'],
  );
  const { days } = scene.session;
  await call('sessions.update', {
    id: scene.session.id,
    changes: {
      days: days.map((day) => ({ ...day, date: '2026-11-22', start: '09:00', end: '12:00' })),
    },
  });
  await open();
  await runs('Finalkan');
  await expect(dialog()).toContainText('Semua pemeriksaan beres');
  await expect(dialog().getByRole('textbox')).toHaveCount(0);
  await hasNoViolations('daftar-periksa-beres');
  await button('Finalkan').click();
  await expect(bar()).toContainText('Tidak dapat diubah lagi');
  const state = await call('finals.state', { sessionId: scene.session.id });
  expect(state).toMatchObject({ reason: '', changedParts: [], actor: 'Siti Contoh' });
  await expect(bar().locator('code')).toHaveText(state?.sha256.slice(0, 16) ?? '');
});

test('what is not saved, and a meeting that runs, come first', async () => {
  await scene.begin({ changes: { title: 'Rapat berjalan' }, isRunning: true });
  await open();
  await runs('Finalkan');
  await expect(dialog()).toContainText('Rapat masih berlangsung');
  await button('Akhiri rapat').last().click();
  await expect(dialog()).toContainText('Daftar hadir masih kosong');
  await press('Escape');
  await press('Control+3');
  const start = scene.window.getByRole('textbox', { name: 'Mulai' }).first();
  await start.fill('kapan-kapan');
  await runs('Finalkan');
  await expect(dialog()).toContainText('Ada yang belum tersimpan');
  await expect(button('Finalkan')).toHaveCount(0);
  await takePicture(scene.window, 'final-belum-tersimpan');
  await button('Tunjukkan').click();
  await expect(dialog()).toHaveCount(0);
  await expect(start).toBeFocused();
  await start.fill('');
});

test('nothing edits a final session, and no key complains', async () => {
  await final('Rapat beku');
  const { id: sessionId } = scene.session;
  const read = async () => [
    await call('documents.load', { sessionId }),
    await call('attendance.list', { sessionId }),
    await call('sessions.get', { id: sessionId }),
    await call('speakers.get', { sessionId }),
  ];
  const before = await read();
  await open();
  const text = await page().innerText();
  await blocks().nth(1).getByText('Pagu').click();
  await type('xyz 123');
  for (const key of EDITING_KEYS) await press(key);
  await page().evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'ditempel');
    data.setData('text/html', '<p>ditempel</p>');
    const options = { bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
    element.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: data }));
    element.dispatchEvent(new CompositionEvent('compositionstart', options));
    element.dispatchEvent(
      new InputEvent('beforeinput', { ...options, data: 'あ', inputType: 'insertCompositionText' }),
    );
    element.dispatchEvent(new CompositionEvent('compositionend', { ...options, data: 'あ' }));
  });
  for (const control of ['.minutes-speaker', '.minutes-time', '.minutes-facts']) {
    await page().locator(control).filter({ visible: true }).first().click({ force: true });
  }
  await expect(scene.window.getByRole('dialog')).toHaveCount(0);
  await expect(toasts()).toHaveCount(0);
  expect(await page().innerText()).toBe(text);

  // The rail, and the other parts of the session.
  for (const one of await scene.window.locator('.speaker-rail button:visible').all()) {
    await one.click();
  }
  await press('Escape');
  await press('Control+2');
  await scene.window.getByRole('grid', { name: 'Peserta sesi' }).focus();
  await press('ArrowDown', 'Enter', 'F2', 'Delete', 'Space', 'h', 'Alt+ArrowUp', 'Escape');
  await expect(scene.window.getByText('dipilih')).toHaveCount(0);
  await takePicture(scene.window, 'final-hadir');
  await press('Control+3');
  const data = scene.window.getByRole('form', { name: 'Data sesi' });
  for (const field of await data.getByRole('textbox').all()) {
    await expect(field).not.toBeEditable();
  }
  for (const field of await data.getByRole('combobox').all()) {
    await expect(field).not.toBeEditable();
  }
  await expect(data.getByPlaceholder('jam nyata')).toHaveCount(0);
  await takePicture(scene.window, 'final-data');
  await expect(toasts()).toHaveCount(0);
  const after = await read();
  expect(after).toEqual(before);

  await press('Control+1', 'Control+k');
  await type('Tebal');
  const bold = scene.window.getByRole('option', { name: /Tebal/ });
  await expect(bold).toHaveAttribute('aria-disabled', 'true');
  await expect(bold).toContainText('sesi ini sudah final');
  await press('Escape');
  expect(
    await scene.app.evaluate(({ Menu }) =>
      ['format.bold', 'meeting.step', 'session.addendum', 'find.open'].map(
        (id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled,
      ),
    ),
  ).toEqual([false, false, true, true]);
});

test('a final page is read, found in and walked through by keys', async () => {
  await final('Rapat terbaca');
  await open();
  await expect(page()).toHaveAttribute('aria-readonly', 'true');
  await press('Control+ArrowDown', 'Control+ArrowDown');
  await expect(blocks().nth(1)).toHaveClass(/is-chosen/);
  await press('Control+f');
  await type('rencana');
  await expect(page().locator('.minutes-match')).toHaveCount(1);
  await press('Escape');
  await expect(page()).toBeFocused();
  await press('F6');
  await expect(page()).not.toBeFocused();
});

test('an addendum stands beside what it corrects, in the list and in the record', async () => {
  await final('Rapat terkoreksi');
  await open();
  await expect(bar()).toContainText('Final');
  await takePictures(scene.window, 'final-bar', ['light', 'dark', 'contrast']);
  await press('Control+ArrowDown', 'Control+ArrowDown');
  await runs('Tambah adendum');
  const adding = dialog('Tambah adendum');
  await expect(adding).toContainText('Pagu tahun ini 30 juta rupiah');
  await type('Angka yang benar 35 juta rupiah.');
  await hasNoViolations('adendum-tulis');
  await button('Lanjutkan').click();
  await expect(scene.window.getByRole('alertdialog')).toContainText('Siti Contoh');
  await takePictures(scene.window, 'final-adendum-yakin');
  await button('Catat adendum').click();
  const note = page().getByRole('note');
  await expect(note).toContainText(/Adendum 1, \d+ \p{L}+ \d{4}/u);
  await expect(note).toContainText('Angka yang benar 35 juta rupiah.');
  await expect(note).toContainText('Siti Contoh');
  expect(await page().locator('[data-block-id="s1"] + .minutes-addendum').count()).toBe(1);
  await expect(bar()).toContainText('Final + Adendum 1');

  // About another block, by its button, and about the whole.
  await blocks().nth(2).hover();
  await blocks().nth(2).getByRole('button', { name: 'Tambah adendum untuk bagian ini' }).click();
  await expect(adding).toContainText('Menyusun rencana kerja.');
  await adding.getByText('Notula secara keseluruhan').click();
  await adding.getByRole('textbox').fill('Rapat dihadiri pula oleh Andi Umpama.');
  await button('Lanjutkan').click();
  await button('Catat adendum').click();
  await expect(bar()).toContainText('Final + Adendum 2');
  await expect(page().getByRole('note')).toHaveCount(1);

  const closing = toasts().getByRole('button', { name: 'Tutup' });
  while ((await closing.count()) > 0) await closing.first().click();
  await press('Alt+Shift+a');
  await expect(note).toBeFocused();
  await hasNoViolations('adendum');
  await shrink(683, 384);
  await takePicture(scene.window, 'final-adendum-200');
  await shrink(1366, 768);
  await button('2 adendum').click();
  const list = dialog('Adendum');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list).toContainText('Tentang notula secara keseluruhan');
  await hasNoViolations('adendum-daftar');
  await list.getByRole('button', { name: /Tunjukkan di notula/ }).click();
  await expect(blocks().nth(1)).toHaveClass(/is-chosen/);

  const record = await call('documents.record', { sessionId: scene.session.id });
  expect(record.addenda?.map(({ number }) => number)).toEqual([1, 2]);
  expect(record.blocks.map(blockPlainText).join(' ')).not.toContain('35 juta');
});

test('what was changed outside is said in plain words, and found by "Periksa arsip"', async () => {
  await final('Rapat dirusak');
  await open();
  await runs('Periksa arsip');
  await expect(dialog('Periksa arsip')).toContainText('Arsip utuh');
  await hasNoViolations('arsip-utuh');
  await press('Escape');
  const { id } = scene.session;
  tamper("UPDATE blocks SET node = replace(node, '30 juta', '90 juta') WHERE session_id = ?", id);
  await open();
  await expect(bar().getByRole('alert')).toContainText('telah diubah di luar Notula');
  await expect(bar().getByRole('alert')).toContainText('isi notula');
  await expect(page()).toContainText('30 juta');
  await hasNoViolations('diubah');
  await shrink(683, 384);
  await takePicture(scene.window, 'final-diubah-200');
  await shrink(1366, 768);
  tamper(
    "UPDATE session_log SET actor = 'Orang Lain' WHERE session_id = ? AND action = 'status'",
    id,
  );
  await runs('Periksa arsip');
  const report = dialog('Periksa arsip');
  await expect(report).toContainText('diubah di luar Notula');
  await expect(report).toContainText(scene.session.title);
  await expect(report).toContainText('rantainya terputus');
  await hasNoViolations('arsip-rusak');
  await report.getByRole('button', { name: 'Salin laporan' }).click();
  await expect(toasts()).toContainText('Laporan disalin');
  const copied = await scene.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('isi notula');
  await report.getByRole('button', { name: `Buka sesi: ${scene.session.title}` }).click();
  await runs('Riwayat tindakan');
  await expect(dialog('Riwayat tindakan').getByRole('alert')).toContainText('terputus');
  await takePictures(scene.window, 'final-riwayat-terputus');
});

test('a long list of findings stays fluid', async () => {
  const many = Array.from({ length: 320 }, (_, index) =>
    statement(`m${index}`, `Pernyataan nomor ${index + 1} tanpa pembicara.`),
  );
  await ended('Rapat panjang', many);
  await open();
  await runs('Finalkan');
  const list = dialog().getByRole('list', { name: 'Pernyataan tanpa pembicara' });
  await expect(list.getByRole('button')).toHaveCount(5);
  const takenMs = await scene.window.evaluate(async () => {
    const more = [...document.querySelectorAll('button')].find((one) =>
      one.textContent.startsWith('Tampilkan semua (320)'),
    );
    const start = performance.now();
    more?.click();
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
    return performance.now() - start;
  });
  await expect(list.getByRole('button')).toHaveCount(320);
  expect(takenMs).toBeLessThan(1000);
  await expect(list.getByRole('button').nth(5)).toBeFocused();
  await press('End', 'Enter');
  await expect(blocks().last()).toHaveClass(/is-current/);
  await expect(page()).toContainText('Pernyataan nomor 320');
});

test('the library shows what is final and refuses to put it into the trash', async () => {
  await final('Rapat arsip');
  await scene.window.reload();
  const row = scene.window.getByRole('row', { name: new RegExp(scene.session.title) });
  await expect(row).toContainText('Final');
  await row.click();
  await press('Delete');
  await expect(toasts()).toContainText('Sesi final tidak dapat dipindahkan ke sampah');
  await takePicture(scene.window, 'final-sampah');
  await expect(row).toBeVisible();
});
