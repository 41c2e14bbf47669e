import { strToU8, zipSync } from 'fflate';

/** The parts of a Word file as an office's computer would save it, all of them to be chosen. */
export interface WordFile {
  readonly body: string;
  readonly header?: string;
  readonly footer?: string;
  readonly footnotes?: string;
  /** null: the file has no such part. */
  readonly styles?: string | null;
  readonly numbering?: string | null;
  /** More relationships of the text. */
  readonly relationships?: string;
  readonly settingsRelationships?: string;
  /** More types of parts. */
  readonly types?: string;
  readonly mainType?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** The last section's properties, beside its header and footer. */
  readonly section?: string;
}

const NAMESPACES =
  ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
  ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"' +
  ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"' +
  ' xmlns:v="urn:schemas-microsoft-com:vml"' +
  ' xmlns:o="urn:schemas-microsoft-com:office:office"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const MAIN_TYPE = `${WORD}.document.main+xml`;
export const TEMPLATE_TYPE = `${WORD}.template.main+xml`;

export const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;

const relationships = (list: string): Uint8Array =>
  strToU8(
    `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`,
  );

const root = (name: string, content: string): Uint8Array =>
  strToU8(`${DECLARATION}<w:${name}${NAMESPACES}>${content}</w:${name}>`);

/** As Word's Normal of an Indonesian office: Arial 11, first lines indented, headings in Indonesian. */
export const OFFICE_STYLES =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>' +
  '<w:sz w:val="22"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';

export const A4 =
  '<w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1134" w:right="1134" w:bottom="1418" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/>';

export function wordFile(file: WordFile): Uint8Array {
  const styles = file.styles === undefined ? OFFICE_STYLES : file.styles;
  const numbering = file.numbering ?? null;
  const reference = (kind: 'header' | 'footer') =>
    file[kind] === undefined ? '' : `<w:${kind}Reference w:type="default" r:id="rId-${kind}"/>`;
  const override = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${WORD}.${type}+xml"/>`;
  const parts = [
    ['styles', styles, 'styles'],
    ['numbering', numbering, 'numbering'],
    ['header', file.header ?? null, 'hdr'],
    ['footer', file.footer ?? null, 'ftr'],
    ['footnotes', file.footnotes ?? null, 'footnotes'],
  ] as const;
  const present = parts.filter(([, content]) => content !== null);
  return zipSync(
    {
      '[Content_Types].xml': strToU8(
        `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          '<Default Extension="xml" ContentType="application/xml"/>' +
          `<Override PartName="/word/document.xml" ContentType="${file.mainType ?? MAIN_TYPE}"/>` +
          override('word/settings.xml', 'settings') +
          present.map(([name]) => override(`word/${name}.xml`, name)).join('') +
          `${file.types ?? ''}</Types>`,
      ),
      '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'word/document.xml')),
      'word/document.xml': root(
        'document',
        `<w:body>${file.body}<w:sectPr>${reference('header')}${reference('footer')}${file.section ?? A4}</w:sectPr></w:body>`,
      ),
      'word/_rels/document.xml.rels': relationships(
        relationship('rId-settings', 'settings', 'settings.xml') +
          present.map(([name]) => relationship(`rId-${name}`, name, `${name}.xml`)).join('') +
          (file.relationships ?? ''),
      ),
      'word/settings.xml': root('settings', '<w:defaultTabStop w:val="720"/>'),
      ...(file.settingsRelationships === undefined
        ? {}
        : { 'word/_rels/settings.xml.rels': relationships(file.settingsRelationships) }),
      ...Object.fromEntries(
        present.map(([name, content, element]) => [
          `word/${name}.xml`,
          root(element, content ?? ''),
        ]),
      ),
      ...file.files,
    },
    { mtime: Date.UTC(2026, 0, 5) },
  );
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph; `properties` go into its w:pPr. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;

/** A table with cells of these contents and widths in twips. */
export function table(widths: readonly number[], rows: readonly (readonly string[])[]): string {
  const cell = (content: string, index: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>${content.startsWith('<w:p') ? content : p(content)}</w:tc>`;
  return (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>' +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('') +
    '</w:tbl>'
  );
}

/** A text box as Word 2010 and later saves it: once for itself, once for older programs. */
export function textBox(content: string): string {
  const words = `<w:txbxContent>${content}</w:txbxContent>`;
  return p(
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' +
      '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2880000" cy="1440000"/><wp:docPr id="7" name="Kotak 7"/>' +
      '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
      '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">' +
      '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2880000" cy="1440000"/></a:xfrm>' +
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>' +
      `<wps:txbx>${words}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>` +
      '<mc:Fallback><w:pict><v:shape id="kotak" style="width:226.8pt;height:113.4pt">' +
      `<v:textbox>${words}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
  );
}

/** A watermark as Word puts it behind the text, from a header. */
export const watermark = (text: string): string =>
  p(
    '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136"' +
      ' style="position:absolute;margin-left:0;margin-top:0;width:412pt;height:165pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"' +
      ' fillcolor="silver" stroked="f"><v:fill opacity=".5"/>' +
      `<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="${text}"/></v:shape></w:pict></w:r>`,
  );
