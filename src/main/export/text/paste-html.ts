import type { ListItem, RichNode, Table } from '../../../shared/document/rich-text.ts';
import { inlineHtml } from '../html/inline.ts';
import type { Html } from '../html/markup.ts';
import { joined, tag, words } from '../html/markup.ts';
import type { FactRow, Piece } from '../official-document.ts';
import { LONG_BLANK } from '../parts/text.ts';
import { headerRowCount, tableGrid } from '../table-grid.ts';
import { breakTime, imageWords, signatureGroups, speakerWords } from './wording.ts';

// Letters, links and marks are those of the paged rendering. What stands around them is not: a page
// is measured in classes and styles, of which a program that is pasted into must get none.

const HEADINGS = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h4' } as const;

const lines = (texts: readonly Html[]): Html =>
  joined(texts.flatMap((text, index) => (index === 0 ? [text] : [tag('br', {}), text])));

const inItalics = (content: Html, isItalic: boolean): Html =>
  isItalic && content !== '' ? tag('em', {}, content) : content;

const span = (count: number): string => (count > 1 ? String(count) : '');

/** An only paragraph needs no element of its own within an item or a cell. */
function innerHtml(nodes: readonly RichNode[], isItalic: boolean): Html {
  const [first, ...rest] = nodes;
  return first?.type === 'paragraph'
    ? joined([inItalics(inlineHtml(first.content), isItalic), richHtml(rest, isItalic)])
    : richHtml(nodes, isItalic);
}

const item = ({ content }: ListItem, isItalic: boolean): Html =>
  tag('li', {}, innerHtml(content, isItalic));

function tableHtml(table: Table): Html {
  const grid = tableGrid(table);
  if (grid.columnCount === 0) return joined([]);
  const rows = grid.rows.map((cells) =>
    tag(
      'tr',
      {},
      ...cells.map((cell) =>
        tag(
          cell.node?.type === 'tableHeader' ? 'th' : 'td',
          { colspan: span(cell.columnSpan), rowspan: span(cell.rowSpan) },
          innerHtml(cell.content, false),
        ),
      ),
    ),
  );
  const isHeaded = grid.rows[0]?.every((cell) => cell.node?.type === 'tableHeader') === true;
  const heads = isHeaded ? headerRowCount(grid) : 0;
  return tag(
    'table',
    {},
    ...(heads === 0 ? [] : [tag('thead', {}, ...rows.slice(0, heads))]),
    tag('tbody', {}, ...rows.slice(heads)),
  );
}

function nodeHtml(node: RichNode, isItalic: boolean): Html {
  switch (node.type) {
    case 'paragraph':
      return tag('p', {}, inItalics(inlineHtml(node.content), isItalic));
    case 'bulletList':
      return tag('ul', {}, ...node.content.map((each) => item(each, isItalic)));
    case 'orderedList': {
      const start = node.attrs?.start ?? 1;
      return tag(
        'ol',
        { start: start === 1 ? '' : String(start) },
        ...node.content.map((each) => item(each, isItalic)),
      );
    }
    case 'blockquote':
      return tag('blockquote', {}, richHtml(node.content, isItalic));
    case 'image':
      return tag('p', {}, tag('em', {}, words(imageWords(node.attrs))));
    case 'table':
      return tableHtml(node);
  }
}

const richHtml = (nodes: readonly RichNode[], isItalic: boolean): Html =>
  joined(nodes.map((node) => nodeHtml(node, isItalic)));

function factRow({ label, value, isUnder }: FactRow): Html {
  const content =
    value === null
      ? joined([])
      : value.lines.length === 0
        ? words(LONG_BLANK)
        : value.isNumbered
          ? tag('ol', {}, ...value.lines.map((nodes) => tag('li', {}, inlineHtml(nodes))))
          : lines(value.lines.map((nodes) => inlineHtml(nodes)));
  return tag(
    'tr',
    {},
    tag('td', {}, words(isUnder ? `– ${label}` : label)),
    tag('td', {}, value === null ? joined([]) : words(':')),
    tag('td', {}, content),
  );
}

function titleHtml({ lines: said }: Extract<Piece, { type: 'title' }>): Html {
  return joined(
    said.map(({ text, isBold }, index) =>
      index === 0
        ? tag('h1', {}, words(text))
        : tag('p', {}, isBold ? tag('strong', {}, words(text)) : words(text)),
    ),
  );
}

function pieceHtml(piece: Piece): Html {
  switch (piece.type) {
    case 'title':
      return titleHtml(piece);
    case 'heading': {
      const number = piece.number === '' ? [] : [words(`${piece.number} `)];
      return tag(HEADINGS[piece.level], {}, ...number, inlineHtml(piece.content));
    }
    case 'text': {
      const label = piece.label === '' ? [] : [words(`${piece.label} `)];
      return tag('p', {}, ...label, inlineHtml(piece.content));
    }
    case 'rich':
      return richHtml(piece.nodes, piece.isItalic);
    case 'speaker': {
      const { name, isKnown, rest } = speakerWords(piece);
      return tag('p', {}, tag(isKnown ? 'strong' : 'em', {}, words(name)), words(rest));
    }
    case 'break':
      return tag('p', {}, words('— '), inlineHtml(piece.content), words(`${breakTime(piece)} —`));
    case 'facts':
      return piece.rows.length === 0
        ? joined([])
        : tag('table', {}, tag('tbody', {}, ...piece.rows.map(factRow)));
    case 'table':
      return tag(
        'table',
        {},
        tag(
          'thead',
          {},
          tag('tr', {}, ...piece.columns.map(({ title }) => tag('th', {}, words(title)))),
        ),
        tag(
          'tbody',
          {},
          ...piece.rows.map((cells) =>
            tag('tr', {}, ...cells.map((nodes) => tag('td', {}, innerHtml(nodes, false)))),
          ),
        ),
      );
    case 'signatures':
      return joined(
        signatureGroups(piece).map((group) =>
          tag('p', {}, lines(group.map((line) => words(line)))),
        ),
      );
    case 'photos':
      return joined(
        piece.photos.map(({ caption }) => tag('p', {}, words(imageWords({ caption, alt: '' })))),
      );
    case 'page-break':
      return joined([]);
  }
}

/** Pieces as HTML of nothing but what they are, for programs that give it a look of their own. */
export const pasteHtml = (pieces: readonly Piece[]): string => joined(pieces.map(pieceHtml));
