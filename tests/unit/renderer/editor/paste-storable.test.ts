import type { Node } from '@tiptap/pm/model';
import { Fragment, Slice } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';

import { storableSlice } from '../../../../src/renderer/features/editor/paste/storable.ts';
import { blockToJson } from '../../../../src/renderer/features/editor/schema/document-json.ts';
import { blockSchema } from '../../../../src/shared/document/block.ts';
import { list, paragraph, schema, statement } from './editor-fixture.ts';

const pasted = (nodes: readonly Node[], open = 0): Slice =>
  storableSlice(schema, new Slice(Fragment.from(nodes), open, open));

/** Whether a statement with this content could be saved. */
const isSaved = ({ content }: Slice): boolean =>
  blockSchema.safeParse(blockToJson(statement('id', ...content.content))).success;

const cell = (attrs: object, ...content: readonly Node[]): Node =>
  schema.node('tableCell', attrs, content.length === 0 ? [paragraph('x')] : content);
const table = (...rows: readonly (readonly Node[])[]): Node =>
  schema.node(
    'table',
    null,
    rows.map((row) => schema.node('tableRow', null, row)),
  );
const nested = (depth: number): Node => {
  let node = paragraph('paling dalam');
  for (let level = 0; level < depth; level += 1) node = schema.node('blockquote', null, [node]);
  return node;
};

describe('what is pasted can be stored', () => {
  it('as it is: wide tables, tables in tables, a megabyte in one paragraph', () => {
    const columns = Array.from({ length: 500 }, () => cell({}));
    const long = 'kata '.repeat(200_000);
    const nodes = [table(columns), table([cell({}, table([cell({})]))]), paragraph(long)];
    const slice = pasted(nodes);
    expect(slice.content.content).toEqual(nodes);
    expect(isSaved(slice)).toBe(true);
  });

  it('as paragraphs, where a cell reaches too far', () => {
    const slice = pasted([paragraph('Atas'), table([cell({ colspan: 500 }), cell({})])], 1);
    expect(slice.content.content.map(({ type }) => type.name)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(isSaved(slice)).toBe(true);
    expect(isSaved(pasted([table([cell({ rowspan: 5000 })])]))).toBe(true);
  });

  it('as paragraphs, where it is nested without end', () => {
    for (const depth of [100, 500, 5000]) {
      const slice = pasted([nested(depth)], 3);
      expect(slice.content.toString()).toBe('<paragraph("paling dalam")>');
      expect(slice.openStart).toBe(1);
    }
    expect(pasted([nested(20)]).content.firstChild?.type.name).toBe('blockquote');
  });

  it('without control characters, marks and lists kept', () => {
    const bold = schema.text('te\u0001bal', [schema.mark('bold')]);
    const item = schema.node('paragraph', null, [schema.text('\u0002'), bold]);
    const slice = pasted([list('bulletList', [item])]);
    expect(slice.content.toString()).toBe('<bulletList(listItem(paragraph(bold("tebal"))))>');
  });

  it('whole blocks keep their kind', () => {
    const slice = pasted([statement('', nested(300)), statement('', 'Biasa')]);
    expect(slice.content.toString()).toBe(
      '<statement(paragraph("paling dalam")), statement(paragraph("Biasa"))>',
    );
  });

  it('parts of a list or table that were copied alone are left as they are', () => {
    const item = schema.node('listItem', null, [paragraph('satu')]);
    expect(pasted([item, schema.text('kata')]).content.content).toEqual([
      item,
      schema.text('kata'),
    ]);
  });
});
