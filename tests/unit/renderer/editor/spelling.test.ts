import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { readDictionary } from '../../../../src/renderer/features/editor/words/spelling/affix-rules.ts';
import { createSpeller } from '../../../../src/renderer/features/editor/words/spelling/speller.ts';
import { tokensOf } from '../../../../src/renderer/features/editor/words/spelling/tokens.ts';
import { createVerdicts } from '../../../../src/renderer/features/editor/words/spelling/verdicts.ts';
import { texts } from '../../../../src/renderer/features/editor/texts.ts';
import { STARTER_PHRASES } from '../../../../src/shared/words/starter-phrases.ts';

const file = (name: string): string =>
  readFileSync(new URL(`../../../../resources/dictionaries/${name}`, import.meta.url), 'latin1');
const speller = createSpeller(readDictionary(file('id_ID.aff'), file('id_ID.dic')));

const flagged = (text: string): readonly string[] =>
  tokensOf(text)
    .map(({ word }) => word)
    .filter((word) => !speller.isRight(word));

describe('the Indonesian spell check', () => {
  test('affixed forms are right, also those that the dictionary lists for few words', () => {
    const forms = `disampaikannya kebijakannya pertanyaan-pertanyaan mempertanggungjawabkan
      pelaksanaannya dilaksanakanlah keanggotaan berkesinambungan menindaklanjuti sebaik-baiknya
      datanya tanggalnya kalimatnya difasilitasi memverifikasi terverifikasi diklarifikasi
      merekapitulasi pemutakhiran memutakhirkan dimutakhirkan antarlembaga pascapemilu nonaktif
      tandai kosongkan sertakan tulislah bagaimanakah se-Indonesia notulanya`;
    expect(flagged(forms)).toEqual([]);
  });

  test('what election offices write every day is right', () => {
    expect(
      flagged(`Prof. Dr. Budi, laman resmi, data kependudukan dari disdukcapil, literasi digital,
        hoaks, nota kesepahaman, dapil, caleg, paslon, parpol, forkopimda, kapolres, plt. sekda,
        pemilih milenial dan difabel, unggahan di Zoom, asesmen, monev`),
    ).toEqual([]);
  });

  test('slips are wrong, also where they look like forms', () => {
    const slips = `rappat dirumah dikantor disekretariat kedalam menyampaikn kebijkan pelaksanan
      mempimpin keputsan tesebut dengna pempinan bahw`.split(/\s+/);
    expect(slips.filter((word) => speller.isRight(word))).toEqual([]);
  });

  test('what was meant is among the first that are proposed', () => {
    const meant = {
      rappat: 'rapat',
      dirumah: 'di rumah',
      kedalam: 'ke dalam',
      dengna: 'dengan',
      Peserat: 'Peserta',
      pelaksanan: 'pelaksanaan',
      menyampaikn: 'menyampaikan',
    };
    for (const [slip, word] of Object.entries(meant)) {
      expect(speller.suggestions(slip).slice(0, 3)).toContain(word);
    }
    expect(speller.suggestions('xqzwvfghjk')).toEqual([]);
  });

  test('real minutes are hardly doubted: names at the start of a field apart, under 2 %', () => {
    const minutes = readFileSync(
      new URL('../../../../resources/examples/sessions.json', import.meta.url),
      'utf8',
    );
    const sentences = [...minutes.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
      .map(([, text = '']) => text)
      .filter((text) => text.split(' ').length > 5);
    const words = sentences.flatMap((text) => tokensOf(text));
    const doubted = sentences.flatMap(flagged);
    expect(words.length).toBeGreaterThan(100);
    expect(doubted.length / words.length).toBeLessThan(0.02);
  });

  test('the app doubts neither its own phrases nor its own Indonesian', () => {
    expect(
      STARTER_PHRASES.flatMap(({ text }) => flagged(text.replaceAll(/\{\w+\}/g, 'X'))),
    ).toEqual([]);
    const own = Object.values(texts.id).map((text) => text.replaceAll(/\{\{\w+\}\}/g, 'X'));
    const words = own.flatMap((text) => tokensOf(text));
    expect(own.flatMap(flagged).length / words.length).toBeLessThan(0.03);
  });
});

test('addresses, numbers, abbreviations and names inside a sentence are no words to doubt', () => {
  const words = tokensOf(
    'Bapak Sarjan (DPTb) di www.kpu.go.id, budi@x.id, 10.05 WIB, COVID-19, ke-2. Anita hadir.',
  ).map(({ word }) => word);
  expect(words).toEqual(['Bapak', 'di', 'Anita', 'hadir']);
  expect(tokensOf('satu. dua')).toEqual([
    { word: 'satu', from: 0, to: 4 },
    { word: 'dua', from: 6, to: 9 },
  ]);
});

test('each word is asked about once; own and ignored ones never count as wrong', async () => {
  const asked: (readonly string[])[] = [];
  let own: ReadonlySet<string> = new Set();
  const verdicts = createVerdicts({
    client: () => ({
      wrongOf: async (words) => {
        asked.push(words);
        return new Set(words);
      },
      suggestionsFor: async () => [],
      isAvailable: () => true,
    }),
    knownWords: () => own,
  });
  await verdicts.learn(['coklit', 'Sidalih', 'coklit']);
  await verdicts.learn(['coklit', 'Sidalih']);
  expect(asked).toEqual([['coklit', 'Sidalih']]);
  expect(verdicts.isWrong('coklit')).toBe(true);
  expect(verdicts.isWrong('lain')).toBeNull();
  own = new Set(['sidalih']);
  verdicts.ignore('Coklit');
  expect(verdicts.isWrong('coklit')).toBe(false);
  expect(verdicts.isWrong('Sidalih')).toBe(false);
});
