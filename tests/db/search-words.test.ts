import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { TestArchive } from './search-archive.ts';
import { createTestArchive, found, indexAll, marked, search } from './search-archive.ts';

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

describe('words as they are meant', () => {
  test('any form finds its family, and what is marked are the words as written', () => {
    archive.addSession({
      id: 's1',
      texts: ['KPU mengoordinasikan jajaran.', 'Perlu koordinasi.', 'Ordinat peta.'],
    });
    const engine = indexed();
    const answer = search(engine, 'berkoordinasi ');
    expect(found(answer)).toEqual(['s1/b0', 's1/b1']);
    expect(marked(answer)).toBe('KPU [mengoordinasikan] jajaran.');
    expect(answer.reading.widened).toEqual([
      { word: 'berkoordinasi', forms: ['koordinasi', 'mengoordinasikan'] },
    ]);
    // Quotes mean exactly.
    expect(found(search(engine, '"koordinasi"'))).toEqual(['s1/b1']);
  });

  test('abbreviations find their words, and the reverse', () => {
    archive.addSession({
      id: 's1',
      texts: ['Daftar Pemilih Tetap dibahas.', 'DPT dibahas.', 'Daftar tetap dibahas.'],
    });
    const engine = indexed();
    expect(found(search(engine, 'dpt '))).toEqual(['s1/b0', 's1/b1']);
    expect(found(search(engine, 'daftar pemilih tetap dibahas'))).toEqual(['s1/b0', 's1/b1']);
    expect(marked(search(engine, 'dpt '))).toBe('[Daftar Pemilih Tetap] dibahas.');
    expect(found(search(engine, '"dpt"'))).toEqual(['s1/b1']);
  });

  test('one typing error is forgiven where the word stands nowhere, and told', () => {
    archive.addSession({ id: 's1', texts: ['Rekapitulasi suara selesai.', 'Suara sah.'] });
    const engine = indexed();
    const answer = search(engine, 'rekapitlasi suara');
    expect(found(answer)).toEqual(['s1/b0']);
    expect(answer.reading.corrected).toBe('rekapitulasi suara');
    expect(search(engine, 'suara sah').reading.corrected).toBeNull();
    expect(search(engine, '"rekapitlasi"').hits).toEqual([]);
    expect(search(engine, 'zzzzqqq')).toMatchObject({ hits: [], reading: { corrected: null } });
  });

  test('names with and without titles, and by position and organization', () => {
    archive.addSession({
      id: 's1',
      texts: ['Coklit selesai.', 'Anggaran cukup.'],
      speakerId: 'a1',
    });
    archive.addAttendee('s1', 'a1', {
      name: 'Budi Contoh',
      titleAfter: 'S.H.',
      position: 'Ketua',
      organization: 'Bawaslu Kota Rekaan',
    });
    const engine = indexed();
    const hit = ['s1/b0'];
    expect(found(search(engine, 'Dr. Budi Contoh, M.Si. coklit'))).toEqual(hit);
    expect(found(search(engine, 'pak budi coklit'))).toEqual(hit);
    expect(found(search(engine, 'ketua bawaslu coklit'))).toEqual(hit);
    expect(found(search(engine, 'pembicara:"Dr. Budi Contoh" coklit'))).toEqual(hit);
    expect(found(search(engine, 'lembaga:bawaslu coklit'))).toEqual(hit);
    expect(found(search(engine, 'pembicara:budi '))).toEqual(['s1/b0', 's1/b1']);
    // A position alone is nothing that was said.
    expect(found(search(engine, 'ketua '))).toEqual(['s1/attendance']);
    expect(search(engine, 'pembicara:budi coklit').hits[0]).toMatchObject({
      speaker: 'Budi Contoh, S.H.',
      speakerPosition: 'Ketua Bawaslu Kota Rekaan',
    });
  });
});

describe('operators', () => {
  test('words left out, either of two, and words near each other', () => {
    archive.addSession({
      id: 's1',
      texts: ['logistik pemilu tiba', 'logistik rusak', `logistik ${'isi '.repeat(30)} tiba`],
    });
    const engine = indexed();
    expect(found(search(engine, 'logistik -rusak '))).toEqual(['s1/b0', 's1/b2']);
    expect(found(search(engine, 'pemilu ATAU rusak '))).toEqual(['s1/b0', 's1/b1']);
    expect(found(search(engine, 'logistik NEAR tiba '))).toEqual(['s1/b0']);
    expect(found(search(engine, '-logistik '))).toEqual(['s1/session']);
  });

  test('what a passage is', () => {
    archive.addSession({
      id: 's1',
      texts: ['Menambah TPS.', 'Menyusun TPS.', 'Soal TPS.', 'TPS.'],
    });
    const node = (attrs: object): string => JSON.stringify({ attrs });
    archive.exec(`UPDATE blocks SET type = 'decision' WHERE id = 'b0';
      UPDATE blocks SET type = 'followUp', node = '${node({ status: 'berjalan' })}' WHERE id = 'b1';
      UPDATE blocks SET type = 'recommendation' WHERE id = 'b2';
      UPDATE blocks SET node = '${node({ kind: 'closing statement' })}' WHERE id = 'b3'`);
    const engine = indexed();
    expect(found(search(engine, 'keputusan:tps '))).toEqual(['s1/b0']);
    expect(found(search(engine, 'tindaklanjut:terbuka '))).toEqual(['s1/b1']);
    expect(found(search(engine, 'tindaklanjut:selesai '))).toEqual([]);
    expect(found(search(engine, 'rekomendasi: tps '))).toEqual(['s1/b2']);
    expect(found(search(engine, 'penutup: tps '))).toEqual(['s1/b3']);
  });

  test('who was there, said something or not; sessions by their state and series', () => {
    archive.addSession({ id: 's1', title: 'Pertama', texts: ['anggaran'] });
    archive.addSession({ id: 's2', title: 'Kedua', texts: ['anggaran'] });
    archive.addAttendee('s1', 'a1', { name: 'Siti Rekaan', position: 'Anggota' });
    archive.addAttendee('s2', 'a2', { name: 'Siti Rekaan' });
    archive.exec(`INSERT INTO series VALUES ('r1', 'Ngopi Contoh');
      UPDATE sessions SET series_id = 'r1', status = 'berlangsung' WHERE id = 's1';
      INSERT INTO attendance_days (attendance_id, day_id, presence)
        VALUES ('a2', 's2-d0', 'tidak hadir')`);
    const engine = indexed();
    expect(found(search(engine, 'hadir:"siti rekaan" anggaran '))).toEqual(['s1/b0']);
    const present = search(engine, 'hadir:siti ');
    expect(found(present)).toEqual(['s1/attendance']);
    expect(marked(present)).toBe('[Siti] Rekaan, Anggota');
    expect(found(search(engine, 'seri:ngopi anggaran '))).toEqual(['s1/b0']);
    expect(found(search(engine, 'status:selesai anggaran '))).toEqual(['s2/b0']);
    expect(found(search(engine, 'hadir:siti ATAU status:selesai '))).toEqual([
      's1/session',
      's2/session',
    ]);
  });

  test('words of the session and of its date narrow what was said in it', () => {
    archive.addSession({ id: 's1', dates: ['2024-07-18'], texts: ['coklit selesai'] });
    archive.addSession({ id: 's2', dates: ['2024-09-18'], texts: ['coklit selesai'] });
    const engine = indexed();
    expect(found(search(engine, 'coklit juli 2024'))).toEqual(['s1/b0']);
  });
});

describe('everything that is kept of a session', () => {
  test('addenda, and words of files; the private note of a block never', () => {
    archive.addSession({ id: 's1', texts: ['isi'] });
    archive.exec(`
      UPDATE blocks SET node = '{"attrs":{"note":"catatan rahasia"}}';
      UPDATE sessions SET status = 'final';
      INSERT INTO finals VALUES ('s1', 1, 'x', '', '[]', 'bukan json', '${'0'.repeat(64)}');
      INSERT INTO addenda VALUES ('s1', 1, 'b0', 'ralat jumlah kotak', 2, 'x', '${'0'.repeat(64)}');
      INSERT INTO session_files (id, session_id, position, sha256, name, media_type, size_bytes,
        role, caption, added_at_ms) VALUES ('f1', 's1', 0, '${'a'.repeat(64)}', 'undangan.pdf',
        'application/pdf', 3, 'undangan', 'surat pertama', 3);
      INSERT INTO file_texts VALUES ('${'a'.repeat(64)}', '${'awal '.repeat(900)}tengah perihal bimtek')`);
    const engine = indexed();
    expect(search(engine, 'ralat kotak').hits).toMatchObject([
      { field: 'addendum', addendumNumber: 1, blockId: 'b0' },
    ]);
    const inFile = search(engine, 'perihal bimtek');
    expect(inFile.hits).toMatchObject([{ field: 'file', fileId: 'f1', fileName: 'undangan.pdf' }]);
    expect(marked(inFile)).toContain('tengah [perihal] [bimtek]');
    expect(search(engine, 'lampiran:undangan ').hits).toHaveLength(1);
    expect(search(engine, 'awal').hits).toHaveLength(1);
    expect(search(engine, 'rahasia').hits).toEqual([]);

    archive.exec(
      'DROP TRIGGER final_session_files_update; UPDATE session_files SET removed_at_ms = 4',
    );
    archive.enqueue('s1', null);
    expect(search(engine, 'bimtek').hits).toEqual([]);
    indexAll(engine);
    expect(search(engine, 'bimtek').hits).toEqual([]);
  });
});

describe('the best first', () => {
  test('a statement that is about it stands before newer ones that name it', () => {
    archive.addSession({
      id: 'old',
      dates: ['2020-01-01'],
      texts: ['Distribusi logistik: logistik kurang, distribusi logistik terlambat.'],
    });
    for (let at = 0; at < 30; at += 1) {
      archive.addSession({
        id: `n${at}`,
        dates: ['2024-01-01'],
        texts: [`Rapat membahas banyak hal ${'lain '.repeat(40)} logistik ${'isi '.repeat(20)}`],
      });
    }
    const engine = indexed();
    expect(found(search(engine, 'logistik '))[0]).toMatch(/^n/);
    const best = search(engine, 'logistik ', { sort: 'relevan' });
    expect(found(best)[0]).toBe('old/b0');
    expect(found(search(engine, 'logistik ', { sort: 'relevan' }))).toEqual(found(best));
  });
});
