import type { InlineNode, ListItem, RichNode, Table } from '../../../shared/document/rich-text.ts';
import type { FactRow, Piece } from '../official-document.ts';
import { LONG_BLANK } from '../parts/text.ts';
import { tableGrid } from '../table-grid.ts';
import { xmlLine } from '../xml-text.ts';
import { breakTime, imageWords, runsOf, signatureGroups, speakerWords } from './wording.ts';

/** A link says where it leads, unless its words do already. */
function addressOf(href: string, text: string): string {
  const address = xmlLine(href).replace(/^mailto:/i, '');
  const bare = (words: string): string =>
    words
      .trim()
      .replace(/^https?:\/\//i, '')
      .replace(/\/$/, '')
      .toLowerCase();
  return bare(address) === bare(text) ? '' : ` (${address})`;
}

function inlinePlain(nodes: readonly InlineNode[] | undefined): string {
  return runsOf(nodes, false)
    .map((run) =>
      run.type === 'break'
        ? '\n'
        : `${run.text}${run.href === null ? '' : addressOf(run.href, run.text)}`,
    )
    .join('');
}

const indentedBy = (lines: readonly string[], space: string): readonly string[] =>
  lines.map((line) => (line === '' ? '' : `${space}${line}`));

function itemLines({ content }: ListItem, marker: string): readonly string[] {
  const [first = '', ...rest] = richLines(content);
  return [`${marker} ${first}`, ...indentedBy(rest, ' '.repeat(marker.length + 1))];
}

const cellText = (nodes: readonly RichNode[]): string =>
  richLines(nodes)
    .map((line) => line.trim().replaceAll('\t', ' '))
    .filter((line) => line !== '')
    .join('; ');

/** By tabs, as a spreadsheet takes them; under a cell that reaches further, cells stay empty. */
function tableLines(table: Table): readonly string[] {
  const grid = tableGrid(table);
  return grid.rows.map((cells) => {
    const row = Array.from({ length: grid.columnCount }, () => '');
    for (const cell of cells) row[cell.column] = cellText(cell.content);
    return row.join('\t').trimEnd();
  });
}

function nodeLines(node: RichNode): readonly string[] {
  switch (node.type) {
    case 'paragraph':
      return inlinePlain(node.content).split('\n');
    case 'bulletList':
      return node.content.flatMap((item) => itemLines(item, '-'));
    case 'orderedList': {
      const start = node.attrs?.start ?? 1;
      return node.content.flatMap((item, index) => itemLines(item, `${start + index}.`));
    }
    case 'blockquote':
      return richLines(node.content).map((line) => `> ${line}`.trimEnd());
    case 'image':
      return [imageWords(node.attrs)];
    case 'table':
      return tableLines(node);
  }
}

const richLines = (nodes: readonly RichNode[]): readonly string[] => nodes.flatMap(nodeLines);

function factLines({ label, value, isUnder }: FactRow): readonly string[] {
  const space = isUnder ? '  ' : '';
  if (value === null) return [`${space}${label}:`];
  const lines = value.lines.map((nodes) => inlinePlain(nodes).replaceAll('\n', ' '));
  if (lines.length === 0) return [`${space}${label}: ${LONG_BLANK}`];
  if (lines.length === 1) return [`${space}${label}: ${lines[0] ?? ''}`];
  return [
    `${space}${label}:`,
    ...lines.map((line, index) => `${space}  ${value.isNumbered ? `${index + 1}.` : '-'} ${line}`),
  ];
}

function pieceLines(piece: Piece): readonly string[] {
  switch (piece.type) {
    case 'title':
      return piece.lines.map(({ text }) => text);
    case 'heading':
      return [`${piece.number} ${inlinePlain(piece.content)}`.trim()];
    case 'text': {
      const text = inlinePlain(piece.content);
      return (piece.label === '' ? text : `${piece.label} ${text}`).split('\n');
    }
    case 'rich':
      return richLines(piece.nodes);
    case 'speaker': {
      const { name, rest } = speakerWords(piece);
      return [`${name}${rest}`];
    }
    case 'break':
      return [`— ${inlinePlain(piece.content)}${breakTime(piece)} —`];
    case 'facts':
      return piece.rows.flatMap(factLines);
    case 'table':
      return [
        piece.columns.map(({ title }) => title).join('\t'),
        ...piece.rows.map((cells) => cells.map(cellText).join('\t').trimEnd()),
      ];
    case 'signatures':
      return signatureGroups(piece).flatMap((lines, index) =>
        index === 0 ? lines : ['', ...lines],
      );
    case 'photos':
      return piece.photos.map(({ caption }) => imageWords({ caption, alt: '' }));
    case 'page-break':
      return [];
  }
}

/** Pieces as text that any program takes; what was said stands right under who said it. */
export function plainText(pieces: readonly Piece[]): string {
  let text = '';
  let isAfterSpeaker = false;
  for (const piece of pieces) {
    const part = pieceLines(piece)
      .map((line) => line.trimEnd())
      .join('\n');
    if (part === '') continue;
    text += `${text === '' ? '' : isAfterSpeaker ? '\n' : '\n\n'}${part}`;
    isAfterSpeaker = piece.type === 'speaker';
  }
  return text;
}
