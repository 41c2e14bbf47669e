import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { runWriteResults } from '../../../../src/main/export/results/results-job.ts';
import type { ResultHit, ResultsInput } from '../../../../src/main/export/results/results-input.ts';
import type { SearchHit } from '../../../../src/shared/contract/search.ts';
import { blockIdSchema, sessionIdSchema } from '../../../../src/shared/ids.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-hasil-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function hitOf(session: string, changes: Partial<SearchHit>, text: string): ResultHit {
  const [before = '', word = '', after = ''] = text.split('*');
  const pieces = [
    { text: before, isMatch: false },
    { text: word, isMatch: true },
    { text: after, isMatch: false },
  ];
  const hit: SearchHit = {
    sessionId: sessionIdSchema.parse(session),
    sessionTitle: `Rapat ${session}`,
    sessionTitlePieces: [],
    sessionKind: 'Rakor',
    sessionDate: '2024-07-18',
    zone: 'WITA',
    blockId: blockIdSchema.parse('b'),
    field: 'block',
    blockType: 'statement',
    statementKind: 'pernyataan',
    speaker: 'Budi Contoh',
    speakerPieces: [],
    speakerPosition: 'Ketua Contoh',
    spokenAtMs: Date.UTC(2024, 6, 18, 1, 12),
    day: null,
    agenda: 'Pemutakhiran data',
    fileId: null,
    fileName: null,
    addendumNumber: null,
    excerpt: [],
    ...changes,
  };
  return { hit, pieces };
}

const INPUT: ResultsInput = {
  query: 'coklit tahun:2024',
  corrected: null,
  sort: 'terbaru',
  hits: [
    hitOf('A', {}, 'Data *coklit*  sudah "bersih"; lanjut.\nSekian.'),
    hitOf('B', { blockType: 'decision', speaker: null, speakerPosition: '' }, '*=SUM(1)* & <b>'),
    hitOf('A', { statementKind: 'closing statement', spokenAtMs: null }, 'Terima *kasih*'),
  ],
  hasMore: true,
  isCut: false,
  total: 1204,
  isIncomplete: false,
  exportedAtMs: Date.UTC(2026, 10, 22, 3, 0),
  exportedBy: { name: 'Ani Contoh', office: 'Kantor Contoh' },
  programVersion: '1.2.3',
};

async function written(format: 'docx' | 'csv', input = INPUT): Promise<Buffer> {
  const targetPath = join(folder, `hasil.${format}`);
  const job = { type: 'write-results', input, format, targetPath } as const;
  await runWriteResults({ ...job, mayReplace: false, mark: 'uji' });
  return readFileSync(targetPath);
}

test('as a table: what was asked at the head, then every hit with where it stands', async () => {
  const text = (await written('csv')).toString('utf8');
  expect(text.startsWith('\ufeffPencarian;coklit tahun:2024\r\n')).toBe(true);
  const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true });
  const head = new Map(data.map(([label = '', value = '']) => [label, value]));
  expect(head.get('Jumlah')).toBe(
    '3 bagian dalam 2 sesi; hanya yang pertama dari 1.204 yang dimuat di sini',
  );
  expect(head.get('Diekspor')).toMatch(/22 November 2026/);
  expect(head.get('Diekspor oleh')).toBe('Ani Contoh, Kantor Contoh');
  expect(data.slice(-4)).toEqual([
    'Tanggal,Jenis,Sesi,Bagian,Pembicara,Jabatan,Pukul,Mata acara,Isi'.split(','),
    [
      '2024-07-18',
      'Rakor',
      'Rapat A',
      'Pernyataan',
      'Budi Contoh',
      'Ketua Contoh',
      '09.12 WITA',
      'Pemutakhiran data',
      'Data coklit sudah "bersih"; lanjut. Sekian.',
    ],
    expect.arrayContaining(['Rapat A', 'Pernyataan penutup', 'Terima kasih']),
    expect.arrayContaining(['Rapat B', 'Keputusan', "'=SUM(1) & <b>"]),
  ]);
});

test('no text in the table is carried out as a formula', async () => {
  const texts = ['=1+1', '+1', '-1', '@a', ' =1', '\t=1', '＝1'];
  const hits = texts.map((text) => hitOf('A', { sessionTitle: text }, `${text}**`));
  const text = (await written('csv', { ...INPUT, query: '-kpu', hits })).toString('utf8');
  expect(text).toContain('Pencarian;"\'-kpu"');
  const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true });
  for (const row of data.slice(-texts.length)) {
    expect([row[2], row[8]]).toEqual([expect.stringMatching(/^'/), expect.stringMatching(/^'/)]);
  }
});

test('as a Word file: sessions as headings, what was found in bold, speakers and places', async () => {
  const parts = unzipSync(await written('docx'));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const paragraphs = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, run]) => run).join(''),
  );
  expect(paragraphs.filter((text) => text.startsWith('Rapat '))).toEqual(['Rapat A', 'Rapat B']);
  expect(paragraphs).toContain('HASIL PENCARIAN');
  expect(paragraphs).toContain(
    'Budi Contoh, Ketua Contoh  (Pernyataan, mata acara Pemutakhiran data, 09.12 WITA)',
  );
  expect(paragraphs).toContain('Data coklit sudah &quot;bersih&quot;; lanjut. Sekian.');
  expect(paragraphs).toContain('=SUM(1) &amp; &lt;b&gt;');
  expect(xml).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*>coklit</s);
});

test('says where the list may miss something, and how a slip was read', async () => {
  const text = (
    await written('csv', { ...INPUT, corrected: 'coklit', isIncomplete: true, hasMore: false })
  ).toString('utf8');
  expect(text).toContain('Dibaca sebagai;coklit');
  expect(text).toContain('Indeks sedang dibangun; hasil mungkin belum lengkap.');
  expect(text).toContain('Jumlah;3 bagian dalam 2 sesi\r\n');
});

test('says where not everything was looked at', async () => {
  const cut = (await written('csv', { ...INPUT, hasMore: false, isCut: true })).toString('utf8');
  expect(cut).toContain('3 bagian dalam 2 sesi; mungkin masih ada yang lain');
});
