import type { Node } from '@tiptap/pm/model';
import { Fragment } from '@tiptap/pm/model';
import { Step, StepResult } from '@tiptap/pm/transform';

import { blocksOf } from '../model/blocks.ts';
import type { ChunkChanges } from '../model/chunks.ts';

/**
 * Draws blocks with others. All at once and without taking blocks apart, so that their content stays
 * the very same. How blocks are drawn is nothing to undo: the inverse leaves it as it is.
 */
export class ChunkStep extends Step {
  readonly changes: ChunkChanges;

  constructor(changes: ChunkChanges) {
    super();
    this.changes = changes;
  }

  override apply(doc: Node): StepResult {
    if (this.changes.size === 0) return StepResult.ok(doc);
    const blocks = blocksOf(doc).map((block, index) => {
      const chunk = this.changes.get(index);
      return chunk ? block.mark([chunk]) : block;
    });
    return StepResult.ok(doc.copy(Fragment.from(blocks)));
  }

  override invert(): Step {
    return new ChunkStep(new Map());
  }

  override map(): Step {
    return new ChunkStep(new Map());
  }

  override toJSON(): { readonly stepType: string } {
    return { stepType: 'chunk' };
  }
}
