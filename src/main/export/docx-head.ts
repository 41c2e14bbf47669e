import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx';

import type { InlineNode } from '../../shared/document/rich-text.ts';
import {
  ALIGN,
  LONG_BLANK,
  NO_BORDERS,
  SHORT_BLANK,
  SIZE,
  TEXT_WIDTH_TWIPS,
  dxa,
  twips,
} from './docx-layout.ts';
import { inlineRuns, textRun } from './docx-runs.ts';
import type { NotulaModel } from './model.ts';

const LABEL_TWIPS = twips(4.3);
const COLON_TWIPS = twips(0.4);
const VALUE_TWIPS = TEXT_WIDTH_TWIPS - LABEL_TWIPS - COLON_TWIPS;

/** The institution in whose name the minutes are kept, over a double rule; nothing where unknown. */
export function letterhead(institution: string): readonly Paragraph[] {
  if (institution === '') return [];
  return [
    new Paragraph({
      alignment: ALIGN.CENTER,
      spacing: { after: 280 },
      border: {
        bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, space: 8, color: '000000' },
      },
      children: [textRun(institution.toLocaleUpperCase('id'), { bold: true, size: SIZE.title })],
    }),
  ];
}

export function documentTitle(model: NotulaModel): readonly Paragraph[] {
  const hasNumber = model.documentNumber !== '';
  const title = new Paragraph({
    alignment: ALIGN.CENTER,
    spacing: { before: 60, after: hasNumber ? 20 : 240 },
    children: [textRun('NOTULA', { bold: true, size: SIZE.title })],
  });
  if (!hasNumber) return [title];
  const number = new Paragraph({
    alignment: ALIGN.CENTER,
    spacing: { after: 240 },
    children: [textRun(`Nomor: ${model.documentNumber}`)],
  });
  return [title, number];
}

const line = (children: ReturnType<typeof inlineRuns>, hangingTwips = 0): Paragraph =>
  new Paragraph({
    spacing: { after: 20 },
    indent: { left: hangingTwips, hanging: hangingTwips },
    children: [...children],
  });

const textLines = (lines: readonly string[], blank: string): readonly Paragraph[] =>
  (lines.length === 0 ? [blank] : lines).map((text) => line([textRun(text)]));

const NUMBER_TWIPS = twips(0.7);

function agendaLines(agenda: readonly (readonly InlineNode[])[]): readonly Paragraph[] {
  if (agenda.length === 0) return textLines([], LONG_BLANK);
  return agenda.map((item, index) =>
    line(
      [
        textRun(`${index + 1}.\t`),
        ...(item.length === 0 ? [textRun(SHORT_BLANK)] : inlineRuns(item)),
      ],
      NUMBER_TWIPS,
    ),
  );
}

const NO_MARGINS = { top: 30, bottom: 30, left: 0, right: 60 } as const;

function factRow(label: string, value: readonly Paragraph[], isUnder = false): TableRow {
  const cell = (children: readonly Paragraph[], widthTwips: number) =>
    new TableCell({ children: [...children], width: dxa(widthTwips), margins: NO_MARGINS });
  const labelLine = new Paragraph({
    spacing: { after: 20 },
    indent: { left: isUnder ? twips(0.5) : 0 },
    children: [textRun(label)],
  });
  return new TableRow({
    children: [
      cell([labelLine], LABEL_TWIPS),
      cell([line([textRun(value.length === 0 ? '' : ':')])], COLON_TWIPS),
      cell(value.length === 0 ? [line([])] : value, VALUE_TWIPS),
    ],
  });
}

/** The facts of the meeting, label by label, up to who led it. */
export function factsTable(model: NotulaModel): Table {
  const { chair, secretary, recorder } = model.officers;
  return new Table({
    width: dxa(TEXT_WIDTH_TWIPS),
    columnWidths: [LABEL_TWIPS, COLON_TWIPS, VALUE_TWIPS],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      ...model.facts.map((fact) => factRow(fact.label, textLines(fact.lines, LONG_BLANK))),
      factRow('Acara', agendaLines(model.agenda)),
      factRow('Pimpinan Sidang/Rapat', []),
      factRow('Ketua', textLines(chair, LONG_BLANK), true),
      factRow('Sekretaris', textLines(secretary, LONG_BLANK), true),
      factRow('Pencatat', textLines(recorder, LONG_BLANK), true),
    ],
  });
}
