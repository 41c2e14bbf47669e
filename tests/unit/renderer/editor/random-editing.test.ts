import { redo, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Fragment } from '@tiptap/pm/model';
import type { Command, EditorState, Selection } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';

import { enter } from '../../../../src/renderer/features/editor/commands/enter.ts';
import {
  convertBlock,
  nextStatement,
  startBlock,
} from '../../../../src/renderer/features/editor/commands/insert-block.ts';
import {
  backspace,
  deleteForward,
} from '../../../../src/renderer/features/editor/commands/merge.ts';
import { moveBlocks } from '../../../../src/renderer/features/editor/commands/move.ts';
import { currentBlock } from '../../../../src/renderer/features/editor/commands/new-block.ts';
import {
  insertTable,
  shiftTab,
  tab,
  toggle,
  toggleList,
  toggleQuote,
} from '../../../../src/renderer/features/editor/commands/text.ts';
import { blocksOf, withoutChunk } from '../../../../src/renderer/features/editor/model/blocks.ts';
import { chunkOf } from '../../../../src/renderer/features/editor/model/chunks.ts';
import { regroup } from '../../../../src/renderer/features/editor/plugins/chunks.ts';
import type { Changes } from '../../../../src/renderer/features/editor/saving/changes.ts';
import {
  NO_CHANGES,
  batchFrom,
  changesBetween,
  hasChanges,
  mergeChanges,
} from '../../../../src/renderer/features/editor/saving/changes.ts';
import {
  blocksFromDocument,
  documentFromBlocks,
} from '../../../../src/renderer/features/editor/schema/document-json.ts';
import type { Block } from '../../../../src/shared/document/block.ts';
import { blockSchema } from '../../../../src/shared/document/block.ts';
import type { BlockId, SessionId } from '../../../../src/shared/ids.ts';
import {
  CHUNK_SIZE,
  Desk,
  agendaItem,
  counter,
  list,
  paragraph,
  schema,
  statement,
} from './editor-fixture.ts';

/** Small seeded generator (mulberry32), so that a failure can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A selection as the view would make it: cells as a whole where it crosses them. */
function selectionBetween(state: EditorState, anchor: number, head: number): Selection {
  const raw = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
  return state.apply(state.tr.setSelection(raw)).selection;
}

/** What the storage keeps: blocks by id and an order, changed by batches alone. */
class Archive {
  blocks = new Map<BlockId, Block>();
  order: readonly BlockId[] = [];

  apply(batch: ReturnType<typeof batchFrom>): void {
    for (const block of batch.upserts) this.blocks.set(block.attrs.id, blockSchema.parse(block));
    for (const id of batch.deletions) this.blocks.delete(id);
    if (batch.order) this.order = batch.order;
  }

  get document(): readonly (Block | undefined)[] {
    return this.order.map((id) => this.blocks.get(id));
  }
}

/** How many blocks are drawn together, one container after the other. */
function chunkSizes(doc: Node): readonly number[] {
  const sizes: number[] = [];
  blocksOf(doc).forEach((block, index) => {
    const former = blocksOf(doc)[index - 1];
    if (former && chunkOf(former) === chunkOf(block)) sizes.push((sizes.pop() ?? 0) + 1);
    else sizes.push(1);
  });
  return sizes;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const sessionId = 'session' as SessionId;

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('random editing, seed %i', (seed) => {
  it('keeps ids unique and the saved blocks equal to the document', () => {
    const random = randomFrom(seed);
    const source = { newId: counter(), stampMs: () => (random(2) === 0 ? null : random(1e9)) };
    const desk = new Desk(
      [
        agendaItem('a', 'Pembukaan'),
        statement('b', 'Selamat pagi', 'Kita mulai'),
        statement('c', list('bulletList', [paragraph('satu')], [paragraph('dua')])),
        statement('d', ''),
      ],
      source.newId,
    );
    const archive = new Archive();
    for (const block of blocksFromDocument(desk.state.doc)) {
      archive.blocks.set(block.attrs.id, block);
    }
    archive.order = desk.state.doc.children.map((node) => node.attrs['id'] as BlockId);

    const types = [
      'statement',
      'agendaItem',
      'decision',
      'narration',
      'break',
      'followUp',
    ] as const;
    const anyType = () => types[random(types.length)] ?? 'statement';
    const pasteFromBefore: Command = (state, dispatch) => {
      const { size } = state.doc.content;
      const from = random(size);
      const copied = selectionBetween(state, from, Math.min(size, from + random(30)));
      dispatch?.(state.tr.replaceSelection(copied.content()));
      return true;
    };
    const drawAnew = (): boolean => {
      const transaction = regroup(desk, CHUNK_SIZE);
      if (transaction === null) return false;
      const before = desk.state.doc;
      desk.state = desk.state.apply(transaction);
      expect(hasChanges(changesBetween(before, desk.state.doc))).toBe(false);
      return true;
    };
    const actions: readonly (() => void)[] = [
      () => desk.type(`w${random(1000)} `),
      () => desk.type('x'),
      () => desk.run(enter(source)),
      () => desk.run(enter(source)),
      () => desk.run(nextStatement(source)),
      () => desk.run(startBlock(anyType(), source)),
      () => desk.run(convertBlock(currentBlock(desk.state).pos, anyType(), source)),
      () => desk.run(backspace),
      () => desk.run(deleteForward),
      () => desk.run(moveBlocks('up')),
      () => desk.run(moveBlocks('down')),
      () => desk.run(tab),
      () => desk.run(shiftTab),
      () => desk.run(toggleList('orderedList')),
      () => desk.run(toggleQuote),
      () => desk.run(toggle('bold')),
      () => desk.run(insertTable(source)),
      () => desk.run(pasteFromBefore),
      () => desk.run(undo),
      () => desk.run(undo),
      () => desk.run(redo),
      () => drawAnew(),
      () => drawAnew(),
      () => {
        const { size } = desk.state.doc.content;
        const selection = selectionBetween(desk.state, random(size), random(size));
        desk.state = desk.state.apply(desk.state.tr.setSelection(selection));
      },
      () => desk.caretAt(random(desk.state.doc.content.size)),
      () => desk.caretAt(random(desk.state.doc.content.size)),
    ];

    let unsent: Changes = NO_CHANGES;
    for (let turn = 0; turn < 250; turn += 1) {
      const before = desk.state.doc;
      actions[random(actions.length)]?.();
      desk.state.doc.check();
      expect(blocksOf(desk.state.doc).every((block) => chunkOf(block) !== null)).toBe(true);
      const ids = desk.state.doc.children.map((node) => node.attrs['id'] as string);
      expect(ids.includes('')).toBe(false);
      expect(new Set(ids).size).toBe(ids.length);

      unsent = mergeChanges(unsent, changesBetween(before, desk.state.doc));
      if (random(4) !== 0) continue;
      archive.apply(batchFrom(sessionId, unsent, desk.state.doc));
      unsent = NO_CHANGES;
      expect(plain(archive.document)).toEqual(plain(blocksFromDocument(desk.state.doc)));
      expect(archive.blocks.size).toBe(archive.order.length);
    }
    let steps = 0;
    while (steps < 100 && drawAnew()) steps += 1;
    expect(steps).toBeLessThan(100);
    const sizes = chunkSizes(desk.state.doc);
    expect(Math.max(...sizes)).toBeLessThan(2 * CHUNK_SIZE);
    expect(sizes.length).toBe(new Set(blocksOf(desk.state.doc).map(chunkOf)).size);

    const blocks = blocksFromDocument(desk.state.doc);
    const again = documentFromBlocks(schema, blocks, { id: 'x' as BlockId, dayId: null });
    const withoutChunks = (doc: Node) => doc.copy(Fragment.from(doc.children.map(withoutChunk)));
    expect(withoutChunks(again).eq(withoutChunks(desk.state.doc))).toBe(true);
    expect(plain(blocks.map((block) => blockSchema.parse(block)))).toEqual(plain(blocks));
  });
});
