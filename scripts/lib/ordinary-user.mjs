import { spawnSync } from 'node:child_process';

import { say, Stop } from './project.mjs';
import { runOrThrow } from './run.mjs';

const userName = 'notula-test';

/**
 * The account under which root runs Electron, as `{ uid, gid }`; null when the caller is no root already.
 * Electron refuses root unless its sandbox is off, and root ignores the file permissions that tests rely on.
 */
export async function ordinaryUser() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return null;
  if (idOf('-u') === null) {
    say(`Membuat akun biasa ${userName} untuk menjalankan Electron …`);
    const options = [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
    ];
    await runOrThrow('useradd', [...options, userName]).catch((error) => {
      // Another run may have created it in between.
      if (idOf('-u') === null)
        throw new Stop(`Akun ${userName} tidak dapat dibuat: ${error.message}`);
    });
  }
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function idOf(flag) {
  const result = spawnSync('id', [flag, userName], { encoding: 'utf8' });
  return result.status === 0 ? Number(result.stdout) : null;
}

/** Whether that account can read this path; a clone may lie in a folder closed to others. */
export function canRead(user, path) {
  return spawnSync('test', ['-r', path], { ...user, cwd: '/' }).status === 0;
}
