import { createHash } from 'node:crypto';

import { canonicalJson } from '../../shared/final/canonical-json.ts';
import type { LogEntry } from '../../shared/minutes/final.ts';

/** What the first entry of the log follows: nothing. */
export const NO_ENTRY_BEFORE = '';

/** The hash of an entry, over what it says and the hash of the entry before. */
export function entryHash(entry: Omit<LogEntry, 'hash'>, previous: string): string {
  const { seq, atMs, actor, action, sessionId, details } = entry;
  const text = canonicalJson({ seq, atMs, actor, action, sessionId, details, previous });
  return createHash('sha256').update(text).digest('hex');
}
