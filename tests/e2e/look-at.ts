import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';

import { walkFocus } from './focus-walk.ts';
import { THEMES, showTheme, takePicture } from './pictures.ts';
import type { SessionScene } from './session-scene.ts';

/** What axe finds in the window as it is: nothing. */
export async function expectAccessible({ window }: SessionScene, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  expect.soft(found, what).toEqual([]);
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
  for (const theme of THEMES) {
    await showTheme(scene.window, theme);
    await takePicture(scene.window, `${name}-${theme}`);
    await expectAccessible(scene, `${name} ${theme}`);
  }
  await showTheme(scene.window, 'light');
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
