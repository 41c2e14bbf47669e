import { expect, test } from 'vitest';

import { createCompleter } from '../../../../src/renderer/features/editor/words/completion/completer.ts';

const complete = createCompleter(
  ['Siti Misalnya', 'Dr. Siti Misalnya, M.Si.', 'Bawaslu Kota Contoh'],
  ['Daftar Pemilih Tetap', 'pemutakhiran', 'pemilih', 'pemilihan', 'Pemungutan Suara Ulang'],
);

test.each([
  ['Menurut Sit', 'i Misalnya'],
  ['Siti Mis', 'alnya'],
  ['oleh Dr. Si', 'ti Misalnya, M.Si.'],
  ['Bawaslu Ko', 'ta Contoh'],
  ['pada Daftar Pem', 'ilih Tetap'],
  ['pemut', 'akhiran'],
  // A common word may begin a sentence; a name keeps its capitals.
  ['Pemut', 'akhiran'],
  ['siti', ''],
  ['PEMUT', ''],
])('%j goes on with %j', (before, rest) => expect(complete(before)).toBe(rest));

test('nothing is proposed for two letters, a whole word, after a space or inside a word', () => {
  for (const before of ['pe', 'pemilih', 'pemut ', 'xpemut', 'e-pemut', '']) {
    expect(complete(before)).toBe('');
  }
});

test('of several the first known wins', () => {
  expect(createCompleter(['Andi Umpama'], ['Andika', 'Andalan'])('And')).toBe('i Umpama');
});

test('one of thousands of terms is found', () => {
  const terms = Array.from({ length: 3000 }, (_, index) => `istilah${index} panjang`);
  const many = createCompleter([], terms);
  expect(many('Dalam rapat ini kami membahas istilah2999')).toBe(' panjang');
});
