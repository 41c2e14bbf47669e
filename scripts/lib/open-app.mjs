import { resolve } from 'node:path';

import { prepareApp } from './prepare.mjs';
import { projectRoot, say, Stop } from './project.mjs';
import { run } from './run.mjs';

/** Opens the built app for the person at this machine, or walks the tour; gives the exit code. */
export async function openApp(args) {
  const tourAt = args.indexOf('--tour');
  if (tourAt >= 0) {
    if (!args[tourAt + 1]) throw new Stop('Sebutkan folder hasilnya: npm start -- --tour FOLDER');
    const { takeTour } = await import('../tour.mjs');
    return takeTour(resolve(args[tourAt + 1]));
  }
  const electron = await prepareApp();
  if (!hasDisplay()) {
    throw new Stop(
      'Tidak ada layar di sini (DISPLAY dan WAYLAND_DISPLAY kosong), jadi jendela Notula tidak dapat dibuka.\n' +
        'Lihat jalannya lewat tangkapan layar: npm start -- --tour FOLDER',
    );
  }
  refuseRoot('npm start');
  say(`Membuka Notula (Electron ${electron.version}) …`);
  const result = await run(electron.electronPath, [projectRoot, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...electron.env },
  });
  return result.code ?? 1;
}

function hasDisplay() {
  return (
    process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  );
}

/** Stops when root opens a window: Electron refuses root unless Chromium's sandbox is off. */
export function refuseRoot(command) {
  if (process.platform !== 'linux' || process.getuid() !== 0) return;
  throw new Stop(
    'Notula tidak dijalankan sebagai root, sebab kotak pasir Chromium lalu harus dimatikan.\n' +
      `Jalankan ${command} sebagai pengguna biasa, atau lihat tangkapan layar: npm start -- --tour FOLDER`,
  );
}
