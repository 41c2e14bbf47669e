import { escapedXml } from '../../opc/xml-text.ts';
import type { Xml } from './elements.ts';
import { paragraph } from './elements.ts';
import { CELL_MARGINS, HEADER_SHADING } from './layout.ts';

/** Space between a cell's edge and its text, twips. */
interface Margins {
  readonly top?: number;
  readonly left: number;
  readonly bottom?: number;
  readonly right: number;
}

interface TableLook {
  /** Twips; together they are the table's width. */
  readonly columnWidths: readonly number[];
  readonly isRuled: boolean;
  readonly indent?: number;
  /** What it holds, for those who cannot see it. */
  readonly description?: string;
}

interface RowLook {
  /** Whether its cells stay on one page. */
  readonly cantSplit?: boolean;
  /** Repeated on every page. */
  readonly isHeader?: boolean;
  /** At least so high, twips. */
  readonly height?: number;
}

interface CellLook {
  readonly width: number;
  readonly columnSpan?: number;
  /** Of cells that are one over several rows, whether it is the first of them. */
  readonly rowSpan?: 'first' | 'further';
  readonly isShaded?: boolean;
  readonly margins?: Margins;
  readonly isCentred?: boolean;
}

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;
const bordersOf = (look: string): Xml =>
  `<w:tblBorders>${SIDES.map((side) => `<w:${side} ${look}/>`).join('')}</w:tblBorders>`;
const RULED = bordersOf('w:val="single" w:color="404040" w:sz="4"');
const UNRULED = bordersOf('w:val="none" w:color="auto" w:sz="0"');

const dxa = (name: string, size: number): Xml => `<w:${name} w:type="dxa" w:w="${size}"/>`;

function marginsElement(name: 'tblCellMar' | 'tcMar', margins: Margins): Xml {
  const sides = (['top', 'left', 'bottom', 'right'] as const).map((side) => {
    const size = margins[side];
    return size === undefined ? '' : dxa(side, size);
  });
  return `<w:${name}>${sides.join('')}</w:${name}>`;
}

/** A table with columns of fixed widths: Word and LibreOffice measure others differently. */
export function table(look: TableLook, rows: readonly Xml[]): Xml {
  const { columnWidths, isRuled, indent, description } = look;
  const width = columnWidths.reduce((sum, one) => sum + one, 0);
  const properties =
    dxa('tblW', width) +
    (indent === undefined ? '' : dxa('tblInd', indent)) +
    (isRuled ? RULED : UNRULED) +
    '<w:tblLayout w:type="fixed"/>' +
    (isRuled ? marginsElement('tblCellMar', CELL_MARGINS) : '') +
    (description === undefined ? '' : `<w:tblDescription w:val="${escapedXml(description)}"/>`);
  const grid = columnWidths.map((one) => `<w:gridCol w:w="${one}"/>`).join('');
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

export function tableRow(look: RowLook, cells: readonly Xml[]): Xml {
  const xml =
    (look.cantSplit === true ? '<w:cantSplit/>' : '') +
    (look.isHeader === true ? '<w:tblHeader/>' : '') +
    (look.height === undefined ? '' : `<w:trHeight w:val="${look.height}" w:hRule="atLeast"/>`);
  return `<w:tr>${xml === '' ? '' : `<w:trPr>${xml}</w:trPr>`}${cells.join('')}</w:tr>`;
}

const ROW_SPANS = { first: 'restart', further: 'continue' } as const;

/** A cell holds a paragraph at least. */
export function tableCell(look: CellLook, children: readonly Xml[]): Xml {
  const { columnSpan = 1, rowSpan, margins } = look;
  const properties =
    dxa('tcW', look.width) +
    (columnSpan === 1 ? '' : `<w:gridSpan w:val="${columnSpan}"/>`) +
    (rowSpan === undefined ? '' : `<w:vMerge w:val="${ROW_SPANS[rowSpan]}"/>`) +
    (look.isShaded === true ? `<w:shd w:fill="${HEADER_SHADING.fill}" w:val="clear"/>` : '') +
    (margins === undefined ? '' : marginsElement('tcMar', margins)) +
    (look.isCentred === true ? '<w:vAlign w:val="center"/>' : '');
  const content = children.length === 0 ? paragraph({}) : children.join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}
