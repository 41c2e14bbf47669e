import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';

import type { CommandId } from '../../src/shared/contract/commands.ts';
import type { Notula } from './launch.ts';

/** A window with the scene of shortcuts.spec.ts open and the caret at the end of its text. */
export interface Scene {
  readonly notula: Notula;
  /** Presses the key that is being proven. */
  readonly key: () => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly page: Locator;
  /** Waits until this is kept of the minutes: "type: text" for each block. */
  readonly isKept: (shape: readonly string[]) => Promise<void>;
}

/** Presses the key and expects what must be seen. */
export type Proof = (scene: Scene) => Promise<void>;

/** The scene as it is kept. */
export const SCENE = [
  'agendaItem: Acara satu',
  'statement: Kata pertama.',
  'agendaItem: Acara dua',
  'statement: Kata keduuua.',
] as const;
const [ITEM, FIRST, SECOND_ITEM, LAST] = SCENE;

/** The browser moves the caret itself and tells of it a moment later. */
const caretIsIn = (page: Locator, index: number): Promise<void> =>
  expect(page.locator('section').nth(index)).toHaveClass(/is-current/);

const opensDialog =
  (name: string | RegExp): Proof =>
  async ({ notula, key }) => {
    await key();
    await expect(notula.window.getByRole('dialog', { name })).toBeVisible();
  };
const selectsTab =
  (name: string): Proof =>
  async ({ notula, key, press }) => {
    if (name === 'Notula') await press('Control+3');
    await key();
    await expect(notula.window.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  };
/** The sessions of these proofs have none: files.spec.ts plays one. */
const tellsOfRecording: Proof = async ({ notula, key }) => {
  await key();
  await expect(notula.window.getByText(/belum punya (rekaman|waktu)/).first()).toBeVisible();
};
const asksSpeaker =
  (name: string): Proof =>
  async ({ notula, key }) => {
    await key();
    await expect(notula.window.getByRole('combobox', { name })).toBeFocused();
  };
const inserts =
  (block: string, hasSpeaker = false): Proof =>
  async ({ key, press, type, isKept }) => {
    await key();
    if (hasSpeaker) await press('0');
    await type('Isi');
    await isKept([...SCENE, `${block}: Isi`]);
  };
const turns =
  (block: string): Proof =>
  async ({ key, isKept }) => {
    await key();
    await isKept([ITEM, FIRST, SECOND_ITEM, `${block}: Kata keduuua.`]);
  };
const marks =
  (tag: string): Proof =>
  async ({ key, press, type, page }) => {
    await press('Enter');
    await key();
    await type('tanda');
    await key();
    await type(' biasa');
    await expect(page.locator(`section p ${tag}`)).toHaveText('tanda');
  };
const wraps =
  (selector: string): Proof =>
  async ({ key, page }) => {
    await key();
    await expect(page.locator(selector)).toHaveText('Kata keduuua.');
  };
const finds: Proof = async ({ notula, key, press, type, page }) => {
  await press('Control+f');
  await type('Kata');
  await expect(page.locator('.minutes-match')).toHaveCount(2);
  const count = notula.window.getByText(/^[12] dari 2$/);
  const before = await count.textContent();
  await key();
  await expect(count).not.toHaveText(before ?? '');
};
/** A table of two rows and columns at the caret, by the palette. */
async function startTable({ press, type, page }: Scene): Promise<void> {
  await press('Control+Enter', '0', 'Control+k');
  await type('Tabel');
  await press('Enter');
  await expect(page.locator('table')).toBeVisible();
}
const changesTable =
  (selector: string, by: 1 | -1): Proof =>
  async (scene) => {
    await startTable(scene);
    const before = await scene.page.locator(selector).count();
    await scene.key();
    await expect(scene.page.locator(selector)).toHaveCount(before + by);
  };
const textSize = ({ page }: Scene): Promise<number> =>
  page.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

/** Makes the session final as it is, and corrects its first statement. */
export async function finaliseWithAddendum({ notula, press, type, page }: Scene): Promise<void> {
  const { window } = notula;
  const runs = async (command: string): Promise<void> => {
    await press('Control+k');
    await type(command);
    await press('Enter');
  };
  await runs('Finalkan');
  const dialog = window.getByRole('dialog', { name: 'Finalkan sesi' });
  await dialog.getByRole('button', { name: 'Akhiri rapat' }).click();
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Uji pintasan.');
  await dialog.getByRole('button', { name: 'Finalkan', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await page.locator('section').nth(1).getByText('Kata pertama.').click();
  await runs('Tambah adendum');
  await window.getByRole('textbox', { name: 'Isi adendum' }).fill('Kata kedua.');
  await window.getByRole('button', { name: 'Lanjutkan' }).click();
  await window.getByRole('button', { name: 'Catat adendum' }).click();
  await expect(page.getByRole('note')).toContainText('Kata kedua.');
}

/** What each key of the menu does; null: the command has none. */
export const COMMAND_PROOFS = {
  'session.new': async ({ notula, key }) => {
    await key();
    await expect(notula.window.getByRole('combobox', { name: 'Jenis' })).toBeVisible();
  },
  'library.open': async ({ notula, key }) => {
    await key();
    await expect(notula.window.getByRole('grid', { name: 'Daftar sesi' })).toBeVisible();
  },
  'session.export': async ({ notula, key }) => {
    await notula.app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = (...options: readonly unknown[]) => {
        Object.assign(globalThis, { asked: options.length });
        return Promise.resolve({ canceled: true, filePath: '' });
      };
    });
    await key();
    await expect
      .poll(() => notula.app.evaluate(() => (globalThis as { readonly asked?: number }).asked ?? 0))
      .toBeGreaterThan(0);
  },
  'session.documents': opensDialog('Ekspor dokumen'),
  'copy.sessionFormatted': null,
  'copy.sessionPlain': null,
  'copy.sessionMarkdown': null,
  'copy.itemFormatted': null,
  'copy.itemPlain': null,
  'copy.itemMarkdown': null,
  'copy.pressFormatted': null,
  'copy.pressPlain': null,
  'copy.pressMarkdown': null,
  'session.saveJson': null,
  'session.openJson': null,
  'imports.open': null,
  'session.preview': async ({ notula, key }) => {
    await key();
    await expect(notula.window.getByRole('region', { name: 'Pratinjau' })).toBeVisible();
    await key();
    await expect(notula.window.getByRole('region', { name: 'Pratinjau' })).toHaveCount(0);
  },
  'backup.create': null,
  'backup.manage': null,
  'archive.check': null,
  'about.open': null,
  'examples.add': null,
  'examples.remove': null,
  'settings.open': opensDialog('Setelan'),
  'office.manage': null,
  'templates.manage': null,
  'signing.sign': null,
  'signing.signFile': null,
  'checking.open': null,
  'signing.identities': null,
  'trust.manage': null,
  'search.open': async ({ notula, key, type }) => {
    await key();
    await type('Kata pertama');
    await expect(
      notula.window.getByRole('option').filter({ hasText: 'Kata pertama.' }).first(),
    ).toBeVisible();
  },
  'find.open': async ({ notula, key }) => {
    await key();
    await expect(
      notula.window
        .getByRole('textbox', { name: 'Cari', exact: true })
        .or(notula.window.getByRole('searchbox', { name: 'Cari', exact: true })),
    ).toBeFocused();
  },
  'find.replace': async ({ notula, key }) => {
    await key();
    await expect(notula.window.getByRole('textbox', { name: 'Ganti dengan' })).toBeVisible();
  },
  'find.next': finds,
  'find.previous': finds,
  'palette.open': opensDialog('Daftar perintah'),
  'session.minutes': selectsTab('Notula'),
  'session.attendance': selectsTab('Daftar hadir'),
  'session.data': selectsTab('Data sesi'),
  'session.files': selectsTab('Lampiran'),
  'session.history': opensDialog('Riwayat versi'),
  'recording.fromStatement': tellsOfRecording,
  'recording.toggle': tellsOfRecording,
  'recording.back': tellsOfRecording,
  'session.statistics': null,
  'marks.handAround': null,
  'marks.documents': null,
  'meeting.step': async ({ notula, key }) => {
    await key();
    await expect(notula.window.locator('.meeting-state')).toContainText('Diskors');
  },
  'meeting.end': async ({ notula, key }) => {
    await key();
    await expect(notula.window.locator('.meeting-state')).toContainText('Selesai');
  },
  'meeting.takeBack': null,
  'session.finalise': null,
  'session.addendum': null,
  'session.addenda': null,
  'addendum.next': async (scene) => {
    await finaliseWithAddendum(scene);
    await scene.key();
    await expect(scene.page.getByRole('note')).toBeFocused();
  },
  'session.log': null,
  'queue.note': asksSpeaker('Catat penanya'),
  'queue.next': async ({ notula, key, press, type, isKept, page }) => {
    await press('Alt+a', '2');
    const waiting = notula.window.getByRole('listbox', { name: 'Daftar penanya' });
    await expect(waiting.getByRole('option')).toHaveText([/Siti Misal/]);
    await key();
    await type('Isi');
    await isKept([...SCENE, 'statement: Isi']);
    await expect(page.locator('section').last()).toContainText('Siti Misal');
  },
  'speaker.arrival': asksSpeaker('Siapa yang datang?'),
  'speaker.departure': asksSpeaker('Siapa yang keluar?'),
  'speaker.narrating': null,
  'speaker.number': null,
  'insert.statement': inserts('statement', true),
  'insert.agendaItem': inserts('agendaItem'),
  'insert.narration': inserts('narration'),
  'insert.decision': inserts('decision'),
  'insert.recommendation': inserts('recommendation'),
  'insert.followUp': inserts('followUp'),
  'insert.break': inserts('break'),
  'insert.closing': inserts('statement', true),
  'turn.statement': async (scene) => {
    await scene.press('Control+Alt+Shift+Digit3');
    await scene.isKept([ITEM, FIRST, SECOND_ITEM, 'narration: Kata keduuua.']);
    await turns('statement')(scene);
  },
  'turn.agendaItem': turns('agendaItem'),
  'turn.narration': turns('narration'),
  'turn.decision': turns('decision'),
  'turn.recommendation': turns('recommendation'),
  'turn.followUp': turns('followUp'),
  'turn.break': turns('break'),
  'turn.closing': async ({ notula, key, page }) => {
    await key();
    await expect(page.locator('section').last()).toContainText(/closing statement/i);
    await expect(notula.window.getByText('Kata keduuua.')).toBeVisible();
  },
  'insert.table': null,
  'insert.image': null,
  'block.moveUp': async ({ key, isKept }) => {
    await key();
    await isKept([ITEM, FIRST, LAST, SECOND_ITEM]);
  },
  'block.moveDown': async ({ key, press, page, isKept }) => {
    await press('ArrowUp');
    await caretIsIn(page, 2);
    await key();
    await isKept([ITEM, FIRST, LAST, SECOND_ITEM]);
  },
  'section.moveUp': async ({ key, isKept }) => {
    await key();
    await isKept([SECOND_ITEM, LAST, ITEM, FIRST]);
  },
  'section.moveDown': async ({ key, press, page, isKept }) => {
    // Two jumps within milliseconds, as no hand makes them: the editor may take the first one back.
    await expect(async () => {
      await press('Control+Home');
      await expect(page.locator('section').first()).toHaveClass(/is-current/, { timeout: 500 });
    }).toPass();
    await key();
    await isKept([SECOND_ITEM, LAST, ITEM, FIRST]);
  },
  'block.split': async ({ key, press, isKept }) => {
    for (let index = 0; index < 9; index += 1) await press('ArrowLeft');
    await key();
    await isKept([ITEM, FIRST, SECOND_ITEM, 'statement: Kata', 'statement:  keduuua.']);
  },
  'block.mergePrevious': async ({ key, press, type, isKept }) => {
    await press('Control+Enter', '0');
    await type('Isi');
    await key();
    await isKept([ITEM, FIRST, SECOND_ITEM, `${LAST}\nIsi`]);
  },
  'block.mergeNext': async ({ key, press, type, page, isKept }) => {
    await press('Control+Enter', '0');
    await type('Isi');
    await press('Home', 'ArrowLeft');
    await caretIsIn(page, 3);
    await key();
    await isKept([ITEM, FIRST, SECOND_ITEM, `${LAST}\nIsi`]);
  },
  'block.speaker': asksSpeaker('Pilih pembicara'),
  'speaker.missing': asksSpeaker('Pilih pembicara'),
  'block.time': async ({ notula, key }) => {
    await key();
    await expect(notula.window.getByRole('textbox', { name: /^Waktu/ })).toBeFocused();
  },
  'block.details': opensDialog(/Rincian/),
  'block.important': async ({ key, page }) => {
    await key();
    await expect(page.getByRole('img', { name: 'Penting' })).toBeVisible();
  },
  'block.note': async ({ notula, key }) => {
    await key();
    await expect(notula.window.getByRole('textbox', { name: 'Catatan pribadi' })).toBeFocused();
  },
  'format.bold': marks('strong'),
  'format.italic': marks('em'),
  'format.underline': marks('u'),
  'format.highlight': marks('mark'),
  'format.verbatim': marks('q'),
  'format.bulletList': wraps('ul > li'),
  'format.orderedList': wraps('ol > li'),
  'format.quote': wraps('blockquote'),
  'format.link': async ({ notula, key, press }) => {
    await press('Control+Shift+ArrowLeft');
    await key();
    await expect(notula.window.getByRole('dialog', { name: 'Tautan' })).toBeVisible();
  },
  'view.filter': async ({ notula, key }) => {
    await key();
    await expect(notula.window.getByLabel('Saringan blok')).toBeVisible();
  },
  'words.expand': async ({ key, type, page }) => {
    await type(' PPK');
    await key();
    await expect(page).toContainText('Panitia Pemilihan Kecamatan');
  },
  'words.phrase': asksSpeaker('Sisipkan frasa baku'),
  'spelling.next': async ({ notula, key }) => {
    await key();
    await expect(notula.window.getByRole('menu', { name: /keduuua/ })).toBeVisible();
  },
  'words.manage': null,
  'table.rowAfter': changesTable('tr', 1),
  'table.rowBefore': null,
  'table.columnAfter': changesTable('tr:first-child > *', 1),
  'table.columnBefore': null,
  'table.deleteRow': changesTable('tr', -1),
  'table.deleteColumn': null,
  'table.headerRow': null,
  'table.selectRow': null,
  'table.selectColumn': null,
  'table.merge': null,
  'table.split': null,
  'table.delete': null,
  'view.outline': async ({ notula, key }) => {
    const outline = notula.window.getByRole('navigation', { name: 'Susunan acara' });
    const wasShown = await outline.isVisible();
    await key();
    await expect(outline).toBeVisible({ visible: !wasShown });
  },
  'view.focus': async ({ notula, key }) => {
    await key();
    await expect(notula.window.locator('.speaker-rail')).toBeHidden();
    await key();
    await expect(notula.window.locator('.speaker-rail')).toBeVisible();
  },
  'view.typewriter': async ({ notula, key }) => {
    await key();
    await expect(
      notula.window
        .getByRole('alertdialog')
        .getByText(/baris ketik/i)
        .first(),
    ).toBeVisible();
    await key();
  },
  'view.textLarger': async (scene) => {
    const before = await textSize(scene);
    await scene.key();
    await expect.poll(() => textSize(scene)).toBeGreaterThan(before);
  },
  'view.textSmaller': async (scene) => {
    const before = await textSize(scene);
    await scene.key();
    await expect.poll(() => textSize(scene)).toBeLessThan(before);
  },
  'view.fullScreen': async ({ notula, key }) => {
    const isFull = () =>
      notula.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());
    await key();
    await expect.poll(isFull).toBe(true);
    await key();
    await expect.poll(isFull).toBe(false);
  },
  'view.theme': null,
  'help.keyboard': opensDialog('Pintasan papan ketik'),
  'help.licences': null,
} as const satisfies Record<CommandId, Proof | null>;
