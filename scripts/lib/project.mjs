import { dirname, join } from 'node:path';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The clone's top folder. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Git-ignored folder for what the scripts make: Electron of the fallback, native binding, stamps. */
export const cacheDir = join(projectRoot, '.cache');

/** Where the runners leave their JSON reports. */
export const reportsDir = join(projectRoot, 'test-results');

/** A folder of this user that outlives the clone; whatever is in it may vanish or be damaged at any time. */
export function userCacheDir() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'notula');
}

/** Prints one line for the person at the terminal. */
export function say(text) {
  console.log(`[notula] ${text}`);
}

/** A failure with a sentence for the user; shown without a stack. */
export class Stop extends Error {}

/**
 * Runs a script's main function; a `Stop` prints its sentence, anything else its stack. A number that it answers
 * with is the exit code, whatever a library that it used makes of the code when the process ends.
 */
export async function runMain(main) {
  const endWith = (code) => process.on('exit', () => void (process.exitCode = code));
  try {
    const code = await main();
    if (typeof code === 'number') endWith(code);
  } catch (error) {
    console.error(error instanceof Stop ? `[notula] ${error.message}` : error);
    endWith(1);
  }
}
