import { spawn } from 'node:child_process';
import { mkdir, chmod } from 'node:fs/promises';

import { Stop } from './project.mjs';

const startLimitMs = 20_000;

/** Starts an X server without a screen on a free display; gives `{ display, stop }`. */
export async function startXvfb({ user = null, width = 1600, height = 1000 } = {}) {
  if (process.getuid() === 0) {
    // Only root can make the sockets' folder as X wants it; an ordinary user's Xvfb would complain.
    await mkdir('/tmp/.X11-unix', { recursive: true });
    await chmod('/tmp/.X11-unix', 0o1777);
  }
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    `${width}x${height}x24`,
    '-dpi',
    '96',
    '-nolisten',
    'tcp',
    '-noreset',
  ];
  const child = spawn('Xvfb', args, {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    return { display: `:${await readDisplay(child)}`, stop };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function readDisplay(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    let complaint = '';
    const fail = (reason) =>
      reject(new Stop(`Xvfb tidak mau menyala: ${reason}\n${complaint.trim()}`));
    const timer = setTimeout(() => fail('tidak menjawab'), startLimitMs);
    child.stderr.on('data', (chunk) => (complaint += chunk));
    child.once('error', (error) => fail(error.message));
    child.once('close', (code) => fail(`berhenti dengan kode ${code}`));
    child.stdio[3].on('data', (chunk) => {
      said += chunk;
      if (!said.includes('\n')) return;
      clearTimeout(timer);
      resolve(said.trim());
    });
  });
}
