import { readFileSync } from 'node:fs';

import type { WordFile } from './word-file.ts';
import {
  A4,
  OFFICE_STYLES,
  TEMPLATE_TYPE,
  p,
  relationship,
  run,
  table,
  textBox,
  watermark,
} from './word-file.ts';

const CENTER = '<w:jc w:val="center"/>';
const BOLD = '<w:b/>';

const SIGNATURES = table(
  [4500, 4500],
  [
    [
      p(run('{{tanda_tangan.notulis}}'), CENTER),
      p(run('{{kota}}, ……………'), CENTER) + p(run('{{tanda_tangan.pimpinan}}'), CENTER),
    ],
  ],
);

/** Its headings are named in Indonesian and number themselves. */
const NUMBERED_STYLES =
  `${OFFICE_STYLES}<w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>` +
  '<w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>' +
  '<w:rPr><w:b/><w:color w:val="1F3864"/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="Heading3"><w:name w:val="Nama Sendiri"/></w:style>';

const level = (format: string, text: string) =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>`;
const OWN_LISTS =
  `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level('upperRoman', '%1.')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>${level('upperLetter', 'Pasal %1')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>';
const inList = (id: number) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;

const LOGO = new Uint8Array(readFileSync(new URL('../../../resources/icon.png', import.meta.url)));
const picture =
  '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="720000" cy="720000"/><wp:docPr id="41" name="Logo"/>' +
  '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>' +
  '<pic:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
  '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

/** Templates as offices make them; each must come out right. */
export const TEMPLATES = {
  'letterhead and facts in tables': {
    body:
      table(
        [1500, 7500],
        [
          [
            p(picture),
            p(run('KOMISI PEMILIHAN UMUM', BOLD), CENTER) + p(run('{{kantor}}'), CENTER),
          ],
        ],
      ) +
      p(run('NOTULA', BOLD), CENTER) +
      p('Nomor: {{nomor}}', CENTER) +
      table(
        [2500, 6500],
        [
          ['Hari/Tanggal', ': {{hari_tanggal}}'],
          ['Waktu', ': {{pukul}}'],
          ['Tempat', ': {{tempat}}'],
          ['Acara', '{{acara}}'],
        ],
      ) +
      p('{{notula.isi}}') +
      p('') +
      SIGNATURES,
    relationships: relationship('rId9', 'image', 'media/image1.png'),
    types: '<Default Extension="png" ContentType="image/png"/>',
    files: { 'word/media/image1.png': LOGO },
  },
  'header, footer and watermark': {
    header: p('{{kantor}} | {{kegiatan}}') + watermark('{{konsep}}'),
    footer: p(
      `${run('Notula {{tanggal}}, halaman ')}<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>`,
    ),
    body: p('{{fakta}}') + p('{{hadir.tabel}}') + p('{{notula.isi}}') + p('{{tanda_tangan}}'),
  },
  'text boxes': {
    body:
      p('Sebelum kotak') +
      textBox(p('Hari {{hari}}') + p('{{keputusan}}')) +
      p('{{notula.pembahasan}}'),
  },
  'split runs': {
    body:
      `<w:p>${run('Hari ')}${run('{', BOLD)}${run('{ha', BOLD)}<w:proofErr w:type="spellStart"/>${run('ri', '<w:i/>')}<w:proofErr w:type="spellEnd"/>${run('}')}${run('}, pukul {{ Pukul }}')}</w:p>` +
      `<w:p><w:bookmarkStart w:id="3" w:name="isi"/>${run('{{notula')}<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>${run('.pembahasan}}')}<w:bookmarkEnd w:id="3"/></w:p>` +
      `<w:p>${run('Tempat: {{')}<w:del w:id="5" w:author="Budi Contoh" w:date="2026-01-05T00:00:00Z"><w:r><w:delText>lama</w:delText></w:r></w:del><w:ins w:id="6" w:author="Budi Contoh" w:date="2026-01-05T00:00:00Z">${run('tempat')}</w:ins>${run('}}.')}</w:p>`,
  },
  'nested and open braces': {
    body:
      p('{{ {{hari}} }}') +
      p('Pada {{tanggal') +
      p('sisa }} dan {{jdul}}') +
      p('Keputusan: {{keputusan}} demikian.') +
      p('{tempat} {{}}'),
  },
  'own lists and headings': {
    styles: NUMBERED_STYLES,
    numbering: OWN_LISTS,
    body:
      p('Butir pertama', inList(1)) +
      p('Bagian', '<w:pStyle w:val="Judul2"/>') +
      p('{{acara}}') +
      p('{{notula.isi}}') +
      p('Butir kedua', inList(1)),
  },
  'sections and columns': {
    body:
      p('Bagian tegak: {{judul}}') +
      `<w:p><w:pPr><w:sectPr>${A4}</w:sectPr></w:pPr>${run('{{notula.pembukaan}}')}</w:p>` +
      p('{{hadir.tabel}}') +
      `<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:pPr></w:p>` +
      p('{{tindak_lanjut.tabel}}'),
    section: `<w:type w:val="continuous"/>${A4}<w:cols w:num="2" w:space="720"/>`,
  },
  'blocks in cells': {
    body:
      table(
        [3000, 6000],
        [
          ['Peserta', '{{hadir.tabel}}'],
          ['Tindak lanjut', '{{tindak_lanjut.tabel}}'],
        ],
      ) +
      p('{{hadir.tanda_tangan}}') +
      table([9000], [['{{fakta}}']]),
  },
  'content controls and notes': {
    body:
      `<w:sdt><w:sdtPr><w:alias w:val="Isi"/></w:sdtPr><w:sdtContent>${p('{{notula.pembahasan}}')}</w:sdtContent></w:sdt>` +
      `<w:p>${run('Tema: ')}<w:sdt><w:sdtPr><w:alias w:val="Tema"/></w:sdtPr><w:sdtContent>${run('{{tema}}')}</w:sdtContent></w:sdt></w:p>` +
      `<w:p><w:hyperlink r:id="rId12"><w:r><w:t>Situs {{kantor}}</w:t></w:r></w:hyperlink>${'<w:r><w:footnoteReference w:id="1"/></w:r>'}</w:p>`,
    footnotes: `<w:footnote w:id="1">${p('Menurut {{undangan}}')}</w:footnote>`,
    relationships: relationship(
      'rId12',
      'hyperlink',
      'https://contoh.go.id/?a=1&amp;b=2',
      'External',
    ),
  },
  'bare, from Word as a template (.dotx)': {
    styles: null,
    mainType: TEMPLATE_TYPE,
    body: p('{{acara}}') + p('{{notula.isi}}'),
  },
  'blocks touching tables': {
    body:
      table([4500, 4500], [['a', 'b']]) +
      p('{{hadir.tabel}}') +
      table([4500, 4500], [['c', 'd']]) +
      p('{{tindak_lanjut.tabel}}'),
  },
  'without placeholders': { body: p('Surat biasa tanpa penanda.') },
  'twenty thousand paragraphs': {
    body:
      Array.from({ length: 20_000 }, (_, index) =>
        p(index % 100 === 0 ? `${index} {{hari}}` : `Baris ${index}`),
      ).join('') + p('{{notula.isi}}'),
  },
} as const satisfies Record<string, WordFile>;

export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];
