import { ensurePackages } from './lib/packages.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';
import { runMain } from './lib/project.mjs';

// Usage: npm run test:conformance [-- [--approve] [WORD …]]
// Makes every official document of every fixture (or those whose name, such as "risalah/kosong", holds a WORD) and
// proves it: valid, whole, the same in LibreOffice, looking as approved. `--approve` keeps the pages that differ as
// the approved ones: look at each before it is committed (tests/conformance/approved).
await runMain(async () => {
  await ensurePackages();
  continueOnProjectNode();
  const { runConformance } = await import('./lib/conformance.mjs');
  const args = process.argv.slice(2);
  return runConformance({
    isApproving: args.includes('--approve'),
    words: args.filter((arg) => arg !== '--approve'),
  });
});
