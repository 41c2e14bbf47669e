import { describe, expect, it } from 'vitest';

import { createRefusedBlocks } from '../../../../src/renderer/features/editor/saving/refused-blocks.ts';
import {
  NO_CHANGES,
  changesBetween,
} from '../../../../src/renderer/features/editor/saving/changes.ts';
import { documentFromBlocks } from '../../../../src/renderer/features/editor/schema/document-json.ts';
import type { SaveBatch } from '../../../../src/shared/contract/documents.ts';
import { saveBatchSchema } from '../../../../src/shared/contract/documents.ts';
import { AppError } from '../../../../src/shared/contract/errors.ts';
import { inputFailure } from '../../../../src/shared/contract/input-failure.ts';
import type { Block } from '../../../../src/shared/document/block.ts';
import type { BlockId, SessionId } from '../../../../src/shared/ids.ts';
import { schema } from './editor-fixture.ts';

const id = (text: string): BlockId => text as BlockId;

const statement = (name: string, kind = 'tanggapan'): Block => ({
  type: 'statement',
  attrs: { id: id(name), dayId: null, speakerId: null, kind, spokenAtMs: null },
  content: [{ type: 'paragraph', content: [{ type: 'text', text: `Kata ${name}` }] }],
});
const documentOf = (...blocks: readonly Block[]) =>
  documentFromBlocks(schema, blocks, { id: id('kosong'), dayId: null });

const TOO_LONG = 'x'.repeat(100);

/** An archive with the real contract and the real rule of the order. */
function archive(...stored: readonly string[]) {
  const present = new Set(stored);
  const batches: SaveBatch[] = [];
  let failure: AppError | null = null;
  const blocks = createRefusedBlocks({
    sessionId: 'sesi' as SessionId,
    storedIds: stored.map(id),
    save(batch) {
      const parsed = saveBatchSchema.safeParse(batch);
      if (!parsed.success) return Promise.reject(inputFailure(parsed.error));
      if (failure !== null) return Promise.reject(failure);
      for (const gone of batch.deletions) present.delete(gone);
      for (const { attrs } of batch.upserts) present.add(attrs.id);
      // The order must name what is stored, no more and no less.
      expect((batch.order ?? [...present]).toSorted()).toEqual([...present].toSorted());
      batches.push(batch);
      return Promise.resolve({ sequence: 1, savedAtMs: 5, hasChangedAttendance: false });
    },
  });
  return {
    blocks,
    batches,
    present,
    failWith: (error: AppError | null) => {
      failure = error;
    },
  };
}

const sentIds = (batch: SaveBatch | undefined) => batch?.upserts.map(({ attrs }) => attrs.id);

describe('a block that the archive refuses', () => {
  it('does not hold up the others, also where several are refused', async () => {
    const { blocks, batches } = archive('a', 'b', 'c', 'd');
    const before = documentOf(...['a', 'b', 'c', 'd'].map((name) => statement(name)));
    const after = documentOf(
      statement('a', TOO_LONG),
      statement('b', 'usulan'),
      statement('c', TOO_LONG),
      statement('d', 'usulan'),
    );
    expect(await blocks.send(changesBetween(before, after), after)).toMatchObject({ savedAtMs: 5 });
    expect(batches.map(sentIds)).toEqual([['b', 'd']]);
    expect([...blocks.all().keys()]).toEqual(['a', 'c']);
    expect(blocks.all().get(id('a'))).toMatchObject({
      code: 'text-too-long',
      details: { field: 'upserts.0.attrs.kind', limit: 80 },
    });
  });

  it('that is new stays out of the order, and comes into it when it fits', async () => {
    const { blocks, batches, present } = archive('a');
    const first = documentOf(statement('a'));
    const refused = documentOf(statement('a'), statement('b', TOO_LONG), statement('c'));
    await blocks.send(changesBetween(first, refused), refused);
    expect(batches.at(-1)?.order).toEqual(['a', 'c']);

    // Others come and go meanwhile.
    const next = documentOf(
      statement('a'),
      statement('b', TOO_LONG),
      statement('c'),
      statement('e'),
    );
    await blocks.send(changesBetween(refused, next), next);
    expect(batches.at(-1)?.order).toEqual(['a', 'c', 'e']);

    const fitting = documentOf(statement('a'), statement('b'), statement('c'), statement('e'));
    await blocks.send(changesBetween(next, fitting), fitting);
    expect(batches.at(-1)?.order).toEqual(['a', 'b', 'c', 'e']);
    expect(blocks.all().size).toBe(0);
    expect([...present].toSorted()).toEqual(['a', 'b', 'c', 'e']);
  });

  it('is forgotten when it is deleted', async () => {
    const { blocks, batches } = archive('a');
    const first = documentOf(statement('a'));
    const refused = documentOf(statement('a'), statement('b', TOO_LONG));
    await blocks.send(changesBetween(first, refused), refused);
    await blocks.send(changesBetween(refused, first), first);
    expect(blocks.all().size).toBe(0);
    expect(batches.at(-1)?.order).toEqual(['a']);
  });

  it('alone leaves nothing to send', async () => {
    const { blocks, batches } = archive('a');
    const before = documentOf(statement('a'));
    const after = documentOf(statement('a', TOO_LONG));
    expect(await blocks.send(changesBetween(before, after), after)).toBeNull();
    expect(batches).toEqual([]);
    expect(await blocks.send(NO_CHANGES, after)).toBeNull();
    expect(blocks.all().size).toBe(1);
  });

  it('is not blamed for a failure of the archive', async () => {
    const { blocks, failWith, batches } = archive('a');
    const before = documentOf(statement('a'));
    const after = documentOf(statement('a', 'usulan'));
    for (const error of [
      new AppError('storage-full'),
      new AppError('invalid-input', { field: 'order' }),
    ]) {
      failWith(error);
      await expect(blocks.send(changesBetween(before, after), after)).rejects.toBe(error);
    }
    expect(blocks.all().size).toBe(0);
    failWith(null);
    await blocks.send(changesBetween(before, after), after);
    expect(batches.map(sentIds)).toEqual([['a']]);
  });
});
