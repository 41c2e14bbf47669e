import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { drawnPages, pageCount } from './office.ts';
import type { GreyImage } from './page-images.ts';
import { MOST_DIFFERENT_SHARE, differentShare } from './page-images.ts';
import { pageOf, readSheet, sheetOf, sheetPng } from './sheet.ts';

/*
 * The approved pages lie beside this file: one picture for each document, and how many pages each
 * has. `npm run test:conformance -- --approve` writes those that differ anew; look at every one of
 * them before it is committed.
 */

const APPROVED = join(import.meta.dirname, 'approved');
const PAGE_COUNTS = join(APPROVED, 'page-counts.json');
/** Where pages that differ are put, to be looked at. */
const DIFFERENT = join(import.meta.dirname, '..', '..', 'test-results', 'conformance');

/** Of a longer document its first and last pages are kept: those between are all alike. */
const MOST_PAGES_KEPT = 12;

interface DrawnDocument {
  readonly count: number;
  /** Numbers of the pages drawn, from 1. */
  readonly numbers: readonly number[];
  readonly pages: readonly GreyImage[];
}

async function drawn(pdf: string): Promise<DrawnDocument> {
  const count = await pageCount(pdf);
  const half = MOST_PAGES_KEPT / 2;
  const ranges =
    count <= MOST_PAGES_KEPT
      ? [[1, count] as const]
      : [[1, half] as const, [count - half + 1, count] as const];
  const pages = await Promise.all(ranges.map(async ([from, to]) => drawnPages(pdf, from, to)));
  const numbers = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
  return { count, numbers, pages: pages.flat() };
}

async function pageCounts(): Promise<Record<string, number>> {
  const text = await readFile(PAGE_COUNTS, 'utf8').catch(() => '{}');
  return JSON.parse(text) as Record<string, number>;
}

async function approvedSheet(name: string): Promise<GreyImage | null> {
  return readFile(join(APPROVED, `${name}.png`)).then(readSheet, () => null);
}

async function keep(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** What differs between a PDF and the approved pages of that name. Empty: nothing that matters. */
export async function pageDifferences(name: string, pdf: string): Promise<readonly string[]> {
  const document = await drawn(pdf);
  const differences = await compared(name, document);
  if (differences.length > 0) {
    await keep(join(DIFFERENT, `${name}.png`), sheetPng(sheetOf(document.pages)));
  }
  return differences;
}

async function compared(name: string, document: DrawnDocument): Promise<readonly string[]> {
  const sheet = await approvedSheet(name);
  const count = (await pageCounts())[name];
  if (sheet === null || count === undefined) return ['no approved pages'];
  if (count !== document.count) return [`${document.count} pages, approved were ${count}`];
  return document.pages.flatMap((page, index) => {
    const share = differentShare(pageOf(sheet, index, page), page);
    return share <= MOST_DIFFERENT_SHARE
      ? []
      : [`page ${document.numbers[index]}: ${percent(share)} differs`];
  });
}

/** Keeps a PDF's pages as the approved ones, where they differ from those that are. */
export async function approve(name: string, pdf: string): Promise<void> {
  const document = await drawn(pdf);
  if ((await compared(name, document)).length === 0) return;
  await keep(join(APPROVED, `${name}.png`), sheetPng(sheetOf(document.pages)));
  const counts = { ...(await pageCounts()), [name]: document.count };
  const sorted = Object.fromEntries(
    Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b)),
  );
  await keep(PAGE_COUNTS, Buffer.from(`${JSON.stringify(sorted, null, 2)}\n`));
}
