import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { startPage } from './devtools.ts';
import type { StartedPage } from './devtools.ts';
import { setViewport } from './typing-page.ts';

/** A key that changes nothing on the screen is not waited for longer. */
const LONGEST_MS = 1500;
const PAUSE_MS = 120;
const CTRL_SHIFT = 10;

/** Types one letter into the field and tells how long it took until other results were painted. */
const typeLetter = (text: string): string => `(async () => {
  const field = document.querySelector('.search-panel input');
  const panel = document.querySelector('.search-panel');
  let changedMs = null;
  const observer = new MutationObserver((changes) => {
    const results = document.querySelector('#search-results');
    const isResult = changes.some(({ target }) =>
      target === results || results?.contains(target) || target.contains?.(results));
    if (isResult) changedMs ??= performance.now();
  });
  observer.observe(panel, { subtree: true, childList: true, characterData: true });
  const startedMs = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(
    field, ${JSON.stringify(text)});
  field.dispatchEvent(new Event('input', { bubbles: true }));
  while (changedMs === null && performance.now() - startedMs < ${LONGEST_MS}) {
    await new Promise(requestAnimationFrame);
  }
  observer.disconnect();
  if (changedMs === null) return -1;
  await new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  }));
  return performance.now() - startedMs;
})()`;

async function openSearch(page: StartedPage): Promise<void> {
  const key = { key: 'F', code: 'KeyF', windowsVirtualKeyCode: 70, modifiers: CTRL_SHIFT };
  for (let tries = 0; tries < 20; tries += 1) {
    await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    await delay(500);
    if ((await page.evaluate(`document.querySelector('.search-panel input') !== null`)) === true) {
      return;
    }
  }
  throw new Error('the search does not open');
}

/** From each key of some queries to the frame that shows other results, in the built app. */
export async function paintedTimes(
  folder: string,
  typed: readonly (readonly string[])[],
): Promise<readonly number[]> {
  const appFolder = join(import.meta.dirname, '..', '..');
  const page = await startPage(appFolder, folder, (url) => url.startsWith('app:'));
  try {
    await setViewport(page);
    await page.until(`document.querySelector('.shell-search') !== null`);
    await openSearch(page);
    // The first search starts the worker and reads what it keeps in memory.
    await page.evaluate(typeLetter('pemilih'));
    await delay(4000);
    const times: number[] = [];
    for (const keys of typed) {
      for (const text of keys) {
        const ms = Number(await page.evaluate(typeLetter(text)));
        if (ms >= 0) times.push(ms);
        await delay(PAUSE_MS);
      }
    }
    return times;
  } finally {
    await page.end();
  }
}
