import type { Command } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';

import {
  tableCommands,
  tableKeys,
} from '../../../../src/renderer/features/editor/structure/table-commands.ts';
import { blocksFromDocument } from '../../../../src/renderer/features/editor/schema/document-json.ts';
import type { CommandId } from '../../../../src/shared/contract/commands.ts';
import { blockSchema } from '../../../../src/shared/document/block.ts';
import { Desk, paragraph, schema, statement } from './editor-fixture.ts';

const command = (id: CommandId): Command => {
  const found = tableCommands.get(id);
  if (!found) throw new Error(id);
  return found;
};
const table = (...rows: readonly (readonly string[])[]) =>
  schema.node(
    'table',
    null,
    rows.map((row, index) =>
      schema.node(
        'tableRow',
        null,
        row.map((text) =>
          schema.node(index === 0 ? 'tableHeader' : 'tableCell', null, [paragraph(text)]),
        ),
      ),
    ),
  );
const desk = () => new Desk([statement('a', 'Atas', table(['A', 'B'], ['C', 'D']))]);
const rows = ({ state }: Desk): readonly string[] => {
  const found: string[] = [];
  state.doc.descendants((node) => {
    if (node.type.name !== 'tableRow') return true;
    found.push(
      node.children
        .map((cell) =>
          cell.type.name === 'tableHeader' ? `#${cell.textContent}` : cell.textContent,
        )
        .join('|'),
    );
    return false;
  });
  return found;
};

describe('tables by keys', () => {
  it('get and lose rows and columns, one undo step each, and are stored as before', () => {
    const one = desk().caret('C').run(command('table.rowAfter'));
    expect(rows(one)).toEqual(['#A|#B', 'C|D', '|']);
    expect(rows(one.run(command('table.columnAfter')))).toEqual(['#A|#|#B', 'C||D', '||']);
    expect(rows(one.run(command('table.deleteRow')))).toEqual(['#A|#|#B', '||']);
    expect(rows(one.undo())).toEqual(['#A|#|#B', 'C||D', '||']);
    expect(rows(one.caret('D').run(command('table.deleteColumn')))).toEqual(['#A|#', 'C|', '|']);
    for (const block of blocksFromDocument(one.state.doc)) {
      expect(blockSchema.parse(block)).toEqual(JSON.parse(JSON.stringify(block)));
    }
  });

  it('lose their header row and get it back', () => {
    const one = desk().caret('D').run(command('table.headerRow'));
    expect(rows(one)).toEqual(['A|B', 'C|D']);
    expect(rows(one.run(command('table.headerRow')))).toEqual(['#A|#B', 'C|D']);
  });

  it('merge the cells of a selected row and split them again', () => {
    const one = desk().caret('C').run(command('table.selectRow'), command('table.merge'));
    expect(rows(one)).toEqual(['#A|#B', 'CD']);
    expect(rows(one.run(command('table.split')))).toEqual(['#A|#B', 'CD|']);
  });

  it('go away with their last row, and leave a paragraph where they were all', () => {
    const one = desk().caret('C').run(command('table.selectColumn'), command('table.deleteColumn'));
    expect(rows(one)).toEqual(['#B', 'D']);
    expect(one.run(command('table.deleteColumn')).outline).toEqual(['a:Atas']);
    const only = new Desk([statement('a', table(['A']))]).caret('A').run(command('table.delete'));
    expect(only.outline).toEqual(['a:']);
  });

  it('are left by Ctrl+Enter and by an arrow where nothing follows', () => {
    const down = desk()
      .caret('D')
      .run(tableKeys['Mod-Enter'] ?? command('table.merge'));
    expect(down.type('x').outline).toEqual(['a:Atas/A/B/C/D/x']);
    const arrow = desk()
      .caret('D')
      .run(tableKeys['ArrowDown'] ?? command('table.merge'));
    expect(arrow.type('y').outline).toEqual(['a:Atas/A/B/C/D/y']);
    const inside = desk().caret('A');
    expect(tableKeys['ArrowDown']?.(inside.state)).toBe(false);
  });
});
