import type { Piece, ReadCell, ReadParagraph, RowPiece } from '../../../shared/imports/document.ts';
import { cellText } from '../../../shared/imports/document.ts';
import { headingColumns } from '../../../shared/minutes/attendance-columns.ts';
import type { FieldKey } from './labels.ts';
import { isFactLabel, labelKey } from './labels.ts';
import { sectionOf } from './sections.ts';

export interface Paragraph extends ReadParagraph {
  readonly type: 'paragraph';
  /** The piece that it is, or in which it stands. */
  readonly from: number;
}

/** A label with what stands beside or below it. */
export interface Field {
  readonly type: 'field';
  readonly key: FieldKey;
  readonly label: string;
  /** Lines or items, none of them empty. */
  readonly values: readonly string[];
  readonly from: readonly number[];
}

export interface TableUnitRow {
  readonly from: number;
  readonly cells: readonly ReadCell[];
}

export interface Table {
  readonly type: 'table';
  readonly rows: readonly TableUnitRow[];
}

/** What rules look at: paragraphs, labels with values, and tables that are more than such labels. */
export type Unit = Paragraph | Field | Table;

export const rowTexts = ({ cells }: TableUnitRow): readonly string[] =>
  cells.map((cell) => cellText(cell).trim());

const LINE_LABEL = /^(?<label>[^:\t]{2,60}?)\s*(?:\t\s*)?[:：]\s*(?<value>.*)$/su;
const DOTS = /^[.…_\s-]*$/u;

/** A blank to be filled in by hand says nothing. */
export const filled = (text: string): string => (DOTS.test(text) ? '' : text.trim());

function fieldOfLine(line: string, from: number): Field | null {
  const { label = '', value = '' } = LINE_LABEL.exec(line)?.groups ?? {};
  const key = labelKey(label);
  if (key === null || !isFactLabel(key)) return null;
  const written = filled(value);
  return {
    type: 'field',
    key,
    label: label.trim(),
    values: written === '' ? [] : [written],
    from: [from],
  };
}

/** "Nama: kata-kata", which begins something of its own in a paragraph of many lines. */
const SAID_LINE = /^[\p{Lu}\d(][^:]{1,80}:(?:\s|$)/u;

/** Their lines may begin with a date and a colon. */
const TIMED: ReadonlySet<FieldKey> = new Set(['date', 'time']);

/** A paragraph, or the labels that its lines hold; lines below a label belong to it. */
function unitsOfParagraph(paragraph: ReadParagraph, from: number): readonly Unit[] {
  const lines = paragraph.text.split('\n');
  const fields = lines.map((line) => fieldOfLine(line, from));
  const isOne =
    fields.every((field) => field === null) &&
    (lines.length === 1 || !lines.some((line) => SAID_LINE.test(line)));
  if (isOne) return [{ type: 'paragraph', from, ...paragraph }];
  const units: Unit[] = [];
  let start = 0;
  lines.forEach((line, index) => {
    const field = fields[index] ?? null;
    const before = units.at(-1);
    const boldLength = Math.max(0, Math.min(line.length, paragraph.boldLength - start));
    start += line.length + 1;
    if (field !== null) units.push(field);
    else if (before?.type === 'field' && (TIMED.has(before.key) || !SAID_LINE.test(line)))
      units[units.length - 1] = {
        ...before,
        values: [...before.values, filled(line)].filter(Boolean),
      };
    else units.push({ type: 'paragraph', from, ...paragraph, text: line, boldLength });
  });
  return units;
}

interface LabelledRow {
  readonly label: string;
  readonly key: FieldKey | null;
  readonly values: readonly ReadParagraph[];
}

/** "1", "a.": numbers of rows. */
const ROW_NUMBER = /^(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]?$/iu;

/** Label, colon and value of a row; null where the row has another form. */
function labelledRow({ cells }: TableUnitRow): LabelledRow | null {
  const texts = cells.map((cell) => cellText(cell).trim());
  let at = 0;
  while (at < texts.length - 1 && (texts[at] === '' || ROW_NUMBER.test(texts[at] ?? ''))) at += 1;
  const written = texts[at] ?? '';
  const label = written.replace(/\s*:$/u, '');
  const rest = cells.slice(at + 1);
  const isColonAlone = texts[at + 1] === ':';
  const hasColon = isColonAlone || written.endsWith(':') || (texts[at + 1] ?? '').startsWith(':');
  const key = labelKey(label);
  const hasSection = sectionOf(label) !== null;
  const isEmptyLabel = key !== null && texts.slice(at + 1).every((text) => text === '');
  if (
    label === '' ||
    label.length > 60 ||
    (!hasColon && !isEmptyLabel && (rest.length !== 1 || (key === null && !hasSection)))
  )
    return null;
  const values = (isColonAlone ? rest.slice(1) : rest)
    .flatMap(({ paragraphs }) => paragraphs)
    .map((paragraph, index) =>
      index === 0 ? { ...paragraph, text: paragraph.text.replace(/^:\s*/u, '') } : paragraph,
    )
    .filter(({ text }) => filled(text) !== '');
  return { label, key, values };
}

const heading = (text: string, from: number): Paragraph => ({
  type: 'paragraph',
  from,
  text,
  heading: 2,
  list: null,
  boldLength: text.length,
  alignment: null,
});

const asParagraphs = (paragraphs: readonly ReadParagraph[], from: number): readonly Unit[] =>
  paragraphs.flatMap((paragraph) => unitsOfParagraph(paragraph, from));

function unitsOfLabelled({ label, key, values }: LabelledRow, from: number): readonly Unit[] {
  // "Pembahasan | …": the value is a part of the minutes, not a fact of the meeting.
  if (sectionOf(label) !== null || (key !== null && !isFactLabel(key)))
    return [heading(label, from), ...asParagraphs(values, from)];
  const lines = values
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => filled(line) !== '');
  return [{ type: 'field', key: key ?? 'other', label, values: lines, from: [from] }];
}

/** A row of a form that has no label: more of what stands above, or a text across the table. */
function unitsOfUnlabelled(row: TableUnitRow, before: Unit | undefined): readonly Unit[] {
  const filledCells = row.cells.filter((cell) => cellText(cell).trim() !== '');
  const paragraphs = filledCells.flatMap((cell) => cell.paragraphs);
  const isBelowValue = row.cells.length > 1 && cellText(row.cells[0]).trim() === '';
  if (before?.type === 'field' && isBelowValue) {
    const more = paragraphs
      .flatMap(({ text }) => text.replace(/^:\s*/u, '').split('\n'))
      .filter(Boolean);
    return [{ ...before, values: [...before.values, ...more], from: [...before.from, row.from] }];
  }
  return asParagraphs(paragraphs, row.from);
}

/** Two labels with values side by side. */
function fieldsSideBySide(row: TableUnitRow): readonly Field[] | null {
  const filledCells = row.cells.filter((cell) => cellText(cell).trim() !== '');
  const fields = filledCells.flatMap((cell) =>
    cellText(cell)
      .split('\n')
      .map((text) => fieldOfLine(text, row.from)),
  );
  const known = fields.filter((field) => field !== null);
  return filledCells.length > 0 && known.length === fields.length ? known : null;
}

const isAttendanceHead = (row: TableUnitRow): boolean => headingColumns(rowTexts(row)) !== null;

/** Label, colon, value in most rows. */
function isForm(rows: readonly TableUnitRow[]): boolean {
  const labelled = rows.map(labelledRow);
  const known = labelled.filter(
    (row) => row !== null && (row.key !== null || sectionOf(row.label) !== null),
  ).length;
  const all = labelled.filter((row) => row !== null).length;
  return known > 0 && all >= rows.length / 2;
}

function unitsOfTable(rows: readonly TableUnitRow[]): readonly Unit[] {
  const head = rows.findIndex(isAttendanceHead);
  const form = head === -1 ? rows : rows.slice(0, head);
  const sideBySide = rows.map(fieldsSideBySide);
  if (sideBySide.every((fields) => fields !== null)) return sideBySide.flat();
  const units: Unit[] = [];
  if (isForm(form)) {
    for (const row of form) {
      const labelled = labelledRow(row);
      if (labelled !== null) units.push(...unitsOfLabelled(labelled, row.from));
      else {
        const more = unitsOfUnlabelled(row, units.at(-1));
        if (more[0]?.type === 'field' && units.at(-1)?.type === 'field' && more[0].from.length > 1)
          units.pop();
        units.push(...more);
      }
    }
    if (head !== -1) units.push({ type: 'table', rows: rows.slice(head) });
    return units;
  }
  // A caption in a first row across the table.
  const [first, ...others] = rows;
  if (first !== undefined && first.cells.length === 1 && others.length > 1)
    return [
      ...asParagraphs(first.cells[0]?.paragraphs ?? [], first.from),
      { type: 'table', rows: others },
    ];
  return [{ type: 'table', rows }];
}

/** The pieces of a document as rules look at them; headers and footers of pages are left out. */
export function unitsOf(pieces: readonly Piece[]): readonly Unit[] {
  const units: Unit[] = [];
  let rows: RowPiece[] = [];
  const endTable = (): void => {
    if (rows.length > 0)
      units.push(...unitsOfTable(rows.map(({ index, cells }) => ({ from: index, cells }))));
    rows = [];
  };
  for (const piece of pieces) {
    if (piece.type === 'row' && piece.place === 'isi') {
      if (rows[0] !== undefined && rows[0].table !== piece.table) endTable();
      rows.push(piece);
      continue;
    }
    endTable();
    if (piece.type === 'paragraph' && (piece.place === 'isi' || piece.place === 'kotak'))
      units.push(...unitsOfParagraph(piece, piece.index));
  }
  endTable();
  return units;
}
