import type { DocumentKind } from './document-kinds.ts';
import { DOCUMENT_KINDS } from './document-kinds.ts';
import type { Gap, GapFacts } from './gaps.ts';
import { gapsOf } from './gaps.ts';

export type SessionGaps = Readonly<Record<DocumentKind, readonly Gap[]>>;

/** What each document of a session would leave blank. */
export function sessionGaps(facts: GapFacts): SessionGaps {
  const entries = DOCUMENT_KINDS.map((kind) => [kind, gapsOf(kind, facts)] as const);
  // One entry for each kind.
  return Object.fromEntries(entries) as Record<DocumentKind, readonly Gap[]>;
}
