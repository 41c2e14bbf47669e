import { HeadingLevel, Paragraph } from 'docx';

import type { InlineNode, RichNode } from '../../shared/document/rich-text.ts';
import { ruledTable, withRest, cellLine } from './docx-attendance.ts';
import type { Piece } from './docx-context.ts';
import { cellContext, pageContext } from './docx-context.ts';
import {
  ALIGN,
  CELL_SIDES_TWIPS,
  GREY,
  LONG_BLANK,
  SHORT_BLANK,
  SIZE,
  twips,
} from './docx-layout.ts';
import type { ListStyles } from './docx-lists.ts';
import { richPieces } from './docx-rich.ts';
import { inlineRuns, textRun } from './docx-runs.ts';
import type { Closing, FollowUpRow, MinutesItem, NotulaModel, Point } from './model.ts';
import { xmlText } from './xml-text.ts';

const SPEECH_INDENT_TWIPS = twips(0.75);
const FALLBACK_BREAK_TEXT = 'Skors';

const blankNodes = (blank: string): readonly RichNode[] => [
  { type: 'paragraph', content: [{ type: 'text', text: blank }] },
];

function isEmptyNode(node: RichNode): boolean {
  return node.type === 'paragraph' && isEmptyInline(node.content ?? []);
}

function isEmptyInline(nodes: readonly InlineNode[]): boolean {
  return nodes.every((node) => node.type === 'hardBreak' || xmlText(node.text).trim() === '');
}

/** What was written, without empty paragraphs around it; a blank to fill in where there is nothing. */
function orBlank(nodes: readonly RichNode[], blank: string): readonly RichNode[] {
  const first = nodes.findIndex((node) => !isEmptyNode(node));
  if (first === -1) return blankNodes(blank);
  return nodes.slice(first, nodes.findLastIndex((node) => !isEmptyNode(node)) + 1);
}

export function sectionHeading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [textRun(text)] });
}

function partHeading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: [textRun(text)] });
}

function listHeading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_3, children: [textRun(text)] });
}

function statementHeading(item: Extract<MinutesItem, { type: 'statement' }>): Paragraph {
  const { speaker, kind, time } = item;
  // One line or the other, but not "(pukul" at the end of one.
  const aside = [kind, time.replaceAll(' ', '\u00a0')].filter((part) => part !== '').join(', ');
  return new Paragraph({
    keepNext: true,
    spacing: { before: 120, after: 20 },
    children: [
      speaker === null
        ? textRun('Pembicara tidak disebut', { italics: true })
        : textRun(speaker.name === '' ? SHORT_BLANK : speaker.name, { bold: true }),
      ...(speaker === null || speaker.position === '' ? [] : [textRun(`, ${speaker.position}`)]),
      ...(aside === '' ? [] : [textRun(`  (${aside})`, { size: SIZE.small, color: GREY })]),
    ],
  });
}

function itemPieces(
  item: MinutesItem,
  lists: ListStyles,
  isKeptWithNext = false,
): readonly Piece[] {
  switch (item.type) {
    case 'day':
      return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: [textRun(item.text)] })];
    case 'agenda': {
      const runs = isEmptyInline(item.content) ? [textRun(SHORT_BLANK)] : inlineRuns(item.content);
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_4,
          indent: { left: SPEECH_INDENT_TWIPS, hanging: SPEECH_INDENT_TWIPS },
          children: [textRun(`${item.number}.\t`), ...runs],
        }),
      ];
    }
    case 'statement':
      return [
        statementHeading(item),
        ...richPieces(orBlank(item.content, LONG_BLANK), {
          ...pageContext(lists, SPEECH_INDENT_TWIPS),
          isKeptWithNext,
        }),
      ];
    case 'narration':
      return richPieces(orBlank(item.content, LONG_BLANK), {
        ...pageContext(lists, item.isNote ? SPEECH_INDENT_TWIPS : 0),
        isItalic: item.isNote,
        isKeptWithNext,
      });
    case 'break': {
      const words = isEmptyInline(item.content)
        ? [textRun(FALLBACK_BREAK_TEXT)]
        : inlineRuns(item.content);
      return [
        new Paragraph({
          alignment: ALIGN.CENTER,
          spacing: { before: 160, after: 160 },
          keepNext: isKeptWithNext,
          children: [
            textRun('— '),
            ...words,
            ...(item.time === ''
              ? []
              : [textRun(` (${item.time})`, { size: SIZE.small, color: GREY })]),
            textRun(' —'),
          ],
        }),
      ];
    }
  }
}

function itemsPieces(
  items: readonly MinutesItem[],
  lists: ListStyles,
  isKeptWithNext = false,
): readonly Piece[] {
  return items.flatMap((item, index) =>
    itemPieces(item, lists, isKeptWithNext && index === items.length - 1),
  );
}

const blankLine = (keepNext: boolean): readonly Piece[] => [
  new Paragraph({ keepNext, children: [textRun(LONG_BLANK)] }),
];

const italicLine = (text: string): RichNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [{ type: 'italic' }] }],
});

/** Notes in italics, as everywhere: they were not said in the meeting. */
function noteNodes(notes: readonly (readonly RichNode[])[]): readonly RichNode[] {
  return notes.flat().map((node): RichNode => {
    if (node.type !== 'paragraph') return node;
    const content = (node.content ?? []).map((inline) =>
      inline.type === 'text'
        ? { ...inline, marks: [...(inline.marks ?? []), { type: 'italic' } as const] }
        : inline,
    );
    return { ...node, content };
  });
}

function pointPieces(
  title: string,
  points: readonly Point[],
  lists: ListStyles,
  isKeptWithNext: boolean,
): readonly Piece[] {
  const items = points.map((point) => ({
    type: 'listItem' as const,
    content: [
      ...orBlank(point.content, LONG_BLANK),
      ...(point.outcome === '' ? [] : [italicLine(point.outcome)]),
      ...noteNodes(point.notes),
    ],
  }));
  const list: RichNode = { type: 'orderedList', content: items };
  return [listHeading(title), ...richPieces([list], { ...pageContext(lists, 0), isKeptWithNext })];
}

const FOLLOW_UP_COLUMNS = withRest(
  [
    { title: 'No', widthTwips: twips(1.1) },
    { title: 'Tindak lanjut', widthTwips: twips(6.3) },
    { title: 'Penanggung jawab', widthTwips: twips(3.7) },
    { title: 'Batas waktu', widthTwips: twips(2.6) },
  ],
  'Status',
);

function followUpPieces(rows: readonly FollowUpRow[], lists: ListStyles): readonly Piece[] {
  const context = cellContext(lists, twips(6.3) - CELL_SIDES_TWIPS);
  const cells = rows.map((row, index) => [
    [cellLine(String(index + 1), ALIGN.CENTER)],
    richPieces([...orBlank(row.content, SHORT_BLANK), ...noteNodes(row.notes)], context),
    [cellLine(row.responsible === '' ? SHORT_BLANK : row.responsible)],
    [cellLine(row.due === '' ? SHORT_BLANK : row.due)],
    [cellLine(row.status)],
  ]);
  return [
    listHeading('Tindak Lanjut'),
    ruledTable(FOLLOW_UP_COLUMNS, cells),
    new Paragraph({ spacing: { after: 60 }, keepNext: true }),
  ];
}

/** The closing part; its end stays on the page of the signatures that follow. */
function closingPieces(closing: Closing, lists: ListStyles): readonly Piece[] {
  const { remarks, decisions, recommendations, followUps, ending } = closing;
  const groups = [
    { count: remarks.length, pieces: (kept: boolean) => itemsPieces(remarks, lists, kept) },
    {
      count: decisions.length,
      pieces: (kept: boolean) => pointPieces('Keputusan', decisions, lists, kept),
    },
    {
      count: recommendations.length,
      pieces: (kept: boolean) => pointPieces('Rekomendasi', recommendations, lists, kept),
    },
    { count: followUps.length, pieces: () => followUpPieces(followUps, lists) },
    { count: ending.length, pieces: (kept: boolean) => itemsPieces(ending, lists, kept) },
  ].filter(({ count }) => count > 0);
  if (groups.length === 0) return blankLine(true);
  return groups.flatMap(({ pieces }, index) => pieces(index === groups.length - 1));
}

/** The course of the meeting in its three parts. */
export function coursePieces(model: NotulaModel, lists: ListStyles): readonly Piece[] {
  const { opening, discussion } = model;
  return [
    partHeading('1. Kata Pembukaan'),
    ...(opening.length === 0 ? blankLine(false) : itemsPieces(opening, lists)),
    partHeading('2. Pembahasan'),
    ...(discussion.length === 0 ? blankLine(false) : itemsPieces(discussion, lists)),
    partHeading('3. Penutup/Kesimpulan'),
    ...closingPieces(model.closing, lists),
  ];
}
