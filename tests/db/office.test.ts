import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import type { SessionChanges } from '../../src/shared/contract/sessions.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import type { OfficeSettings } from '../../src/shared/official/office-settings.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../src/shared/official/office-settings.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { makeFolder, openTestArchive } from '../fixtures/archive.ts';
import { pngImage } from '../fixtures/images.ts';

const OFFICE = 'KPU Kota Contoh';
const DAY_MS = 24 * 60 * 60 * 1000;

let folder: TestFolder;
let db: ArchiveDatabase;
let nowMs: number;
let lastId = 0;
let services: ReturnType<typeof createStorageServices>;

const start = () =>
  createStorageServices({
    db,
    clock: () => nowMs,
    newId: () => `id-${(lastId += 1)}`,
    readExamples: () => '',
  });

beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  nowMs = Date.UTC(2025, 1, 18, 3);
  services = start();
});
afterEach(() => {
  db.close();
  folder.remove();
});

const own = () => services['office.get']({ organizationId: null });
const nameOffice = (officeName: string) => services['profile.update']({ changes: { officeName } });
const update = (changes: Partial<OfficeSettings>, name?: string) =>
  services['office.update']({
    organizationId: null,
    ...(name === undefined ? {} : { name }),
    settings: { ...DEFAULT_OFFICE_SETTINGS, ...changes },
  });
const line = (text: string) => ({ text, size: 'besar' as const, isBold: true });
const head = (text: string, logoId: OfficeSettings['letterhead']['logoId'] = null) => ({
  ...DEFAULT_OFFICE_SETTINGS.letterhead,
  lines: [line(text)],
  logoId,
});
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? [error.code, error.details['field']] : error;
  }
};
const logoCount = () => db.prepare('SELECT count(*) FROM office_logos').pluck().get();

function newSession(changes: SessionChanges, date: string | null = null): SessionId {
  const { id, days } = services['sessions.create']({ changes });
  if (date !== null) {
    services['sessions.update']({
      id,
      changes: { days: days.map((day) => ({ ...day, date })) },
    });
  }
  return id;
}

it('prints as documents come until something is set', () => {
  nameOffice(OFFICE);
  expect(own()).toMatchObject({ name: OFFICE, isOwn: true, isSet: false, logo: null });
  expect(own().settings).toEqual(DEFAULT_OFFICE_SETTINGS);
  expect(services['organizations.list']({})).toEqual([]);
});

it('keeps what is set for the own office, which becomes an organization, over a new start', () => {
  nameOffice(OFFICE);
  const lines = [line(' KOMISI PEMILIHAN\nUMUM '), line('  ')];
  update({
    town: 'Contoh',
    letterhead: { ...head(''), lines },
    numberTemplates: { undangan: ' ' },
  });
  services = start();
  expect(own()).toMatchObject({ name: OFFICE, isOwn: true, isSet: true });
  expect(own().settings).toMatchObject({ town: 'Contoh', numberTemplates: {} });
  expect(own().settings.letterhead.lines).toEqual([line('KOMISI PEMILIHAN UMUM')]);
  expect(services['office.list']()).toMatchObject([{ name: OFFICE, isOwn: true, isSet: true }]);
});

it('asks for a name where the own office has none, and then keeps the profile in step', () => {
  expect(codeOf(() => update({ town: 'Contoh' }))).toEqual(['invalid-input', 'officeName']);
  update({ town: 'Contoh' }, OFFICE);
  expect(services['profile.get']()).toMatchObject({ officeName: OFFICE });
  expect(own()).toMatchObject({ name: OFFICE, isSet: true });
});

it('takes the settings along when the office gets another name in the profile', () => {
  nameOffice(OFFICE);
  update({ town: 'Contoh' });
  nameOffice('KPU Kabupaten Contoh');
  expect(own()).toMatchObject({ name: 'KPU Kabupaten Contoh', settings: { town: 'Contoh' } });
  // Who was a host under the former name stays it.
  const names = services['office.list']().map(({ name }) => name);
  expect(names).toEqual(['KPU Kabupaten Contoh', OFFICE]);
});

it('lets an office of that name keep settings of its own', async () => {
  nameOffice(OFFICE);
  update({ town: 'Contoh' });
  const { id } = await services['organizations.create']({ fields: { name: 'Bawaslu Misal' } });
  services['office.update']({
    organizationId: id,
    settings: { ...DEFAULT_OFFICE_SETTINGS, town: 'Misal' },
  });
  nameOffice('Bawaslu Misal');
  expect(own().settings.town).toBe('Misal');
});

it('renames the office in the profile with its organization', () => {
  nameOffice(OFFICE);
  const { organizationId } = update({ town: 'Contoh' });
  if (organizationId === null) throw new Error('no organization');
  void services['organizations.update']({ id: organizationId, changes: { name: 'KPU Contoh' } });
  expect(services['profile.get']().officeName).toBe('KPU Contoh');
  expect(own()).toMatchObject({ name: 'KPU Contoh', isSet: true });
});

it('goes back to how documents come', () => {
  nameOffice(OFFICE);
  update({ town: 'Contoh' });
  expect(services['office.reset']({ organizationId: null })).toMatchObject({ isSet: false });
  expect(own().settings).toEqual(DEFAULT_OFFICE_SETTINGS);
});

it('keeps the readable parts of settings that are partly broken', () => {
  nameOffice(OFFICE);
  const { organizationId } = update({ town: 'Contoh' });
  const value = JSON.stringify({ town: 'Contoh', page: { paper: 'Kuarto' }, later: 1 });
  db.prepare('UPDATE office_settings SET value = ? WHERE organization_id = ?').run(
    value,
    organizationId,
  );
  expect(own().settings).toEqual({ ...DEFAULT_OFFICE_SETTINGS, town: 'Contoh' });
  db.prepare("UPDATE office_settings SET value = 'rusak'").run();
  expect(own().settings).toEqual(DEFAULT_OFFICE_SETTINGS);
});

it('keeps a logo, serves it, and refuses what is no image', () => {
  nameOffice(OFFICE);
  const bytes = pngImage(40, 60);
  const logo = services['office.addLogo']({ bytes });
  expect(logo).toMatchObject({ widthPx: 40, heightPx: 60 });
  expect(update({ letterhead: head('KPU', logo.id) }).logo).toEqual(logo);
  expect(services['attachments.read']({ id: logo.id })).toEqual({
    mediaType: 'image/png',
    base64: Buffer.from(bytes).toString('base64'),
  });
  const text = new TextEncoder().encode('bukan gambar, hanya tulisan yang cukup panjang');
  expect(codeOf(() => services['office.addLogo']({ bytes: text }))).toEqual([
    'image-invalid',
    undefined,
  ]);
  const unknown = head('KPU', 'f'.repeat(64) as never);
  expect(codeOf(() => update({ letterhead: unknown }))).toEqual(['image-invalid', undefined]);
  expect(own().logo).toEqual(logo);
});

it('forgets logos that nobody saved, after a day', () => {
  nameOffice(OFFICE);
  const kept = services['office.addLogo']({ bytes: pngImage(40, 60) });
  services['office.addLogo']({ bytes: pngImage(41, 60) });
  update({ letterhead: head('KPU', kept.id) });
  nowMs += DAY_MS / 2;
  start();
  expect(logoCount()).toBe(2);
  nowMs += DAY_MS;
  start();
  expect(logoCount()).toBe(1);
  expect(own().logo).toEqual(kept);
});

it('gives everything out as a file that another archive takes in, logo and all', () => {
  nameOffice(OFFICE);
  const { id } = services['office.addLogo']({ bytes: pngImage(40, 60) });
  update({ letterhead: head('KPU KOTA CONTOH', id), town: 'Contoh' });
  const file = services['office.exportFile']({ organizationId: null });
  expect(file.fileName).toBe('KPU Kota Contoh.notula-kantor.json');

  const other = makeFolder();
  const otherDb = openTestArchive(other.archiveFile);
  const there = createStorageServices({
    db: otherDb,
    clock: () => nowMs,
    newId: () => `lain-${(lastId += 1)}`,
    readExamples: () => '',
  });
  const read = there['office.readFile']({ text: file.text });
  if (!read.ok) throw new Error(read.problem.type);
  expect(read.officeName).toBe(OFFICE);
  expect(read.settings).toEqual(own().settings);
  there['profile.update']({ changes: { officeName: OFFICE } });
  there['office.update']({ organizationId: null, settings: read.settings });
  expect(there['office.get']({ organizationId: null }).logo).toEqual(own().logo);
  otherDb.close();
  other.remove();
});

it('says what is wrong with a bad file and changes nothing', () => {
  nameOffice(OFFICE);
  update({ town: 'Contoh' });
  const before = own();
  const { text } = services['office.exportFile']({ organizationId: null });
  const good = JSON.parse(text) as Record<string, unknown>;
  const problemOf = (content: string) => {
    const read = services['office.readFile']({ text: content });
    return read.ok ? null : read.problem;
  };
  const withChange = (change: object) => problemOf(JSON.stringify({ ...good, ...change }));
  expect(problemOf('PK\u0003\u0004')).toEqual({ type: 'no-json' });
  expect(problemOf('['.repeat(200_000))).toEqual({ type: 'no-json' });
  expect(problemOf('{"sesi": []}')).toEqual({ type: 'not-ours' });
  expect(withChange({ version: 9 })).toEqual({ type: 'newer', version: 9 });
  const settings = good['settings'] as OfficeSettings;
  const page = { ...settings.page, topMm: 900 };
  expect(withChange({ settings: { ...settings, page } })).toEqual({
    type: 'invalid',
    field: 'page.topMm',
  });
  const notAnImage = Buffer.from('#!/bin/sh, yang bukan gambar sama sekali').toString('base64');
  expect(withChange({ logo: { base64: notAnImage } })).toEqual({ type: 'bad-logo' });
  expect(own()).toEqual(before);
  expect(logoCount()).toBe(0);
});

it('takes a file with the largest logo that may be kept', () => {
  nameOffice(OFFICE);
  const bytes = new Uint8Array(2 * 1024 * 1024);
  bytes.set(pngImage(40, 60));
  const { id } = services['office.addLogo']({ bytes });
  update({ letterhead: head('KPU', id) });
  const { text } = services['office.exportFile']({ organizationId: null });
  expect(services['office.readFile']({ text })).toMatchObject({ ok: true });
});

it('tells a document whose letterheads stand over it', () => {
  nameOffice(OFFICE);
  const { id } = services['office.addLogo']({ bytes: pngImage(40, 60) });
  update({ letterhead: head('KPU KOTA CONTOH', id), town: 'Contoh' });
  const sessionId = newSession({ hosts: [{ name: 'Bawaslu Misal' }, { name: OFFICE }] });
  const offices = services['office.forSession']({ sessionId });
  expect(offices.settings.town).toBe('Contoh');
  expect(offices.hostLetterheads).toEqual([
    { name: 'Bawaslu Misal', letterhead: DEFAULT_OFFICE_SETTINGS.letterhead },
    { name: OFFICE, letterhead: head('KPU KOTA CONTOH', id) },
  ]);
  expect(offices.logos.map((logo) => logo.id)).toEqual([id]);
  expect(structuredClone(offices)).toEqual(JSON.parse(JSON.stringify(offices)));
});

it('keeps the number of each document, and none in a final session', () => {
  const sessionId = newSession({});
  const numbers = () => services['office.forSession']({ sessionId }).numbers;
  services['office.setNumber']({ sessionId, kind: 'undangan', number: ' 12/UND/2025 ' });
  expect(numbers()).toEqual({ undangan: '12/UND/2025' });
  services['office.setNumber']({ sessionId, kind: 'undangan', number: '' });
  expect(numbers()).toEqual({});
  db.prepare("UPDATE sessions SET status = 'final'").run();
  expect(
    codeOf(() => services['office.setNumber']({ sessionId, kind: 'undangan', number: '1' })),
  ).toEqual(['session-final', undefined]);
});

it('proposes the next number of the year from all sessions and assigns none', () => {
  nameOffice(OFFICE);
  update({ numberTemplates: { 'berita-acara': '{no}/PK.01-BA/3507/{tahun}' } });
  newSession({ documentNumber: '59.a/PK.01-BA/3507/2025' });
  const second = newSession({});
  services['office.setNumber']({
    sessionId: second,
    kind: 'berita-acara',
    number: '63/PK.01-BA/3507/2025',
  });
  newSession({ documentNumber: '80/PK.01-BA/3507/2024' });
  const sessionId = newSession({ documentNumber: 'lain' }, '2025-03-01');
  const propose = (kind: 'berita-acara' | null) =>
    services['office.proposeNumbers']({ sessionId, kind });
  const expected = {
    kind: 'berita-acara',
    number: '64/PK.01-BA/3507/2025',
    missingCodes: [],
    lastUsed: '63/PK.01-BA/3507/2025',
  };
  expect(propose(null)).toEqual([expected]);
  expect(propose('berita-acara')).toEqual([expected]);
  // Asked again about a number that it has, it is proposed the same one.
  services['office.setNumber']({
    sessionId,
    kind: 'berita-acara',
    number: '64/PK.01-BA/3507/2025',
  });
  expect(propose('berita-acara')).toEqual([expected]);
  expect(services['sessions.get']({ id: sessionId }).documentNumber).toBe('lain');
});

it('proposes nothing that a code is missing for, and the first number of a year', () => {
  nameOffice(OFFICE);
  const templates = { notula: '{no}/{klasifikasi}/{MM}/{YYYY}', risalah: '{no}/RIS/{tahun}' };
  update({ numberTemplates: templates });
  const sessionId = newSession({});
  expect(services['office.proposeNumbers']({ sessionId, kind: null })).toEqual([
    { kind: 'notula', number: null, missingCodes: ['klasifikasi'], lastUsed: null },
    { kind: 'risalah', number: '1/RIS/2025', missingCodes: [], lastUsed: null },
  ]);
});

it('asks for a number of their own of those documents that are numbered apart', () => {
  nameOffice(OFFICE);
  const sessionId = newSession({});
  const kinds = () => services['office.ownNumbers']({ sessionId }).map(({ kind }) => kind);
  expect(kinds()).toEqual([]);
  update({ numberTemplates: { 'berita-acara': '{no}/BA', undangan: '{no}/UND', laporan: '{no' } });
  expect(kinds()).toEqual(['undangan']);
  update({ numberTemplates: { 'berita-acara': '{no}/BA', notula: '{no}/NOT' } });
  expect(kinds()).toEqual(['notula', 'berita-acara']);
  update({});
  services['office.setNumber']({ sessionId, kind: 'laporan', number: '7' });
  expect(services['office.ownNumbers']({ sessionId })).toEqual([{ kind: 'laporan', number: '7' }]);
});
