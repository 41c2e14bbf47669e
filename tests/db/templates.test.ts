import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import type { OrganizationId, TemplateId } from '../../src/shared/ids.ts';
import { templateIdSchema } from '../../src/shared/ids.ts';
import { exampleText } from '../documents/records.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { makeFolder, openTestArchive } from '../fixtures/archive.ts';

let folder: TestFolder;
let db: ArchiveDatabase;
let lastId = 0;
let services: ReturnType<typeof createStorageServices>;

beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  services = createStorageServices({
    db,
    clock: () => Date.UTC(2025, 1, 18, 3),
    newId: () => `id-${(lastId += 1)}`,
    readExamples: exampleText,
  });
});
afterEach(() => {
  db.close();
  folder.remove();
});

const BYTES = new Uint8Array([80, 75, 3, 4]);
const keep = (name: string, organizationId: OrganizationId | null = null) =>
  services['templates.keep']({
    organizationId,
    name,
    kind: 'notula',
    bytes: BYTES,
    check: { placeholders: ['judul'], findings: [{ type: 'no-draft-mark' }] },
  });
const names = (organizationId: OrganizationId | null = null) =>
  services['templates.list']({ organizationId }).map(({ name }) => name);
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

it('keeps a template with what its check found, byte by byte', () => {
  const kept = keep('Notula kami');
  expect(kept).toMatchObject({
    name: 'Notula kami',
    kind: 'notula',
    sizeBytes: 4,
    check: { placeholders: ['judul'], findings: [{ type: 'no-draft-mark' }] },
  });
  const { base64 } = services['templates.read']({ id: kept.id });
  expect(Buffer.from(base64, 'base64')).toEqual(Buffer.from(BYTES));
});

it('renames, gives another kind, and removes', () => {
  const { id } = keep('Lama');
  services['templates.update']({ id, name: 'Baru', kind: 'risalah' });
  expect(services['templates.list']({ organizationId: null })).toMatchObject([
    { name: 'Baru', kind: 'risalah' },
  ]);
  services['templates.remove']({ id });
  expect(names()).toEqual([]);
});

it('says so of a template that is gone', () => {
  const id: TemplateId = templateIdSchema.parse('tidak-ada');
  expect(codeOf(() => services['templates.remove']({ id }))).toBe('not-found');
  expect(codeOf(() => services['templates.read']({ id }))).toBe('not-found');
});

it('keeps no more than twenty of one office', () => {
  for (let number = 1; number <= 20; number += 1) keep(`Templat ${number}`);
  expect(codeOf(() => keep('Satu lagi'))).toBe('too-many-templates');
  expect(names()).toHaveLength(20);
});

it('keeps those of the own office under whatever name it has', () => {
  services['profile.update']({ changes: { officeName: 'KPU Kota Contoh' } });
  keep('Notula kami');
  services['profile.update']({ changes: { officeName: 'KPU Kota Lain' } });
  expect(names()).toEqual(['Notula kami']);
});

it('offers a session those of the own office and of its hosts', () => {
  const session = services['sessions.create']({
    changes: { hosts: [{ name: 'Bawaslu Kota Contoh' }] },
  });
  const [host] = session.hosts;
  if (host === undefined) throw new Error('a session keeps its hosts');
  keep('Kami');
  keep('Bawaslu', host.organizationId);
  const offered = services['templates.forSession']({ sessionId: session.id });
  expect(offered.map(({ name }) => name)).toEqual(['Kami', 'Bawaslu']);
});

it('tries templates on an example that nobody takes for a real session', () => {
  const { session, blocks } = services['templates.example']({});
  expect(session.title).toMatch(/^CONTOH /);
  expect(session.documentNumber).toContain('CONTOH');
  expect(session.status).not.toBe('final');
  expect(JSON.stringify(blocks[0])).toContain('bukan notula rapat yang sebenarnya');
});
