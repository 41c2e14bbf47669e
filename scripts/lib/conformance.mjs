import { join } from 'node:path';

import { projectNode } from './project-node.mjs';
import { projectRoot, say, Stop } from './project.mjs';
import { run } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Runs the proofs of the documents and gives the exit code. `words` name the documents meant (none: all of them);
 * `report` is a file for vitest's JSON report.
 */
export async function runConformance({ isApproving = false, words = [], report } = {}) {
  await ensureTools();
  const tool = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = report
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    : [];
  const env = {
    ...process.env,
    NOTULA_DOCUMENTS: words.join(' '),
    ...(isApproving && { NOTULA_APPROVE_PAGES: '1' }),
  };
  const args = [tool, 'run', '--project', 'conformance', ...reporters];
  return (await run(projectNode, args, { cwd: projectRoot, env })).code ?? 1;
}

/** Where nobody may install anything, what needs no LibreOffice is proven still; but never on the build machine. */
async function ensureTools() {
  try {
    await ensureSystemPackages(['documents']);
  } catch (error) {
    if (!(error instanceof Stop) || process.env.CI) throw error;
    say(error.message);
    say('Halaman dan isi PDF belum dapat diperiksa; yang lain tetap diperiksa.');
  }
}
