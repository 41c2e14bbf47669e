import { NodeSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';

import {
  insertImages,
  typeAfterImage,
} from '../../../../src/renderer/features/editor/images/insert-images.ts';
import { blocksFromDocument } from '../../../../src/renderer/features/editor/schema/document-json.ts';
import { blockSchema } from '../../../../src/shared/document/block.ts';
import { Desk, agendaItem, counter, paragraph, schema, statement } from './editor-fixture.ts';

const source = { newId: counter(), stampMs: () => null };
const image = (letter = 'a') =>
  schema.node('image', {
    attachmentId: letter.repeat(64),
    width: 40,
    height: 20,
    alt: '',
    caption: '',
  });
const content = (desk: Desk, index = 0): readonly string[] =>
  desk.state.doc
    .child(index)
    .children.map((node) => (node.type.name === 'image' ? 'image' : node.textContent));

it('goes after the paragraph of the caret, or in the place of an empty one, with room to go on', () => {
  const filled = new Desk([statement('a', 'Satu', 'Dua')]).caret('atu');
  expect(content(filled.run(insertImages([image()], source)))).toEqual(['Satu', 'image', 'Dua']);
  expect(filled.caretText).toBe('|Dua');
  const empty = new Desk([statement('a', '')]).caretInBlock(0);
  expect(content(empty.run(insertImages([image(), image('b')], source)))).toEqual([
    'image',
    'image',
    '',
  ]);
  expect(content(empty.undo())).toEqual(['']);
});

it('stands in a narration of its own after a heading, and within a cell in the cell', () => {
  const heading = new Desk([agendaItem('a', 'Acara')]).caret('cara');
  heading.run(insertImages([image()], source));
  expect(heading.state.doc.child(1).type.name).toBe('narration');
  expect(content(heading, 1)).toEqual(['image', '']);
  const cell = schema.node('tableCell', null, [paragraph('isi')]);
  const table = schema.node('table', null, [schema.node('tableRow', null, [cell])]);
  const inCell = new Desk([statement('a', table)])
    .caret('isi')
    .run(insertImages([image()], source));
  expect(inCell.state.doc.child(0).childCount).toBe(1);
  for (const block of blocksFromDocument(inCell.state.doc)) {
    expect(blockSchema.safeParse(block).success).toBe(true);
  }
});

it('is not replaced by letters typed while it is selected', () => {
  const desk = new Desk([statement('a', image(), 'Dua')]);
  desk.state = desk.state.apply(
    desk.state.tr.setSelection(NodeSelection.create(desk.state.doc, 1)),
  );
  expect(content(desk.run(typeAfterImage('x')))).toEqual(['image', 'x', 'Dua']);
  expect(desk.caretText).toBe('x|');
});
