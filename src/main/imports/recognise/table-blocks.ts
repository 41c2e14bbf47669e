import { cellText } from '../../../shared/imports/document.ts';
import type { ReadCell } from '../../../shared/imports/document.ts';
import type { BlockWriter } from './block-writer.ts';
import { datesIn } from './dates-in-text.ts';
import { withoutEnumerator } from './labels.ts';
import type { Roster } from './roster.ts';
import { speakerInCell, speechIn } from './speech.ts';
import type { MinutesColumn, MinutesTable } from './tables.ts';
import type { Table, TableUnitRow } from './units.ts';
import { rowTexts } from './units.ts';

const paragraphsOf = (cell: ReadCell | undefined): readonly string[] =>
  (cell?.paragraphs ?? []).map(({ text }) => text).filter((text) => text.trim() !== '');

const NOTHING = /^[-–—.…\s]*$/u;

/** "30 November 2026" or another day as it is written; null where it is none. */
export const dueDateIn = (text: string): string | null =>
  datesIn(text).at(-1)?.dates.at(-1) ?? null;

interface RowOf {
  readonly row: TableUnitRow;
  readonly cell: (column: MinutesColumn) => ReadCell | undefined;
  readonly text: (column: MinutesColumn) => string;
}

function rowsOf(table: Table, { columns, head }: MinutesTable): readonly RowOf[] {
  return table.rows.slice(head + 1).map((row) => {
    const cell = (column: MinutesColumn): ReadCell | undefined =>
      row.cells[columns.indexOf(column)];
    return { row, cell, text: (column) => cellText(cell(column)).trim() };
  });
}

function writeSpeech(
  rows: readonly RowOf[],
  { columns }: MinutesTable,
  writer: BlockWriter,
  roster: Roster,
): void {
  let last: number | null = null;
  // Beside a column of answers the words are questions.
  const isQuestion = columns.includes('answer');
  for (const { row, cell, text } of rows) {
    const who = speakerInCell(text('speaker'));
    const office = columns.includes('position') ? text('position') : '';
    const from = row.from;
    // A cell that is merged with the one above it: the same person goes on.
    if (who !== null)
      last = roster.speaker(who.position === '' ? { ...who, position: office } : who, from, true);
    const said = [...paragraphsOf(cell('topic')), ...paragraphsOf(cell('words'))];
    if (said.length > 0)
      writer.statement(last, isQuestion ? 'pertanyaan' : 'pernyataan', said, {
        from,
        isSure: true,
        isOpen: false,
      });
    const answer = paragraphsOf(cell('answer'));
    if (answer.length > 0)
      writer.statement(null, 'tanggapan', answer, { from, isSure: false, isOpen: false });
    for (const decided of paragraphsOf(cell('result')))
      writer.plain('decision', decided, { from, isSure: true });
    writeFollowUp(row, { cell, text }, writer);
  }
}

function writeFollowUp(
  row: TableUnitRow,
  { cell, text }: Pick<RowOf, 'cell' | 'text'>,
  writer: BlockWriter,
): void {
  const responsible = text('responsible');
  const facts = {
    responsible: NOTHING.test(responsible) ? null : responsible.replaceAll('\n', ', '),
    dueDate: dueDateIn(text('due')),
  };
  for (const paragraph of paragraphsOf(cell('followUp'))) {
    if (!NOTHING.test(paragraph))
      writer.followUp(withoutEnumerator(paragraph), facts, { from: row.from, isSure: true });
  }
}

function writeFollowUps(
  rows: readonly RowOf[],
  { columns }: MinutesTable,
  writer: BlockWriter,
): void {
  const what = (['followUp', 'words', 'topic', 'other', 'result'] as const).find((column) =>
    columns.includes(column),
  );
  for (const { row, cell, text } of rows) {
    const wanted = what === undefined ? undefined : cell(what);
    writeFollowUp(
      row,
      { text, cell: (column) => (column === 'followUp' ? wanted : cell(column)) },
      writer,
    );
  }
}

/** A topic in each row, with what was said and decided about it. */
function writeTopics(rows: readonly RowOf[], writer: BlockWriter, roster: Roster): void {
  for (const { row, cell, text } of rows) {
    const from = row.from;
    const topic = text('topic');
    if (topic !== '')
      writer.agendaItem(withoutEnumerator(topic).replace(/\s*\n\s*/gu, ' '), {
        from,
        isSure: true,
      });
    for (const paragraph of [
      ...(cell('words')?.paragraphs ?? []),
      ...(cell('answer')?.paragraphs ?? []),
    ]) {
      const speech = speechIn({ type: 'paragraph', from, ...paragraph }, roster);
      if (speech === null) {
        if (!writer.goOn(paragraph.text, from))
          writer.plain('narration', paragraph.text, { from, isSure: false });
        continue;
      }
      const speaker =
        speech.speaker === null ? null : roster.speaker(speech.speaker, from, speech.isSure);
      writer.statement(speaker, speech.kind, speech.words === '' ? [] : [speech.words], {
        from,
        isSure: speech.isSure,
        isOpen: true,
      });
    }
    writer.close();
    for (const decided of paragraphsOf(cell('result')))
      writer.plain('decision', withoutEnumerator(decided), { from, isSure: true });
    writeFollowUp(row, { cell, text }, writer);
  }
}

/** Writes a table of minutes as the parts that it holds. */
export function writeMinutesTable(
  table: Table,
  found: MinutesTable,
  writer: BlockWriter,
  roster: Roster,
): void {
  const rows = rowsOf(table, found);
  switch (found.type) {
    case 'speech':
      writeSpeech(rows, found, writer, roster);
      return;
    case 'followUps':
      writeFollowUps(rows, found, writer);
      return;
    case 'topics':
      writeTopics(rows, writer, roster);
      return;
    case 'programme':
      for (const { row } of rows)
        writer.plain('narration', rowTexts(row).filter(Boolean).join(' – '), {
          from: row.from,
          isSure: false,
        });
  }
}
