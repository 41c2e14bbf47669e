import { join } from 'node:path';

import { ensurePackages } from './lib/packages.mjs';
import { continueOnProjectNode, projectNode } from './lib/project-node.mjs';
import { projectRoot, runMain } from './lib/project.mjs';
import { run } from './lib/run.mjs';

// Usage: npm run dev
// The app with electron-vite's development server: changes show at once.
await runMain(async () => {
  await ensurePackages();
  continueOnProjectNode();
  const { ensureElectron } = await import('./electron-env.mjs');
  const { ensureSystemPackages } = await import('./lib/system-packages.mjs');
  const { refuseRoot } = await import('./lib/open-app.mjs');
  refuseRoot('npm run dev');
  await ensureSystemPackages(['window', 'fonts']);
  const electron = await ensureElectron();
  const args = [
    join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
    'dev',
  ];
  const result = await run(projectNode, [...args, ...process.argv.slice(2)], {
    cwd: projectRoot,
    env: { ...process.env, ...electron.env },
  });
  return result.code ?? 1;
});
