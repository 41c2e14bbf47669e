import { expect, it } from 'vitest';

import type { RichNode } from '../../src/shared/document/rich-text.ts';
import { allText, cells, elements, exported, paragraphs, runsOf } from './docx.ts';
import { agendaItem, emptyRecord, fullRecord, paragraph, statement, words } from './records.ts';

const fullFile = exported(fullRecord(2));

const saying = (content: RichNode[]) => ({
  ...emptyRecord(),
  blocks: [agendaItem('Acara'), statement(content)],
});

it('carries marks as runs', async () => {
  const file = fullFile;
  expect(runsOf(file, 'tebal')[0]).toContain('w:b');
  expect(runsOf(file, 'miring')[0]).toContain('w:i');
  expect(runsOf(file, 'garis bawah')[0]).toContain('w:u');
  expect(runsOf(file, 'sorotan')[0]).toContain('w:highlight');
});

it('writes a link as a field with its whole address', async () => {
  const file = fullFile;
  const instructions = elements(file.dom('word/document.xml'), 'w:instrText');
  expect(instructions.map((element) => element.textContent)).toContain(
    ' HYPERLINK "https://contoh.example/data?tahun=2025&bulan=2" ',
  );
  expect(runsOf(file, 'tautan')).toHaveLength(1);
});

it('does not let an address out of its quotes', async () => {
  const href = 'https://contoh.example/" \\o "lain';
  const file = exported(saying([paragraph(words('klik', { type: 'link', attrs: { href } }))]));
  const [instruction] = elements(file.dom('word/document.xml'), 'w:instrText');
  expect(instruction?.textContent).toBe(
    ' HYPERLINK "https://contoh.example/%22%20%5Co%20%22lain" ',
  );
});

it('numbers each ordered list for itself and nests lists', async () => {
  const file = fullFile;
  const numbering = (text: string): readonly (string | null)[] => {
    const found = elements(file.dom('word/document.xml'), 'w:p').find(
      (element) => element.textContent === text,
    );
    if (!found) throw new Error(`no paragraph ${text}`);
    return ['w:numId', 'w:ilvl'].map(
      (name) => elements(found, name)[0]?.getAttribute('w:val') ?? null,
    );
  };
  const [firstList, firstLevel] = numbering('Pemilih pindah masuk');
  expect(numbering('Pemilih baru')).toEqual([firstList, firstLevel]);
  expect(numbering('dengan surat pindah')[1]).toBe('1');
  expect(numbering('Pemilih meninggal dunia')[0]).not.toBe(firstList);
  expect(numbering('Usia 17 tahun')).toEqual([null, null]);
});

it('starts an ordered list where it says', async () => {
  const list: RichNode = {
    type: 'orderedList',
    attrs: { start: 7 },
    content: [{ type: 'listItem', content: [paragraph('ketujuh')] }],
  };
  const file = exported(saying([list]));
  const starts = elements(file.dom('word/numbering.xml'), 'w:start');
  expect(starts.map((element) => element.getAttribute('w:val'))).toContain('7');
});

it('keeps the widths and merged cells of a table', async () => {
  const file = fullFile;
  const table = elements(file.dom('word/document.xml'), 'w:tbl').find((element) =>
    element.textContent?.includes('Kecamatan' + 'Pemilih'),
  );
  if (!table) throw new Error('no table');
  expect(cells(table)).toEqual([
    ['Kecamatan', 'Pemilih'],
    ['Contoh 1', 'laki-laki', '100'],
    ['', 'perempuan', '103'],
  ]);
  expect(elements(table, 'w:gridSpan')[0]?.getAttribute('w:val')).toBe('2');
  expect(elements(table, 'w:vMerge').map((element) => element.getAttribute('w:val'))).toEqual([
    'restart',
    'continue',
  ]);
  for (const width of elements(table, 'w:tcW')) expect(width.getAttribute('w:type')).toBe('dxa');
  expect(elements(table, 'w:tblHeader')).toHaveLength(1);
});

it('repeats a heading of two rows as a whole', async () => {
  const cell = (text: string, type: 'tableCell' | 'tableHeader', attrs = {}) => ({
    type,
    attrs,
    content: [paragraph(text)],
  });
  const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content });
  const file = exported(
    saying([
      {
        type: 'table',
        content: [
          row(
            cell('Kelurahan', 'tableHeader', { rowspan: 2 }),
            cell('Pemilih', 'tableHeader', { colspan: 2 }),
          ),
          row(cell('laki-laki', 'tableHeader'), cell('perempuan', 'tableHeader')),
          row(cell('Contoh', 'tableHeader'), cell('1', 'tableCell'), cell('2', 'tableCell')),
        ],
      },
    ]),
  );
  const table = elements(file.dom('word/document.xml'), 'w:tbl')[1];
  const headers = table
    ? elements(table, 'w:tr').map((tr) => elements(tr, 'w:tblHeader').length)
    : [];
  expect(headers).toEqual([1, 1, 0]);
});

it('fills a table whose rows are uneven', async () => {
  const cell = (text: string, attrs = {}) => ({
    type: 'tableCell' as const,
    attrs,
    content: [paragraph(text)],
  });
  const file = exported(
    saying([
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('a', { rowspan: 9 }), cell('b', { colspan: 3 })] },
          { type: 'tableRow', content: [cell('c')] },
        ],
      },
    ]),
  );
  const table = elements(file.dom('word/document.xml'), 'w:tbl')[1];
  expect(table && cells(table)).toEqual([
    ['a', 'b'],
    ['', 'c', '', ''],
  ]);
});

it('keeps line breaks, tabs, right-to-left text and emoji', async () => {
  const text = 'baris satu\nbaris\tdua 👍🏽 السلام عليكم';
  const file = exported(saying([paragraph(text), paragraph('السلام عليكم')]));
  expect(allText(file)).toContain(text);
  expect(file.xml('word/document.xml')).toContain('<w:bidi');
});

it('is Indonesian to the spelling checker and says who kept the minutes', async () => {
  const file = fullFile;
  expect(file.xml('word/styles.xml')).toContain('w:lang w:val="id-ID"');
  expect(file.xml('docProps/core.xml')).toContain('<dc:creator>Siti Contoh, S.IP.</dc:creator>');
  expect(file.xml('docProps/core.xml')).toContain('2026-11-22T02:30:00Z');
});

it('signs with what is known of each signatory', async () => {
  const lines = paragraphs(fullFile);
  const end = lines.slice(lines.findLastIndex((line) => line.startsWith('……………………, ')));
  expect(end).toEqual([
    '……………………, ……………………………',
    'Notulis',
    'Kasubbag Teknis Sekretariat KPU Kabupaten Contoh,',
    'Pimpinan Sidang/Rapat',
    'Ketua KPU Kabupaten Contoh,',
    'Siti Contoh, S.IP.',
    'Penata (III/c)',
    'NIP 19900101 201501 2 001',
    'Dr. H. Budi Contoh, S.H., M.Si.',
    // Word ends a text with a paragraph; this one is as low as can be.
    '',
  ]);
});

it('is no draft any more once it is final', async () => {
  const record = fullRecord(2);
  const file = exported({ ...record, session: { ...record.session, status: 'final' } });
  expect(file.xml('word/document.xml')).not.toContain('w:headerReference');
  expect(allText(file)).not.toContain('KONSEP');
});
