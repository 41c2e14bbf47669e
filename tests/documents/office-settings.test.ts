import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { DEFAULT_DOCUMENT_OPTIONS } from '../../src/shared/official/document-options.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../src/shared/official/office-settings.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { makeFolder, openTestArchive } from '../fixtures/archive.ts';
import { pngImage } from '../fixtures/images.ts';
import { allText, exported } from './docx.ts';

const NOW_MS = Date.UTC(2025, 1, 18, 3);
const OFFICE = 'KPU Kota Contoh';

let folder: TestFolder;
let db: ArchiveDatabase;
let services: ReturnType<typeof createStorageServices>;

beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  let lastId = 0;
  services = createStorageServices({
    db,
    clock: () => NOW_MS,
    newId: () => `id-${(lastId += 1)}`,
    readExamples: () => '',
  });
  services['profile.update']({ changes: { officeName: OFFICE } });
});
afterEach(() => {
  db.close();
  folder.remove();
});

const line = (text: string) => ({ text, size: 'besar' as const, isBold: true });

/** A document as an export makes it from what the archive tells. */
async function documentOf(sessionId: SessionId, kind: DocumentKind) {
  const record = await services['documents.record']({ sessionId });
  const offices = services['office.forSession']({ sessionId });
  const logos = offices.logos.map(({ id, mediaType, base64 }) => ({
    id,
    mediaType,
    bytes: Uint8Array.from(Buffer.from(base64, 'base64')),
  }));
  return exported(record, kind, { ...offices, logos });
}

it('prints the letterhead, the paper and the number that were set in the archive', async () => {
  const { id: logoId } = services['office.addLogo']({ bytes: pngImage(40, 60) });
  services['office.update']({
    organizationId: null,
    settings: {
      ...DEFAULT_OFFICE_SETTINGS,
      letterhead: {
        ...DEFAULT_OFFICE_SETTINGS.letterhead,
        lines: [line('KOMISI PEMILIHAN UMUM'), line('KOTA CONTOH')],
        logoId,
      },
      page: { ...DEFAULT_OFFICE_SETTINGS.page, paper: 'F4' },
    },
  });
  const { id: sessionId } = services['sessions.create']({
    changes: { title: 'Rapat pleno', documentNumber: '7/NOT/2025' },
  });
  services['office.setNumber']({ sessionId, kind: 'berita-acara', number: '64/BA/2025' });

  const minutes = await documentOf(sessionId, 'notula');
  expect(allText(minutes)).toMatch(/^KOMISI PEMILIHAN UMUM\nKOTA CONTOH/m);
  expect(allText(minutes)).toContain('7/NOT/2025');
  const media = Object.keys(unzipSync(minutes.bytes)).filter((name) =>
    /^word\/media\/./.test(name),
  );
  expect(media).toHaveLength(1);
  // 215 × 330 mm in twentieths of a point.
  expect(minutes.xml('word/document.xml')).toMatch(/<w:pgSz [^>]*w:w="12189"[^>]*w:h="18709"/);
  expect(allText(await documentOf(sessionId, 'berita-acara'))).toContain('64/BA/2025');
});

it('heads a joint session with the letterheads of its hosts', async () => {
  const { id } = await services['organizations.create']({ fields: { name: 'Bawaslu Misal' } });
  const head = { ...DEFAULT_OFFICE_SETTINGS.letterhead, lines: [line('BADAN PENGAWAS PEMILU')] };
  services['office.update']({
    organizationId: id,
    settings: { ...DEFAULT_OFFICE_SETTINGS, letterhead: head },
  });
  const { id: sessionId } = services['sessions.create']({
    changes: { title: 'Talk bersama', hosts: [{ name: 'Bawaslu Misal' }, { name: OFFICE }] },
  });
  const text = allText(await documentOf(sessionId, 'notula'));
  expect(text).toContain('BADAN PENGAWAS PEMILU');
  expect(text).toContain('KPU KOTA CONTOH');
});

it('keeps telephone numbers apart from what documents are made from, but for a list that shows them', async () => {
  const { id: sessionId } = services['sessions.create']({ changes: { title: 'Rapat pleno' } });
  await services['attendance.add']({
    sessionId,
    entries: [{ type: 'person', person: { name: 'Budi Contoh', phone: '0800-000-001' } }],
  });
  const record = await services['documents.record']({ sessionId });
  expect(JSON.stringify(record)).not.toContain('0800');
  const phones = await services['attendance.phones']({ sessionId });
  const options = { ...DEFAULT_DOCUMENT_OPTIONS, hasPhoneColumn: true };
  const list = allText(exported(record, 'daftar-hadir', { options, phones }));
  expect(list).toMatch(/No\. HP[^]*Budi Contoh[^]*0800-000-001/);
  expect(allText(exported(record, 'notula', { options, phones }))).not.toContain('0800');
});
