import { join } from 'node:path';

import { defineConfig } from '@playwright/test';

// Set by scripts/run-electron-tests.mjs: a folder that the ordinary user who runs the tests may write to.
const resultsDir = process.env['NOTULA_RESULTS_DIR'] ?? 'test-results';

// Each worker has a screen of its own (tests/e2e/launch.ts): on one, windows would take the focus from each other.
const screenCount = process.env['NOTULA_DISPLAYS']?.split(' ').length ?? 1;

const isBuildMachine = Boolean(process.env['CI']);

export default defineConfig({
  workers: screenCount,
  // On the build machine, two windows and their storage share two processors with everything else there, and a test
  // may wait for a turn in vain. Such a one passes when it is tried again, in an app of its own; what is broken fails
  // again. The closing summary names each that needed it, so that its cause is looked for.
  retries: isBuildMachine ? 1 : 0,
  // What is only slow there still comes; it costs nothing where it comes at once.
  timeout: isBuildMachine ? 120_000 : 60_000,
  expect: { timeout: isBuildMachine ? 20_000 : 10_000 },
  forbidOnly: isBuildMachine,
  outputDir: join(resultsDir, 'files'),
  reporter: [['list'], ['json', { outputFile: join(resultsDir, 'report.json') }]],
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    { name: 'packaged', testDir: 'tests/packaged' },
  ],
});
