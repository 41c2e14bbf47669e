import {
  BorderStyle,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
} from 'docx';

import { readImageHeader } from '../../../shared/document/image-rules.ts';
import type { Letterhead } from '../official-document.ts';
import { xmlLine } from '../xml-text.ts';
import type { DocxContext, Part } from './context.ts';
import { estimatedWidthTwips } from '../estimated-width.ts';
import { TWIPS_PER_PX, imageType } from './images.ts';
import type { Layout } from './layout.ts';
import { ALIGN, BLACK, NO_BORDERS, dxa, twips } from './layout.ts';
import { textRun } from './runs.ts';

type Office = Letterhead['offices'][number];

/** Beside the names; a banner is made smaller. */
export const WIDEST_LOGO_TWIPS = twips(40);
export const BESIDE_LOGO_TWIPS = twips(4);
export const BETWEEN_OFFICES_TWIPS = 60;
export const UNDER_LOGO_TWIPS = 80;
export const UNDER_LETTERHEAD_TWIPS = 280;
export const LETTERHEAD_SIDES = { left: 40, right: 40 } as const;

const RULES = {
  'tebal-tipis': { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, color: BLACK },
  ganda: { style: BorderStyle.DOUBLE, size: 6, color: BLACK },
  tunggal: { style: BorderStyle.SINGLE, size: 12, color: BLACK },
  tanpa: null,
} as const;

interface Logo {
  readonly run: ImageRun;
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
  const number = images.nextNumber();
  const name = xmlLine(office.lines[0]?.text ?? '');
  const run = new ImageRun({
    type: imageType(image),
    data: image.bytes,
    transformation: {
      width: Math.max(1, Math.round(widthTwips / TWIPS_PER_PX)),
      height: Math.max(1, Math.round(widthTwips / ratio / TWIPS_PER_PX)),
    },
    altText: {
      id: String(number),
      name: `Logo ${number}`,
      description: name === '' ? 'Logo' : `Logo ${name}`,
    },
  });
  return { run, widthTwips: Math.ceil(widthTwips) };
}

/** The offices' lines under each other, with a little room between one office and the next. */
const linesOf = (offices: readonly Office[], { sizes, compactLine }: Layout, above = 0) =>
  offices.flatMap(({ lines }, officeIndex) =>
    lines.map(
      ({ text, size, isBold }, index) =>
        new Paragraph({
          alignment: ALIGN.CENTER,
          spacing: {
            before: index > 0 ? 0 : officeIndex > 0 ? BETWEEN_OFFICES_TWIPS : above,
            after: 0,
            ...compactLine,
          },
          children: [textRun(text, { bold: isBold, size: sizes[size] })],
        }),
    ),
  );

const logoLine = (logo: Logo | null): Paragraph =>
  new Paragraph({
    alignment: ALIGN.CENTER,
    spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children: logo === null ? [] : [logo.run],
  });

function table(
  rows: readonly (readonly (readonly Part[])[])[],
  widths: readonly number[],
  alignments: readonly (keyof typeof VerticalAlignTable)[],
): Table {
  return new Table({
    width: dxa(widths.reduce((sum, width) => sum + width, 0)),
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: rows.map(
      (cells, rowIndex) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: dxa(widths[index] ?? 0),
                margins: LETTERHEAD_SIDES,
                verticalAlign: VerticalAlignTable[alignments[rowIndex] ?? 'CENTER'],
                children: children.length === 0 ? [logoLine(null)] : [...children],
              }),
          ),
        }),
    ),
  });
}

/** Lines in the middle with a logo on the left, and of two offices the other's on the right. */
function besideLogos(
  left: Logo | null,
  right: Logo | null,
  offices: readonly Office[],
  { layout }: DocxContext,
): Table {
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
  return table([cells], widths, ['CENTER']);
}

/** Three or four offices in columns, each name under its logo. */
function inColumns(
  offices: readonly Office[],
  logos: readonly (Logo | null)[],
  { layout }: DocxContext,
): Table {
  const widthTwips = Math.floor(layout.textWidthTwips / offices.length);
  return table(
    [
      logos.map((logo) => [logoLine(logo)]),
      offices.map((office) => linesOf([office], layout, UNDER_LOGO_TWIPS)),
    ],
    offices.map(() => widthTwips),
    ['CENTER', 'TOP'],
  );
}

/** Under the letterhead: the rule, and room before the title. */
function ruleLine(rule: Letterhead['rule']): Paragraph {
  const border = RULES[rule];
  return new Paragraph({
    spacing: { after: UNDER_LETTERHEAD_TWIPS, line: 80, lineRule: LineRuleType.EXACT },
    ...(border === null ? {} : { border: { bottom: { ...border, space: 1 } } }),
  });
}

/** The head of the first page over its rule; nothing where no office is known. */
export function letterheadParts(
  letterhead: Letterhead | null,
  context: DocxContext,
): readonly Part[] {
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
