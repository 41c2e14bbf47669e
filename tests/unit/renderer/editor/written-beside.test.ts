import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';

import { startBlock } from '../../../../src/renderer/features/editor/commands/insert-block.ts';
import {
  lastBeside,
  markWrittenBeside,
  writtenBeside,
} from '../../../../src/renderer/features/editor/plugins/written-beside.ts';
import type { BlockId } from '../../../../src/shared/ids.ts';
import { paragraph, schema, statement } from './editor-fixture.ts';

const idsOf = (state: EditorState): readonly unknown[] =>
  state.doc.children.map(({ attrs }) => attrs['id']);

test('what is begun next comes behind the lines that were written beside the statement', () => {
  const first = statement('first', 'Paparan berjalan.');
  let state = EditorState.create({
    doc: schema.node('doc', null, [first, statement('later', 'Yang lama.')]),
    plugins: [writtenBeside()],
  });
  state = state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(2))));
  for (const name of ['came', 'left']) {
    const id = name as BlockId;
    const pos = lastBeside(state, { node: first, pos: 0 });
    const narration = schema.node('narration', { id, dayId: null }, paragraph(name));
    const at = pos.pos + pos.node.nodeSize;
    state = state.apply(markWrittenBeside(state.tr.insert(at, narration), id));
  }
  expect(idsOf(state)).toEqual(['first', 'came', 'left', 'later']);
  const source = { newId: () => 'next' as BlockId, stampMs: () => null };
  startBlock('statement', source)(state, (transaction) => {
    state = state.apply(transaction);
  });
  expect(idsOf(state)).toEqual(['first', 'came', 'left', 'next', 'later']);
});
