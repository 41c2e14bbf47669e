import type { Node, Schema } from '@tiptap/pm/model';
import { Fragment } from '@tiptap/pm/model';
import type { Mappable } from '@tiptap/pm/transform';
import { Step, StepMap, StepResult } from '@tiptap/pm/transform';

import { eachBlock, endOf } from '../model/blocks.ts';

/** New text in the place of a part of one paragraph. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly content: Fragment;
}

interface EditJson {
  readonly from: number;
  readonly to: number;
  readonly content: unknown;
}

/** The document with the edits made, in one pass; null where one of them lies in no text. */
function rebuilt(
  doc: Node,
  edits: readonly TextEdit[],
  onReplaced: (former: Fragment) => void,
): Node | null {
  let next = 0;
  const inside = (node: Node, start: number): Node => {
    if (node.isTextblock) {
      let content = Fragment.empty;
      let at = 0;
      for (let edit = edits[next]; edit && edit.to <= start + node.content.size;) {
        const from = edit.from - start;
        const to = edit.to - start;
        if (from < at) break;
        onReplaced(node.content.cut(from, to));
        content = content.append(node.content.cut(at, from)).append(edit.content);
        at = to;
        next += 1;
        edit = edits[next];
      }
      return node.copy(content.append(node.content.cut(at)));
    }
    let pos = start;
    const children = node.children.map((child) => {
      const before = pos;
      pos += child.nodeSize;
      const edit = edits[next];
      const isWithin = edit && edit.from > before && edit.to < pos;
      return isWithin ? inside(child, before + 1) : child;
    });
    return node.copy(Fragment.from(children));
  };
  const result = inside(doc, 0);
  return next === edits.length ? result : null;
}

/**
 * Replaces many pieces of text at once. As one step it maps every position exactly (the caret, marked
 * places) and is undone as a whole, without thousands of versions of the document in between.
 */
export class ReplaceTextsStep extends Step {
  readonly edits: readonly TextEdit[];

  /** Edits in the document's order, none reaching into another. */
  constructor(edits: readonly TextEdit[]) {
    super();
    this.edits = edits;
  }

  override apply(doc: Node): StepResult {
    const result = rebuilt(doc, this.edits, () => undefined);
    return result ? StepResult.ok(result) : StepResult.fail('An edit lies outside of all text');
  }

  override getMap(): StepMap {
    return new StepMap(
      this.edits.flatMap(({ from, to, content }) => [from, to - from, content.size]),
    );
  }

  override invert(doc: Node): ReplaceTextsStep {
    const former: Fragment[] = [];
    rebuilt(doc, this.edits, (content) => former.push(content));
    let shift = 0;
    return new ReplaceTextsStep(
      this.edits.map(({ from, to, content }, index) => {
        const start = from + shift;
        shift += content.size - (to - from);
        return { from: start, to: start + content.size, content: former[index] ?? Fragment.empty };
      }),
    );
  }

  override map(mapping: Mappable): ReplaceTextsStep | null {
    const edits = this.edits.flatMap((edit) => {
      const from = mapping.mapResult(edit.from, 1);
      const to = mapping.mapResult(edit.to, -1);
      if (from.deletedAcross && to.deletedAcross) return [];
      return [{ ...edit, from: from.pos, to: Math.max(from.pos, to.pos) }];
    });
    return edits.length === 0 ? null : new ReplaceTextsStep(edits);
  }

  override toJSON() {
    return {
      stepType: 'replaceTexts',
      edits: this.edits.map(({ from, to, content }) => ({ from, to, content: content.toJSON() })),
    };
  }

  static override fromJSON(schema: Schema, json: { readonly edits: readonly EditJson[] }) {
    return new ReplaceTextsStep(
      json.edits.map(({ from, to, content }) => ({
        from,
        to,
        content: Fragment.fromJSON(schema, content),
      })),
    );
  }
}
Step.jsonID('replaceTexts', ReplaceTextsStep);

/** What puts a text in the place of matches in their order; each takes the marks of its first letter. */
export function editsFor(
  doc: Node,
  matches: readonly { readonly from: number; readonly to: number }[],
  text: string,
): readonly TextEdit[] {
  const { schema } = doc.type;
  const edits: TextEdit[] = [];
  let next = 0;
  eachBlock(doc, (block) => {
    for (let match = matches[next]; match && match.from < endOf(block); match = matches[next]) {
      const marks = block.node.nodeAt(match.from - block.pos - 1)?.marks ?? [];
      const content = text === '' ? Fragment.empty : Fragment.from(schema.text(text, marks));
      edits.push({ from: match.from, to: match.to, content });
      next += 1;
    }
    return next < matches.length;
  });
  return edits;
}
