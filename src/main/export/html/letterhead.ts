import { readImageHeader } from '../../../shared/document/image-rules.ts';
import { estimatedWidthTwips } from '../estimated-width.ts';
import { twips } from '../docx/layout.ts';
import {
  BESIDE_LOGO_TWIPS,
  BETWEEN_OFFICES_TWIPS,
  LETTERHEAD_SIDES,
  UNDER_LETTERHEAD_TWIPS,
  UNDER_LOGO_TWIPS,
  WIDEST_LOGO_TWIPS,
} from '../docx/letterhead.ts';
import type { Letterhead } from '../official-document.ts';
import { imageAddress } from './addresses.ts';
import type { HtmlContext } from './context.ts';
import type { Html } from './markup.ts';
import { css, fromTwips, joined, tag, words } from './markup.ts';
import { paragraph } from './paragraphs.ts';
import { tableHtml } from './tables.ts';

type Office = Letterhead['offices'][number];

interface Logo {
  readonly picture: Html;
  readonly widthTwips: number;
}

/** The office's logo at its height, or smaller where it would be too wide; null where it has none. */
function logoOf(office: Office, widestTwips: number, context: HtmlContext): Logo | null {
  const { logoId } = office;
  const image = logoId === null ? undefined : context.findImage(logoId);
  const header = image ? readImageHeader(image.bytes) : null;
  if (logoId === null || !header) return null;
  const ratio = header.widthPx / header.heightPx;
  const widthTwips = Math.min(twips(office.logoHeightMm) * ratio, widestTwips);
  const name = office.lines[0]?.text ?? '';
  const picture = tag('img', {
    src: imageAddress(logoId),
    alt: name === '' ? 'Logo' : `Logo ${name}`,
    style: css({ width: fromTwips(widthTwips), height: fromTwips(widthTwips / ratio) }),
  });
  return { picture, widthTwips: Math.ceil(widthTwips) };
}

/** The offices' lines under each other, with a little room between one office and the next. */
const linesOf = (offices: readonly Office[], context: HtmlContext, above = 0): readonly Html[] =>
  offices.flatMap(({ lines }, officeIndex) =>
    lines.map(({ text, size, isBold }, index) =>
      paragraph(
        words(text),
        {
          alignment: 'center',
          beforeTwips: index > 0 ? 0 : officeIndex > 0 ? BETWEEN_OFFICES_TWIPS : above,
          afterTwips: 0,
          isCompact: true,
          size: context.layout.sizes[size],
          class: isBold ? 'bold' : '',
        },
        context,
      ),
    ),
  );

const logoLine = (logo: Logo | null, context: HtmlContext): Html =>
  paragraph(
    logo === null ? joined([]) : logo.picture,
    { alignment: 'center', afterTwips: 0, class: 'picture' },
    context,
  );

/** Lines in the middle with a logo on the left, and of two offices the other's on the right. */
function besideLogos(
  left: Logo | null,
  right: Logo | null,
  offices: readonly Office[],
  context: HtmlContext,
): Html {
  const { layout } = context;
  const room = (logo: Logo | null): number =>
    logo === null ? 0 : logo.widthTwips + BESIDE_LOGO_TWIPS;
  const leftTwips = room(left);
  const evenTwips = Math.max(leftTwips, room(right));
  const middleTwips = layout.textWidthTwips - 2 * evenTwips;
  const fits = offices
    .flatMap(({ lines }) => lines)
    .every(
      ({ text, size, isBold }) =>
        estimatedWidthTwips(text, {
          halfPoints: layout.sizes[size],
          fontFactor: layout.fontFactor,
          isBold,
        }) <=
        middleTwips - 2 * LETTERHEAD_SIDES.left,
    );
  const isEven = right !== null || fits;
  const widths = isEven
    ? [evenTwips, middleTwips, evenTwips]
    : [leftTwips, layout.textWidthTwips - leftTwips];
  const row = tag(
    'tr',
    {},
    tag('td', {}, logoLine(left, context)),
    tag('td', {}, ...linesOf(offices, context)),
    ...(isEven ? [tag('td', {}, logoLine(right, context))] : []),
  );
  return tableHtml([], [row], { widths, class: 'letterhead' });
}

/** Three or four offices in columns, each name under its logo. */
function inColumns(
  offices: readonly Office[],
  logos: readonly (Logo | null)[],
  context: HtmlContext,
): Html {
  const widthTwips = Math.floor(context.layout.textWidthTwips / offices.length);
  return tableHtml(
    [],
    [
      tag('tr', {}, ...logos.map((logo) => tag('td', {}, logoLine(logo, context)))),
      tag(
        'tr',
        { class: 'under-logos' },
        ...offices.map((office) => tag('td', {}, ...linesOf([office], context, UNDER_LOGO_TWIPS))),
      ),
    ],
    { widths: offices.map(() => widthTwips), class: 'letterhead' },
  );
}

/** The head of the first page over its rule; nothing where no office is known. */
export function letterheadHtml(letterhead: Letterhead | null, context: HtmlContext): Html {
  if (letterhead === null) return joined([]);
  const { offices, rule } = letterhead;
  const partCount = offices.length === 1 ? 3 : 4;
  const columnTwips = Math.floor(context.layout.textWidthTwips / partCount);
  const widest = Math.min(WIDEST_LOGO_TWIPS, columnTwips - BESIDE_LOGO_TWIPS);
  const logos = offices.map((office) => logoOf(office, widest, context));
  const [left = null, right = null] = logos;
  const head = logos.every((logo) => logo === null)
    ? linesOf(offices, context)
    : [
        offices.length > 2
          ? inColumns(offices, logos, context)
          : besideLogos(left, right, offices, context),
      ];
  const under = tag('div', {
    class: `rule rule-${rule}`,
    style: css({ 'margin-bottom': fromTwips(UNDER_LETTERHEAD_TWIPS) }),
  });
  return joined([...head, under]);
}
