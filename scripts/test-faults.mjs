import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ordinaryUser } from './lib/ordinary-user.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';
import { runMain, say } from './lib/project.mjs';
import { runBesideApp } from './run-electron-tests.mjs';

// Usage: npm run test:faults
// Runs tests/faults/faults.ts beside the app. Root also gives it a small disk that can be filled; for others
// that part is left out, which the table says.
await runMain(async () => {
  continueOnProjectNode();
  const disk = await mountSmallDisk();
  try {
    if (disk) process.env.NOTULA_SMALL_DISK = disk;
    return await runBesideApp('node', ['tests/faults/faults.ts', ...process.argv.slice(2)]);
  } finally {
    if (disk) {
      spawnSync('umount', [disk]);
      await rm(disk, { recursive: true, force: true });
    }
  }
});

/** A file system of its own in memory, writable by the account that runs the app; null where that cannot be. */
async function mountSmallDisk() {
  const user = await ordinaryUser();
  if (!user) return null;
  const folder = await mkdtemp(join(tmpdir(), 'notula-small-disk-'));
  const options = `size=64m,mode=0700,uid=${user.uid},gid=${user.gid}`;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  if (status === 0) return folder;
  say('Diska kecil untuk uji tidak dapat dibuat; uji diska penuh dilewati.');
  await rm(folder, { recursive: true, force: true });
  return null;
}
