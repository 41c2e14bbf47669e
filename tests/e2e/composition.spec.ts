import type { CDPSession } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { BlockId } from '../../src/shared/ids.ts';
import { sessionScene } from './session-scene.ts';

const scene = sessionScene();
const { call, page, blocks, press, type, saved, openSession } = scene;

// Input methods put a word together in the page before it is there: nothing of it may be lost, doubled
// or reordered, whatever runs beside it.

let client: CDPSession;

/** What the input method shows while its word is not decided yet. */
const compose = (text: string): Promise<unknown> =>
  client.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
const decide = (text: string): Promise<unknown> => client.send('Input.insertText', { text });

async function write(...steps: readonly string[]): Promise<void> {
  for (const step of steps) await compose(step);
  await decide(steps.at(-1) ?? '');
}

const stored = async (): Promise<readonly Block[]> =>
  (await call('documents.load', { sessionId: scene.session.id })).blocks;

/** What is kept once everything was acknowledged. */
async function kept(): Promise<readonly string[]> {
  const texts = (await saved()).map(blockPlainText);
  expect(await blocks().count()).toBe(texts.length);
  await expect(page()).toBeFocused();
  return texts;
}

test.beforeAll(async () => {
  client = await scene.window.context().newCDPSession(scene.window);
});
test.beforeEach(async () => {
  await scene.begin({
    changes: { title: 'Rapat aksara' },
    people: [
      { type: 'person', person: { name: 'Budi Contoh' }, role: 'peserta', presence: 'hadir' },
    ],
    isRunning: true,
  });
  await openSession();
});

test('a word is put together within a statement, and another at its end', async () => {
  await type('Satu tiga.');
  for (let index = 0; index < 5; index += 1) await press('ArrowLeft');
  await write('か', 'かん', '漢字');
  await type(' ');
  await press('End');
  await write('é');
  expect(await kept()).toEqual(['Satu 漢字 tiga.é']);
  await type(' Terus');
  expect(await kept()).toEqual(['Satu 漢字 tiga.é Terus']);
});

test('the first word of an empty statement begins it, once and with its time', async () => {
  await press('Alt+1');
  await write('n', 'ni', '你好');
  await type(', semua.');
  expect(await kept()).toEqual(['你好, semua.']);
  const [block] = await stored();
  expect(block?.type === 'statement' && block.attrs.spokenAtMs).toBeGreaterThan(0);
  await press('Alt+1');
  await write('ã');
  await press('Enter');
  await write('õ');
  expect(await kept()).toEqual(['你好, semua.', 'ã\nõ']);
});

test('a word that is given up leaves nothing behind', async () => {
  await type('Tetap');
  await compose(' sementara');
  await compose('');
  await type('.');
  expect(await kept()).toEqual(['Tetap.']);
});

test('at the borders of an agenda item and of blocks that are drawn together', async () => {
  const drawn = Array.from({ length: 120 }, (_, index): Block => {
    const attrs = { id: `b-${index}` as BlockId, dayId: scene.session.days[0]?.id ?? null };
    const text = [{ type: 'text' as const, text: `Blok ${index}` }];
    return index === 60
      ? { type: 'agendaItem', attrs, content: text }
      : { type: 'narration', attrs, content: [{ type: 'paragraph', content: text }] };
  });
  const former = (await stored()).map(({ attrs }) => attrs.id);
  await scene.write(drawn, former);
  await openSession();
  const wanted = drawn.map(blockPlainText);
  // Containers hold about fifty blocks: every place where one may end, and both sides of the item.
  for (const index of [49, 50, 59, 60, 61, 99, 100]) {
    const line = page().getByText(`Blok ${index}`, { exact: true });
    await line.click();
    await press('Home');
    await write('あ', 'ああ');
    await press('End');
    await write('い');
    wanted[index] = `ああBlok ${index}い`;
  }
  expect(await kept()).toEqual(wanted);
});

test('text expansion and saving run on: saves bring what stands there, never half of it twice', async () => {
  await type('Hal yg ');
  await expect(page()).toContainText('Hal yang');
  await compose('dgn');
  // Longer than a save waits: what is kept meanwhile is without the word, or with it as it is shown.
  await expect
    .poll(async () => (await stored()).map(blockPlainText)[0] ?? '')
    .toMatch(/^Hal yang ?(dgn)?$/);
  await compose('dgn b');
  await compose('dgn baik');
  await decide('dgn baik');
  await type(' sdh ');
  await expect(page()).toContainText('Hal yang dgn baik sudah');
  expect(await kept()).toEqual(['Hal yang dgn baik sudah ']);
  await press('Control+z');
  expect(await kept()).toEqual(['Hal yang dgn baik sdh ']);
});

test('keys that belong to the input method start no paragraph and no statement', async () => {
  await type('Awal ');
  await compose('に');
  for (const key of ['Enter', 'Tab']) {
    const event = { key, code: key, windowsVirtualKeyCode: 229 };
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }
  await decide('日');
  expect(await kept()).toEqual(['Awal 日']);
  await expect(page().locator('section p')).toHaveCount(1);
});

test('dead keys write their letter once, also as the first of a statement', async () => {
  const deadE = async (): Promise<void> => {
    const dead = { key: 'Dead', code: 'Quote', windowsVirtualKeyCode: 222 };
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...dead });
    await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...dead });
    const letter = { key: 'é', code: 'KeyE', windowsVirtualKeyCode: 69 };
    await client.send('Input.dispatchKeyEvent', { type: 'keyDown', text: 'é', ...letter });
    await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...letter });
  };
  await press('Alt+1');
  await deadE();
  await type('lan');
  // On macOS the accent is shown first and then taken into the letter.
  await compose('´');
  await compose('é');
  await decide('é');
  await type('!');
  expect(await kept()).toEqual(['élané!']);
});
