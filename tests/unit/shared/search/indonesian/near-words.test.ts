import { describe, expect, it } from 'vitest';
import { nearWords } from '../../../../../src/shared/search/indonesian/near-words.ts';

const VOCABULARY = new Map([
  ['rapat', 900],
  ['rapor', 3],
  ['rakyat', 40],
  ['izin', 12],
  ['provinsi', 80],
  ['praktik', 20],
  ['november', 50],
  ['khusus', 30],
  ['pemilih', 500],
  ['pemilihan', 400],
  ['coklit', 60],
  ['dpt', 300],
  ['2024', 100],
]);
const near = (word: string) => nearWords(word, (one) => VOCABULARY.get(one) ?? 0);
const words = (word: string): readonly string[] => near(word).map((one) => one.word);

describe('near words', () => {
  it.each([
    ['left out', 'rapt', 'rapat'],
    ['put in', 'raopat', 'rapat'],
    ['taken for another', 'rapst', 'rapat'],
    ['changed about', 'pemliih', 'pemilih'],
    ['wrong at the beginning', 'toklit', 'coklit'],
  ])('forgive a letter %s', (_slip, written, meant) => {
    expect(words(written)).toContain(meant);
    expect(near(written)[0]?.kind).toBe('ketik');
  });

  it.each([
    ['ijin', 'izin'],
    ['propinsi', 'provinsi'],
    ['praktek', 'praktik'],
    ['nopember', 'november'],
    ['kusus', 'khusus'],
    ['pemillih', 'pemilih'],
  ])('know %s as another spelling of %s', (written, meant) => {
    expect(near(written)[0]).toEqual(expect.objectContaining({ word: meant, kind: 'ejaan' }));
  });

  it('take a slip that is often made for likelier than a rare one', () => {
    const counts = new Map([
      ['daftar', 100],
      ['dafta', 100],
      ['saftar', 100],
      ['dabtar', 100],
    ]);
    const found = nearWords('dfatar', (one) => counts.get(one) ?? 0);
    expect(found.map((one) => one.word)).toEqual(['daftar']);
    expect(nearWords('daftr', (one) => counts.get(one) ?? 0)[0]?.word).toBe('daftar');
    expect(nearWords('daptar', (one) => counts.get(one) ?? 0).map((one) => one.word)).toEqual([
      'daftar',
      'dabtar',
    ]);
  });

  it('put the more frequent word first', () => {
    expect(words('rapar')).toEqual(['rapat', 'rapor']);
  });

  it('leave short words and numbers alone', () => {
    expect(words('dp')).toEqual([]);
    expect(words('dps')).toEqual([]);
    expect(words('2025')).toEqual([]);
    expect(words('dpt2')).toEqual([]);
    expect(words('kpps1')).toEqual([]);
    expect(words('x'.repeat(5000))).toEqual([]);
  });

  it('forgive one slip only', () => {
    expect(words('pmilh')).toEqual([]);
  });
});
