import { readImageHeader } from '../../../shared/document/image-rules.ts';
import type { Letterhead } from '../official-document.ts';
import { xmlLine } from '../xml-text.ts';
import type { DocxContext } from './context.ts';
import { estimatedWidthTwips } from '../estimated-width.ts';
import type { Xml } from './elements.ts';
import { paragraph } from './elements.ts';
import { TWIPS_PER_PX, imageRun } from './images.ts';
import type { Layout } from './layout.ts';
import { BLACK, twips } from './layout.ts';
import { textRun } from './runs.ts';
import { table, tableCell, tableRow } from './tables.ts';

type Office = Letterhead['offices'][number];

/** Beside the names; a banner is made smaller. */
export const WIDEST_LOGO_TWIPS = twips(40);
export const BESIDE_LOGO_TWIPS = twips(4);
export const BETWEEN_OFFICES_TWIPS = 60;
export const UNDER_LOGO_TWIPS = 80;
export const UNDER_LETTERHEAD_TWIPS = 280;
export const LETTERHEAD_SIDES = { left: 40, right: 40 } as const;

const RULES = {
  'tebal-tipis': { style: 'thickThinSmallGap', size: 18, color: BLACK, space: 1 },
  ganda: { style: 'double', size: 6, color: BLACK, space: 1 },
  tunggal: { style: 'single', size: 12, color: BLACK, space: 1 },
  tanpa: null,
} as const;

interface Logo {
  readonly run: Xml;
  readonly widthTwips: number;
}

/** The office's logo at its height, or smaller where it would be too wide; null where it has none. */
function logoOf(office: Office, widestTwips: number, { images }: DocxContext): Logo | null {
  const image = office.logoId === null ? undefined : images.find(office.logoId);
  const header = image ? readImageHeader(image.bytes) : null;
  if (!image || !header) return null;
  const heightTwips = twips(office.logoHeightMm);
  const ratio = header.widthPx / header.heightPx;
  const widthTwips = Math.min(heightTwips * ratio, widestTwips);
  const name = xmlLine(office.lines[0]?.text ?? '');
  const run = imageRun(
    image,
    {
      width: Math.max(1, Math.round(widthTwips / TWIPS_PER_PX)),
      height: Math.max(1, Math.round(widthTwips / ratio / TWIPS_PER_PX)),
      what: 'Logo',
      description: name === '' ? 'Logo' : `Logo ${name}`,
    },
    images,
  );
  return { run, widthTwips: Math.ceil(widthTwips) };
}

/** The offices' lines under each other, with a little room between one office and the next. */
const linesOf = (offices: readonly Office[], { sizes, compactLine }: Layout, above = 0) =>
  offices.flatMap(({ lines }, officeIndex) =>
    lines.map(({ text, size, isBold }, index) =>
      paragraph(
        {
          alignment: 'center',
          spacing: {
            before: index > 0 ? 0 : officeIndex > 0 ? BETWEEN_OFFICES_TWIPS : above,
            after: 0,
            ...compactLine,
          },
        },
        [textRun(text, { bold: isBold, size: sizes[size] })],
      ),
    ),
  );

const logoLine = (logo: Logo | null): Xml =>
  paragraph(
    { alignment: 'center', spacing: { after: 0, line: 240, lineRule: 'auto' } },
    logo === null ? [] : [logo.run],
  );

/** The rows of a letterhead, whose cells are centred within their rows, or begin at the top. */
function headTable(
  rows: readonly {
    readonly cells: readonly (readonly Xml[])[];
    readonly isCentred: boolean;
  }[],
  columnWidths: readonly number[],
): Xml {
  return table(
    { columnWidths, isRuled: false },
    rows.map(({ cells, isCentred }) =>
      tableRow(
        { cantSplit: true },
        cells.map((children, index) =>
          tableCell(
            { width: columnWidths[index] ?? 0, margins: LETTERHEAD_SIDES, isCentred },
            children.length === 0 ? [logoLine(null)] : children,
          ),
        ),
      ),
    ),
  );
}

/** Lines in the middle with a logo on the left, and of two offices the other's on the right. */
function besideLogos(
  left: Logo | null,
  right: Logo | null,
  offices: readonly Office[],
  { layout }: DocxContext,
): Xml {
  const room = (logo: Logo | null): number =>
    logo === null ? 0 : logo.widthTwips + BESIDE_LOGO_TWIPS;
  const leftTwips = room(left);
  const evenTwips = Math.max(leftTwips, room(right));
  const middleTwips = layout.textWidthTwips - 2 * evenTwips;
  // In the middle of the page where that costs no line its width; else beside the logo.
  const fits = offices
    .flatMap(({ lines }) => lines)
    .every(
      (line) =>
        estimatedWidthTwips(line.text, {
          halfPoints: layout.sizes[line.size],
          fontFactor: layout.fontFactor,
          isBold: line.isBold,
        }) <=
        middleTwips - 2 * LETTERHEAD_SIDES.left,
    );
  const isEven = right !== null || fits;
  const widths = isEven
    ? [evenTwips, middleTwips, evenTwips]
    : [leftTwips, layout.textWidthTwips - leftTwips];
  const cells = [
    [logoLine(left)],
    linesOf(offices, layout),
    ...(isEven ? [[logoLine(right)]] : []),
  ];
  return headTable([{ cells, isCentred: true }], widths);
}

/** Three or four offices in columns, each name under its logo. */
function inColumns(
  offices: readonly Office[],
  logos: readonly (Logo | null)[],
  { layout }: DocxContext,
): Xml {
  const widthTwips = Math.floor(layout.textWidthTwips / offices.length);
  const names = offices.map((office) => linesOf([office], layout, UNDER_LOGO_TWIPS));
  return headTable(
    [
      { cells: logos.map((logo) => [logoLine(logo)]), isCentred: true },
      { cells: names, isCentred: false },
    ],
    offices.map(() => widthTwips),
  );
}

/** Under the letterhead: the rule, and room before the title. */
function ruleLine(rule: Letterhead['rule']): Xml {
  const border = RULES[rule];
  return paragraph({
    spacing: { after: UNDER_LETTERHEAD_TWIPS, line: 80, lineRule: 'exact' },
    ...(border === null ? {} : { border: { bottom: border } }),
  });
}

/** The head of the first page over its rule; nothing where no office is known. */
export function letterheadParts(
  letterhead: Letterhead | null,
  context: DocxContext,
): readonly Xml[] {
  if (letterhead === null) return [];
  const { offices, rule } = letterhead;
  const isInColumns = offices.length > 2;
  // Beside or above its name a logo leaves room for it, on narrow paper too.
  const partCount = offices.length === 1 ? 3 : 4;
  const columnTwips = Math.floor(context.layout.textWidthTwips / partCount);
  const widest = Math.min(WIDEST_LOGO_TWIPS, columnTwips - BESIDE_LOGO_TWIPS);
  const logos = offices.map((office) => logoOf(office, widest, context));
  const hasLogo = logos.some((logo) => logo !== null);
  if (!hasLogo) return [...linesOf(offices, context.layout), ruleLine(rule)];
  const [left = null, right = null] = logos;
  const head = isInColumns
    ? inColumns(offices, logos, context)
    : besideLogos(left, right, offices, context);
  return [head, ruleLine(rule)];
}
