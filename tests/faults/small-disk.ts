import { statfsSync, writeFileSync } from 'node:fs';

/** Takes every free byte of a small disk. */
export function fill(file: string, disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  const chunk = Buffer.alloc(bsize, 1);
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail - 8) * bsize, 1));
  for (let count = 0; count < 64; count += 1) {
    try {
      writeFileSync(file, chunk, { flag: 'a' });
    } catch {
      return;
    }
  }
}
