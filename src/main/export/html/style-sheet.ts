import type { PageSetup } from '../../../shared/official/office-settings.ts';
import type { Layout } from '../docx/layout.ts';
import { BLACK, GREY, HEADER_SHADING } from '../docx/layout.ts';

interface FontUse {
  /** The font, then what has the same widths, then what has none of them. */
  readonly families: string;
  /** Height of a line set solid, in parts of the letters' size: what Word calls single spacing. */
  readonly solidLine: number;
}

export const FONT_USES: Readonly<Record<PageSetup['font'], FontUse>> = {
  Arial: { families: "Arial, Arimo, 'Liberation Sans', sans-serif", solidLine: 1.15 },
  'Times New Roman': {
    families: "'Times New Roman', 'Liberation Serif', Tinos, serif",
    solidLine: 1.15,
  },
  Calibri: { families: 'Calibri, Carlito, Arimo, sans-serif', solidLine: 1.22 },
  'Bookman Old Style': {
    families: "'Bookman Old Style', 'URW Bookman', 'Bookman URW', 'Book Antiqua', serif",
    solidLine: 1.17,
  },
};

const pt = (twips: number): string => `${twips / 20}pt`;

/** How Word's styles look in print: docx/styles.ts, docx/layout.ts and the margins of its tables. */
export function styleSheet(layout: Layout): string {
  const { sizes } = layout;
  const solidLine = FONT_USES[layout.font].solidLine;
  const line = ({ line: spacing }: { readonly line: number }): string =>
    String(Math.round((spacing / 240) * solidLine * 1000) / 1000);
  const heading = (name: string, before: number, size: number): string =>
    `${name}{font-size:${size / 2}pt;font-weight:700;margin:${pt(before)} 0 4pt;break-after:avoid}`;
  return `@page{size:${pt(layout.widthTwips)} ${pt(layout.heightTwips)};margin:${pt(layout.topTwips)} ${pt(layout.rightTwips)} ${pt(layout.bottomTwips)} ${pt(layout.leftTwips)}}
*{box-sizing:border-box;print-color-adjust:exact}
html,body{margin:0;padding:0}
body{font-family:${FONT_USES[layout.font].families};font-size:${sizes.text / 2}pt;line-height:${line(layout.textLine)};color:#${BLACK};background:#fff;white-space:pre-wrap;tab-size:36pt;overflow-wrap:anywhere;orphans:2;widows:2;font-variant-ligatures:none;text-rendering:geometricPrecision}
p{margin:0 0 4pt}
p:empty::before{content:"\\200b"}
${heading('h1', 280, sizes.heading)}
${heading('h2', 220, sizes.text)}
${heading('h3', 180, sizes.text)}
${heading('h4', 160, sizes.text)}
h3{font-style:italic}
ol,ul{list-style:none;margin:0;padding:0}
li{margin:0;padding:0}
blockquote{margin:0;padding-left:8pt;border-left:1.5pt solid #a6a6a6}
mark{background:#ff0;color:inherit}
a{color:#0b4f9e;text-decoration:underline}
.marker{display:inline-block;text-indent:0;padding-right:2pt;white-space:pre}
.bold{font-weight:700}
.italic{font-style:italic}
.quiet{color:#${GREY}}
.kept{break-after:avoid}
.picture{line-height:1.15;break-inside:avoid;text-indent:0}
img{vertical-align:baseline}
table{border-collapse:separate;border-spacing:0;table-layout:fixed;margin:0;break-inside:auto}
td,th{padding:0;vertical-align:top;font-weight:inherit;text-align:start}
thead{display:table-header-group;break-inside:avoid}
.ruled{border-left:.5pt solid #404040}
.ruled td,.ruled th{border:solid #404040;border-width:0 .5pt .5pt 0;padding:2pt 4.25pt}
.ruled thead>tr:first-child>*,.ruled>colgroup+tbody>tr:first-child>*{border-top-width:.5pt}
.ruled th{background:#${HEADER_SHADING.fill};font-weight:700}
.ruled thead th{vertical-align:middle}
.ruled td.middle{vertical-align:middle}
tr.whole,thead tr{break-inside:avoid}
.facts td{padding:1.5pt 3pt 1.5pt 0}
.photos tr{break-inside:avoid}
.photos td{padding:0 4pt;vertical-align:top}
.signatures{break-inside:avoid}
.signatures td{padding:0 3pt}
.beside{white-space:nowrap}
.signed{display:flex;align-items:flex-end;justify-content:center}
.letterhead td{padding:0 2pt;vertical-align:middle}
.letterhead .under-logos td{vertical-align:top}
.rule{height:4pt}
.rule-tebal-tipis{border-bottom:3pt solid #000;position:relative}
.rule-tebal-tipis::after{content:"";position:absolute;left:0;right:0;bottom:-4.5pt;border-bottom:.75pt solid #000}
.rule-ganda{border-bottom:2.25pt double #000}
.rule-tunggal{border-bottom:1.5pt solid #000}
.gap{line-height:${Math.round(solidLine * 500) / 1000}}
.after-table{height:6pt}
.page-break{break-after:page}
`;
}
