import { join } from 'node:path';

import { defineConfig } from '@playwright/test';

// Set by scripts/run-electron-tests.mjs: a folder that the ordinary user who runs the tests may write to.
const resultsDir = process.env['NOTULA_RESULTS_DIR'] ?? 'test-results';

// Each worker has a screen of its own (tests/e2e/launch.ts): on one, windows would take the focus from each other.
const screenCount = process.env['NOTULA_DISPLAYS']?.split(' ').length ?? 1;

export default defineConfig({
  workers: screenCount,
  // On the build machine, two windows and their storage share two processors with everything else there, and a test
  // may wait for a turn in vain. Such a one passes when it is tried again, in an app of its own; what is broken fails
  // again. The closing summary names each that needed it, so that its cause is looked for.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  outputDir: join(resultsDir, 'files'),
  reporter: [['list'], ['json', { outputFile: join(resultsDir, 'report.json') }]],
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    { name: 'packaged', testDir: 'tests/packaged' },
  ],
});
