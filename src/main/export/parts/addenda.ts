import type { Block } from '../../../shared/document/block.ts';
import { blockPlainText } from '../../../shared/document/plain-text.ts';
import type { Addendum } from '../../../shared/minutes/final.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import { addendumName, addendumNode } from '../addendum-notes.ts';
import type { Piece } from '../official-document.ts';
import { shortened } from '../shortened.ts';
import { xmlLine } from '../xml-text.ts';
import { headingPiece, richPiece } from './text.ts';

/** Enough to find the place again; the words themselves stand in the minutes. */
const LONGEST_EXCERPT = 80;

/** Every text of a document that has a look of its own: the names of addenda are bold. */
function markedTexts(part: unknown, found: Set<string>): Set<string> {
  if (Array.isArray(part)) {
    for (const one of part) markedTexts(one, found);
  } else if (typeof part === 'object' && part !== null) {
    if ('text' in part && typeof part.text === 'string' && 'marks' in part) found.add(part.text);
    for (const one of Object.values(part)) markedTexts(one, found);
  }
  return found;
}

/** " (atas “Saya setuju …”)"; "" for the minutes as a whole. */
function aboutWords({ blockId }: Addendum, blocks: readonly Block[]): string {
  const block = blockId === null ? undefined : blocks.find(({ attrs }) => attrs.id === blockId);
  const words = block === undefined ? '' : xmlLine(blockPlainText(block));
  return words === '' ? '' : ` (atas “${shortened(words, LONGEST_EXCERPT)}”)`;
}

interface ListOptions {
  readonly level: Extract<Piece, { type: 'heading' }>['level'];
  readonly title?: string;
  /** What follows, such as signatures, begins on the page of its end. */
  readonly isKeptWithNext?: boolean;
}

/**
 * The addenda that do not stand beside what they correct: those about the minutes as a whole, and
 * those of blocks that are not among the pieces shown. Nothing where there are none.
 */
export function addendaList(
  { addenda = [], blocks, session }: SessionRecord,
  shown: readonly Piece[],
  { level, title = 'Adendum', isKeptWithNext = false }: ListOptions,
): readonly Piece[] {
  if (addenda.length === 0) return [];
  const present = markedTexts(shown, new Set());
  const listed = addenda.filter(
    (addendum) => !present.has(`${addendumName(addendum, session.zone)}: `),
  );
  if (listed.length === 0) return [];
  return [
    headingPiece(level, title),
    ...listed.map((addendum, index) =>
      richPiece([addendumNode(addendum, session.zone, aboutWords(addendum, blocks))], {
        isKeptWithNext: isKeptWithNext && index === listed.length - 1,
      }),
    ),
  ];
}
