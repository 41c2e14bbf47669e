import { getSchema } from '@tiptap/core';
import { history, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';

import { blockIds } from '../../../../src/renderer/features/editor/plugins/block-ids.ts';
import { inChunks } from '../../../../src/renderer/features/editor/model/chunks.ts';
import { chunks } from '../../../../src/renderer/features/editor/plugins/chunks.ts';
import { speakerRequest } from '../../../../src/renderer/features/editor/plugins/speaker-request.ts';
import { documentExtensions } from '../../../../src/renderer/features/editor/schema/nodes.ts';
import type { BlockId } from '../../../../src/shared/ids.ts';

/** So small that most commands of the tests meet a border between two. */
export const CHUNK_SIZE = 3;

export const schema = getSchema(documentExtensions);

/** Ids new-1, new-2 …, so that tests can name them. */
export function counter(): () => BlockId {
  let last = 0;
  return () => {
    last += 1;
    return `new-${last}` as BlockId;
  };
}

export const paragraph = (text = ''): Node =>
  schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);

export const statement = (id: string, ...content: readonly (string | Node)[]): Node =>
  schema.node(
    'statement',
    { id, dayId: 'day-1' },
    content.map((part) => (typeof part === 'string' ? paragraph(part) : part)),
  );

export const agendaItem = (id: string, text: string): Node =>
  schema.node('agendaItem', { id, dayId: 'day-1' }, text === '' ? [] : [schema.text(text)]);

export const list = (name: 'bulletList' | 'orderedList', ...items: readonly Node[][]): Node =>
  schema.node(
    name,
    null,
    items.map((content) => schema.node('listItem', null, content)),
  );

/** Runs commands on a state as the view would. */
export class Desk {
  state: EditorState;

  constructor(blocks: readonly Node[], newId: () => BlockId = counter()) {
    this.state = EditorState.create({
      doc: schema.node('doc', null, inChunks(schema, blocks, CHUNK_SIZE)),
      plugins: [
        history({ newGroupDelay: 0 }),
        blockIds(newId),
        speakerRequest(),
        tableEditing(),
        chunks(CHUNK_SIZE),
      ],
    });
  }

  /** Puts the caret before (or, with `after`, behind) a piece of text that occurs once. */
  caret(text: string, where: 'before' | 'after' = 'before'): this {
    let found = -1;
    this.state.doc.descendants((node, pos) => {
      const at = node.isText ? (node.text ?? '').indexOf(text) : -1;
      if (at >= 0) found = pos + at + (where === 'after' ? text.length : 0);
    });
    if (found < 0) throw new Error(`No "${text}" in the document`);
    return this.caretAt(found);
  }

  caretAt(pos: number): this {
    const selection = TextSelection.near(this.state.doc.resolve(pos));
    this.state = this.state.apply(this.state.tr.setSelection(selection));
    return this;
  }

  caretInBlock(index: number): this {
    let pos = 0;
    for (const node of this.state.doc.children.slice(0, index)) pos += node.nodeSize;
    return this.caretAt(pos + 1);
  }

  run(...commands: readonly Command[]): this {
    for (const command of commands) {
      command(this.state, (transaction) => {
        this.state = this.state.apply(transaction);
      });
    }
    return this;
  }

  type(text: string): this {
    this.state = this.state.apply(this.state.tr.insertText(text));
    return this;
  }

  undo(): this {
    return this.run(undo);
  }

  /** Each block as "id:text", its paragraphs divided by "/". */
  get outline(): readonly string[] {
    return this.state.doc.children.map(
      (node) => `${String(node.attrs['id'])}:${node.textBetween(0, node.content.size, '/', '|')}`,
    );
  }

  /** Text around the caret, as "before|after" within its paragraph. */
  get caretText(): string {
    const { $head } = this.state.selection;
    const { parent, parentOffset } = $head;
    return `${parent.textBetween(0, parentOffset)}|${parent.textBetween(parentOffset, parent.content.size)}`;
  }
}
