import { twips } from '../docx/layout.ts';
import { NOBODY, hangingTwips, hasSpaceAbove } from '../docx/pieces.ts';
import type { OfficialDocument, Piece } from '../official-document.ts';
import type { HtmlContext } from './context.ts';
import { pageContext } from './context.ts';
import { factsHtml } from './facts.ts';
import { inlineHtml } from './inline.ts';
import type { Html } from './markup.ts';
import { css, fromHalfPoints, joined, tag, words } from './markup.ts';
import { inlineParagraph, paragraph } from './paragraphs.ts';
import { photosHtml } from './photos.ts';
import { richHtml } from './rich.ts';
import { ruledTableHtml } from './ruled-table.ts';
import { signaturesHtml } from './signatures.ts';

type PieceOf<T extends Piece['type']> = Extract<Piece, { type: T }>;

const HEADING_TAGS = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4' } as const;

function titleHtml({ lines }: PieceOf<'title'>, context: HtmlContext): Html {
  return joined(
    lines.map(({ text, size, isBold, isUnderlined }, index) =>
      paragraph(
        isUnderlined ? tag('u', {}, words(text)) : words(text),
        {
          alignment: 'center',
          beforeTwips: index === 0 ? 60 : 0,
          afterTwips: index === lines.length - 1 ? 240 : 20,
          isCompact: true,
          size: context.layout.sizes[size],
          class: isBold ? 'bold kept' : 'kept',
        },
        context,
      ),
    ),
  );
}

function headingHtml({ level, number, content }: PieceOf<'heading'>, context: HtmlContext): Html {
  const widthTwips = hangingTwips(context.layout);
  return paragraph(
    inlineHtml(content),
    {
      tagName: HEADING_TAGS[level],
      isCompact: true,
      ...(number === '' ? {} : { indentTwips: widthTwips, marker: { text: number, widthTwips } }),
    },
    context,
  );
}

function textHtml(piece: PieceOf<'text'>, context: HtmlContext): Html {
  const { content, alignment, size, indentMm, firstLineMm, label, spaceBeforeMm } = piece;
  const { layout } = context;
  const widthTwips = label === '' ? 0 : hangingTwips(layout);
  const isSmall = size === 'small';
  return inlineParagraph(
    content,
    { ...pageContext(context, twips(indentMm) + widthTwips), alignment },
    {
      ...(isSmall ? { size: layout.sizes.small, class: 'quiet' } : {}),
      ...(label === ''
        ? { firstLineTwips: twips(firstLineMm) }
        : { marker: { text: label, widthTwips } }),
      ...(spaceBeforeMm === 0 ? {} : { beforeTwips: twips(spaceBeforeMm) }),
    },
  );
}

const aside = (text: string, { layout }: HtmlContext): Html =>
  tag(
    'span',
    { class: 'quiet', style: css({ 'font-size': fromHalfPoints(layout.sizes.small) }) },
    words(text),
  );

function speakerHtml({ name, position, asides }: PieceOf<'speaker'>, context: HtmlContext): Html {
  const beside = asides.join(', ');
  return paragraph(
    joined([
      name === '' ? tag('em', {}, words(NOBODY)) : tag('strong', {}, words(name)),
      ...(name === '' || position === '' ? [] : [words(`, ${position}`)]),
      ...(beside === '' ? [] : [aside(`  (${beside})`, context)]),
    ]),
    { beforeTwips: 120, afterTwips: 20, class: 'kept' },
    context,
  );
}

function breakHtml({ content, time }: PieceOf<'break'>, context: HtmlContext): Html {
  return paragraph(
    joined([
      words('— '),
      inlineHtml(content),
      ...(time === '' ? [] : [aside(` (${time})`, context)]),
      words(' —'),
    ]),
    { alignment: 'center', beforeTwips: 160, afterTwips: 160 },
    context,
  );
}

function pieceHtml(piece: Piece, context: HtmlContext): Html {
  switch (piece.type) {
    case 'title':
      return titleHtml(piece, context);
    case 'heading':
      return headingHtml(piece, context);
    case 'text':
      return textHtml(piece, context);
    case 'rich':
      return richHtml(piece.nodes, {
        ...pageContext(context, twips(piece.indentMm)),
        isItalic: piece.isItalic,
      });
    case 'speaker':
      return speakerHtml(piece, context);
    case 'break':
      return breakHtml(piece, context);
    case 'facts':
      return piece.rows.length === 0 ? joined([]) : factsHtml(piece, context);
    case 'table':
      return ruledTableHtml(piece, context);
    case 'signatures':
      return piece.blocks.length === 0 ? joined([]) : signaturesHtml(piece, context);
    case 'photos':
      return photosHtml(piece, context);
    case 'page-break':
      return tag('div', { class: 'page-break' });
  }
}

/** All pieces in their order; what stands above signatures stays with them. */
export function piecesHtml(
  { pieces }: Pick<OfficialDocument, 'pieces'>,
  context: HtmlContext,
): Html {
  return joined(
    pieces.map((piece, index) => {
      const next = pieces[index + 1];
      const isKept =
        next?.type === 'signatures' || ('isKeptWithNext' in piece && piece.isKeptWithNext);
      const isTable = piece.type === 'table' || piece.type === 'facts';
      const content = [
        pieceHtml(piece, context),
        ...(isTable && next !== undefined && !hasSpaceAbove(next)
          ? [tag('div', { class: 'after-table' })]
          : []),
      ];
      return isKept ? tag('div', { class: 'kept' }, ...content) : joined(content);
    }),
  );
}
