import { describe, expect, test } from 'vitest';

import {
  decodeFile,
  planImport,
  readWordsCsv,
  wordsToCsv,
} from '../../../../src/renderer/features/editor/words/dialog/exchange.ts';
import { MEETING_TEMPLATES } from '../../../../src/shared/minutes/meeting-sentences.ts';
import type { Expansion } from '../../../../src/shared/words/expansion.ts';
import { STARTER_EXPANSIONS } from '../../../../src/shared/words/starter-expansions.ts';

const own = (short: string, ...forms: string[]): Expansion => ({
  short,
  forms,
  mode: 'otomatis',
  isExact: false,
});

/** What a file would bring, or what is wrong with it as "type@line". */
function read(...lines: readonly string[]) {
  const file = readWordsCsv(lines.join('\r\n'));
  return file.ok
    ? file.words.expansions
    : file.problems.map((one) => ('line' in one ? `${one.type}@${one.line}` : one.type));
}

describe('lists of abbreviations', () => {
  test('what is exported comes in again as it was', () => {
    const odd = [...STARTER_EXPANSIONS, own('ttk', 'titik; "koma"', '=1+1'), own('s/d', 's.d.')];
    expect(read(wordsToCsv({ expansions: odd, sentences: {} }))).toEqual(odd);
  });

  test('a list from a spreadsheet comes in, whichever columns and marks it has', () => {
    expect(read('Kepanjangan,Singkatan,Catatan', '"Hari, tanggal",ht,x', '', 'Orang,ORG')).toEqual([
      own('ht', 'Hari, tanggal'),
      { short: 'ORG', forms: ['Orang'], mode: 'pemicu', isExact: true },
    ]);
  });

  test('two columns and a line at the end are enough', () => {
    expect(read('singkatan;kepanjangan', 'ht;hari, tanggal', '')).toEqual([
      own('ht', 'hari, tanggal'),
    ]);
  });

  test('official sentences go with the list and come in as they were', () => {
    const sentences = { ...MEETING_TEMPLATES, ditutup: '{rapat} usai; pukul {waktu} | {zona}.' };
    const file = readWordsCsv(wordsToCsv({ expansions: [own('ht', 'hari')], sentences }));
    expect(file).toEqual({ ok: true, words: { expansions: [own('ht', 'hari')], sentences } });
    expect(
      read(
        'singkatan;kepanjangan;cara',
        'rapat bubar;Bubar.;rapat',
        'rapat diskors;Sampai {nanti}.;rapat',
        'rapat ditutup;Usai.;rapat',
        'Rapat ditutup;Selesai.;Rapat',
      ),
    ).toEqual(['badSentence@2', 'badSentence@3', 'twice@5']);
  });

  test('a bad file says why, by line, and gives nothing', () => {
    expect(read('')).toEqual(['empty']);
    expect(read('kata;arti', 'yg;yang')).toEqual(['noHeader']);
    expect(read('singkatan;kepanjangan')).toEqual(['empty']);
    expect(
      read(
        'singkatan;kepanjangan;cara',
        'baik;bagus;',
        'dua kata;x;',
        'kosong;;',
        `panjang;${'x'.repeat(301)};`,
        'cara;y;kadang',
        'baik;lagi;',
        `banyak;a|b|c|d|e|f;`,
      ),
    ).toEqual(['badShort@3', 'badLong@4', 'badLong@5', 'badMode@6', 'twice@7', 'badLong@8']);
  });

  test('a file that is no text is told apart; one of an older spreadsheet is read', () => {
    expect(decodeFile(new Uint8Array([80, 75, 3, 4, 0, 0]).buffer)).toBeNull();
    expect(decodeFile(new Uint8Array([0x93, 0x79, 0x67, 0x94]).buffer)).toBe('“yg”');
    expect(decodeFile(new TextEncoder().encode('“yg”').buffer)).toBe('“yg”');
  });

  test('the plan tells new, replaced and same apart', () => {
    const expansions = [own('yg', 'yang'), own('dgn', 'dengan')];
    const plan = planImport(
      { expansions, sentences: MEETING_TEMPLATES },
      {
        expansions: [own('yg', 'yang'), own('dgn', 'bersama'), own('x', 'y')],
        sentences: { ...MEETING_TEMPLATES, diskors: 'Rapat dijeda.' },
      },
    );
    expect(plan.added.map(({ short }) => short)).toEqual(['x']);
    expect(plan.replaced.map(({ next }) => next.short)).toEqual(['dgn']);
    expect(plan.sameCount).toBe(1);
    expect(plan.sentenceCount).toBe(1);
  });
});
