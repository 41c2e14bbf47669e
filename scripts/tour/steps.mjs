/*
 * The walk through the main job, in order. Each step gets `{ app, window, userDataDir, photograph, folder }`:
 * Playwright's app and page, a camera for numbered screenshots, and the folder where exported files belong.
 */

async function firstScreen({ window, photograph }) {
  await window.locator('body').waitFor();
  await photograph('layar-pertama');
}

export const steps = [firstScreen];
