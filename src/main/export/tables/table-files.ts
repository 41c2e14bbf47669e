import writeXlsx from 'write-excel-file/node';

import { csvFile } from '../csv.ts';
import type { Cell, ExportTable } from './table.ts';

const csvText = (cell: Cell): string => {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.date : String(cell);
};

/** The table as CSV, see `csvFile`. */
export function tableCsv({ columns, rows }: ExportTable): Uint8Array {
  return csvFile([columns.map(({ heading }) => heading), ...rows.map((row) => row.map(csvText))]);
}

/** Texts say that they are text: none is ever carried out as a formula. */
function xlsxCell(cell: Cell) {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: cell, type: String, wrap: true };
  return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
}

/** The table as a workbook of one sheet, its headings always in sight. */
export async function tableXlsx({ name, columns, rows }: ExportTable): Promise<Uint8Array> {
  const headings = columns.map(({ heading }) => ({
    value: heading,
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
    alignVertical: 'center' as const,
  }));
  const data = [headings, ...rows.map((row) => row.map(xlsxCell))];
  const file = writeXlsx(data, {
    sheet: name,
    columns: columns.map(({ widthLetters }) => ({ width: widthLetters })),
    stickyRowsCount: 1,
  });
  return new Uint8Array(await file.toBuffer());
}
