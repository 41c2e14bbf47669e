import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { checkThemes } from './axe.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';
import { fillArchive, TITLE } from './sample-archive.ts';

/** The app with an archive that has everything in it, for looking at its views. */
export interface FullArchive {
  readonly window: Page;
  readonly press: (key: string) => Promise<void>;
  readonly library: () => Locator;
  /** Opens the session that has a block of every type. */
  readonly openSession: () => Promise<void>;
  /** What is shown now has no finding in any theme. */
  readonly checkThemes: (view: string) => Promise<void>;
}

/** Launches the app before the tests of the file that calls this; each of them begins in the library. */
export function fullArchive(): FullArchive {
  let notula: Notula;
  const library = (): Locator => notula.window.getByRole('grid', { name: 'Daftar sesi' });

  test.beforeAll(async () => {
    notula = await launchNotula();
    await notula.window.emulateMedia({ reducedMotion: 'reduce' });
    await fillArchive(notula.window);
  });
  test.afterAll(() => notula.close());
  test.beforeEach(async () => {
    await notula.window.reload();
    await expect(library()).toBeVisible();
  });

  return {
    get window() {
      return notula.window;
    },
    press: (key) => notula.window.keyboard.press(key),
    library,
    async openSession() {
      await library().getByText(TITLE, { exact: true }).dblclick();
      await expect(notula.window.getByRole('textbox', { name: 'Naskah notula' })).toBeFocused();
    },
    checkThemes: (view) => checkThemes(notula.window, `a11y-${view}`),
  };
}
