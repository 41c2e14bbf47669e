import { join } from 'node:path';

import { launchNotula } from '../../tests/e2e/launch.ts';
import { steps } from './steps.mjs';

// Started by scripts/tour.mjs beside the built app. Every step gets the same hands: the window, a camera, a place for files.
const folder = process.env.NOTULA_RESULTS_DIR;
const notula = await launchNotula({ windowSize: { width: 1366, height: 768 } });
let number = 0;

/** Takes the next numbered screenshot. */
async function photograph(name) {
  number += 1;
  const file = `${String(number).padStart(2, '0')}-${name}.png`;
  await notula.window.screenshot({ path: join(folder, file) });
  console.log(`[notula] ${file}`);
}

try {
  await notula.window.waitForLoadState('load');
  for (const step of steps) await step({ ...notula, photograph, folder });
} catch (error) {
  console.error(error);
  await photograph('berhenti-di-sini').catch(() => {});
  process.exitCode = 1;
} finally {
  await notula.close();
}
