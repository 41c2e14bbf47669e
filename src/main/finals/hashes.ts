import { createHash } from 'node:crypto';

import { canonicalJson } from '../../shared/final/canonical-json.ts';
import type { Addendum } from '../../shared/minutes/final.ts';

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The hash of a version: over its addendum and the hash of the version before. */
export function addendumHash(addendum: Omit<Addendum, 'sha256'>, previous: string): string {
  const { number, blockId, text, atMs, actor } = addendum;
  return sha256(canonicalJson({ previous, number, blockId, text, atMs, actor }));
}
