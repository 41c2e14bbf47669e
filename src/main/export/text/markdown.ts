import type { ListItem, RichNode, Table } from '../../../shared/document/rich-text.ts';
import type { Alignment, FactRow, Piece } from '../official-document.ts';
import { LONG_BLANK } from '../parts/text.ts';
import { tableGrid } from '../table-grid.ts';
import { escaped, inlineMarkdown, lineStart } from './markdown-inline.ts';
import { breakTime, imageWords, signatureGroups, speakerWords } from './wording.ts';

/** Lines of one paragraph: a backslash at the end of a line breaks it. */
const paragraph = (lines: readonly string[]): readonly string[] => {
  const last = lines.findLastIndex((line) => line !== '');
  return lines
    .slice(0, last + 1)
    .map((line, index) => `${lineStart(line) || '&nbsp;'}${index === last ? '' : '\\'}`);
};

const indentedBy = (lines: readonly string[], space: string): readonly string[] =>
  lines.map((line) => (line === '' ? '' : `${space}${line}`));

/** Lists of one kind that follow one another are told apart by their signs. */
const SIGNS = { bulletList: ['-', '*'], orderedList: ['.', ')'] } as const;

function itemLines({ content }: ListItem, marker: string, isItalic: boolean): readonly string[] {
  const [first = '', ...rest] = blockLines(content, isItalic);
  return [`${marker} ${first}`.trimEnd(), ...indentedBy(rest, ' '.repeat(marker.length + 1))];
}

function listLines(
  node: Extract<RichNode, { type: 'bulletList' | 'orderedList' }>,
  hasSameBefore: boolean,
  isItalic: boolean,
): readonly string[] {
  const sign = SIGNS[node.type][hasSameBefore ? 1 : 0];
  // No program counts further back or up than this.
  const start = node.type === 'orderedList' ? Math.max(0, node.attrs?.start ?? 1) % 1e9 : 0;
  return node.content.flatMap((item, index) =>
    itemLines(item, node.type === 'orderedList' ? `${start + index}${sign}` : sign, isItalic),
  );
}

/** All of a cell on one line. */
function cellMarkdown(nodes: readonly RichNode[]): string {
  return nodes
    .flatMap((node): readonly string[] => {
      switch (node.type) {
        case 'paragraph':
          return inlineMarkdown(node.content);
        case 'bulletList':
          return node.content.map(({ content }) => `• ${cellMarkdown(content)}`);
        case 'orderedList': {
          const start = node.attrs?.start ?? 1;
          return node.content.map(
            ({ content }, index) => `${start + index}. ${cellMarkdown(content)}`,
          );
        }
        case 'blockquote':
          return [cellMarkdown(node.content)];
        case 'image':
          return [escaped(imageWords(node.attrs))];
        case 'table':
          return node.content.map((row) =>
            row.content.map(({ content }) => cellMarkdown(content)).join('; '),
          );
      }
    })
    .filter((line) => line !== '')
    .join('<br>');
}

const RULES: Readonly<Record<Alignment, string>> = {
  start: '---',
  justify: '---',
  center: ':---:',
  end: '---:',
};

const rowLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function gridLines(table: Table): readonly string[] {
  const grid = tableGrid(table);
  if (grid.columnCount === 0) return [];
  const rows = grid.rows.map((cells) => {
    const row = Array.from({ length: grid.columnCount }, () => '');
    for (const cell of cells) row[cell.column] = cellMarkdown(cell.content);
    return row;
  });
  const isHeaded = grid.rows[0]?.some((cell) => cell.node?.type === 'tableHeader') === true;
  const empty = Array.from({ length: grid.columnCount }, () => '');
  // No table is without a head there; where none was written it stays empty.
  const [head = empty, ...body] = isHeaded ? rows : [empty, ...rows];
  return [rowLine(head), rowLine(empty.map(() => '---')), ...body.map(rowLine)];
}

function nodeLines(node: RichNode, before: RichNode | undefined, isItalic: boolean) {
  switch (node.type) {
    case 'paragraph':
      return paragraph(inlineMarkdown(node.content, isItalic));
    case 'bulletList':
    case 'orderedList':
      return listLines(node, before?.type === node.type, isItalic);
    case 'blockquote':
      return blockLines(node.content, isItalic).map((line) => `> ${line}`.trimEnd());
    case 'image':
      return [escaped(imageWords(node.attrs))];
    case 'table':
      return gridLines(node);
  }
}

/** Blocks with an empty line between them; only a list right under its item needs none. */
function blockLines(nodes: readonly RichNode[], isItalic: boolean): readonly string[] {
  const isList = (node: RichNode): boolean =>
    node.type === 'bulletList' || node.type === 'orderedList';
  return nodes.reduce<string[]>((lines, node, index) => {
    const before = nodes[index - 1];
    const own = nodeLines(node, before, isItalic);
    if (own.length === 0) return lines;
    // A numbered list that begins with another number than 1 ends no paragraph.
    const isClose =
      before?.type === 'paragraph' &&
      isList(node) &&
      (node.type !== 'orderedList' || (node.attrs?.start ?? 1) === 1);
    return [...lines, ...(lines.length === 0 || isClose ? [] : ['']), ...own];
  }, []);
}

function factLines({ label, value, isUnder }: FactRow): readonly string[] {
  const space = isUnder ? '  ' : '';
  const head = `${space}- **${escaped(label)}:**`;
  if (value === null) return [head];
  const lines = value.lines.map((nodes) => inlineMarkdown(nodes).join(' '));
  if (lines.length === 0) return [`${head} ${LONG_BLANK}`];
  if (lines.length === 1) return [`${head} ${lines[0] ?? ''}`];
  return [
    head,
    ...lines.map((line, index) => `${space}  ${value.isNumbered ? `${index + 1}.` : '-'} ${line}`),
  ];
}

const heading = (level: number, text: string): string => `${'#'.repeat(level)} ${text}`;

function titleLines({ lines }: Extract<Piece, { type: 'title' }>, isFirst: boolean) {
  const [first, ...rest] = lines.map(({ text }) => escaped(text));
  if (first === undefined) return [];
  const under = rest.length === 0 ? [] : ['', ...paragraph(rest.map((text) => `**${text}**`))];
  return [heading(isFirst ? 1 : 2, first), ...under];
}

function pieceLines(piece: Piece, isFirst: boolean): readonly string[] {
  switch (piece.type) {
    case 'title':
      return titleLines(piece, isFirst);
    case 'heading': {
      const text = inlineMarkdown(piece.content).join(' ');
      return [heading(piece.level + 1, `${escaped(piece.number)} ${text}`.trim())];
    }
    case 'text': {
      const [first = '', ...rest] = inlineMarkdown(piece.content);
      return paragraph([`${escaped(piece.label)} ${first}`.trim(), ...rest]);
    }
    case 'rich':
      return blockLines(piece.nodes, piece.isItalic);
    case 'speaker': {
      const { name, isKnown, rest } = speakerWords(piece);
      const sign = isKnown ? '**' : '_';
      return [`${sign}${escaped(name)}${sign}${escaped(rest)}`];
    }
    case 'break':
      return [`— ${inlineMarkdown(piece.content).join(' ')}${escaped(breakTime(piece))} —`];
    case 'facts':
      return piece.rows.flatMap(factLines);
    case 'table':
      return [
        rowLine(piece.columns.map(({ title }) => escaped(title))),
        rowLine(piece.columns.map(({ alignment }) => RULES[alignment])),
        ...piece.rows.map((cells) => rowLine(cells.map(cellMarkdown))),
      ];
    case 'signatures':
      return signatureGroups(piece).flatMap((lines, index) => [
        ...(index === 0 ? [] : ['']),
        ...paragraph(lines.map(escaped)),
      ]);
    case 'photos':
      return piece.photos.map(({ caption }) => escaped(imageWords({ caption, alt: '' })));
    case 'page-break':
      return [];
  }
}

/** Pieces as GitHub Flavored Markdown. */
export function markdownText(pieces: readonly Piece[]): string {
  return pieces
    .map((piece, index) => pieceLines(piece, index === 0).join('\n'))
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}
