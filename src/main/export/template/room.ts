import type { PageSetup } from '../../../shared/official/office-settings.ts';
import type { Layout } from '../docx/layout.ts';
import { createLayout, twips } from '../docx/layout.ts';
import type { TextPart } from './office-template.ts';
import type { XmlElement } from './xml-tree.ts';
import { ancestor, attribute, childOf, descendants } from './xml-tree.ts';

/** Room for what is put in, in twips. */
interface Room {
  readonly widthTwips: number;
  readonly heightTwips: number;
}

const EMU_PER_TWIP = 635;
/** What Word leaves between the edge of a cell or a text box and its words, both sides together. */
const CELL_SIDES_TWIPS = 216;
const BOX_SIDES_TWIPS = 288;
/** Where a template does not say: A4 with margins of an inch. */
const USUAL_ROOM: Room = { widthTwips: twips(159), heightTwips: twips(246) };
/** Narrower places are drawn as if they were this wide, so that words still stand in a line. */
const NARROWEST_TWIPS = twips(25);

function numberOf(xml: string, element: XmlElement | null, name: string): number | null {
  const value = element === null ? null : attribute(xml, element, name);
  const number = value === null ? Number.NaN : Number.parseFloat(value);
  return Number.isFinite(number) ? number : null;
}

function sectionRoom(xml: string, section: XmlElement | undefined): Room {
  const size = childOf(section, 'w:pgSz');
  const margins = childOf(section, 'w:pgMar');
  const columns = childOf(section, 'w:cols');
  const of = (element: XmlElement | null, name: string) => numberOf(xml, element, name) ?? 0;
  const width =
    of(size, 'w:w') - of(margins, 'w:left') - of(margins, 'w:right') - of(margins, 'w:gutter');
  const height =
    of(size, 'w:h') - Math.abs(of(margins, 'w:top')) - Math.abs(of(margins, 'w:bottom'));
  const count = Math.max(1, of(columns, 'w:num'));
  const column = (width - (count - 1) * (numberOf(xml, columns, 'w:space') ?? 720)) / count;
  return column > 0 && height > 0
    ? { widthTwips: Math.floor(column), heightTwips: height }
    : USUAL_ROOM;
}

/** A cell's width as the table's grid has it, where the grid says so; else as the cell says. */
function cellWidth(xml: string, cell: XmlElement): number | null {
  const row = cell.parent;
  const grid = childOf(ancestor(cell, 'w:tbl'), 'w:tblGrid')?.children ?? [];
  const span = (one: XmlElement): number =>
    numberOf(xml, childOf(childOf(one, 'w:tcPr'), 'w:gridSpan'), 'w:val') ?? 1;
  let column = numberOf(xml, childOf(childOf(row, 'w:trPr'), 'w:gridBefore'), 'w:val') ?? 0;
  for (const one of row?.children ?? []) {
    if (one === cell) break;
    if (one.name === 'w:tc') column += span(one);
  }
  const columns = grid.slice(column, column + span(cell));
  const width = columns.reduce((sum, one) => sum + (numberOf(xml, one, 'w:w') ?? 0), 0);
  if (width > 0) return width;
  const own = childOf(childOf(cell, 'w:tcPr'), 'w:tcW');
  return own !== null && attribute(xml, own, 'w:type') === 'dxa' ? numberOf(xml, own, 'w:w') : null;
}

const TWIPS_PER_UNIT: Readonly<Record<string, number>> = { pt: 20, in: 1440, cm: 567, mm: 56.7 };

function boxWidth(xml: string, box: XmlElement): number | null {
  for (let at = box.parent; at !== null; at = at.parent) {
    if (at.name === 'wp:anchor' || at.name === 'wp:inline') {
      const emu = numberOf(xml, childOf(at, 'wp:extent'), 'cx');
      return emu === null ? null : emu / EMU_PER_TWIP;
    }
    if (at.name === 'v:shape' || at.name === 'v:rect') {
      const style = attribute(xml, at, 'style') ?? '';
      const match = /(?:^|;)\s*width:\s*([\d.]+)(pt|in|cm|mm)/.exec(style);
      return match === null ? null : Number(match[1]) * (TWIPS_PER_UNIT[match[2] ?? ''] ?? 0);
    }
  }
  return null;
}

/** The room that a paragraph's place has: in its cell, in its text box, or on its page. */
function roomAt(part: TextPart, main: TextPart, paragraph: XmlElement): Room {
  const sections = descendants(main.root, 'w:sectPr');
  const section =
    part.role === 'body' ? sections.find(({ start }) => start > paragraph.start) : sections.at(-1);
  const page = sectionRoom(main.xml, section ?? sections.at(-1));
  for (let at = paragraph.parent; at !== null; at = at.parent) {
    const isCell = at.name === 'w:tc';
    if (!isCell && at.name !== 'w:txbxContent') continue;
    const width = isCell ? cellWidth(part.xml, at) : boxWidth(part.xml, at);
    if (width === null) continue;
    const inner = width - (isCell ? CELL_SIDES_TWIPS : BOX_SIDES_TWIPS);
    return { ...page, widthTwips: Math.floor(Math.max(NARROWEST_TWIPS, inner)) };
  }
  return page;
}

/** The letters of a template's running text. */
export interface TemplateLetters {
  readonly halfPoints: number;
}

/** The measures for what is put into one place of a template, in the size of its own letters. */
export function layoutAt(
  place: { readonly part: TextPart; readonly main: TextPart; readonly paragraph: XmlElement },
  { halfPoints }: TemplateLetters,
  page: PageSetup,
): Layout {
  const room = roomAt(place.part, place.main, place.paragraph);
  const usual = createLayout(page);
  const factor = halfPoints / usual.sizes.text;
  return {
    ...usual,
    textWidthTwips: room.widthTwips,
    textHeightTwips: room.heightTwips,
    sizes: {
      ...usual.sizes,
      text: halfPoints,
      table: Math.max(16, halfPoints - 2),
      small: Math.max(15, halfPoints - 4),
      heading: halfPoints + 2,
      title: halfPoints + 6,
    },
    widthFactor: usual.widthFactor * factor,
  };
}
