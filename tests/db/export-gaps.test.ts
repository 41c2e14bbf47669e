import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import { DOCUMENT_KINDS } from '../../src/shared/official/document-kinds.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../src/shared/official/office-settings.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { makeFolder, openTestArchive } from '../fixtures/archive.ts';

let folder: TestFolder;
let db: ArchiveDatabase;
let services: ReturnType<typeof createStorageServices>;
let sessionId: SessionId;

beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  let lastId = 0;
  services = createStorageServices({
    db,
    clock: () => Date.UTC(2025, 1, 18, 3),
    newId: () => `id-${(lastId += 1)}`,
    readExamples: () => '',
  });
  services['profile.update']({ changes: { officeName: 'KPU Kota Contoh' } });
  sessionId = services['sessions.create']({ changes: { title: 'Rapat Contoh' } }).id;
});
afterEach(() => {
  db.close();
  folder.remove();
});

const codes = async (kind: DocumentKind): Promise<readonly string[]> =>
  (await services['exports.gaps']({ sessionId }))[kind].map(({ code }) => code);

it('tells of each document what the session in the archive lacks for it', async () => {
  expect(Object.keys(await services['exports.gaps']({ sessionId }))).toEqual(DOCUMENT_KINDS);
  expect(await codes('undangan')).toContain('no-place');
  expect(await codes('undangan')).not.toContain('no-title');
  services['sessions.update']({ id: sessionId, changes: { place: 'Aula Contoh' } });
  expect(await codes('undangan')).not.toContain('no-place');
});

it('knows what the office has set', async () => {
  expect(await codes('siaran-pers')).toContain('no-press-contact');
  services['office.update']({
    organizationId: null,
    settings: {
      ...DEFAULT_OFFICE_SETTINGS,
      press: { credit: 'Humas Contoh', contact: 'Siti Contoh' },
    },
  });
  expect(await codes('siaran-pers')).not.toContain('no-press-contact');
});

it('knows the number that a document has for itself', async () => {
  expect(await codes('undangan')).toContain('no-number');
  services['office.setNumber']({ sessionId, kind: 'undangan', number: '7/UND/2025' });
  expect(await codes('undangan')).not.toContain('no-number');
  expect(await codes('berita-acara')).toContain('no-number');
});
