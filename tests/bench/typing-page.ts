import { setTimeout as delay } from 'node:timers/promises';

import type { StartedPage } from './devtools.ts';

const WORDS =
  'peserta menyampaikan bahwa data pemilih di beberapa kecamatan masih perlu dicermati bersama '.repeat(
    4,
  );

/** Figures of one run of keys, in milliseconds from key to painted frame. */
export interface KeyTimes {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly worst: number;
}

/**
 * Runs in the page. A key begins with the time stamp of its trusted event and ends in a task after
 * the frame that it led to, which is the earliest that a page knows of its painting.
 */
const RECORDER = `
(() => {
  const times = [];
  const longTasks = [];
  let pending = 0;
  let waiting = null;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    times.push(performance.now() - data);
    pending -= 1;
    if (pending === 0) waiting?.();
  };
  addEventListener('keydown', (event) => {
    if (!event.isTrusted) return;
    pending += 1;
    requestAnimationFrame(() => port2.postMessage(event.timeStamp));
  }, true);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasks.push(entry.duration);
  }).observe({ entryTypes: ['longtask'] });
  globalThis.typed = {
    times,
    longTasks,
    painted: () => new Promise((resolve) => {
      if (pending === 0) resolve(true);
      else waiting = () => resolve(true);
    }),
    take: () => JSON.stringify({ times: times.splice(0), longTasks: longTasks.splice(0) }),
  };
})()
`;

export const record = (page: StartedPage): Promise<unknown> => page.evaluate(RECORDER);

export async function setViewport(page: StartedPage): Promise<void> {
  await page.send('Emulation.setDeviceMetricsOverride', {
    width: 1366,
    height: 768,
    deviceScaleFactor: 1,
    mobile: false,
  });
}

export const throttle = (page: StartedPage, rate: number): Promise<unknown> =>
  page.send('Emulation.setCPUThrottlingRate', { rate });

const keyOf = (letter: string) =>
  letter === ' '
    ? { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' }
    : {
        key: letter,
        code: `Key${letter.toUpperCase()}`,
        windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0),
        text: letter,
      };

async function pressLetter(page: StartedPage, letter: string): Promise<void> {
  const { text, ...key } = keyOf(letter);
  await page.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

export async function pressWithAlt(page: StartedPage, digit: number): Promise<void> {
  const key = {
    key: String(digit),
    code: `Digit${digit}`,
    windowsVirtualKeyCode: 48 + digit,
    modifiers: 1,
  };
  await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

/** Puts the caret into a text by a click on it, as soon as it stays in its place. */
export async function clickInto(page: StartedPage, elementExpression: string): Promise<void> {
  // A jump of the app to its own place ends where somebody scrolls.
  const wheel = { type: 'mouseWheel', x: 500, y: 400, deltaX: 0, deltaY: -1 };
  await page.send('Input.dispatchMouseEvent', wheel);
  const place = await page.evaluate(`(async () => {
    let former = NaN;
    for (let still = 0, frames = 0; still < 6 && frames < 300; frames += 1) {
      const element = ${elementExpression};
      element.scrollIntoView({ block: 'center' });
      await new Promise(requestAnimationFrame);
      const { top } = element.getBoundingClientRect();
      still = Math.abs(top - former) < 1 ? still + 1 : 0;
      former = top;
    }
    const { left, top, width, height } = (${elementExpression}).getBoundingClientRect();
    return JSON.stringify({ x: left + width / 2, y: top + height / 2 });
  })()`);
  const { x, y } = JSON.parse(String(place)) as { readonly x: number; readonly y: number };
  for (const type of ['mousePressed', 'mouseReleased']) {
    await page.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }
  await page.until('document.activeElement.isContentEditable && getSelection().isCollapsed');
}

/** Types so many letters, each after the former was painted and a pause as between a typist's keys. */
export async function typeKeys(
  page: StartedPage,
  count: number,
  pauseMs: () => number,
): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await pressLetter(page, WORDS[index % WORDS.length] ?? ' ');
    await page.evaluate('typed.painted()');
    const pause = pauseMs();
    if (pause > 0) await delay(pause);
  }
}

export async function taken(
  page: StartedPage,
): Promise<{ readonly times: readonly number[]; readonly longTasks: readonly number[] }> {
  return JSON.parse(String(await page.evaluate('typed.take()'))) as never;
}

export async function heapBytes(page: StartedPage): Promise<number> {
  for (let round = 0; round < 3; round += 1) await page.send('HeapProfiler.collectGarbage');
  return (await page.send('Runtime.getHeapUsage')).usedSize ?? 0;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

export function keyTimes(times: readonly number[]): KeyTimes {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) };
}
