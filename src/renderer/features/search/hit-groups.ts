import type { SearchHit, TextPiece } from '../../../shared/contract/search.ts';

export interface KeyedHit {
  /** Tells the hit apart from all others of the answer; also its DOM id. */
  readonly key: string;
  readonly hit: SearchHit;
}

/** Hits of one session, which stand together whatever the order of the answer. */
export interface HitGroup {
  readonly sessionId: string;
  readonly title: string;
  readonly titlePieces: readonly TextPiece[];
  readonly kind: string;
  readonly date: string | null;
  readonly hits: readonly KeyedHit[];
}

function hitKey({ sessionId, blockId, field, fileId, addendumNumber }: SearchHit): string {
  const parts = [sessionId, field, blockId, fileId, addendumNumber].filter((part) => part !== null);
  return `search-hit-${parts.join('-')}`;
}

export function groupHits(hits: readonly SearchHit[]): readonly HitGroup[] {
  const groups = new Map<string, HitGroup & { readonly hits: KeyedHit[] }>();
  for (const hit of hits) {
    const keyed = { key: hitKey(hit), hit };
    const group = groups.get(hit.sessionId);
    if (group) group.hits.push(keyed);
    else {
      groups.set(hit.sessionId, {
        sessionId: hit.sessionId,
        title: hit.sessionTitle,
        titlePieces: hit.sessionTitlePieces,
        kind: hit.sessionKind,
        date: hit.sessionDate,
        hits: [keyed],
      });
    }
  }
  return [...groups.values()];
}

/** One line of the list: the head of a session, or a hit with its number among all. */
export type ResultRow =
  | { readonly type: 'session'; readonly key: string; readonly group: HitGroup }
  | {
      readonly type: 'hit';
      readonly key: string;
      readonly group: HitGroup;
      readonly hit: SearchHit;
      readonly number: number;
    };

/** The lines of the list from top to bottom. */
export function resultRows(groups: readonly HitGroup[]): readonly ResultRow[] {
  let number = 0;
  return groups.flatMap((group): ResultRow[] => [
    { type: 'session', key: `search-session-${group.sessionId}`, group },
    ...group.hits.map(({ key, hit }): ResultRow => {
      number += 1;
      return { type: 'hit', key, group, hit, number };
    }),
  ]);
}

/** The matched words as they are written, for marking them where the hit is opened. */
export function wordsOfHit(hit: SearchHit): readonly string[] {
  const words = hit.excerpt.filter((piece) => piece.isMatch).map((piece) => piece.text);
  return [...new Set(words)];
}

/** The hit some steps from the chosen one; null is the field, which lies before the first. */
export function hitAtStep(
  hits: readonly KeyedHit[],
  activeKey: string | null,
  step: number,
): string | null {
  const at = hits.findIndex((one) => one.key === activeKey);
  const next = at + step;
  if (next < 0) return null;
  return hits[Math.min(next, hits.length - 1)]?.key ?? null;
}
