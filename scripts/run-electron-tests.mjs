import { copyFile, cp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { withElectronHost } from './lib/electron-host.mjs';
import { prepareApp } from './lib/prepare.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';
import { reportsDir, runMain } from './lib/project.mjs';

/**
 * Runs a command beside the built app, as an ordinary user under Xvfb, and gives its exit code. The command finds
 * Electron in NOTULA_ELECTRON_PATH and leaves its files in NOTULA_RESULTS_DIR, from where they come to `keepIn`.
 * `folders` maps names of environment variables to further folders that the command must be able to read;
 * `screenCount` is for commands that open so many windows at a time.
 */
export async function runBesideApp(command, args, { folders, screenCount, keepIn } = {}) {
  const electron = await prepareApp({ groups: ['display'] });
  return withElectronHost({ electron, folders, screenCount }, async (host) => {
    const code = await host.run(command, args);
    if (keepIn) await cp(host.resultsDir, keepIn, { recursive: true });
    return code;
  });
}

/** So many files of the app's tests run at the same time: one window leaves half of two processors idle. */
const windowCount = 2;

/** Runs one Playwright project (e2e or packaged), or a part of it; the JSON report becomes test-results/NAME.json. */
export async function runPlaywright(name, args = [], { folders } = {}) {
  const keepIn = join(reportsDir, name);
  const report = join(reportsDir, `${name}.json`);
  // A report of an earlier run must not count for this one.
  await rm(keepIn, { recursive: true, force: true });
  await rm(report, { force: true });
  const tool = join('node_modules', '@playwright', 'test', 'cli.js');
  const code = await runBesideApp('node', [tool, 'test', `--project=${name}`, ...args], {
    folders,
    screenCount: windowCount,
    keepIn,
  });
  await copyFile(join(keepIn, 'report.json'), report).catch(() => {});
  return code;
}

/** Packs the app as people get it and runs the tests of the packed program. */
export async function runPackagedTests(electron, args = []) {
  const { packageForSmoke } = await import('./package.mjs');
  return runPlaywright('packaged', args, {
    folders: { NOTULA_PACKAGED_DIR: await packageForSmoke(electron) },
  });
}

// Usage: node scripts/run-electron-tests.mjs [Playwright's arguments]              (the e2e tests)
//        node scripts/run-electron-tests.mjs --packaged [Playwright's arguments]   (the packed program's tests)
//        node scripts/run-electron-tests.mjs -- COMMAND [ARGUMENTS]                (any command beside the app)
if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    continueOnProjectNode();
    const [mode, ...rest] = process.argv.slice(2);
    if (mode === '--packaged')
      return runPackagedTests(await prepareApp({ groups: ['display'] }), rest);
    if (mode !== '--') return runPlaywright('e2e', process.argv.slice(2));
    return runBesideApp(rest[0], rest.slice(1), { keepIn: join(reportsDir, 'run') });
  });
}
