import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import type { FinalVersion } from '../../src/shared/minutes/record.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { documentCode, printedCode } from '../../src/shared/signing/code.ts';
import { makeFolder, openTestArchive } from '../fixtures/archive.ts';
import type { TestFolder } from '../fixtures/archive.ts';

let folder: TestFolder;
let db: ArchiveDatabase;
let services: ReturnType<typeof createStorageServices>;
let nowMs: number;

beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  let lastId = 0;
  nowMs = 1_790_000_000_000;
  services = createStorageServices({
    db,
    clock: () => (nowMs += 1000),
    newId: () => `id-${(lastId += 1)}`,
    readExamples: () => '',
  });
});
afterEach(() => {
  db.close();
  folder.remove();
});

const open = (title: string): SessionId =>
  services['sessions.create']({
    changes: { title, documentNumber: '63/PK.01-BA/3507/2025' },
  }).id;
function final(title = 'Rapat Contoh'): SessionId {
  const id = open(title);
  services['finals.finalise']({ sessionId: id, reason: 'Contoh untuk pengujian' });
  return id;
}
const correct = (sessionId: SessionId): void =>
  void services['finals.addAddendum']({ sessionId, blockId: null, text: 'Seharusnya 25 orang.' });
async function stateOf(sessionId: SessionId): Promise<FinalVersion> {
  const record = await services['documents.record']({ sessionId });
  if (record.final === undefined) throw new Error('not final');
  return record.final;
}

const hash = (letter: string): string => letter.repeat(64);
const digests = (content: string, text: string) => ({
  contentSha256: hash(content),
  textSha256: hash(text),
});
const issue = (
  sessionId: SessionId,
  version: number,
  content: string,
  text: string,
  kind: DocumentKind = 'notula',
): void =>
  void services['documents.issued']({
    sessionId,
    version,
    documents: [{ kind, ...digests(content, text) }],
  });
const find = (content: string, text: string) => services['issued.find'](digests(content, text));

describe('the record of a session', () => {
  it('says nothing of a version before the session is final', async () => {
    const record = await services['documents.record']({ sessionId: open('Rapat') });
    expect(record.final).toBeUndefined();
  });

  it('names version and hash of what is shown', async () => {
    const id = final();
    const state = services['finals.state']({ sessionId: id });
    expect(await stateOf(id)).toEqual({ version: 0, sha256: state?.sha256 });
    correct(id);
    correct(id);
    const addenda = services['finals.state']({ sessionId: id })?.addenda ?? [];
    expect(await stateOf(id)).toEqual({ version: 2, sha256: addenda[1]?.sha256 });
    expect((await services['documents.record']({ sessionId: id })).addenda).toEqual(addenda);
  });
});

describe('documents that were given out', () => {
  it('are known again part by part', () => {
    const id = final();
    issue(id, 0, 'a', 'b');
    expect(find('a', 'b')).toEqual({
      sessionId: id,
      title: 'Rapat Contoh',
      kind: 'notula',
      version: 0,
      isNewestVersion: true,
      issuedAtMs: nowMs - 1000,
      match: 'content',
    });
  });

  it('are known by their words once another program has saved them', () => {
    const id = final();
    issue(id, 0, 'a', 'b');
    expect(find('c', 'b')).toMatchObject({ sessionId: id, match: 'text' });
  });

  it('are told from those that this archive never gave out', () => {
    issue(final(), 0, 'a', 'b');
    expect(find('c', 'd')).toBeNull();
    expect(find('b', 'a')).toBeNull();
  });

  it('are known as older once the session has a newer version', () => {
    const id = final();
    issue(id, 0, 'a', 'b');
    correct(id);
    issue(id, 1, 'c', 'd');
    expect(find('a', 'b')).toMatchObject({ version: 0, isNewestVersion: false });
    expect(find('c', 'd')).toMatchObject({ version: 1, isNewestVersion: true });
  });

  it('stay known since the first time', () => {
    const id = final();
    issue(id, 0, 'a', 'b');
    const first = find('a', 'b');
    issue(id, 0, 'a', 'b');
    expect(find('a', 'b')).toEqual(first);
  });

  it('stand in the log of their session, each time', () => {
    const id = final();
    void services['documents.issued']({
      sessionId: id,
      version: 0,
      documents: [
        { kind: 'notula', ...digests('a', 'b') },
        { kind: 'risalah', ...digests('c', 'd') },
      ],
    });
    const { entries } = services['log.list']({ sessionId: id, beforeSeq: null });
    expect(
      entries.filter(({ action }) => action === 'issue').map(({ details }) => details),
    ).toEqual([
      { kind: 'risalah', version: 0 },
      { kind: 'notula', version: 0 },
    ]);
  });

  it('are none of a session that is not final, or of a version that does not exist', () => {
    expect(() => issue(open('Rapat'), 0, 'a', 'b')).toThrow('session-not-final');
    expect(() => issue(final(), 1, 'a', 'b')).toThrow('session-not-final');
    expect(find('a', 'b')).toBeNull();
  });
});

describe('the code on paper', () => {
  it('leads to its session and version', async () => {
    const id = final();
    const state = await stateOf(id);
    const report = {
      found: 'session',
      sessionId: id,
      title: 'Rapat Contoh',
      documentNumber: '63/PK.01-BA/3507/2025',
      version: 0,
      isNewestVersion: true,
      sha256: state.sha256,
      atMs: services['finals.state']({ sessionId: id })?.atMs,
    };
    expect(services['checking.code']({ code: documentCode(state) })).toEqual(report);
    expect(services['checking.code']({ code: printedCode(state).toLowerCase() })).toEqual(report);
  });

  it('tells an older version from the newest', async () => {
    const id = final();
    const first = await stateOf(id);
    correct(id);
    const second = await stateOf(id);
    const check = (state: FinalVersion) => services['checking.code']({ code: documentCode(state) });
    expect(check(first)).toMatchObject({
      version: 0,
      isNewestVersion: false,
      sha256: first.sha256,
    });
    expect(check(second)).toMatchObject({ version: 1, isNewestVersion: true });
  });

  it('leads nowhere where version and hash do not belong together', async () => {
    const id = final();
    const first = await stateOf(id);
    correct(id);
    expect(services['checking.code']({ code: documentCode({ ...first, version: 1 }) })).toEqual({
      found: 'nothing',
    });
    expect(services['checking.code']({ code: 'NTL-0-0000 0000 0000 0000' })).toEqual({
      found: 'nothing',
    });
  });

  it('is refused where it is none', () => {
    for (const code of ['63/PK.01-BA/3507/2025', 'NTL-0-1234', '%%%%%%%%%%%%%%%%%']) {
      expect(() => services['checking.code']({ code })).toThrow('code-malformed');
    }
  });
});
