import type { BlockOf } from '../../../shared/document/block.ts';
import type { InlineNode, RichNode } from '../../../shared/document/rich-text.ts';
import { isAddendumNote } from '../addendum-notes.ts';
import type { Piece } from '../official-document.ts';
import { xmlText } from '../xml-text.ts';

type PieceOf<T extends Piece['type']> = Extract<Piece, { type: T }>;

/** Lines to be filled in by hand, in a cell or in running text. */
export const SHORT_BLANK = '…………';
export const LONG_BLANK = '………………………………………………';

/** The first line of running official prose (FORMATS §2, Berita Acara). */
export const FIRST_LINE_MM = 12.7;

/** Plain words as running text; no node where there are none. */
export const plain = (text: string): readonly InlineNode[] =>
  text === '' ? [] : [{ type: 'text', text }];

export const plainNode = (text: string): RichNode => ({ type: 'paragraph', content: plain(text) });

/** Running text, justified, from the left margin; `options` says what is otherwise. */
export function textPiece(
  content: string | readonly InlineNode[],
  options: Partial<Omit<PieceOf<'text'>, 'type' | 'content'>> = {},
): PieceOf<'text'> {
  return {
    type: 'text',
    content: typeof content === 'string' ? plain(content) : content,
    alignment: 'justify',
    size: 'text',
    indentMm: 0,
    firstLineMm: 0,
    label: '',
    spaceBeforeMm: 0,
    isKeptWithNext: false,
    ...options,
  };
}

export function headingPiece(
  level: PieceOf<'heading'>['level'],
  content: string | readonly InlineNode[],
  number = '',
): PieceOf<'heading'> {
  return {
    type: 'heading',
    level,
    number,
    content: typeof content === 'string' ? plain(content) : content,
  };
}

export function richPiece(
  nodes: readonly RichNode[],
  options: Partial<Omit<PieceOf<'rich'>, 'type' | 'nodes'>> = {},
): PieceOf<'rich'> {
  return { type: 'rich', nodes, indentMm: 0, isItalic: false, isKeptWithNext: false, ...options };
}

export function isEmptyInline(nodes: readonly InlineNode[]): boolean {
  return nodes.every((node) => node.type === 'hardBreak' || xmlText(node.text).trim() === '');
}

function isEmptyNode(node: RichNode): boolean {
  return node.type === 'paragraph' && isEmptyInline(node.content ?? []);
}

/** What was written, without empty paragraphs around it; a blank to fill in where there is nothing. */
export function orBlank(nodes: readonly RichNode[], blank: string): readonly RichNode[] {
  const first = nodes.findIndex((node) => !isEmptyNode(node));
  if (first === -1) return [plainNode(blank)];
  return nodes.slice(first, nodes.findLastIndex((node) => !isEmptyNode(node)) + 1);
}

function italic(node: RichNode): RichNode {
  if (node.type !== 'paragraph') return node;
  const content = (node.content ?? []).map((inline) =>
    inline.type === 'text'
      ? { ...inline, marks: [...(inline.marks ?? []), { type: 'italic' } as const] }
      : inline,
  );
  return { ...node, content };
}

/**
 * Notes of the secretary in italics, as everywhere: they were not said in the meeting. Addenda are
 * no remarks: they stand upright.
 */
export function noteNodes(notes: readonly BlockOf<'narration'>[]): readonly RichNode[] {
  return notes.flatMap((note) => (isAddendumNote(note) ? note.content : note.content.map(italic)));
}
