import { readFileSync, rmSync } from 'node:fs';

import { z } from 'zod';

import { writeWhole } from './disk.ts';

/** What was found when a backup was read back, kept beside it in a small JSON file. */
const sidecarSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.number().int().positive(),
  sessionCount: z.number().int().min(0),
  blockCount: z.number().int().min(0),
  sequenceDigest: z.string(),
  fingerprint: z.string(),
});
export type Sidecar = z.infer<typeof sidecarSchema>;

const sidecarPath = (backupFile: string): string => backupFile.replace(/\.db$/, '.json');

export function writeSidecar(backupFile: string, sidecar: Sidecar): void {
  writeWhole(sidecarPath(backupFile), `${JSON.stringify(sidecar, null, 2)}\n`);
}

/** The facts beside a backup; null where the file is missing or is not whole. */
export function readSidecar(backupFile: string): Sidecar | null {
  try {
    return sidecarSchema.parse(JSON.parse(readFileSync(sidecarPath(backupFile), 'utf8')));
  } catch {
    return null;
  }
}

export function removeSidecar(backupFile: string): void {
  rmSync(sidecarPath(backupFile), { force: true });
}
