import { createHash } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { plainInput } from '../../src/main/export/document-input.ts';
import type { ExportFile, ExportJob } from '../../src/main/export/job-protocol.ts';
import { runExport } from '../../src/main/export/run-export.ts';
import type { WriteFs } from '../../src/main/export/write-file.ts';
import { temporaryPath } from '../../src/main/export/write-file.ts';
import { removeTemporaries } from '../../src/main/export/write-together.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import type { ExportProgress } from '../../src/shared/contract/exports.ts';
import type { IssuedDocuments } from '../../src/shared/contract/issued.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { DOCUMENT_KINDS } from '../../src/shared/official/document-kinds.ts';
import { NOW_MS, fullRecord } from './records.ts';

const OLD = 'isi lama';
const MARK = 'uji';
const input = plainInput(fullRecord(5), NOW_MS);
const wait = async (): Promise<void> => undefined;

let folder = '';
beforeEach(async () => {
  folder = await nodeFs.mkdtemp(join(tmpdir(), 'notula-export-'));
});
afterEach(async () => nodeFs.rm(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const files = async (): Promise<readonly string[]> => (await nodeFs.readdir(folder)).toSorted();
const putOld = async (name: string): Promise<void> => nodeFs.writeFile(at(name), OLD);
const document = (kind: DocumentKind, mayReplace = true): ExportFile => ({
  targetPath: at(`${kind}.docx`),
  mayReplace,
  content: { type: 'document', kind },
});
const jobOf = (...written: readonly ExportFile[]): ExportJob => ({
  type: 'export',
  input,
  files: written,
  mark: MARK,
});
const THREE = ['undangan', 'notula', 'laporan'] as const satisfies readonly DocumentKind[];
const three = () => jobOf(...THREE.map((kind) => document(kind)));
const digestsOf = (bytes: Uint8Array) => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { contentSha256: sha256, textSha256: sha256 };
};
const steps = { onProgress: () => undefined, mayPlace: wait, digestsOf };

const failure = (code: string): Error => Object.assign(new Error(code), { code });
const refuse = (code: string) => async (): Promise<never> => Promise.reject(failure(code));
const failingWith = (part: Partial<WriteFs>): WriteFs => ({ ...nodeFs, ...part });

const wordText = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

describe('several documents', () => {
  it('all stand in the folder and nothing else does', async () => {
    const { sizeBytes } = await runExport(
      jobOf(...DOCUMENT_KINDS.map((kind) => document(kind))),
      steps,
    );
    expect(await files()).toEqual(DOCUMENT_KINDS.map((kind) => `${kind}.docx`).toSorted());
    const read = await Promise.all(
      DOCUMENT_KINDS.map((kind) => nodeFs.readFile(at(`${kind}.docx`))),
    );
    for (const bytes of read) expect(wordText(bytes)).toContain('<w:body>');
    expect(read.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBe(sizeBytes);
  });

  it('tell how far they are, and that nothing stands there before all are made', async () => {
    const told: ExportProgress[] = [];
    const seen: (readonly string[])[] = [];
    await runExport(three(), {
      ...steps,
      onProgress: (progress) => told.push(progress),
      mayPlace: async () => {
        seen.push((await files()).filter((name) => name.endsWith('.docx')));
      },
    });
    expect(told).toEqual([
      { done: 0, total: 3, kind: 'undangan' },
      { done: 1, total: 3, kind: 'notula' },
      { done: 2, total: 3, kind: 'laporan' },
      { done: 3, total: 3, kind: null },
    ]);
    expect(seen).toEqual([[]]);
  });

  it('replace those of the same name where the user said so', async () => {
    await putOld('notula.docx');
    await runExport(three(), steps);
    expect((await nodeFs.readFile(at('notula.docx'))).subarray(0, 2).toString()).toBe('PK');
    expect(await files()).toEqual(['laporan.docx', 'notula.docx', 'undangan.docx']);
  });

  it('are all refused where one would replace a file that nobody was asked about', async () => {
    await putOld('notula.docx');
    const job = jobOf(document('undangan'), document('notula', false));
    await expect(runExport(job, steps)).rejects.toMatchObject({
      code: 'export-target-exists',
      details: { fileName: 'notula.docx' },
    });
    expect(await files()).toEqual(['notula.docx']);
    expect(await nodeFs.readFile(at('notula.docx'), 'utf8')).toBe(OLD);
  });

  it('are all refused where such a file came while they were made', async () => {
    const job = jobOf(document('undangan'), document('notula', false));
    const mayPlace = async (): Promise<void> => putOld('notula.docx');
    await expect(runExport(job, { ...steps, mayPlace })).rejects.toMatchObject({
      code: 'export-target-exists',
    });
    expect(await files()).toEqual(['notula.docx']);
  });
});

describe('documents of a final session', () => {
  const version = { version: 2, sha256: '0'.repeat(64) };
  const finalInput = { ...input, record: { ...input.record, final: version } };
  const toldOf = async (job: ExportJob): Promise<IssuedDocuments | null> => {
    let told: IssuedDocuments | null = null;
    await runExport(job, {
      ...steps,
      mayPlace: async (issued) => {
        told = issued;
      },
    });
    return told;
  };

  it('are told by what they are known again, before they have their places', async () => {
    const issued = await toldOf({ ...three(), input: finalInput });
    const written = await Promise.all(
      THREE.map(async (kind) => ({
        kind,
        ...digestsOf(await nodeFs.readFile(at(`${kind}.docx`))),
      })),
    );
    expect(issued).toEqual({
      sessionId: input.record.session.id,
      version: 2,
      documents: written,
    });
  });

  it('are told one by one where they are in a zip', async () => {
    const entries = THREE.map((kind) => ({ kind, name: `${kind}.docx` }));
    const zip: ExportFile = {
      targetPath: at('semua.zip'),
      mayReplace: true,
      content: { type: 'zip', entries },
    };
    const issued = await toldOf({ ...jobOf(zip), input: finalInput });
    const unpacked = unzipSync(await nodeFs.readFile(at('semua.zip')));
    expect(issued?.documents).toEqual(
      entries.map(({ kind, name }) => ({
        kind,
        ...digestsOf(unpacked[name] ?? new Uint8Array()),
      })),
    );
  });

  it('lie in a zip with the files beside the minutes', async () => {
    const path = at('isi-lampiran');
    await nodeFs.writeFile(path, 'foto');
    const entries = [{ kind: 'notula', name: 'notula.docx' }] as const;
    const zip: ExportFile = {
      targetPath: at('semua.zip'),
      mayReplace: true,
      content: { type: 'zip', entries, files: [{ name: 'Pembukaan.jpg', path }] },
    };
    await toldOf({ ...jobOf(zip), input: finalInput });
    const unpacked = unzipSync(await nodeFs.readFile(at('semua.zip')));
    expect(Object.keys(unpacked)).toEqual(['notula.docx', 'Lampiran/Pembukaan.jpg']);
    expect(strFromU8(unpacked['Lampiran/Pembukaan.jpg'] ?? new Uint8Array())).toBe('foto');
  });

  it('take no place where what they are known by cannot be kept', async () => {
    const mayPlace = async (): Promise<never> =>
      Promise.reject(new AppError('storage-unavailable'));
    const job = { ...three(), input: finalInput };
    await expect(runExport(job, { ...steps, mayPlace })).rejects.toMatchObject({
      code: 'storage-unavailable',
    });
    expect(await files()).toEqual([]);
  });

  it('are told of no session that is not final', async () => {
    expect(await toldOf(three())).toBeNull();
  });
});

describe('a failure half-way', () => {
  it.each([
    ['EBUSY', 'export-target-open'],
    ['EPERM', 'export-target-open'],
    ['ENOSPC', 'storage-full'],
  ])('renaming the last of three with %s: the old files are back', async (code, appCode) => {
    await putOld('undangan.docx');
    await putOld('laporan.docx');
    const rename: WriteFs['rename'] = async (from, to) =>
      to === at('laporan.docx') ? refuse(code)() : nodeFs.rename(from, to);
    const fs = failingWith({ rename });
    await expect(runExport(three(), steps, { fs, wait })).rejects.toMatchObject({
      code: appCode,
      details: { fileName: 'laporan.docx' },
    });
    expect(await files()).toEqual(['laporan.docx', 'undangan.docx']);
    expect(await nodeFs.readFile(at('undangan.docx'), 'utf8')).toBe(OLD);
    expect(await nodeFs.readFile(at('laporan.docx'), 'utf8')).toBe(OLD);
  });

  it('a disk that is full after the second leaves nothing', async () => {
    await putOld('undangan.docx');
    let opened = 0;
    const open: WriteFs['open'] = async (path, flags) => {
      opened += 1;
      return opened === 3 ? refuse('ENOSPC')() : nodeFs.open(path, flags);
    };
    const fs = failingWith({ open });
    await expect(runExport(three(), steps, { fs, wait })).rejects.toMatchObject({
      code: 'storage-full',
    });
    expect(await files()).toEqual(['undangan.docx']);
    expect(await nodeFs.readFile(at('undangan.docx'), 'utf8')).toBe(OLD);
  });

  it('an old file that can neither stay nor come back is kept as a copy that is named', async () => {
    await putOld('undangan.docx');
    let placed = 0;
    const rename: WriteFs['rename'] = async (from, to) => {
      placed += 1;
      return placed === 1 ? nodeFs.rename(from, to) : refuse('EPERM')();
    };
    const fs = failingWith({ rename });
    const copyPath = temporaryPath(at('undangan.docx'), MARK, 'lama');
    await expect(runExport(three(), steps, { fs, wait })).rejects.toMatchObject({
      code: 'export-partly',
      details: { fileName: 'undangan.docx', copyName: copyPath.slice(folder.length + 1) },
    });
    expect(await nodeFs.readFile(copyPath, 'utf8')).toBe(OLD);
  });

  it('a folder that is gone is named', async () => {
    const job = jobOf({
      targetPath: at('hilang/Notula.docx'),
      mayReplace: true,
      content: { type: 'document', kind: 'notula' },
    });
    await expect(runExport(job, steps)).rejects.toMatchObject({ code: 'export-folder-missing' });
  });
});

it('an export that is ended from outside leaves nothing once its traces are removed', async () => {
  await putOld('undangan.docx');
  let ready: () => void = () => undefined;
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  // The process is gone: permission never comes.
  void runExport(three(), {
    ...steps,
    mayPlace: () => {
      ready();
      return new Promise(() => undefined);
    },
  });
  await isReady;
  expect(await files()).toHaveLength(4);
  await removeTemporaries(
    THREE.map((kind) => at(`${kind}.docx`)),
    MARK,
  );
  expect(await files()).toEqual(['undangan.docx']);
});

it('an export that is ended while it places its files gives the places back', async () => {
  for (const kind of THREE) await putOld(`${kind}.docx`);
  let reached: () => void = () => undefined;
  const isReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const rename: WriteFs['rename'] = async (from, to) => {
    if (to !== at('laporan.docx')) return nodeFs.rename(from, to);
    reached();
    return new Promise(() => undefined);
  };
  void runExport(three(), steps, { fs: failingWith({ rename }), wait });
  await isReached;
  expect(await nodeFs.readFile(at('undangan.docx'), 'utf8')).not.toBe(OLD);
  await removeTemporaries(
    THREE.map((kind) => at(`${kind}.docx`)),
    MARK,
  );
  expect(await files()).toEqual(THREE.map((kind) => `${kind}.docx`).toSorted());
  for (const name of await files()) expect(await nodeFs.readFile(at(name), 'utf8')).toBe(OLD);
});

it('a copy that the export could not put back itself outlives the clearing up', async () => {
  const copyPath = temporaryPath(at('undangan.docx'), MARK, 'lama');
  await nodeFs.writeFile(copyPath, OLD);
  await removeTemporaries([at('undangan.docx'), at('notula.docx')], MARK);
  expect(await nodeFs.readFile(copyPath, 'utf8')).toBe(OLD);
});

describe('a zip', () => {
  const zip = (mayReplace = true): ExportFile => ({
    targetPath: at('Dokumen.zip'),
    mayReplace,
    content: {
      type: 'zip',
      entries: [
        { name: 'Undangan Rapat – Ğ.docx', kind: 'undangan' },
        { name: 'Notula Rapat.docx', kind: 'notula' },
      ],
    },
  });

  it('holds every document whole, under its name', async () => {
    const told: ExportProgress[] = [];
    await runExport(jobOf(zip()), { ...steps, onProgress: (progress) => told.push(progress) });
    expect(await files()).toEqual(['Dokumen.zip']);
    const entries = unzipSync(await nodeFs.readFile(at('Dokumen.zip')));
    expect(Object.keys(entries)).toEqual(['Undangan Rapat – Ğ.docx', 'Notula Rapat.docx']);
    for (const bytes of Object.values(entries)) expect(wordText(bytes)).toContain('<w:body>');
    expect(told.map(({ kind }) => kind)).toEqual(['undangan', 'notula', null]);
  });

  it('does not replace a file that nobody was asked about', async () => {
    await putOld('Dokumen.zip');
    await expect(runExport(jobOf(zip(false)), steps)).rejects.toMatchObject({
      code: 'export-target-exists',
    });
    expect(await nodeFs.readFile(at('Dokumen.zip'), 'utf8')).toBe(OLD);
  });

  it('that cannot be put in its place leaves the old one', async () => {
    await putOld('Dokumen.zip');
    const fs = failingWith({ rename: refuse('EBUSY') });
    await expect(runExport(jobOf(zip()), steps, { fs, wait })).rejects.toMatchObject({
      code: 'export-target-open',
    });
    expect(await files()).toEqual(['Dokumen.zip']);
    expect(await nodeFs.readFile(at('Dokumen.zip'), 'utf8')).toBe(OLD);
  });
});
