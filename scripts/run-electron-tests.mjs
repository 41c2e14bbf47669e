import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { withElectronHost } from './lib/electron-host.mjs';
import { prepareApp } from './lib/prepare.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';
import { reportsDir, runMain } from './lib/project.mjs';
import { runOrThrow } from './lib/run.mjs';

/**
 * Runs a command beside the built app, as an ordinary user under Xvfb, and gives its exit code. The command finds
 * Electron in NOTULA_ELECTRON_PATH and leaves its files in NOTULA_RESULTS_DIR, from where they come to `keepIn`.
 */
export async function runBesideApp(command, args, { env = {}, keepIn } = {}) {
  const electron = await prepareApp({ groups: ['display'] });
  return withElectronHost(electron, async (host) => {
    const code = await host.run(command, args, env);
    if (keepIn) await copyResults(host.resultsDir, keepIn);
    return code;
  });
}

/** Runs one Playwright project (e2e or packaged); its JSON report becomes test-results/NAME.json. */
export async function runPlaywright(name, args = [], env = {}) {
  const keepIn = join(reportsDir, name);
  const report = join(reportsDir, `${name}.json`);
  // A report of an earlier run must not count for this one.
  await rm(keepIn, { recursive: true, force: true });
  await rm(report, { force: true });
  const code = await runBesideApp('playwright', ['test', '--project', name, ...args], { env, keepIn });
  await copyFile(join(keepIn, 'report.json'), report).catch(() => {});
  return code;
}

async function copyResults(from, to) {
  await mkdir(to, { recursive: true });
  await runOrThrow('cp', ['-r', '--no-preserve=ownership', `${from}/.`, to]);
}

// Usage: node scripts/run-electron-tests.mjs [Playwright's arguments]    (the e2e tests)
//        node scripts/run-electron-tests.mjs -- COMMAND [ARGUMENTS]      (any command beside the app)
if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    continueOnProjectNode();
    const args = process.argv.slice(2);
    if (args[0] !== '--') return runPlaywright('e2e', args);
    return runBesideApp(args[1], args.slice(2), { keepIn: join(reportsDir, 'run') });
  });
}
