import type { StartedPage } from './devtools.ts';
import { median } from './report.ts';

/** Figures in milliseconds until the frame that shows the result. */
export interface FindReplaceTimes {
  readonly findMs: number;
  readonly replaceAllMs: number;
  /** The slower half of the rounds' sums is no better than this. */
  readonly findReplaceMs: number;
}

const CTRL = 2;
const FIELDS = '.find-bar input';

/** Runs an action in the page and answers with how long it took until its result was painted. */
const timed = (action: string, isDone: string): string => `(async () => {
  const startedMs = performance.now();
  ${action};
  while (!(${isDone})) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  }));
  return performance.now() - startedMs;
})()`;

/** What typing one letter does to a field. */
const enter = (field: string, text: string): string => `{
  const field = ${field};
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(text)});
  field.dispatchEvent(new Event('input', { bubbles: true }));
}`;

const message = `document.querySelector('.find-message').textContent`;

/**
 * Looks for a word that stands in every statement and replaces it everywhere; every second round goes
 * the way back. The session must be open, and nothing else may be under way.
 */
export async function findReplaceTimes(
  page: StartedPage,
  { rounds, words }: { readonly rounds: number; readonly words: readonly [string, string] },
): Promise<FindReplaceTimes> {
  const ctrlH = { key: 'h', code: 'KeyH', windowsVirtualKeyCode: 72, modifiers: CTRL };
  await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...ctrlH });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...ctrlH });
  await page.until(`document.querySelectorAll(${JSON.stringify(FIELDS)}).length === 2`);
  const field = (index: number): string =>
    `document.querySelectorAll(${JSON.stringify(FIELDS)})[${index}]`;
  const finds: number[] = [];
  const replacements: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [from, to] = round % 2 === 0 ? words : words.toReversed();
    await page.evaluate(enter(field(1), to ?? ''));
    await page.evaluate(enter(field(0), ''));
    await page.until(`${message} === ''`);
    finds.push(
      Number(await page.evaluate(timed(enter(field(0), from ?? ''), `/\\d/.test(${message})`))),
    );
    await page.until(`!document.querySelector('.find-replace-all').disabled`);
    const press = `document.querySelector('.find-replace-all').click()`;
    replacements.push(
      Number(await page.evaluate(timed(press, `/diganti|replaced/.test(${message})`))),
    );
    // The next round begins when everything is saved, as a person's would.
    await page.until(`document.querySelector('.save-state-saved') !== null`);
  }
  const sums = finds.map((find, index) => find + (replacements[index] ?? 0));
  const rounded = (values: readonly number[]): number => Math.round(median(values));
  return {
    findMs: rounded(finds),
    replaceAllMs: rounded(replacements),
    findReplaceMs: rounded(sums),
  };
}
