import { randomUUID } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes a copy for another program to open, which nobody else of this computer can read. What is
 * changed in that program would be lost: it says so where the file is read-only.
 */
export async function shownCopy(
  folder: string,
  name: string,
  copyTo: (targetPath: string) => Promise<unknown>,
): Promise<string> {
  const own = join(folder, randomUUID());
  await mkdir(own, { recursive: true, mode: 0o700 });
  const targetPath = join(own, name);
  await copyTo(targetPath);
  await chmod(targetPath, 0o400);
  return targetPath;
}
