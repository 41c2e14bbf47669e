import { ensurePackages } from './lib/packages.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';
import { runMain } from './lib/project.mjs';

// Usage: npm test [-- --gates]
// Sets up what is missing and runs every test; `--gates` also runs format, lint and types and counts each as one.
await runMain(async () => {
  await ensurePackages();
  continueOnProjectNode();
  const { runAllTests } = await import('./lib/all-tests.mjs');
  return runAllTests({ withGates: process.argv.includes('--gates') });
});
