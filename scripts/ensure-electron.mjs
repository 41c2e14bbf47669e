import { ensureElectron } from './electron-env.mjs';
import { runMain } from './lib/project.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';

// Usage: node scripts/ensure-electron.mjs [--ulang] [--env]
// Makes the Electron of this clone ready. `--ulang` tries the official download again after a fallback;
// `--env` prints the variables a shell needs: eval "$(node scripts/ensure-electron.mjs --env)".
await runMain(async () => {
  continueOnProjectNode();
  const isForShell = process.argv.includes('--env');
  // Only the assignments may reach the shell's eval.
  if (isForShell) console.log = console.error;
  const electron = await ensureElectron({ isRetry: process.argv.includes('--ulang') });
  if (isForShell) {
    for (const [name, value] of Object.entries(electron.env))
      process.stdout.write(`export ${name}='${value}'\n`);
    return;
  }
  console.log(JSON.stringify(electron, null, 2));
});
