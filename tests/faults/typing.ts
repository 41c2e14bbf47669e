import type { Locator, Page } from '@playwright/test';

/** The quiet corner that says what became of the words typed last. */
export const stateOf = (window: Page): Locator => window.locator('.session-save-state');

/** Longer than the longest pause between two attempts to save. */
const SAVED_WITHIN_MS = 20_000;

export const waitUntilSaved = (window: Page): Promise<void> =>
  stateOf(window)
    .filter({ hasText: /^Tersimpan \d\d\.\d\d\.\d\d(?! …)/ })
    .waitFor({ timeout: SAVED_WITHIN_MS });

export async function typeAtEnd(window: Page, words: readonly string[]): Promise<void> {
  await window.keyboard.press('Control+End');
  for (const word of words) await window.keyboard.type(`${word} `, { delay: 10 });
}

/** Words of which each occurs once. */
export const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(3, '0')}`);

/** The words that are not there exactly once. */
export const missing = (text: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => text.split(word).length !== 2);
