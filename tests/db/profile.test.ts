import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { migrate } from '../../src/main/db/migrations.ts';
import { createProfileService } from '../../src/main/profile/service.ts';

let folder: string;
let db: ArchiveDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-profile-'));
  db = openDatabase(join(folder, 'archive.db'), { nativeBinding: null });
  migrate(db);
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

it('is empty and Indonesian until somebody says otherwise', () => {
  expect(createProfileService({ db })['profile.get']()).toEqual({
    officeName: '',
    notulisName: '',
    isSetUp: false,
    theme: 'system',
    language: 'id',
    speakerKeys: 'alt',
  });
});

it('keeps what is set, without control characters, and leaves the rest', () => {
  const profile = createProfileService({ db });
  profile['profile.update']({ changes: { officeName: ' KPU\u0000 Kota\nContoh ', isSetUp: true } });
  expect(profile['profile.update']({ changes: { theme: 'dark' } })).toEqual({
    officeName: 'KPU Kota Contoh',
    notulisName: '',
    isSetUp: true,
    theme: 'dark',
    language: 'id',
    speakerKeys: 'alt',
  });
  expect(createProfileService({ db })['profile.get']()).toMatchObject({ theme: 'dark' });
});

it('starts with defaults where a stored value is not known', () => {
  db.prepare("INSERT INTO profile VALUES ('theme', '\"ungu\"'), ('officeName', 'rusak')").run();
  expect(createProfileService({ db })['profile.get']()).toMatchObject({
    theme: 'system',
    officeName: '',
  });
});
