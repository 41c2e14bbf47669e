import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';

import { checkThemes, findingsIn } from './axe.ts';
import { walkFocus } from './focus-walk.ts';
import { takePicture } from './pictures.ts';
import type { SessionScene } from './session-scene.ts';

/** What axe finds in the window as it is: nothing. */
export async function expectAccessible({ window }: SessionScene, what: string): Promise<void> {
  expect.soft(await findingsIn(window), what).toEqual([]);
}

/** Everything in the dialog takes the focus in turn by Tab, shows it, and can be seen then. */
export async function expectWalk({ window }: SessionScene, what: string): Promise<void> {
  const { order, ...problems } = await walkFocus(window);
  expect.soft(order.length, what).toBeGreaterThan(1);
  expect.soft(problems, what).toEqual({ unreached: [], unmarked: [], hidden: [] });
}

/**
 * Pictures of an open dialog in every theme, and in the window of a screen set to 200 %, where it
 * must not be wider than the window; axe looks at each theme.
 */
export async function lookAt(scene: SessionScene, dialog: Locator, name: string): Promise<void> {
  await checkThemes(scene.window, name);
  const resize = (width: number, height: number): Promise<void> =>
    scene.app.evaluate(
      ({ BrowserWindow }, size) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
  await resize(683, 384);
  await takePicture(scene.window, `${name}-small`);
  const overflow = await dialog.evaluate((element) =>
    Math.max(
      ...[element, ...element.querySelectorAll('.dialog-body')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    ),
  );
  expect.soft(overflow, `${name} is not wider than the window`).toBeLessThanOrEqual(0);
  await resize(1366, 768);
}
