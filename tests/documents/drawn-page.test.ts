import { describe, expect, it } from 'vitest';

import type { Letterhead } from '../../src/main/export/official-document.ts';
import { textPiece } from '../../src/main/export/parts/text.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../src/shared/official/office-settings.ts';
import { pngImage } from '../fixtures/images.ts';
import type { DocxFile } from './docx.ts';
import { cells, elements, paragraphs, runsOf } from './docx.ts';
import { PART, attributes, drawn } from './drawn.ts';

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
    const file = drawn([textPiece('isi')], { page: { ...page, paper } });
    expect(attributes(file, 'w:pgSz', 'w:w')).toEqual([String(width)]);
    expect(attributes(file, 'w:pgSz', 'w:h')).toEqual([String(height)]);
  });

  it('has the margins, the font, its size and the spacing of its lines', async () => {
    const file = drawn([textPiece('isi')], {
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
    expect(hasPart(drawn([textPiece('isi')]), 'word/header1.xml')).toBe(false);
    const draft = drawn([textPiece('isi')], { isDraft: true });
    expect(paragraphs(draft, 'word/header1.xml').join()).toContain('KONSEP');
    expect(draft.xml(PART)).toMatch(/w:headerReference w:type="default"/);
  });

  it('says on every page how secret it is, beside KONSEP or alone', async () => {
    const header = async (isDraft: boolean) =>
      paragraphs(drawn([textPiece('isi')], { isDraft, secrecy: 'RAHASIA' }), 'word/header1.xml');
    expect(await header(true)).toEqual(['RAHASIA\tKONSEP (belum final)']);
    expect(await header(false)).toEqual(['RAHASIA']);
  });

  it('has a footer with words, with numbers, with both or none', async () => {
    const footer = async (text: string, hasPageNumbers: boolean) => {
      const file = drawn([textPiece('isi')], { footer: { text, hasPageNumbers } });
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
    const core = drawn([textPiece('isi')]).xml('docProps/core.xml');
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
