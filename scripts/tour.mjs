import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { say } from './lib/project.mjs';
import { runBesideApp } from './run-electron-tests.mjs';

/** Walks through the main job in the real app under Xvfb; numbered screenshots and the exported DOCX come to `folder`. */
export async function takeTour(folder) {
  await mkdir(folder, { recursive: true });
  const code = await runBesideApp('node', [join('scripts', 'tour', 'walk.mjs')], {
    keepIn: folder,
  });
  say(
    code === 0
      ? `Tur selesai. Hasilnya di ${folder}`
      : `Tur berhenti karena kesalahan. Yang sudah jadi ada di ${folder}`,
  );
  return code;
}
