import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { CallInput, CallName } from '../../src/shared/contract/index.ts';
import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { Session } from '../../src/shared/minutes/session.ts';
import { PASTED } from '../fixtures/paste/expected.ts';
import { callApp } from './bridge.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';
import { sketchBlock } from './paste-sketch.ts';

// What the programs of an office put on the clipboard, through the real clipboard into the real page.

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'paste');

let userDataDir: string;
let notula: Notula;
let session: Session;

const call = <Name extends CallName>(name: Name, input: CallInput<Name>) =>
  callApp(notula.window, name, input);
const page = (): Locator => notula.window.getByRole('textbox', { name: 'Naskah notula' });
const blocks = (): Locator => page().locator('section');
const press = (key: string): Promise<void> => notula.window.keyboard.press(key);
const type = (text: string): Promise<void> => notula.window.keyboard.type(text);

/** What is kept of the session, once everything was acknowledged. */
async function saved(): Promise<readonly Block[]> {
  await press('F6');
  await expect(notula.window.locator('.save-state-saved')).toBeVisible();
  const { blocks: stored } = await call('documents.load', { sessionId: session.id });
  await press('Shift+F6');
  return stored;
}

async function copyInto(name: string): Promise<{ readonly text: string }> {
  const [html, text] = await Promise.all([
    readFile(join(FOLDER, `${name}.html`), 'utf8'),
    readFile(join(FOLDER, `${name}.txt`), 'utf8'),
  ]);
  await notula.app.evaluate(
    ({ clipboard }, data) =>
      (clipboard as unknown as { write(data: { html: string; text: string }): void }).write(data),
    { html, text },
  );
  return { text };
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}\p{So}]+/gu) ?? [];

test.beforeAll(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), 'notula-paste-'));
  notula = await launchNotula({ userDataDir });
  await call('profile.update', { changes: { isSetUp: true, officeName: 'Kantor Contoh' } });
});
test.afterAll(async () => {
  await notula.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
});
test.beforeEach(async () => {
  const { title } = test.info();
  session = await call('sessions.create', { changes: { title } });
  await notula.window.reload();
  await notula.window.getByText(session.title).first().dblclick();
  await expect(page()).toBeFocused();
});

for (const [name, wanted] of Object.entries(PASTED)) {
  test(`what ${name} copies comes in clean and whole`, async () => {
    await type('Awal.');
    await press('Enter');
    const { text } = await copyInto(name);
    const requests: string[] = [];
    notula.window.on('request', (request) => requests.push(request.url()));
    await press('Control+v');
    await expect(blocks().first()).not.toHaveText(/Awal\.$/);

    const [block, ...others] = await saved();
    expect(others).toEqual([]);
    if (block === undefined) throw new Error('nothing is kept');
    expect(sketchBlock(block)).toEqual(['<p>Awal.</p>', ...wanted]);
    // Every word that the program itself gives as plain text, but the numbers of list items.
    const kept = wordsOf(blockPlainText(block));
    const lost = wordsOf(text.replace(/^\w\. /gm, '')).filter((word) => !kept.includes(word));
    expect(lost).toEqual([]);

    // The page shows it with elements of its own and nothing of theirs.
    await expect(
      blocks().locator(
        'p [class]:not(.ProseMirror-trailingBreak), p [style], td[style], [lang], [onclick], script, style, iframe, form',
      ),
    ).toHaveCount(0);
    expect(requests.filter((url) => !url.startsWith('app:'))).toEqual([]);

    await press('Control+z');
    const [undone] = await saved();
    expect(undone && sketchBlock(undone).join('')).toMatch(/^<p>Awal\.<\/p>(<p><\/p>)?$/);
  });
}

test('what no document holds can be saved all the same, with all of its words', async () => {
  const cells = Array.from({ length: 500 }, (_, index) => `<td>sel${index}</td>`).join('');
  const html = [
    '<table><tr><td colspan="5000" rowspan="9999">lebar</td><td colspan="-3">salah</td></tr>',
    `<tr>${cells}</tr></table>`,
    '<table><tr><td><table><tr><td>di dalam</td></tr></table></td></tr></table>',
    `<p>${'panjang '.repeat(100_000)}</p>`,
    `${'<blockquote>'.repeat(450)}paling dalam${'</blockquote>'.repeat(450)}`,
    '<p>ken&#1;dali</p>',
  ].join('');
  await notula.app.evaluate(
    ({ clipboard }, data) => (clipboard as unknown as { write(data: object): void }).write(data),
    { html, text: 'isi' },
  );
  await press('Control+v');
  await expect(page()).toContainText('kendali');
  const [block] = await saved();
  if (block === undefined) throw new Error('nothing is kept');
  const kept = blockPlainText(block);
  for (const word of ['lebar', 'salah', 'sel0', 'sel499', 'di dalam', 'paling dalam', 'kendali']) {
    expect(kept).toContain(word);
  }
  expect(kept.match(/panjang/gu)).toHaveLength(100_000);
});
