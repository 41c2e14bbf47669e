import { readFileSync, readdirSync } from 'node:fs';

const POLL_MS = 10;
/** How Chromium calls a process that runs Node beside the app. */
const JOB_PROCESS = 'node.mojom.NodeService';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended in the meantime.
    return '';
  }
}

function jobProcesses(userDataFolder: string): readonly string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    const command = read(`/proc/${name}/cmdline`);
    return command.includes(JOB_PROCESS) && command.includes(userDataFolder);
  });
}

/**
 * Watches the job processes of the app with that folder; `end` gives the most memory that one of
 * them held at a time (resident, the program's own pages among it), in megabytes. Linux only; 0
 * elsewhere.
 */
export function watchJobMemory(userDataFolder: string): { readonly end: () => number } {
  if (process.platform !== 'linux') return { end: () => 0 };
  let peakKb = 0;
  const timer = setInterval(() => {
    for (const pid of jobProcesses(userDataFolder)) {
      const held = /^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`));
      peakKb = Math.max(peakKb, Number(held?.[1] ?? 0));
    }
  }, POLL_MS);
  return {
    end: () => {
      clearInterval(timer);
      return Math.round(peakKb / 1024);
    },
  };
}
