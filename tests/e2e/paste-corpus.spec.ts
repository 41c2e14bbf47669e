import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import { PASTED } from '../fixtures/paste/expected.ts';
import { sessionScene } from './session-scene.ts';
import { sketchBlock } from './paste-sketch.ts';

const scene = sessionScene();
const { page, blocks, press, type, saved } = scene;

// What the programs of an office put on the clipboard, through the real clipboard into the real page.

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'paste');

async function copyInto(name: string): Promise<{ readonly text: string }> {
  const [html, text] = await Promise.all([
    readFile(join(FOLDER, `${name}.html`), 'utf8'),
    readFile(join(FOLDER, `${name}.txt`), 'utf8'),
  ]);
  await scene.app.evaluate(
    ({ clipboard }, data) =>
      (clipboard as unknown as { write(data: { html: string; text: string }): void }).write(data),
    { html, text },
  );
  return { text };
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}\p{So}]+/gu) ?? [];

test.beforeEach(async () => {
  await scene.begin({ changes: { title: test.info().title } });
  await scene.openSession();
});

for (const [name, wanted] of Object.entries(PASTED)) {
  test(`what ${name} copies comes in clean and whole`, async () => {
    await type('Awal.');
    await press('Enter');
    const { text } = await copyInto(name);
    const requests: string[] = [];
    scene.window.on('request', (request) => requests.push(request.url()));
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
  await scene.app.evaluate(
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
