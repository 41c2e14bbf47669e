// The pages that the app shows, prints and saves as PDF, against those that LibreOffice makes of the Word file: how
// many, how large, and every word of the Word file in its order. Run by `npm run test:preview [-- WORD …]`; exits 1 where they differ.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { officialDocx } from '../../../src/main/export/docx/official-docx.ts';
import type { PageSetup } from '../../../src/shared/official/office-settings.ts';
import { PAPERS } from '../../../src/shared/official/office-settings.ts';
import { docxFile, paragraphs } from '../../documents/docx.ts';
import { comparable } from '../comparable.ts';
import { built, documentCases } from '../documents.ts';
import { missingFacts, unsaid } from '../facts.ts';
import { pageCount, pageTexts, writePdfs } from '../office.ts';
import { printDocuments } from './print.ts';

const run = promisify(execFile);

const MOST_PAGES_APART = 1;
/** Chromium sets sizes in 300ths of an inch. */
const MOST_MM_APART = 0.2;
const MM_PER_POINT = 25.4 / 72;

async function paperMm(pdf: string): Promise<readonly number[]> {
  const { stdout } = await run('pdfinfo', [pdf]);
  const size = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(stdout);
  return [Number(size?.[1] ?? 0) * MM_PER_POINT, Number(size?.[2] ?? 0) * MM_PER_POINT];
}

/** What stands within the margins, in its order. */
async function textOf(pdf: string, { paper, topMm, bottomMm }: PageSetup): Promise<string> {
  const { widthMm, heightMm } = PAPERS[paper];
  const area = { leftMm: 0, topMm, widthMm, heightMm: heightMm - topMm - bottomMm };
  return comparable((await pageTexts(pdf, area)).join(''));
}

const folder = await mkdtemp(join(tmpdir(), 'notula-pratinjau-'));
const fileOf = (name: string, ending: string): string => join(folder, `${name}.${ending}`);
const cases = documentCases(process.argv.slice(2)).map((one) => ({
  ...one,
  file: one.name.replace('/', '.'),
  document: built(one),
}));
let failures = 0;
try {
  const paragraphsOf = new Map<string, readonly string[]>();
  for (const { file, document } of cases) {
    const bytes = officialDocx(document);
    await writeFile(fileOf(file, 'docx'), bytes);
    paragraphsOf.set(file, paragraphs(docxFile(bytes)).map(comparable));
  }
  const documents = new Map(cases.map(({ file, document }) => [file, document]));
  const tookMs = await printDocuments(folder, documents);
  await writePdfs(
    folder,
    cases.map(({ file }) => fileOf(file, 'docx')),
  );
  for (const { file: name, document, hasTornRows } of cases) {
    const { page } = document;
    const [ours, theirs] = [fileOf(name, 'cetak.pdf'), fileOf(name, 'pdf')];
    const [pages, officePages] = [await pageCount(ours), await pageCount(theirs)];
    const [width = 0, height = 0] = await paperMm(ours);
    const { widthMm, heightMm } = PAPERS[page.paper];
    const isSamePaper =
      Math.abs(width - widthMm) < MOST_MM_APART && Math.abs(height - heightMm) < MOST_MM_APART;
    const isNear = Math.abs(pages - officePages) <= MOST_PAGES_APART;
    const missingIn = hasTornRows ? unsaid : missingFacts;
    const lost = missingIn(paragraphsOf.get(name) ?? [], await textOf(ours, page));
    if (!isNear || !isSamePaper || lost.length > 0) failures += 1;
    const said = [
      name.padEnd(36),
      `${pages} / ${officePages}`.padEnd(10),
      isNear ? '' : 'HALAMAN',
      isSamePaper ? '' : 'KERTAS',
      lost.length === 0 ? '' : `KATA (${lost.length}): ${lost[0]?.slice(0, 60) ?? ''}`,
      `${tookMs.get(name) ?? '?'} ms`,
    ];
    process.stdout.write(`${said.join(' ')}\n`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${cases.length - failures} dari ${cases.length} dokumen sama\n`);
process.exitCode = failures === 0 ? 0 : 1;
