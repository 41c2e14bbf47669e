import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { projectRoot, cacheDir, runMain, say, Stop } from './lib/project.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';

/** Packs Notula for this system without an installer. Gives the folder with the program. */
async function packUnpacked(electron, { output, changes = {} }) {
  const { build, Platform } = await import('electron-builder');
  const { default: config } = await import('../electron-builder.config.mjs');
  await rm(output, { recursive: true, force: true });
  await build({
    projectDir: projectRoot,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      ...config,
      directories: { ...config.directories, output },
      // The official Electron is fetched by electron-builder itself.
      ...(electron.isFallback && fallbackConfig(electron)),
      ...changes,
    },
  });
  return output;
}

function fallbackConfig(electron) {
  return {
    electronDist: electron.distPath,
    electronVersion: electron.version,
    // electron-builder does this for an Electron that it fetched itself.
    afterExtract: async ({ appOutDir }) => {
      await rm(join(appOutDir, 'resources', 'default_app.asar'));
      await rm(join(appOutDir, 'version'));
    },
  };
}

/** Packs the app for the smoke test and gives the folder with the executable. */
export async function packageForSmoke(electron) {
  const output = join(cacheDir, 'packaged-smoke');
  const changes = electron.isFallback
    ? { afterPack: (context) => putFallbackBinding(context, electron) }
    : {};
  await packUnpacked(electron, { output, changes });
  if (process.platform === 'darwin')
    return join(output, process.arch === 'arm64' ? 'mac-arm64' : 'mac');
  return join(output, process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked');
}

/** The prebuilt binding does not load in the fallback's Electron; only the smoke run gets the one built for it. */
async function putFallbackBinding(context, electron) {
  const prebuild = join(
    'node_modules',
    'better-sqlite3',
    'prebuilds',
    `${process.platform}-${process.arch}.node`,
  );
  await copyFile(
    electron.sqliteBinding,
    join(context.appOutDir, 'resources', 'app.asar.unpacked', prebuild),
  );
}

async function packageForPeople(args) {
  const { prepareApp } = await import('./lib/prepare.mjs');
  const electron = await prepareApp();
  if (args.length === 0) {
    const output = join(projectRoot, 'dist', electron.isFallback ? 'percobaan' : 'program');
    await packUnpacked(electron, { output });
    say(`Program terkemas (tanpa pemasang) ada di ${output}`);
    if (electron.isFallback)
      say('Memakai Electron pengganti: hanya untuk melihat isinya, tidak untuk dibagikan.');
    return;
  }
  if (electron.isFallback) {
    throw new Stop(
      'Pemasang hanya dibuat dengan Electron resmi, dan yang resmi tidak dapat diunduh di sini.',
    );
  }
  await packInstallers(args);
}

async function packInstallers(args) {
  const { build, Platform } = await import('electron-builder');
  const { default: config } = await import('../electron-builder.config.mjs');
  const platforms = { '--win': Platform.WINDOWS, '--mac': Platform.MAC, '--linux': Platform.LINUX };
  for (const arg of args) {
    if (!platforms[arg]) throw new Stop('Pilihan yang ada: --win, --mac, --linux');
    await build({
      projectDir: projectRoot,
      targets: platforms[arg].createTarget(),
      publish: 'never',
      config,
    });
  }
}

// Usage: npm run package                           (the program for this system, unpacked)
//        npm run package -- --win | --mac | --linux   (installers)
if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    await ensurePackages();
    continueOnProjectNode();
    await packageForPeople(process.argv.slice(2));
  });
}
