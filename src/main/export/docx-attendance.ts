import { Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx';

import {
  ALIGN,
  CELL_MARGINS,
  GREY,
  HEADER_SHADING,
  LONG_BLANK,
  SHORT_BLANK,
  SIZE,
  TEXT_WIDTH_TWIPS,
  THIN_BORDERS,
  dxa,
  twips,
} from './docx-layout.ts';
import type { Piece } from './docx-context.ts';
import { textRun } from './docx-runs.ts';
import type { NotulaModel } from './model.ts';

export interface Column {
  readonly title: string;
  readonly widthTwips: number;
}

const FIRST_COLUMNS: readonly Column[] = [
  { title: 'No', widthTwips: twips(1.1) },
  { title: 'Nama', widthTwips: twips(4.9) },
  { title: 'Jabatan/Instansi', widthTwips: twips(6.1) },
];
const ATTENDANCE_COLUMNS: readonly Column[] = withRest(FIRST_COLUMNS, 'Keterangan');

/** The columns and one more with all the room that is left. */
export function withRest(columns: readonly Column[], title: string): readonly Column[] {
  const used = columns.reduce((sum, column) => sum + column.widthTwips, 0);
  return [...columns, { title, widthTwips: TEXT_WIDTH_TWIPS - used }];
}

export function cellLine(text: string, alignment?: (typeof ALIGN)[keyof typeof ALIGN]): Paragraph {
  return new Paragraph({
    spacing: { after: 0 },
    ...(alignment ? { alignment } : {}),
    children: [textRun(text, { size: SIZE.table })],
  });
}

function headerRow(columns: readonly Column[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (column) =>
        new TableCell({
          width: dxa(column.widthTwips),
          shading: HEADER_SHADING,
          children: [
            new Paragraph({
              alignment: ALIGN.CENTER,
              keepNext: true,
              spacing: { after: 0 },
              children: [textRun(column.title, { bold: true, size: SIZE.table })],
            }),
          ],
        }),
    ),
  });
}

/** A ruled table over the whole width; its header is repeated and its rows stay on one page. */
export function ruledTable(
  columns: readonly Column[],
  rows: readonly (readonly (readonly Piece[])[])[],
): Table {
  return new Table({
    width: dxa(TEXT_WIDTH_TWIPS),
    columnWidths: columns.map((column) => column.widthTwips),
    layout: TableLayoutType.FIXED,
    margins: CELL_MARGINS,
    borders: THIN_BORDERS,
    rows: [
      headerRow(columns),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map(
              (children, index) =>
                new TableCell({
                  children: [...children],
                  width: dxa(columns[index]?.widthTwips ?? 0),
                }),
            ),
          }),
      ),
    ],
  });
}

/** Who was there; a line to be filled in where nobody is recorded. */
export function attendancePieces(model: NotulaModel): readonly Piece[] {
  if (model.attendance.length === 0) {
    return [new Paragraph({ children: [textRun(`1.  ${LONG_BLANK}`)] })];
  }
  const rows = model.attendance.map((row, index) => [
    [cellLine(String(index + 1), ALIGN.CENTER)],
    [cellLine(row.name === '' ? SHORT_BLANK : row.name)],
    [cellLine(row.position)],
    row.remarks.length === 0 ? [cellLine('')] : row.remarks.map((remark) => cellLine(remark)),
  ]);
  return [
    ruledTable(ATTENDANCE_COLUMNS, rows),
    new Paragraph({
      spacing: { before: 80 },
      children: [textRun(model.attendanceSummary, { size: SIZE.small, color: GREY })],
    }),
  ];
}
