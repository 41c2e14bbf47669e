import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { unzipSync } from 'fflate';

import { corePropertiesXml } from '../../src/main/export/docx/word-package.ts';
import { packedEntry, writeZip } from '../../src/main/opc/zip.ts';

/** When this template was last changed; the file bears it instead of the time it was made at. */
const MADE_AT_MS = Date.UTC(2026, 10, 22);
const TWIPS_PER_MM = 1440 / 25.4;
const twips = (mm) => Math.round(mm * TWIPS_PER_MM);
const TEXT_WIDTH_TWIPS = twips(160);
const FONT = 'Arial';
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

const line = (text, options = {}) => {
  const { run = {}, ...paragraph } = options;
  return new Paragraph({
    spacing: { before: 0, after: 0 },
    ...paragraph,
    children: [new TextRun({ text, ...run })],
  });
};
const centred = (text, run = {}, after = 0) =>
  line(text, { alignment: AlignmentType.CENTER, spacing: { before: 0, after }, run });

function table(widths, rows) {
  return new Table({
    width: { size: TEXT_WIDTH_TWIPS, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({ width: { size: widths[index], type: WidthType.DXA }, children }),
          ),
        }),
    ),
  });
}

const facts = () =>
  table(
    [twips(42), twips(5), twips(113)],
    [
      ['Sidang/Rapat', '{{kegiatan}}'],
      ['Hari/Tanggal', '{{hari_tanggal}}'],
      ['Surat Undangan', '{{undangan}}'],
      ['Waktu Sidang/Rapat', '{{pukul}}'],
      ['Tempat', '{{tempat}}'],
      ['Acara', '{{acara}}'],
      ['Pimpinan Sidang/Rapat', '{{pimpinan.nama}}'],
      ['Pencatat', '{{notulis.nama}}'],
    ].map(([label, value]) => [[line(label)], [line(':')], [line(value)]]),
  );

const heading = (text) =>
  line(text, { spacing: { before: 240, after: 80 }, keepNext: true, run: { bold: true } });

const signatures = () =>
  table([TEXT_WIDTH_TWIPS / 2, TEXT_WIDTH_TWIPS / 2].map(Math.floor), [
    [[line('')], [centred('{{kota}}, ……………………')]],
    [[centred('{{tanda_tangan.notulis}}')], [centred('{{tanda_tangan.pimpinan}}')]],
  ]);

/** A Notula as FORMATS has it, with placeholders in place of what differs from meeting to meeting. */
export async function starterTemplate() {
  const file = new Document({
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22, language: { value: 'id-ID' } },
          paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } },
        },
        heading1: { run: { bold: true, size: 24, color: '000000' } },
        heading2: { run: { bold: true, size: 22, color: '000000' } },
        heading3: { run: { bold: true, italics: true, size: 22, color: '000000' } },
        heading4: { run: { bold: true, size: 22, color: '000000' } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: {
              top: twips(20),
              right: twips(20),
              bottom: twips(25),
              left: twips(30),
              header: twips(8),
              footer: twips(12),
            },
          },
        },
        headers: {
          default: new Header({
            children: [
              line('{{konsep}}', {
                alignment: AlignmentType.END,
                run: { bold: true, color: '595959' },
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ text: 'Notula {{tanggal}} · ', size: 16 }),
                  new TextRun({
                    children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES],
                    size: 16,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          centred('{{kantor}}', { bold: true, size: 28, allCaps: true }),
          new Paragraph({
            spacing: { before: 0, after: 240 },
            alignment: AlignmentType.CENTER,
            border: {
              bottom: {
                style: BorderStyle.THICK_THIN_SMALL_GAP,
                size: 18,
                space: 4,
                color: '000000',
              },
            },
            children: [new TextRun({ text: 'Alamat kantor, telepon, laman', size: 18 })],
          }),
          centred('NOTULA', { bold: true, size: 28 }),
          centred('Nomor: {{nomor}}', {}, 240),
          facts(),
          heading('Peserta Sidang/Rapat'),
          line('{{hadir.tabel}}'),
          heading('Kegiatan Sidang/Rapat'),
          line('{{notula.isi}}'),
          line('', { spacing: { before: 0, after: 240 }, keepNext: true }),
          signatures(),
          line('', { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } }),
        ],
      },
    ],
  });
  const properties = corePropertiesXml({
    title: 'Templat Notula',
    subject: '',
    author: '',
    createdAtMs: MADE_AT_MS,
  });
  const packed = await Packer.toArrayBuffer(file, false, [
    { path: 'docProps/core.xml', data: properties },
  ]);
  // Packed anew: the library writes the clock's time, and the same template would give other bytes.
  const files = Object.entries(unzipSync(new Uint8Array(packed)));
  return writeZip(files.map(([path, bytes]) => packedEntry(path, bytes, MADE_AT_MS)));
}
