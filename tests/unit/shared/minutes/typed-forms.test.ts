import { describe, expect, it, test } from 'vitest';

import {
  mentionedZone,
  parseDate,
  parseEndTime,
  parseTimeOfDay,
  parseTimeRange,
  readDate,
  readEndTime,
  timeText,
} from '../../../../src/shared/minutes/typed-forms.ts';

describe('a typed date', () => {
  test.each([
    ['9.5.2025'],
    ['09/05/25'],
    ['9-5-2025'],
    ['9 5 2025'],
    ['9. 5. 2025'],
    ['9 Mei 2025'],
    ['9 mei 25'],
    ["9 Mei '25"],
    ['9-Mei-2025'],
    ['9mei2025'],
    ['Jumat, 9 Mei 2025'],
    ['Jum’at 9 Mei 2025'],
    ['hari Jumat, tanggal 9 Mei 2025'],
    ['tgl. 9-5-2025'],
    ['2025-05-09'],
    ['2025/5/9'],
    [' 9\u00a0Mei  2025 '],
    ['9–5–2025'],
  ])('%s is 9 May 2025', (typed) => {
    expect(parseDate(typed)).toBe('2025-05-09');
  });

  test.each([
    ['1 Jan 2024', '2024-01-01'],
    ['18 Pebruari 2025', '2025-02-18'],
    ['20 Juli 2024', '2024-07-20'],
    ['17 Agt 1999', '1999-08-17'],
    ['3 Nopember 2024', '2024-11-03'],
    ['31 Des 24', '2024-12-31'],
    ['29.2.2024', '2024-02-29'],
    ['1.1.99', '1999-01-01'],
    ['1.1.79', '2079-01-01'],
  ])('%s is %s', (typed, date) => {
    expect(parseDate(typed)).toBe(date);
  });

  test.each([
    ['31.02.2025', 'no-such-day'],
    ['29 Februari 2025', 'no-such-day'],
    ['5/13/2025', 'no-such-day'],
    ['0.5.2025', 'no-such-day'],
    ['Kamis, 9 Mei 2025', 'other-weekday'],
    ['9 Mei', 'form'],
    ['9.5', 'form'],
    ['Mei 2025', 'form'],
    ['2025', 'form'],
    ['besok', 'form'],
    ['9 Foo 2025', 'form'],
    ['9.5.0025', 'form'],
    ['9.5.2025 pukul 9', 'form'],
    ['Jumat', 'form'],
  ])('%s is refused because of %s', (typed, reason) => {
    expect(readDate(typed)).toEqual({ type: 'not-understood', reason });
    expect(parseDate(typed)).toBeNull();
  });

  it('tells an emptied field from one that is not understood', () => {
    expect(readDate('  ')).toEqual({ type: 'empty' });
  });
});

describe('a typed time', () => {
  test.each([
    ['14:20', '14:20'],
    ['14.20', '14:20'],
    ['14 . 20', '14:20'],
    ['9', '09:00'],
    ['09', '09:00'],
    ['0910', '09:10'],
    ['910', '09:10'],
    ['0.00', '00:00'],
    ['23.59', '23:59'],
    ['pukul 14.20 WIB', '14:20'],
    ['Pkl. 09.00 wita', '09:00'],
    ['jam 9 pagi', '09:00'],
    ['2 siang', '14:00'],
    ['12 siang', '12:00'],
    ['4.30 sore', '16:30'],
    ['7 malam', '19:00'],
    ['14:20:45', '14:20'],
  ])('%s is %s', (typed, time) => {
    expect(parseTimeOfDay(typed)).toBe(time);
  });

  test.each([
    ['9.5'],
    ['24.00'],
    ['14.60'],
    ['2560'],
    ['12 malam'],
    ['12 pagi'],
    ['selesai'],
    ['09.00 WAT'],
    ['sembilan'],
    ['14.20 dan seterusnya'],
  ])('%s is not understood', (typed) => {
    expect(parseTimeOfDay(typed)).toBeNull();
  });
});

describe('a typed end', () => {
  test.each([
    ['s/d selesai'],
    ['S/D Selesai'],
    ['s.d. selesai'],
    ['s.d selesai'],
    ['hingga selesai'],
    ['sampai selesai'],
    ['sampai dengan selesai'],
    ['sd selesai'],
    ['selesai'],
    ['- selesai'],
    ['selesai WIB'],
  ])('%s is left open', (typed) => {
    expect(parseEndTime(typed)).toBe('selesai');
  });

  it('may be a time, with or without its preposition', () => {
    expect(parseEndTime('12.00')).toBe('12:00');
    expect(parseEndTime('s.d. pukul 12.00 WIB')).toBe('12:00');
  });

  it('is not understood when it says something else', () => {
    expect(readEndTime('selesai makan')).toEqual({ type: 'not-understood', reason: 'form' });
    expect(readEndTime('s/d')).toEqual({ type: 'not-understood', reason: 'form' });
    expect(readEndTime('')).toEqual({ type: 'empty' });
  });
});

describe('a typed range of times', () => {
  test.each([
    ['09.00 s.d. 12.00 WIB', '09:00', '12:00'],
    ['09:00-selesai', '09:00', 'selesai'],
    ['09.00 – 12.00', '09:00', '12:00'],
    ['pukul 09.00 WIB s/d selesai', '09:00', 'selesai'],
    ['9 sampai dengan 12', '09:00', '12:00'],
    ['9 sd 12', '09:00', '12:00'],
    ['0900-1200', '09:00', '12:00'],
    ['09.00 hingga selesai', '09:00', 'selesai'],
    ['09.00', '09:00', null],
    ['s/d selesai', null, 'selesai'],
  ])('%s', (typed, start, end) => {
    expect(parseTimeRange(typed)).toEqual({ start, end });
  });

  test.each([['09.00 s.d.'], ['09.00-'], ['besok s.d. selesai'], ['09.00 s.d. 12.00 s.d. 13.00']])(
    '%s is not understood',
    (typed) => {
      expect(parseTimeRange(typed)).toBeNull();
    },
  );
});

it('refuses a pasted page at once', () => {
  const page = '9 '.repeat(50_000);
  expect(parseDate(page)).toBeNull();
  expect(parseTimeRange(page)).toBeNull();
});

it('knows the zone that was typed with a time', () => {
  expect(mentionedZone('09.00 wita')).toBe('WITA');
  expect(mentionedZone('09.00')).toBeNull();
});

it('shows times with a dot', () => {
  expect(timeText('14:20')).toBe('14.20');
  expect(timeText('selesai')).toBe('selesai');
  expect(timeText(null)).toBe('');
});
