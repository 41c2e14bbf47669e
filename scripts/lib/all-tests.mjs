import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { runPackagedTests, runPlaywright } from '../run-electron-tests.mjs';
import { runConformance } from './conformance.mjs';
import { prepareApp } from './prepare.mjs';
import { projectNode } from './project-node.mjs';
import { projectRoot, reportsDir, say, Stop } from './project.mjs';
import { run } from './run.mjs';
import { countGate, countPlaywright, countVitest, summarise } from './test-summary.mjs';

const gates = ['format:check', 'lint', 'types'];

/** The proofs of the documents take minutes, so they are a step of their own. */
const quickProjects = ['unit', 'gates', 'documents'];

/**
 * On the build machine: the Notula of every fixture, and every document of three of them that differ most.
 * All of them take minutes more: `npm run test:conformance`.
 */
const conformanceWords = ['notula/', '/fgd-prabumulih', '/kosong', '/lengkap'];

/** Runs everything, one runner after the other, and closes with one line that adds them up. */
export async function runAllTests({ withGates }) {
  const groups = ['display', 'documents', 'certificates', ...(withGates ? ['faults'] : [])];
  const counts = [];
  const step = async (title, count) => {
    const startedAt = performance.now();
    say(`── ${title}`);
    counts.push(await count());
    say(`   ${Math.round((performance.now() - startedAt) / 1000)} detik`);
  };
  const checkGates = async () => {
    for (const gate of gates) await step(gate, async () => countGate(gate, await runScript(gate)));
  };
  // What is fetched and unpacked leaves the processors to the gates.
  const [electron] = await Promise.all([prepareApp({ groups }), withGates && checkGates()]);
  await step('Uji unit, basis data, gerbang dan dokumen', countUnit);
  if (withGates) await step('Uji kesesuaian dokumen', countConformance);
  await step('Uji aplikasi di Electron', () =>
    countPlaywrightRun('e2e', () => runPlaywright('e2e')),
  );
  await step('Uji aplikasi yang sudah dikemas', () =>
    countPlaywrightRun('packaged', () => runPackagedTests(electron)),
  );
  const { lines, closing, exitCode } = summarise(counts);
  say(`Electron ${electron.version}${electron.isFallback ? ' (pengganti)' : ''}`);
  for (const line of lines) say(line);
  console.log(closing);
  return exitCode;
}

async function runScript(name) {
  const result = await run('npm', ['run', '--silent', name], { cwd: projectRoot });
  return result.code ?? 1;
}

async function countUnit() {
  const file = join(reportsDir, 'vitest.json');
  await rm(file, { force: true });
  const tool = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const projects = quickProjects.flatMap((name) => ['--project', name]);
  const args = [tool, 'run', ...projects, ...reporters];
  const result = await run(projectNode, args, { cwd: projectRoot });
  return countVitest('unit', await readReport(file), result.code ?? 1);
}

async function countConformance() {
  const file = join(reportsDir, 'conformance.json');
  await rm(file, { force: true });
  const code = await runConformance({ report: file, words: conformanceWords }).catch((error) => {
    console.error(error instanceof Stop ? error.message : error);
    return 1;
  });
  return countVitest('conformance', await readReport(file), code);
}

async function countPlaywrightRun(name, runTests) {
  const code = await runTests().catch((error) => {
    console.error(error instanceof Stop ? error.message : error);
    return 1;
  });
  return countPlaywright(name, await readReport(join(reportsDir, `${name}.json`)), code);
}

async function readReport(file) {
  return JSON.parse(await readFile(file, 'utf8').catch(() => 'null'));
}
