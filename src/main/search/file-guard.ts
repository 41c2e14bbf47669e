import { statSync } from 'node:fs';

/**
 * Sees whether somebody else deleted, cut or replaced a file that is open here: SQLite goes on with
 * what it has in memory then, which may be of another past. A file of ours that is not there, because
 * the index lives in memory, stays untouched.
 */
export function createFileGuard(file: string) {
  const files = [file, `${file}-wal`];
  let remembered: readonly string[] = [];

  const states = (): readonly string[] =>
    files.map((one) => {
      const found = statSync(one, { throwIfNoEntry: false });
      return found?.isFile() === true ? `${found.ino} ${found.size} ${found.mtimeMs}` : 'none';
    });

  return {
    /** The files are as we left them. */
    remember: (): void => {
      remembered = states();
    },
    wasTouched: (): boolean => states().some((state, at) => state !== remembered[at]),
  };
}
