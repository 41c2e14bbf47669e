import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { Stop, projectRoot } from './project.mjs';

/** The Node that the project brings along (npm package `node`); everything but the entry scripts runs on it. */
export const projectNode = join(
  projectRoot,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Starts the running script again under the project's Node, when another one runs it, and does not return then.
 * The shell's Node may be 20, on which better-sqlite3 13 crashes and vitest 5 does not start.
 */
export function continueOnProjectNode() {
  if (!existsSync(projectNode)) throw new Stop('Paket belum terpasang. Jalankan: npm ci');
  if (process.env.NOTULA_ON_PROJECT_NODE === process.version) return;
  const version = spawnSync(projectNode, ['--version'], { encoding: 'utf8' }).stdout?.trim();
  if (!version) throw new Stop('Node milik proyek tidak dapat dijalankan. Jalankan: npm ci');
  const env = { ...process.env, NOTULA_ON_PROJECT_NODE: version };
  const child = spawnSync(projectNode, process.argv.slice(1), { stdio: 'inherit', env });
  process.exit(child.status ?? 1);
}
