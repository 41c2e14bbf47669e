// The small app by which `electron path/to/app` works. The fallback's Electron comes without the official one.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { app } from 'electron';

/** Splits the command line as Electron's own default app does: `-r module` before the app's path, switches ignored. */
function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') modules.push(args[(index += 1)]);
    else if (!argument.startsWith('-')) return { modules, file: resolve(argument) };
  }
  return { modules, file: null };
}

function findMain(file) {
  if (!statSync(file).isDirectory()) return { folder: dirname(file), main: file, manifest: {} };
  const manifestFile = join(file, 'package.json');
  const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
  return { folder: file, main: join(file, manifest.main ?? 'index.js'), manifest };
}

const { modules, file } = readArguments(process.argv.slice(1));
if (!file || !existsSync(file)) {
  console.error('electron: no app given');
  process.exit(1);
}

process.defaultApp = true;
const require = createRequire(import.meta.url);
for (const module of modules) require(resolve(module));

const { folder, main, manifest } = findMain(file);
const name = manifest.productName ?? manifest.name;
if (name) app.setName(name);
if (manifest.version) app.setVersion(manifest.version);
app.setAppPath(folder);

// Awaited at top level: what runs after `ready` can no longer register privileged schemes.
await import(pathToFileURL(extname(main) ? main : `${main}.js`).href);
