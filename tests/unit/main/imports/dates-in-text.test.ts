import { describe, expect, it } from 'vitest';

import { datesIn } from '../../../../src/main/imports/recognise/dates-in-text.ts';
import { timesIn } from '../../../../src/main/imports/recognise/times-in-text.ts';

const dates = (text: string): readonly string[] => datesIn(text).flatMap((each) => each.dates);

describe('dates in a text', () => {
  it.each([
    ['Rabu, 9 Juli 2025', ['2025-07-09']],
    ['pada tanggal 20 dan 21 Juli 2024 di Contoh', ['2024-07-20', '2024-07-21']],
    ['31 Juli s.d. 1 Agustus 2024', ['2024-07-31', '2024-08-01']],
    ['Senin s/d Rabu, 1 - 3 Juli 2024', ['2024-07-01', '2024-07-02', '2024-07-03']],
    ['Selasa–Rabu, 10–11 Oktober 2023', ['2023-10-10', '2023-10-11']],
    ['Sabtu, 25/01/2025', ['2025-01-25']],
    [
      'hari ini Selasa, tanggal delapan belas bulan Februari tahun dua ribu dua puluh lima, bertempat di',
      ['2025-02-18'],
    ],
    ['tanggal 21 bulan Juni tahun 2024', ['2024-06-21']],
    ['31 Februari 2024', []],
    ['Nomor 7 Tahun 2017', []],
  ])('are found in "%s"', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  it('are unsure beside the name of another weekday', () => {
    expect(datesIn('Senin, 9 Juli 2025').map(({ isSound }) => isSound)).toEqual([false]);
    expect(datesIn('Rabu, 9 Juli 2025').map(({ isSound }) => isSound)).toEqual([true]);
  });
});

describe('times in a text', () => {
  it.each([
    ['Pukul 09.00 WIB s.d. selesai', '09:00', 'selesai'],
    ['pukul 13.30 s/d 15.00 WITA', '13:30', '15:00'],
  ])('are found in "%s"', (text, start, end) => {
    expect(timesIn(text).map((each) => [each.start, each.end])).toEqual([[start, end]]);
  });

  it('are no figures of money or of laws', () => {
    expect(timesIn('sebesar 12.50 dan pasal 7.10')).toEqual([]);
  });
});
