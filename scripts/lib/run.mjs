import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and gives `{ code, signal, stdout, stderr, timedOut }`.
 * With `capture: false` its output goes to the terminal. `timeoutMs` ends the command and what it started.
 */
export function run(command, args, options = {}) {
  const { capture = false, timeoutMs = 0, cwd, env = process.env, onStart, ...rest } = options;
  return new Promise((resolve, reject) => {
    // A group of its own, so that ending it on a time limit also ends its children.
    const isGroup = timeoutMs > 0 && process.platform !== 'win32';
    const child = spawn(command, args, {
      cwd,
      env,
      detached: isGroup,
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command === 'npm',
      ...rest,
    });
    onStart?.(child);
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    child.stdout?.on('data', (chunk) => (stdout += chunk));
    child.stderr?.on('data', (chunk) => (stderr += chunk));
    const timer =
      timeoutMs > 0 &&
      setTimeout(() => {
        timedOut = true;
        if (isGroup) process.kill(-Number(child.pid), 'SIGKILL');
        else child.kill('SIGKILL');
      }, timeoutMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stdout, stderr, timedOut });
    });
  });
}

/** Like `run`, with the output captured; throws with the command's own words when it fails. */
export async function runOrThrow(command, args, options = {}) {
  const result = await run(command, args, { capture: true, ...options });
  if (result.code !== 0) {
    const said = (result.stderr || result.stdout).trim().split('\n').slice(-12).join('\n');
    throw new Error(
      `${command} ${args[0] ?? ''} failed (${result.signal ?? result.code})\n${said}`,
    );
  }
  return result.stdout;
}

/** Whether a command of this name is on the PATH. */
export async function hasCommand(name) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  try {
    return (await run(finder, [name], { capture: true })).code === 0;
  } catch {
    return false;
  }
}
