import { describe, expect, it } from 'vitest';

import {
  dateInWords,
  dateRange,
  listInWords,
  longDate,
  longDateRange,
  timeSpan,
  wallClock,
} from '../../../../src/shared/minutes/dates.ts';

describe('dates in Indonesian', () => {
  it('writes one date with and without its weekday', () => {
    expect(longDate('2025-02-18')).toBe('Selasa, 18 Februari 2025');
    expect(dateInWords('2024-02-29')).toBe('29 Februari 2024');
    expect(longDate('2026-08-07')).toBe('Jumat, 7 Agustus 2026');
  });

  it('refuses what is no date', () => {
    expect(() => longDate('besok')).toThrow(RangeError);
  });

  it.each([
    [[], ''],
    [['2025-02-18'], '18 Februari 2025'],
    [['2024-07-20', '2024-07-21'], '20 dan 21 Juli 2024'],
    [['2024-07-21', '2024-07-20', '2024-07-20'], '20 dan 21 Juli 2024'],
    [['2024-07-31', '2024-08-01'], '31 Juli dan 1 Agustus 2024'],
    [['2024-12-31', '2025-01-01'], '31 Desember 2024 dan 1 Januari 2025'],
    [['2024-07-01', '2024-07-02', '2024-07-03'], '1 s.d. 3 Juli 2024'],
    [['2024-07-30', '2024-07-31', '2024-08-01'], '30 Juli s.d. 1 Agustus 2024'],
    [['2024-12-30', '2024-12-31', '2025-01-01'], '30 Desember 2024 s.d. 1 Januari 2025'],
    [['2024-07-01', '2024-07-03', '2024-07-05'], '1, 3, dan 5 Juli 2024'],
    [['2024-07-30', '2024-07-31', '2024-08-02'], '30, 31 Juli, dan 2 Agustus 2024'],
    [['2023-07-30', '2024-07-30'], '30 Juli 2023 dan 30 Juli 2024'],
  ])('joins %j', (dates, words) => {
    expect(dateRange(dates)).toBe(words);
  });

  it.each([
    [[], ''],
    [['2025-02-18'], 'Selasa, 18 Februari 2025'],
    [['2024-07-20', '2024-07-21'], 'Sabtu dan Minggu, 20 dan 21 Juli 2024'],
    [['2024-07-01', '2024-07-02', '2024-07-03'], 'Senin s.d. Rabu, 1 s.d. 3 Juli 2024'],
    [['2024-07-01', '2024-07-03', '2024-07-05'], 'Senin, Rabu, dan Jumat, 1, 3, dan 5 Juli 2024'],
  ])('joins %j with weekdays', (dates, words) => {
    expect(longDateRange(dates)).toBe(words);
  });

  it('lists things', () => {
    expect(listInWords(['a'])).toBe('a');
    expect(listInWords(['a', 'b'])).toBe('a dan b');
    expect(listInWords(['a', 'b', 'c'])).toBe('a, b, dan c');
  });
});

describe('times in Indonesian', () => {
  it.each([
    ['09:00', 'selesai', 'pukul 09.00 WIB s.d. selesai'],
    ['09:00', '12:30', 'pukul 09.00 s.d. 12.30 WIB'],
    ['09:00', null, 'pukul 09.00 WIB'],
    [null, '12:30', 's.d. pukul 12.30 WIB'],
    [null, 'selesai', 's.d. selesai'],
    [null, null, ''],
  ])('%s to %s', (start, end, words) => {
    expect(timeSpan({ start, end }, 'WIB')).toBe(words);
  });

  it('shows a moment on the clock of its zone', () => {
    const atMs = Date.UTC(2025, 1, 18, 7, 3, 59);
    expect(wallClock(atMs, 'WIB')).toBe('14.03');
    expect(wallClock(atMs, 'WITA')).toBe('15.03');
    expect(wallClock(atMs, 'WIT')).toBe('16.03');
    expect(wallClock(Date.UTC(2025, 1, 18, 17, 30), 'WIB')).toBe('00.30');
  });
});
