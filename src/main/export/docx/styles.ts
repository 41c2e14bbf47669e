import type { Xml } from './elements.ts';
import type { Layout } from './layout.ts';
import { BLACK } from './layout.ts';

interface HeadingLook {
  readonly before: number;
  readonly size: number;
  readonly isItalic?: boolean;
}

/** How the document's paragraphs and its headings look; Word's navigation pane shows the latter. */
export function styleElements({ font, sizes, textLine, compactLine }: Layout): Xml {
  const fonts = `<w:rFonts w:ascii="${font}" w:cs="${font}" w:eastAsia="${font}" w:hAnsi="${font}"/>`;
  const size = (halfPoints: number): Xml =>
    `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
  const heading = (level: number, { before, size: own, isItalic = false }: HeadingLook): Xml =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>` +
    '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>' +
    `<w:pPr><w:keepNext/><w:spacing w:after="80" w:before="${before}" w:line="${compactLine.line}"` +
    ` w:lineRule="auto"/><w:outlineLvl w:val="${level - 1}"/></w:pPr>` +
    `<w:rPr>${fonts}<w:b/><w:bCs/>${isItalic ? '<w:i/><w:iCs/>' : ''}<w:color w:val="${BLACK}"/>` +
    `${size(own)}</w:rPr></w:style>`;
  return (
    // Word then checks the spelling as Indonesian.
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size(sizes.text)}` +
    '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    `<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="${textLine.line}" w:lineRule="auto"/>` +
    '</w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="table" w:styleId="TableNormal" w:default="1"><w:name w:val="Normal Table"/>' +
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:type="dxa" w:w="0"/>' +
    '<w:tblCellMar><w:top w:type="dxa" w:w="0"/><w:left w:type="dxa" w:w="108"/>' +
    '<w:bottom w:type="dxa" w:w="0"/><w:right w:type="dxa" w:w="108"/></w:tblCellMar></w:tblPr></w:style>' +
    heading(1, { before: 280, size: sizes.heading }) +
    heading(2, { before: 220, size: sizes.text }) +
    heading(3, { before: 180, size: sizes.text, isItalic: true }) +
    heading(4, { before: 160, size: sizes.text })
  );
}
