import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';

import type { ReadDocument, ReadParagraph } from '../../../shared/imports/document.ts';
import type { Line } from './pdf-lines.ts';
import { lineText, pageLines } from './pdf-lines.ts';
import type { PdfParagraph, TextArea } from './pdf-paragraphs.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import type { PdfTable } from './pdf-tables.ts';
import { tablesIn } from './pdf-tables.ts';
import { cleanText, createPieceWriter } from './piece-writer.ts';
import { ReadingError } from './reading-error.ts';

const MOST_PAGES = 3000;
/** What stands on so many pages at the same height is a header or a footer. */
const FEWEST_REPEATS = 3;
/** Letters of a heading are larger than most of the text by this. */
const HEADING_FROM = 1.12;

type PageBreak = { readonly type: 'page-break' };
type PdfPart = PdfParagraph | PdfTable | PageBreak;

/**
 * pdf.js looks for its second program as a file beside it, or starts a worker with it. In a process of
 * its own there is nobody to keep waiting: it runs where it is, and is found here.
 */
async function loadPdfjs(): Promise<typeof PdfJs> {
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  return await import('pdfjs-dist/legacy/build/pdf.mjs');
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

interface Page {
  readonly lines: readonly Line[];
  readonly width: number;
}

/** Fonts by the names under which pdf.js knows them, and whether they are bold. */
type Fonts = Map<string, boolean>;

/** Bold letters are known only of fonts that were read for drawing: each of them is read so once. */
async function learnFonts(
  page: PdfJs.PDFPageProxy,
  names: readonly string[],
  fonts: Fonts,
): Promise<void> {
  const unknown = [...new Set(names)].filter((name) => !fonts.has(name));
  if (unknown.length === 0) return;
  await page.getOperatorList();
  for (const name of unknown) {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
    fonts.set(name, isBoldFont(font));
  }
}

function isBoldFont(font: unknown): boolean {
  if (typeof font !== 'object' || font === null) return false;
  const isBold = 'bold' in font && font.bold === true;
  return (
    isBold ||
    ('name' in font && typeof font.name === 'string' && /bold|black|heavy/iu.test(font.name))
  );
}

async function pagesOf(bytes: Uint8Array): Promise<readonly Page[]> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // It takes the bytes for itself.
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    // Nothing is drawn, and nothing is fetched.
    disableFontFace: true,
    // The names of fonts, which tell whether they are bold.
    fontExtraProperties: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
  });
  try {
    const file = await task.promise;
    if (file.numPages > MOST_PAGES) throw new ReadingError('too-large', 'pages');
    const pages: Page[] = [];
    const fonts: Fonts = new Map();
    for (let number = 1; number <= file.numPages; number += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one page after the other keeps the memory small
      const page = await file.getPage(number);
      // oxlint-disable-next-line no-await-in-loop -- the same
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [item] : [],
      );
      // oxlint-disable-next-line no-await-in-loop -- the same
      await learnFonts(
        page,
        texts.map(({ fontName }) => fontName),
        fonts,
      );
      const lines = pageLines(
        texts.map((item) => ({ ...item, isBold: fonts.get(item.fontName) ?? false })),
      );
      const [left = 0, , right = 0] = page.view;
      pages.push({ lines, width: right - left });
      page.cleanup();
    }
    return pages;
  } catch (error) {
    if (error instanceof ReadingError) throw error;
    const refusal = nameOf(error) === 'PasswordException' ? 'encrypted' : 'broken';
    throw new ReadingError(refusal, nameOf(error), { cause: error });
  } finally {
    await task.destroy();
  }
}

function areaOf(pages: readonly Page[]): TextArea {
  const lines = pages.flatMap((page) => page.lines);
  const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
  // A few lines stand out of the margins, such as a page's number.
  const at = (values: readonly number[], share: number): number =>
    sorted(values)[Math.floor(values.length * share)] ?? 0;
  const left = at(
    lines.map((line) => line.left),
    0.05,
  );
  const right = at(
    lines.map((line) => line.right),
    0.98,
  );
  // Where no line reaches it, the right margin is taken to be as wide as the left one.
  return { left, right: Math.max(right, Math.max(...pages.map(({ width }) => width)) - left) };
}

/** What is the same on each page but for its numbers. */
const repeatKey = (line: Line): string =>
  `${Math.round(line.baseline / 4)} ${lineText(line).replace(/\d+/g, '0')}`;

function edges(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set([...lines.slice(0, 6), ...lines.slice(-4)].map(repeatKey)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const fewest = Math.max(FEWEST_REPEATS, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= fewest).map(([key]) => key));
}

/** Puts together what a page's end parted: a sentence that goes on, a table that goes on. */
function overPages(parts: readonly PdfPart[]): readonly PdfPart[] {
  const whole: PdfPart[] = [];
  for (const part of parts) {
    const isAfterBreak = whole.at(-1)?.type === 'page-break';
    const before = isAfterBreak ? whole.at(-2) : undefined;
    if (
      before?.type === 'paragraph' &&
      part.type === 'paragraph' &&
      !/[.!?:;]["”)]?$/.test(before.text) &&
      /^[\p{Ll}(]/u.test(part.text)
    ) {
      whole.splice(-2, 2, { ...before, text: `${before.text} ${part.text}` });
    } else if (
      before?.type === 'table' &&
      part.type === 'table' &&
      before.columns === part.columns
    ) {
      whole.splice(-2, 2, { ...before, rows: [...before.rows, ...part.rows] });
    } else {
      whole.push(part);
    }
  }
  return whole;
}

function commonHeight(pages: readonly (readonly Line[])[]): number {
  const characters = new Map<number, number>();
  for (const line of pages.flat()) {
    const height = Math.round(line.height * 2) / 2;
    characters.set(height, (characters.get(height) ?? 0) + lineText(line).length);
  }
  return [...characters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const plain = (text: string): ReadParagraph => ({
  text: cleanText(text),
  heading: null,
  list: null,
  boldLength: 0,
  alignment: null,
});

/** Lines of a cell are one text, unless each has a number or bullet of its own. */
const cellParagraphs = (cell: string): readonly ReadParagraph[] =>
  cell
    .split(/\n(?=(?:\d{1,2}[.)]|[a-z][.)]|[-–•])\s)/)
    .map((text) => plain(text.replaceAll('\n', ' ')));

/**
 * Reads a PDF that holds words: lines by their places, paragraphs and tables by the distances between
 * them. Nothing tells which words are bold. Throws ReadingError.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const read = await pagesOf(bytes);
  const pages = read.map(({ lines }) => lines);
  const repeated = edges(pages);
  const area = areaOf(read);
  const writer = createPieceWriter();
  const seen = new Set<string>();
  const parts = pages.flatMap((lines, page): readonly PdfPart[] => {
    const own = lines.filter((line) => !repeated.has(repeatKey(line)));
    for (const line of lines) {
      const key = repeatKey(line);
      if (!repeated.has(key) || seen.has(key)) continue;
      seen.add(key);
      writer.paragraph(
        plain(lineText(line)),
        lines.indexOf(line) < lines.length / 2 ? 'kop' : 'kaki',
      );
    }
    return [
      ...(page === 0 ? [] : [{ type: 'page-break' } as const]),
      ...tablesIn(own).flatMap((part): readonly PdfPart[] =>
        part.type === 'table' ? [part] : paragraphsOf(part.lines, area),
      ),
    ];
  });
  const body = commonHeight(pages);
  for (const part of overPages(parts)) {
    if (part.type === 'page-break') writer.pageBreak();
    else if (part.type === 'table')
      writer.table(
        part.rows.map((cells) =>
          cells.map((cell) => ({ paragraphs: cellParagraphs(cell), span: 1 })),
        ),
      );
    else
      writer.paragraph({
        ...plain(part.text),
        boldLength: Math.min(part.boldLength, cleanText(part.text).length),
        heading: part.height > body * HEADING_FROM && part.text.length < 200 ? 1 : null,
        alignment: part.alignment,
      });
  }
  return writer.document();
}
