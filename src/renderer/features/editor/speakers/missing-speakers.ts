import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';

import type { BlockId } from '../../../../shared/ids.ts';
import type { PlacedBlock } from '../model/blocks.ts';
import { blockIdOf, blockTypeOf, eachBlock, isEmptyBlock } from '../model/blocks.ts';

/** Counting waits for a pause of this length, and then for an idle moment. */
const PAUSE_MS = 400;
const MOST_IDLE_WAIT_MS = 2000;

/** Something was said, and nobody is named; an empty statement only stands ready. */
const lacksSpeaker = (node: Node): boolean =>
  blockTypeOf(node) === 'statement' && node.attrs['speakerId'] === null && !isEmptyBlock(node);

/** The statements without a speaker, in their order. */
export function missingSpeakers(doc: Node): readonly PlacedBlock[] {
  const found: PlacedBlock[] = [];
  eachBlock(doc, (block) => {
    if (lacksSpeaker(block.node)) found.push(block);
  });
  return found;
}

/** The next statement without a speaker after a position, from the top again after the last. */
export function nextMissingSpeaker(doc: Node, after: number): BlockId | null {
  const missing = missingSpeakers(doc);
  const next = missing.find(({ pos }) => pos > after) ?? missing[0];
  return next ? blockIdOf(next.node) : null;
}

/** Counts the statements without a speaker while nothing else is to be done, never per key. */
export function countMissingSpeakers(onCount: (count: number) => void): Plugin {
  return new Plugin({
    key: new PluginKey('missingSpeakers'),
    view(initialView) {
      let view = initialView;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let idle: number | undefined;
      const count = (): void => {
        timer = undefined;
        idle = requestIdleCallback(
          () => {
            idle = undefined;
            onCount(missingSpeakers(view.state.doc).length);
          },
          { timeout: MOST_IDLE_WAIT_MS },
        );
      };
      const plan = (): void => {
        if (timer === undefined && idle === undefined) timer = setTimeout(count, PAUSE_MS);
      };
      plan();
      return {
        update(current, before) {
          view = current;
          if (before.doc !== current.state.doc) plan();
        },
        destroy() {
          clearTimeout(timer);
          if (idle !== undefined) cancelIdleCallback(idle);
        },
      };
    },
  });
}
