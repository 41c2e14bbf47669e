import type { Node } from '@tiptap/pm/model';

import type { SaveBatch } from '../../../../shared/contract/documents.ts';
import type { BlockId, SessionId } from '../../../../shared/ids.ts';
import { blockIdOf, blocksOf, changedBlocks } from '../model/blocks.ts';
import { blockToJson } from '../schema/document-json.ts';

/** What differs from the last version that was sent. Nodes never change, so they are kept as is. */
export interface Changes {
  readonly upserts: ReadonlyMap<BlockId, Node>;
  readonly deletions: ReadonlySet<BlockId>;
  /** Blocks came, went or moved. */
  readonly isOrderChanged: boolean;
}

export const NO_CHANGES: Changes = {
  upserts: new Map(),
  deletions: new Set(),
  isOrderChanged: false,
};

export const hasChanges = (changes: Changes): boolean =>
  changes.upserts.size > 0 || changes.deletions.size > 0 || changes.isOrderChanged;

/** What changed between two versions of a document. */
export function changesBetween(before: Node, after: Node): Changes {
  const changed = changedBlocks(before, after);
  const former = new Map(changed.before.map((node) => [blockIdOf(node), node]));
  const upserts = new Map<BlockId, Node>();
  for (const node of changed.after) {
    if (former.get(blockIdOf(node)) !== node) upserts.set(blockIdOf(node), node);
  }
  const present = new Set(changed.after.map(blockIdOf));
  const deletions = new Set([...former.keys()].filter((id) => !present.has(id)));
  const isOrderChanged =
    changed.before.length !== changed.after.length ||
    changed.before.some((node, index) => {
      const now = changed.after[index];
      return now === undefined || blockIdOf(node) !== blockIdOf(now);
    });
  return { upserts, deletions, isOrderChanged };
}

/** Two changes as one: what the newer says of a block holds. */
export function mergeChanges(older: Changes, newer: Changes): Changes {
  if (!hasChanges(older)) return newer;
  const upserts = new Map(older.upserts);
  const deletions = new Set(older.deletions);
  for (const [id, node] of newer.upserts) {
    upserts.set(id, node);
    deletions.delete(id);
  }
  for (const id of newer.deletions) {
    upserts.delete(id);
    deletions.add(id);
  }
  return { upserts, deletions, isOrderChanged: older.isOrderChanged || newer.isOrderChanged };
}

/** The changes as they are sent. `doc` is the document after all of them. */
export function batchFrom(sessionId: SessionId, changes: Changes, doc: Node): SaveBatch {
  return {
    sessionId,
    upserts: [...changes.upserts.values()].map(blockToJson),
    deletions: [...changes.deletions],
    order: changes.isOrderChanged ? blocksOf(doc).map(blockIdOf) : null,
  };
}
