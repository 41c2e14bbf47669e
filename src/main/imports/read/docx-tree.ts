import type { Alignment, ReadCell, ReadParagraph } from '../../../shared/imports/document.ts';
import type { PieceWriter, ReadRow } from './piece-writer.ts';
import { cleanText } from './piece-writer.ts';

/** What mammoth makes of a Word document before it makes HTML of that; only what is used here. */
export interface TreeNode {
  readonly type: string;
  readonly children?: readonly TreeNode[];
  readonly value?: unknown;
  readonly styleName?: string | null;
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string } | null;
  readonly alignment?: string | null;
  readonly isBold?: boolean;
  readonly breakType?: string;
  readonly checked?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly notes?: { readonly resolve: (reference: TreeNode) => TreeNode | null };
  readonly body?: readonly TreeNode[];
}

/** Mammoth's types leave this open; every node of its tree is made by its `documents.js`. */
export const isTreeNode = (value: unknown): value is TreeNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

interface Words {
  text: string;
  boldLength: number;
  isStillBold: boolean;
  hasPageBreak: boolean;
  readonly notes: TreeNode[];
}

function add(words: Words, text: string, isBold: boolean): void {
  words.text += text;
  // Spaces between bold words are often not bold themselves.
  if (text.trim() === '') return;
  if (!isBold) words.isStillBold = false;
  if (words.isStillBold) words.boldLength = words.text.length;
}

function gather(node: TreeNode, isBold: boolean, words: Words): void {
  switch (node.type) {
    case 'text':
      add(words, typeof node.value === 'string' ? node.value : '', isBold);
      return;
    case 'tab':
      add(words, '\t', isBold);
      return;
    case 'break':
      if (node.breakType === 'page') words.hasPageBreak = true;
      else add(words, '\n', isBold);
      return;
    case 'checkbox':
      add(words, node.checked === true ? '☑' : '☐', isBold);
      return;
    case 'noteReference':
      words.notes.push(node);
      return;
    default: {
      const isBoldHere =
        isBold || node.isBold === true || /^(?:strong|kuat)$/iu.test(node.styleName ?? '');
      for (const child of node.children ?? []) gather(child, isBoldHere, words);
    }
  }
}

function headingLevel(styleName: string | null | undefined): number | null {
  const name = styleName?.toLowerCase() ?? '';
  if (name === 'title' || name === 'judul') return 1;
  const level = /^(?:heading|judul) ?([1-9])$/.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}

const ALIGNMENTS: Readonly<Record<string, Alignment>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

interface ReadOfParagraph {
  readonly paragraph: ReadParagraph;
  readonly hasPageBreak: boolean;
  readonly notes: readonly TreeNode[];
}

function readParagraph(node: TreeNode): ReadOfParagraph {
  const words: Words = {
    text: '',
    boldLength: 0,
    isStillBold: true,
    hasPageBreak: false,
    notes: [],
  };
  for (const child of node.children ?? []) gather(child, false, words);
  const text = cleanText(words.text);
  const bold = cleanText(words.text.slice(0, words.boldLength));
  return {
    paragraph: {
      text,
      heading: headingLevel(node.styleName),
      list: node.numbering
        ? { level: Number(node.numbering.level), isOrdered: node.numbering.isOrdered }
        : null,
      boldLength: bold.length,
      alignment: ALIGNMENTS[node.alignment ?? ''] ?? null,
    },
    hasPageBreak: words.hasPageBreak,
    notes: words.notes,
  };
}

/** The paragraphs of a cell; a table within it becomes paragraphs, its cells parted by tabs. */
function cellParagraphs(nodes: readonly TreeNode[], notes: TreeNode[]): readonly ReadParagraph[] {
  return nodes.flatMap((node) => {
    if (node.type === 'table') {
      return (node.children ?? []).map(({ children = [] }) => {
        const cells = children.map((cell) =>
          cellParagraphs(cell.children ?? [], notes)
            .map(({ text }) => text)
            .join('\n'),
        );
        return { ...PLAIN, text: cells.join('\t') };
      });
    }
    if (node.type !== 'paragraph') return [];
    const read = readParagraph(node);
    notes.push(...read.notes);
    return [read.paragraph];
  });
}

const PLAIN: ReadParagraph = {
  text: '',
  heading: null,
  list: null,
  boldLength: 0,
  alignment: null,
};

/** Rows in which every cell stands in its column: mammoth leaves out what a cell above covers. */
function gridRows(table: TreeNode, notes: TreeNode[]): readonly ReadRow[] {
  /** By its first column: rows still covered by a cell above, and the columns that it covers. */
  const covered = new Map<number, { rows: number; readonly span: number }>();
  return (table.children ?? []).map((row) => {
    const cells: ReadCell[] = [];
    let column = 0;
    const pass = (): void => {
      for (let above = covered.get(column); above?.rows; above = covered.get(column)) {
        above.rows -= 1;
        cells.push({ paragraphs: [], span: above.span });
        column += above.span;
      }
    };
    for (const cell of row.children ?? []) {
      pass();
      const span = cell.colSpan ?? 1;
      cells.push({ paragraphs: cellParagraphs(cell.children ?? [], notes), span });
      covered.set(column, { rows: (cell.rowSpan ?? 1) - 1, span });
      column += span;
    }
    pass();
    return cells;
  });
}

/** Writes what mammoth read of one part into the pieces of the document. */
export function writeTree(
  document: TreeNode,
  place: 'isi' | 'kop' | 'kaki',
  writer: PieceWriter,
): void {
  const writeNotes = (references: readonly TreeNode[]): void => {
    for (const reference of references) {
      for (const node of document.notes?.resolve(reference)?.body ?? [])
        if (node.type === 'paragraph') writer.paragraph(readParagraph(node).paragraph, 'catatan');
    }
  };
  for (const node of document.children ?? []) {
    if (node.type === 'table') {
      const notes: TreeNode[] = [];
      writer.table(gridRows(node, notes), place);
      writeNotes(notes);
    } else if (node.type === 'paragraph') {
      const { paragraph, hasPageBreak, notes } = readParagraph(node);
      if (hasPageBreak) writer.pageBreak();
      writer.paragraph(paragraph, place);
      writeNotes(notes);
    }
  }
}
