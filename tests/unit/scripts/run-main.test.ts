import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

import { expect, it } from 'vitest';

const PROJECT = pathToFileURL('scripts/lib/project.mjs').href;

const exitCodeOf = (main: string): number | null =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      // What electron-builder's exit hook does once an app was packed.
      `--eval=import { runMain, Stop } from '${PROJECT}';
      process.once('beforeExit', () => process.exit(0));
      await runMain(async () => { ${main} });`,
    ],
    { encoding: 'utf8' },
  ).status;

it.each([
  ['return 1;', 1],
  ['return 0;', 0],
  ['throw new Stop("Berhenti.");', 1],
  ['throw new Error("tak terduga");', 1],
  ['', 0],
])('ends with its own code, whatever a library makes of it: %s', (main, code) => {
  expect(exitCodeOf(main)).toBe(code);
});
