import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { decodeQR } from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DEFAULT_OFFICE_SETTINGS, PAPER_NAMES } from '../../src/shared/official/office-settings.ts';
import { exported } from '../documents/docx.ts';
import { fullRecord, withSession } from '../documents/records.ts';
import { drawnPages, missingTools, pageCount, writePdfs } from './office.ts';
import type { GreyImage } from './page-images.ts';

/** As a scan in an office is made. */
const SCAN_DPI = 150;
const CODE = 'NTL-1-9F86D081884C7D65';
const RUN_TIMEOUT_MS = 180_000;

const hasOffice = (await missingTools()).length === 0;
let folder = '';
const fileOf = (paper: string, extension: 'docx' | 'pdf'): string =>
  join(folder, `${paper}.${extension}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-foot-'));
  if (!hasOffice) return;
  const record = {
    ...withSession(fullRecord(2), { status: 'final' }),
    final: {
      version: 1,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  };
  for (const paper of PAPER_NAMES) {
    const settings = {
      ...DEFAULT_OFFICE_SETTINGS,
      page: { ...DEFAULT_OFFICE_SETTINGS.page, paper },
    };
    const { bytes } = exported(record, 'notula', { settings });
    await writeFile(fileOf(paper, 'docx'), bytes);
  }
  await writePdfs(
    folder,
    PAPER_NAMES.map((paper) => fileOf(paper, 'docx')),
  );
}, RUN_TIMEOUT_MS);
afterAll(async () => rm(folder, { recursive: true, force: true }));

/** What a reader of codes finds on a page. */
function codeOn({ width, height, pixels }: GreyImage): string {
  const data = new Uint8Array(width * height * 3);
  pixels.forEach((grey, at) => data.fill(grey, at * 3, at * 3 + 3));
  return decodeQR({ width, height, data }, { effort: 8, timeLimit: 5000 });
}

describe.skipIf(!hasOffice)('the code at the foot', () => {
  it.each(PAPER_NAMES)('is read from a scan of each page on %s', async (paper) => {
    const pdf = fileOf(paper, 'pdf');
    const pages = await pageCount(pdf);
    expect(pages).toBeGreaterThan(2);
    for (let page = 1; page <= pages; page += 1) {
      const [scan] = await drawnPages(pdf, page, page, SCAN_DPI);
      expect(scan && codeOn(scan)).toBe(CODE);
    }
  });
});
