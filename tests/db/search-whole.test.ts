import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { TestArchive } from './search-archive.ts';
import { createTestArchive, found, indexAll, search } from './search-archive.ts';

/* An answer is whole, or says that there may be more. */

let archive: TestArchive;
beforeEach(() => {
  archive = createTestArchive();
});
afterEach(() => archive.close());

function indexed() {
  const engine = archive.openEngine();
  indexAll(engine);
  return engine;
}

/** One day after another, the first the newest. */
const day = (back: number): string =>
  new Date(Date.UTC(2025, 4, 30) - back * 86_400_000).toISOString().slice(0, 10);

function addFile(sessionId: string, id: string, text: string): void {
  archive.exec(`
    INSERT INTO session_files (id, session_id, position, sha256, name, media_type, size_bytes,
      role, added_at_ms)
      VALUES ('${id}', '${sessionId}', 0, '${'a'.repeat(64)}', '${id}.docx', 'text/plain', 1,
        'bahan', 1);
    INSERT INTO file_texts VALUES ('${'a'.repeat(64)}', '${text}');`);
  archive.enqueue(sessionId, null);
}

describe('a long attachment', () => {
  const LONG = 'Rekap data pemilih menurut desa dan kelurahan. '.repeat(4300);

  test('counts as one answer, and hides none of the others', () => {
    for (let at = 0; at < 30; at += 1) {
      archive.addSession({ id: `s${at}`, dates: [day(at)], texts: ['Data pemilih diperiksa.'] });
    }
    addFile('s0', 'panjang', LONG);
    const engine = indexed();
    for (const sort of ['terbaru', 'relevan'] as const) {
      const answer = search(engine, 'pemilih', { sort, limit: 60 });
      expect(answer.hits).toHaveLength(31);
      expect(answer).toMatchObject({ hasMore: false, isCut: false, total: 31 });
    }
    const few = search(engine, 'pemilih', { limit: 20 });
    expect(few).toMatchObject({ hasMore: true, total: null });
    expect(few.hits).toHaveLength(20);
  });

  test('is shown by its best passage where the best come first', () => {
    archive.addSession({ id: 's0', dates: [day(0)] });
    const best = 'Logistik: kotak logistik dan surat suara logistik telah dikirim. ';
    const filler = 'Hal lain dibahas pada hari itu juga. '.repeat(60);
    addFile('s0', 'panjang', `Logistik disinggung. ${filler}${best}${filler}`);
    const answer = search(indexed(), 'logistik surat', { sort: 'relevan' });
    expect(found(answer)).toEqual(['s0/file']);
    expect(answer.hits[0]?.excerpt.map(({ text }) => text).join('')).toContain('surat suara');
  });
});

describe('an institution written in very many ways', () => {
  function addOffices(from: number, to: number): void {
    archive.inOneTransaction(() => {
      for (let at = from; at < to; at += 1) {
        archive.addSession({
          id: `s${at}`,
          dates: [day(400 - at)],
          texts: ['Hasil coklit disampaikan.'],
          speakerId: `a${at}`,
        });
        archive.addAttendee(`s${at}`, `a${at}`, {
          name: `Budi Contoh${at}`,
          position: 'Ketua',
          organization: `Bawaslu Wilayah ${at}`,
        });
      }
    });
  }

  test('is found in each of them, and in one that comes afterwards', () => {
    addOffices(0, 100);
    const engine = indexed();
    expect(search(engine, 'bawaslu coklit', { limit: 500 }).total).toBe(100);
    addOffices(100, 101);
    indexAll(engine);
    expect(found(search(engine, 'bawaslu coklit', { limit: 500 }))[0]).toBe('s100/b0');
    addOffices(101, 260);
    indexAll(engine);
    const asked = ['bawaslu coklit', 'lembaga:bawaslu coklit', 'pembicara:bawaslu coklit'];
    for (const text of asked) {
      expect([text, search(engine, text, { limit: 500 }).total]).toEqual([text, 260]);
    }
    // One letter is no beginning of a name yet.
    expect(search(engine, 'coklit lembaga:b').total).toBe(0);
    expect(search(engine, 'coklit lembaga:ba', { limit: 500 }).total).toBe(260);
    expect(search(engine, 'coklit hadir:bawaslu', { limit: 500 }).total).toBe(260);
    expect(search(engine, 'coklit -hadir:bawaslu', { limit: 500 }).total).toBe(0);
    expect(search(engine, 'pembicara:"contoh7 bawaslu"', { limit: 500 }).total).toBe(1);
  });

  test('names beyond number are told of, the latest among them', () => {
    addOffices(0, 260);
    archive.exec("UPDATE persons SET name = 'Contoh ' || name");
    const answer = search(indexed(), 'contoh ', { limit: 500 });
    expect(answer).toMatchObject({ isCut: true, total: null });
    expect(found(answer)).toContain('s259/b0');
  });
});

describe('what is not all looked at', () => {
  test('the best first, as many as are asked for', () => {
    archive.addSession({
      id: 's',
      dates: [day(0)],
      texts: Array.from({ length: 370 }, (_, at) => `Anggaran bagian ${at}.`),
    });
    const engine = indexed();
    const some = search(engine, 'anggaran', { sort: 'relevan', limit: 180 });
    expect(some.hits).toHaveLength(180);
    expect(some).toMatchObject({ hasMore: true, total: null });
    const all = search(engine, 'anggaran', { sort: 'relevan', limit: 500 });
    expect(all).toMatchObject({ hasMore: false, isCut: false, total: 370 });
  });

  test('words that are near each other are found behind many that are far apart', () => {
    const apart = `anggaran ${'lalu hal lain '.repeat(5)} logistik`;
    archive.addSession({ id: 'old', dates: [day(9)], texts: ['anggaran untuk logistik'] });
    archive.addSession({
      id: 'new',
      dates: [day(0)],
      texts: Array.from({ length: 1600 }, () => apart),
    });
    const engine = indexed();
    const answer = search(engine, 'NEAR(anggaran logistik, 3)');
    expect(found(answer)).toEqual(['old/b0']);
    expect(answer).toMatchObject({ isCut: false, total: 1 });
  });

  test('an answer that ended before all was read says so', () => {
    archive.addSession({
      id: 'new',
      dates: [day(0)],
      texts: Array.from({ length: 1600 }, () => 'anggaran'),
    });
    const engine = indexed();
    // The index does not know yet that none of it is there any more.
    archive.exec("UPDATE blocks SET plain_text = 'lain'");
    expect(search(engine, 'anggaran')).toMatchObject({ hits: [], isCut: true, total: null });
  });
});
