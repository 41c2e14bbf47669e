import { ensurePackages } from './lib/packages.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';
import { runMain } from './lib/project.mjs';

// Usage: npm start [-- --tour DIR]
// Opens Notula from a fresh clone: installs what is missing, builds what has changed, starts the app.
await runMain(async () => {
  await ensurePackages();
  continueOnProjectNode();
  const { openApp } = await import('./lib/open-app.mjs');
  return openApp(process.argv.slice(2));
});
