import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

/** Where pictures for the eye of a developer are left. */
export const resultsFolder = process.env['NOTULA_RESULTS_DIR'] ?? 'test-results';

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export async function showTheme(window: Page, theme: Theme): Promise<void> {
  await window.evaluate((chosen) => {
    document.documentElement.dataset['theme'] = chosen;
  }, theme);
}

/** One picture of the window as it is. On the build machine nobody looks at them, and hundreds take minutes. */
export async function takePicture(window: Page, name: string): Promise<void> {
  if (process.env['CI']) return;
  const picture = await window.screenshot({ animations: 'disabled' });
  await writeFile(join(resultsFolder, `${name}.png`), picture);
}

/** One picture in each of the themes; the light one is shown afterwards. */
export async function takePictures(
  window: Page,
  name: string,
  themes: readonly Theme[] = ['light', 'dark'],
): Promise<void> {
  for (const theme of themes) {
    await showTheme(window, theme);
    await takePicture(window, `${name}-${theme}`);
  }
  await showTheme(window, 'light');
}
