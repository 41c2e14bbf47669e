import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import { PAPERS } from '../../src/shared/official/office-settings.ts';
import type { PageSetup } from '../../src/shared/official/office-settings.ts';
import type { DocxFile } from '../documents/docx.ts';
import { docxFile, paragraphs } from '../documents/docx.ts';
import { approve, pageDifferences } from './approved.ts';
import { comparable } from './comparable.ts';
import type { DocumentCase } from './documents.ts';
import {
  built,
  documentBytes,
  documentCases,
  fileOf,
  validate,
  writeDocuments,
} from './documents.ts';
import {
  cellsWithoutParagraph,
  emptyLabels,
  picturesWithoutWords,
  programWords,
  raggedTables,
} from './docx-checks.ts';
import { expectedFacts, missingFacts, unsaid } from './facts.ts';
import type { TextArea } from './office.ts';
import { missingTools, pageTexts, writePdfs } from './office.ts';
import { headersNotRepeated, leftAlone } from './page-breaks.ts';
import { lostStatements, readBack, saidInRecord } from './round-trip.ts';

/** Looking at pages is what takes time then; the rest is proven by every other run. */
const isApproving = process.env['NOTULA_APPROVE_PAGES'] !== undefined;
const missing = await missingTools();
const hasOffice = missing.length === 0;
/** Words of names of documents, from the command line; none: all of them. */
const wanted = (process.env['NOTULA_DOCUMENTS'] ?? '').split(' ').filter((word) => word !== '');
const cases = documentCases(wanted);
const RUN_TIMEOUT_MS = 1_200_000;

let folder = '';
let documents: ReadonlyMap<string, Uint8Array> = new Map();
let problems: ReadonlyMap<string, readonly unknown[]> = new Map();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-conformance-'));
  documents = await writeDocuments(folder, cases);
  const names = [...documents.keys()];
  const files = names.map((name) => fileOf(folder, name, 'docx'));
  [problems] = await Promise.all([
    isApproving ? new Map() : validate(folder, names),
    hasOffice ? writePdfs(folder, files) : undefined,
  ]);
}, RUN_TIMEOUT_MS);
afterAll(async () => rm(folder, { recursive: true, force: true }));

it.skipIf(hasOffice || process.env['CI'] === undefined)('has LibreOffice and Poppler', () => {
  expect(missing).toEqual([]);
});

/** Where a page has its text, between what its head and foot repeat on every page. */
function textArea({ paper, topMm, bottomMm }: PageSetup): TextArea {
  const { widthMm, heightMm } = PAPERS[paper];
  return { leftMm: 0, topMm, widthMm, heightMm: heightMm - topMm - bottomMm };
}

/** Whether a line was typed by somebody, rather than set by the document. */
function typedLines({ input }: DocumentCase): (line: string) => boolean {
  const text = comparable(input.record.blocks.map(blockPlainText).join('\n'));
  return (line) => text.includes(comparable(line));
}

describe.each(cases)('$name', (document) => {
  const { name, kind, input } = document;
  let read: DocxFile | null = null;
  const file = async (): Promise<DocxFile> => {
    // Made anew where it could not be made: the test then says why.
    read ??= docxFile(documents.get(name) ?? (await documentBytes(document)));
    return read;
  };
  afterAll(() => {
    read = null;
  });

  it.skipIf(isApproving)('is valid to the Open XML SDK', () => {
    expect(problems.get(name)).toEqual([]);
  });

  it('has whole tables, described pictures, no word of the program, no label without a value', async () => {
    const made = await file();
    expect({
      cells: cellsWithoutParagraph(made),
      ragged: raggedTables(made),
      pictures: picturesWithoutWords(made),
      words: programWords(made),
      labels: emptyLabels(made, typedLines(document)),
    }).toEqual({ cells: [], ragged: [], pictures: [], words: [], labels: [] });
  });

  const pages = async (): Promise<readonly string[]> =>
    pageTexts(fileOf(folder, name, 'pdf'), textArea(built(document).page));

  it.skipIf(!hasOffice)('says every fact in LibreOffice, in the right order', async () => {
    const made = await file();
    const text = comparable((await pages()).join(''));
    const missingIn = document.hasTornRows ? unsaid : missingFacts;
    for (const facts of expectedFacts(kind, input.record)) {
      expect(missingIn(facts, text)).toEqual([]);
    }
    // All that Word would show, LibreOffice shows in the same order.
    expect(missingIn(paragraphs(made).map(comparable), text)).toEqual([]);
  });

  // What is to stay with a paragraph higher than a page cannot.
  it.skipIf(!hasOffice || document.hasTornRows)('breaks pages where an office would', async () => {
    const { pieces } = built(document);
    const texts = await pages();
    expect(leftAlone(pieces, texts)).toEqual([]);
    expect(headersNotRepeated(pieces, texts)).toEqual([]);
  });

  it.skipIf(!hasOffice)('looks as it was approved', async () => {
    const pdf = fileOf(folder, name, 'pdf');
    if (isApproving) await approve(name, pdf);
    expect(await pageDifferences(name, pdf)).toEqual([]);
  });

  it.runIf(kind === 'notula' || kind === 'notulen' || kind === 'risalah')(
    'gives an independent reader the same statements, speakers and order',
    async () => {
      const { bytes } = await file();
      const said = saidInRecord(input.record);
      expect(lostStatements(said, await readBack(bytes))).toEqual([]);
    },
  );
});
