import { Node } from '@tiptap/core';

import { MOST_COLUMNS_OF_CELL, MOST_ROWS_OF_CELL } from '../../../../shared/document/rich-text.ts';
import { RICH_CONTENT } from './rich-nodes.ts';

/** prosemirror-tables recognises the parts of a table by `tableRole` in their node spec. */
const roleOf = (name: string, roles: Readonly<Record<string, string>>) =>
  name in roles ? { tableRole: roles[name] } : {};

function span(element: HTMLElement, attribute: 'colspan' | 'rowspan', max: number): number {
  const value = Number(element.getAttribute(attribute) ?? 1);
  return Number.isSafeInteger(value) && value >= 1 ? Math.min(value, max) : 1;
}

function columnWidths(element: HTMLElement): number[] | null {
  const widths = (element.getAttribute('data-colwidth') ?? '').split(',').map(Number);
  return widths.every((width) => Number.isSafeInteger(width) && width > 0 && width <= 10_000)
    ? widths
    : null;
}

const cellAttributes = () => ({
  colspan: {
    default: 1,
    parseHTML: (element: HTMLElement) => span(element, 'colspan', MOST_COLUMNS_OF_CELL),
  },
  rowspan: {
    default: 1,
    parseHTML: (element: HTMLElement) => span(element, 'rowspan', MOST_ROWS_OF_CELL),
  },
  colwidth: {
    default: null,
    parseHTML: columnWidths,
    renderHTML: ({ colwidth }: Record<string, unknown>) =>
      Array.isArray(colwidth) ? { 'data-colwidth': colwidth.join(',') } : {},
  },
});

export const TableNode = Node.create({
  name: 'table',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  extendNodeSchema: ({ name }) => roleOf(name, { table: 'table' }),
});

export const TableRowNode = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
  extendNodeSchema: ({ name }) => roleOf(name, { tableRow: 'row' }),
});

export const TableCellNode = Node.create({
  name: 'tableCell',
  content: RICH_CONTENT,
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
  extendNodeSchema: ({ name }) => roleOf(name, { tableCell: 'cell' }),
});

export const TableHeaderNode = Node.create({
  name: 'tableHeader',
  content: RICH_CONTENT,
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
  extendNodeSchema: ({ name }) => roleOf(name, { tableHeader: 'header_cell' }),
});
