import type { Node } from '@tiptap/pm/model';

import type { SaveBatch, SaveReceipt } from '../../../../shared/contract/documents.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { BlockId, SessionId } from '../../../../shared/ids.ts';
import type { Changes } from './changes.ts';
import { batchFrom, hasChanges } from './changes.ts';

interface RefusedBlocksOptions {
  readonly sessionId: SessionId;
  /** The blocks that the archive has already. */
  readonly storedIds: Iterable<BlockId>;
  readonly save: (batch: SaveBatch) => Promise<SaveReceipt>;
}

export interface RefusedBlocks {
  /**
   * Sends changes without the blocks that the archive refuses, so that one of them never holds up
   * the others; null where none were left to send. Rejects where nothing was kept.
   */
  readonly send: (changes: Changes, doc: Node) => Promise<SaveReceipt | null>;
  /** The blocks whose last version was refused, and why; each is tried again when it changes. */
  readonly all: () => ReadonlyMap<BlockId, AppError>;
}

/** Saves batches, and keeps account of the blocks that do not fit the archive's rules. */
export function createRefusedBlocks(options: RefusedBlocksOptions): RefusedBlocks {
  const stored = new Set(options.storedIds);
  const refused = new Map<BlockId, AppError>();

  /** A block that the archive never had must not stand in its order either. */
  function batchOf(changes: Changes, doc: Node): SaveBatch {
    const batch = batchFrom(options.sessionId, changes, doc);
    const order = batch.order?.filter((id) => !refused.has(id) || stored.has(id)) ?? null;
    return { ...batch, order };
  }

  async function send(changes: Changes, doc: Node): Promise<SaveReceipt | null> {
    let rest = changes;
    for (const id of [...changes.upserts.keys(), ...changes.deletions]) {
      if (refused.delete(id) && !stored.has(id)) rest = { ...rest, isOrderChanged: true };
    }
    while (hasChanges(rest)) {
      const batch = batchOf(rest, doc);
      try {
        const receipt = await options.save(batch);
        for (const { attrs } of batch.upserts) stored.add(attrs.id);
        for (const id of batch.deletions) stored.delete(id);
        return receipt;
      } catch (error) {
        const id = refusedBy(error, batch);
        if (id === null) throw error;
        refused.set(id, error as AppError);
        const upserts = new Map(rest.upserts);
        upserts.delete(id);
        rest = { ...rest, upserts };
      }
    }
    return null;
  }

  return { send, all: () => refused };
}

/** The block that a failure is about; null where it is not about one block. */
function refusedBy(error: unknown, batch: SaveBatch): BlockId | null {
  if (!(error instanceof AppError)) return null;
  if (error.code !== 'invalid-input' && error.code !== 'text-too-long') return null;
  const [list, index] = String(error.details['field'] ?? '').split('.');
  if (list !== 'upserts') return null;
  return batch.upserts[Number(index)]?.attrs.id ?? null;
}
