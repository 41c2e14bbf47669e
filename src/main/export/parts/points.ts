import type { BlockOf } from '../../../shared/document/block.ts';
import type { ListItem, RichNode } from '../../../shared/document/rich-text.ts';
import type { Piece } from '../official-document.ts';
import type { Noted } from '../sections.ts';
import { LONG_BLANK, noteNodes, orBlank, richPiece } from './text.ts';

type PointBlock = BlockOf<'decision' | 'recommendation'>;

/** How a decision was taken, as far as it is known, as a sentence; "" where it is not. */
export function outcome({ attrs }: BlockOf<'decision'>): string {
  const counts = [
    attrs.inFavour === null ? '' : `setuju ${attrs.inFavour}`,
    attrs.against === null ? '' : `tidak setuju ${attrs.against}`,
    attrs.abstained === null ? '' : `abstain ${attrs.abstained}`,
  ].filter((count) => count !== '');
  const votes = counts.join(', ');
  switch (attrs.method) {
    case 'mufakat':
      return votes === '' ? 'Diputuskan secara mufakat.' : `Diputuskan secara mufakat (${votes}).`;
    case 'pemungutan suara':
      return votes === ''
        ? 'Diputuskan dengan pemungutan suara.'
        : `Diputuskan dengan pemungutan suara: ${votes}.`;
    case null:
      return votes === '' ? '' : `Suara: ${votes}.`;
  }
}

const italicLine = (text: string): RichNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [{ type: 'italic' }] }],
});

function pointItem({ block, notes }: Noted<PointBlock>): ListItem {
  const decided = block.type === 'decision' ? outcome(block) : '';
  return {
    type: 'listItem',
    content: [
      ...orBlank(block.content, LONG_BLANK),
      ...(decided === '' ? [] : [italicLine(decided)]),
      ...noteNodes(notes),
    ],
  };
}

/** Decisions or recommendations, numbered, with how they were taken; nothing where there are none. */
export function pointPieces(
  points: readonly Noted<PointBlock>[],
  isKeptWithNext = false,
): readonly Piece[] {
  if (points.length === 0) return [];
  return [richPiece([{ type: 'orderedList', content: points.map(pointItem) }], { isKeptWithNext })];
}
