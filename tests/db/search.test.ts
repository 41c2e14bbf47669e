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

describe('what is found', () => {
  test('the text of a block, as you type, with the words as written highlighted', () => {
    archive.addSession({
      id: 's1',
      dates: ['2025-05-09'],
      texts: ['Pemutakhiran data pemilih (Coklit) sudah berjalan.', 'Hal lain.'],
    });
    const engine = indexed();
    const typed = ['co', 'cokl', 'COKLIT', 'coklit', 'coklit pemut', 'pemilih coklit'];
    expect(typed.filter((text) => found(search(engine, text)).join() !== 's1/b0')).toEqual([]);
    expect(marked(search(engine, 'cokl'))).toBe(
      'Pemutakhiran data pemilih ([Coklit]) sudah berjalan.',
    );
    expect(found(search(engine, 'coklit hilang'))).toEqual([]);
    // A word with a space after it is finished: it is not the start of another one.
    expect(found(search(engine, 'cokl '))).toEqual([]);
  });

  test('title, place and kind of a session, and who was there', () => {
    archive.addSession({
      id: 's1',
      title: 'Rapat Kesiapan Pilkada',
      place: 'Aula Kantor Contoh',
      kind: 'Rakor',
      dates: ['2025-05-09'],
    });
    archive.addAttendee('s1', 'a1', {
      name: 'Budi Contoh',
      titleAfter: 'S.H.',
      position: 'Ketua',
      organization: 'Lembaga Rekaan',
    });
    const engine = indexed();
    expect(found(search(engine, 'kesiapan pil'))).toEqual(['s1/session']);
    expect(found(search(engine, 'aula contoh rakor'))).toEqual(['s1/session']);
    expect(marked(search(engine, 'aula pilkada '))).toBe(
      'Rapat Kesiapan [Pilkada] · [Aula] Kantor Contoh',
    );
    expect(found(search(engine, 'jumat 9 mei 2025'))).toEqual(['s1/session']);
    expect(found(search(engine, 'ketua rekaan'))).toEqual(['s1/attendance']);
    expect(marked(search(engine, 'budi'))).toBe('[Budi] Contoh, S.H., Ketua Lembaga Rekaan');
  });

  test('a speaker by name, together with words that were said', () => {
    archive.addSession({ id: 's1', texts: ['Kami setuju.', 'Kami keberatan.'], speakerId: 'a1' });
    archive.addAttendee('s1', 'a1', { name: 'Siti Rekaan', titleAfter: 'M.Si.' });
    const engine = indexed();
    expect(found(search(engine, 'siti keberatan'))).toEqual(['s1/b1']);
    expect(search(engine, 'siti keberatan').hits[0]?.speaker).toBe('Siti Rekaan, M.Si.');
    expect(found(search(engine, 'siti'))).toEqual(['s1/attendance', 's1/b0', 's1/b1']);
  });

  test('words with and without diacritics, and phrases in quotes', () => {
    archive.addSession({ id: 's1', texts: ['Café di Jakarta', 'di Café itu', 'undang-undang'] });
    const engine = indexed();
    expect(found(search(engine, 'cafe '))).toEqual(['s1/b0', 's1/b1']);
    expect(found(search(engine, 'CAFÉ '))).toEqual(['s1/b0', 's1/b1']);
    expect(found(search(engine, '"café di"'))).toEqual(['s1/b0']);
    expect(marked(search(engine, '“di café”'))).toBe('[di Café] itu');
    expect(found(search(engine, 'undang-und'))).toEqual(['s1/b2']);
  });

  test('the person who is to do a follow-up', () => {
    archive.addSession({ id: 's1', texts: ['Menyusun laporan.'] });
    const node = JSON.stringify({ attrs: { responsible: 'Sekretariat Rekaan' } });
    archive.exec(`UPDATE blocks SET type = 'followUp', node = '${node}'`);
    expect(marked(search(indexed(), 'laporan rekaan'))).toBe(
      'Menyusun [laporan]. · Sekretariat [Rekaan]',
    );
  });
});

describe('order and filters', () => {
  beforeEach(() => {
    archive.addSession({ id: 'old', dates: ['2023-01-05'], texts: ['anggaran'] });
    archive.addSession({ id: 'none', kind: 'Rakor', texts: ['anggaran'] });
    archive.addSession({
      id: 'days',
      kind: 'Rapat Pleno',
      dates: ['2024-03-01', null, '2024-03-04'],
      texts: ['anggaran satu', 'lain', 'anggaran dua'],
    });
    archive.addSession({ id: 'am', dates: ['2025-05-09'], start: '08:00', texts: ['anggaran'] });
    archive.addSession({ id: 'pm', dates: ['2025-05-09'], start: '13:30', texts: ['anggaran'] });
  });

  test('newest first, reading order within a session, undated sessions last', () => {
    expect(found(search(indexed(), 'anggaran'))).toEqual([
      'pm/b0',
      'am/b0',
      'days/b0',
      'days/b2',
      'old/b0',
      'none/b0',
    ]);
  });

  test('dates: sessions of several days are found by each of them, undated ones never', () => {
    const engine = indexed();
    const dates = (span: string) => found(search(engine, `anggaran tanggal:${span}`));
    expect(dates('2025-05-09')).toEqual(['pm/b0', 'am/b0']);
    expect(dates('2024-03-04..')).toEqual(['pm/b0', 'am/b0', 'days/b0', 'days/b2']);
    expect(dates('2024-03-05..2025-05-08')).toEqual([]);
    expect(dates('..2024-03-01')).toEqual(['days/b0', 'days/b2', 'old/b0']);
    expect(found(search(engine, 'anggaran tahun:2025'))).toEqual(['pm/b0', 'am/b0']);
    expect(found(search(engine, 'anggaran -tahun:2025'))).toEqual([
      'days/b0',
      'days/b2',
      'old/b0',
      'none/b0',
    ]);
  });

  test('kinds, also of words in them; the filter is not part of the text', () => {
    const engine = indexed();
    expect(found(search(engine, 'anggaran jenis:pleno'))).toEqual(['days/b0', 'days/b2']);
    expect(found(search(engine, 'anggaran (jenis:"Rapat Pleno" ATAU jenis:rakor)'))).toEqual([
      'days/b0',
      'days/b2',
      'none/b0',
    ]);
    expect(found(search(engine, 'anggaran jenis:"Seminar OR *"'))).toEqual([]);
    expect(found(search(engine, 'anggaran jenis:FGD tanggal:..2024-12-31'))).toEqual(['old/b0']);
    expect(found(search(engine, 'jenis:pleno '))).toEqual(['days/session']);
  });

  test('the limit holds and says when there is more', () => {
    const engine = indexed();
    const answer = search(engine, 'anggaran', { limit: 2 });
    expect(found(answer)).toEqual(['pm/b0', 'am/b0']);
    expect(answer.hasMore).toBe(true);
    expect(search(engine, 'anggaran', { limit: 6 }).hasMore).toBe(false);
  });
});

describe('odd input', () => {
  test('no text is an error', () => {
    archive.addSession({ id: 's1', texts: ['Surat NEAR OR AND NOT x'] });
    const engine = indexed();
    const signs = ['', ' ', '"', '""', '"""', '*', '-', '^', '(', ')', '- -', '%', '\0', '🙂🙂'];
    const operators = ['a:b', 'tags:x', 'text : x', 'NEAR(', 'NEAR(a b, 2)', 'OR', 'AND', 'a OR'];
    const broken = ['"a" "', "'; DROP TABLE", '{a b}:c', 'surat*', '\u0000surat\u0007', '\uD800'];
    const foreign = ['\uE000', '\uE000466764', '١٢٣ हिन्दी', 'é'.repeat(500)];
    const long = ['a '.repeat(250), 'x'.repeat(500), '"'.repeat(500)];
    const texts = [signs, operators, broken, foreign, long].flat();
    expect(() => texts.map((text) => search(engine, text))).not.toThrow();
    expect(found(search(engine, '"NEAR OR"'))).toEqual(['s1/b0']);
    expect(found(search(engine, '"surat'))).toEqual(['s1/b0']);
    expect(found(search(engine, 'sur* -"jauh"'))).toEqual(['s1/b0']);
  });

  test('HTML and control characters are shown as the text they are', () => {
    archive.addSession({ id: 's1', texts: ['<b onclick="x()">tebal</b>\u0000\u0001 dan\n\tbaru'] });
    expect(marked(search(indexed(), 'tebal'))).toBe('<b onclick="x()">[tebal]</b> dan baru');
    expect(found(search(indexed(), 'dan baru'))).toEqual(['s1/b0']);
  });

  test('very long titles and texts are found and cut around the words', () => {
    const filler = 'kata '.repeat(2000);
    archive.addSession({ id: 's1', title: `${filler}ujungjudul`, texts: ['z'.repeat(10_000)] });
    archive.addSession({ id: 's2', texts: [`${filler}tengah ${filler}`, 'a'.repeat(9_990)] });
    const engine = indexed();
    expect(marked(search(engine, 'ujungj'))).toMatch(/^… (kata )+\[ujungjudul\]$/);
    const answer = search(engine, 'tengah');
    expect(marked(answer)).toMatch(/^… (kata )+\[tengah\]( kata)+ …$/);
    expect(marked(answer).length).toBeLessThan(300);
    expect(found(search(engine, 'zz'))).toEqual(['s1/b0']);
  });
});
