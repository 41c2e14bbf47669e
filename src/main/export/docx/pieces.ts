import type { InlineNode } from '../../../shared/document/rich-text.ts';
import type { OfficialDocument, Piece } from '../official-document.ts';
import type { DocxContext } from './context.ts';
import { pageContext } from './context.ts';
import type { Xml } from './elements.ts';
import { PAGE_BREAK, paragraph } from './elements.ts';
import { factsTable } from './facts.ts';
import type { Layout } from './layout.ts';
import { GREY, twips } from './layout.ts';
import { photosTable } from './photos.ts';
import { inlineParagraph, richPieces } from './rich.ts';
import { ruledTable } from './ruled-table.ts';
import { inlineRuns, textRun } from './runs.ts';
import { signatureParts } from './signatures.ts';

type PieceOf<T extends Piece['type']> = Extract<Piece, { type: T }>;

/** Where numbers and letters hang before a text. */
const HANGING_MM = 7.5;
export const NOBODY = 'Pembicara tidak disebut';

export const hangingTwips = ({ widthFactor }: Layout): number =>
  Math.round(twips(HANGING_MM) * widthFactor);

function titleParts({ lines }: PieceOf<'title'>, { layout }: DocxContext): readonly Xml[] {
  return lines.map(({ text, size, isBold, isUnderlined }, index) =>
    paragraph(
      {
        alignment: 'center',
        keepNext: true,
        spacing: {
          before: index === 0 ? 60 : 0,
          after: index === lines.length - 1 ? 240 : 20,
          ...layout.compactLine,
        },
      },
      [textRun(text, { bold: isBold, size: layout.sizes[size], isUnderlined })],
    ),
  );
}

function headingPart({ level, number, content }: PieceOf<'heading'>, { layout }: DocxContext) {
  const hanging = hangingTwips(layout);
  return paragraph(
    { heading: level, ...(number === '' ? {} : { indent: { left: hanging, hanging } }) },
    [number === '' ? '' : textRun(`${number}\t`), inlineRuns(content)],
  );
}

function textPart(piece: PieceOf<'text'>, context: DocxContext, isKept: boolean): Xml {
  const { layout } = context;
  const { content, alignment, size, indentMm, firstLineMm, label, spaceBeforeMm } = piece;
  const hanging = label === '' ? 0 : hangingTwips(layout);
  const left = twips(indentMm) + hanging;
  const isSmall = size === 'small';
  const look = isSmall ? { size: layout.sizes.small, color: GREY } : {};
  return inlineParagraph(
    content,
    { ...pageContext(context, left), alignment, isKeptWithNext: isKept },
    {
      look,
      before: label === '' ? '' : textRun(`${label}\t`, look),
      indent: {
        left,
        ...(hanging === 0 ? { firstLine: twips(firstLineMm) } : { hanging }),
      },
      ...(spaceBeforeMm === 0 ? {} : { spacing: { before: twips(spaceBeforeMm) } }),
    },
  );
}

function speakerPart({ name, position, asides }: PieceOf<'speaker'>, { layout }: DocxContext) {
  const aside = asides.join(', ');
  return paragraph({ keepNext: true, spacing: { before: 120, after: 20 } }, [
    name === '' ? textRun(NOBODY, { italics: true }) : textRun(name, { bold: true }),
    name === '' || position === '' ? '' : textRun(`, ${position}`),
    aside === '' ? '' : textRun(`  (${aside})`, { size: layout.sizes.small, color: GREY }),
  ]);
}

function breakPart(
  content: readonly InlineNode[],
  time: string,
  { layout }: DocxContext,
  isKept: boolean,
): Xml {
  return paragraph(
    { alignment: 'center', spacing: { before: 160, after: 160 }, keepNext: isKept },
    [
      textRun('— '),
      inlineRuns(content),
      time === '' ? '' : textRun(` (${time})`, { size: layout.sizes.small, color: GREY }),
      textRun(' —'),
    ],
  );
}

function partsOf(piece: Piece, context: DocxContext, isKept: boolean): readonly Xml[] {
  switch (piece.type) {
    case 'title':
      return titleParts(piece, context);
    case 'heading':
      return [headingPart(piece, context)];
    case 'text':
      return [textPart(piece, context, isKept)];
    case 'rich':
      return richPieces(piece.nodes, {
        ...pageContext(context, twips(piece.indentMm)),
        isItalic: piece.isItalic,
        isKeptWithNext: isKept,
      });
    case 'speaker':
      return [speakerPart(piece, context)];
    case 'break':
      return [breakPart(piece.content, piece.time, context, isKept)];
    case 'facts':
      return piece.rows.length === 0 ? [] : [factsTable(piece, context, isKept)];
    case 'table':
      return [ruledTable(piece, context, isKept)];
    case 'signatures':
      return piece.blocks.length === 0 ? [] : signatureParts(piece, context);
    case 'photos':
      return [photosTable(piece, context)];
    case 'page-break':
      return [paragraph({ spacing: { after: 0 } }, [PAGE_BREAK])];
  }
}

/** Room after a table; Word also joins tables that touch. */
const afterTable = (keepNext: boolean): Xml =>
  paragraph({ keepNext, spacing: { after: 0, line: 120, lineRule: 'exact' } });

/** Whether a piece begins with room above itself. */
export const hasSpaceAbove = (piece: Piece): boolean =>
  piece.type === 'heading' ||
  piece.type === 'signatures' ||
  piece.type === 'speaker' ||
  piece.type === 'break' ||
  (piece.type === 'text' && piece.spaceBeforeMm > 0);

/**
 * All pieces in their order. What stands above signatures stays with them, so that they are never
 * alone on a page.
 */
export function pieceParts(
  { pieces }: Pick<OfficialDocument, 'pieces'>,
  context: DocxContext,
): readonly Xml[] {
  return pieces.flatMap((piece, index) => {
    const next = pieces[index + 1];
    const isKept =
      next?.type === 'signatures' || ('isKeptWithNext' in piece && piece.isKeptWithNext);
    const parts = partsOf(piece, context, isKept);
    const isTable = piece.type === 'table' || piece.type === 'facts';
    return isTable && next !== undefined && !hasSpaceAbove(next)
      ? [...parts, afterTable(isKept)]
      : parts;
  });
}
