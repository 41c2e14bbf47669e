import { describe, expect, it } from 'vitest';

import {
  readDayDate,
  readDayEnd,
  readDayStart,
} from '../../../../src/renderer/features/session-data/day-rules.ts';
import type { DayReading } from '../../../../src/renderer/features/session-data/day-rules.ts';
import type { DayId } from '../../../../src/shared/ids.ts';
import type { Session } from '../../../../src/shared/minutes/session.ts';

const day = 'h2' as DayId;
const session = {
  zone: 'WIB',
  days: [
    { id: 'h1', date: '2025-01-01', start: '08:00', end: '10:00' },
    { id: 'h2', date: '2025-01-02', start: '09:00', end: '12:00' },
  ],
} as unknown as Session;

function changes(reading: DayReading) {
  if (!reading.ok) throw new Error(reading.problem);
  const { days, zone } = reading.changesOf(session);
  expect(days?.[0]).toEqual(session.days[0]);
  return { ...days?.[1], ...(zone === undefined ? {} : { zone }) };
}

describe('what is typed into a day', () => {
  it('changes that field of that day', () => {
    expect(changes(readDayDate(day, '9.5.2025'))).toMatchObject({
      date: '2025-05-09',
      start: '09:00',
    });
    expect(changes(readDayEnd(day, 's/d selesai'))).toMatchObject({ end: 'selesai' });
  });

  it('empties a field that is emptied', () => {
    expect(changes(readDayDate(day, ' '))).toMatchObject({ date: null, start: '09:00' });
    expect(changes(readDayStart(day, ''))).toMatchObject({ start: null, end: '12:00' });
  });

  it('gives start and end from one range, and keeps what it does not name', () => {
    expect(changes(readDayStart(day, '13.00 s.d. 15.00'))).toMatchObject({
      start: '13:00',
      end: '15:00',
    });
    expect(changes(readDayStart(day, '13.00'))).toMatchObject({ start: '13:00', end: '12:00' });
    expect(changes(readDayStart(day, 's/d selesai'))).toMatchObject({
      start: '09:00',
      end: 'selesai',
    });
  });

  it('takes the zone from a time that names it', () => {
    expect(changes(readDayStart(day, '13.00 WITA'))).toMatchObject({ zone: 'WITA' });
    expect(changes(readDayStart(day, '13.00'))).not.toHaveProperty('zone');
  });

  it.each([
    [readDayDate(day, '31.02.2025'), 'dateNoSuchDay'],
    [readDayDate(day, 'Senin, 9 Mei 2025'), 'dateOtherWeekday'],
    [readDayDate(day, 'besok'), 'dateNotUnderstood'],
    [readDayStart(day, 'pagi'), 'timeNotUnderstood'],
    [readDayEnd(day, 'nanti'), 'endNotUnderstood'],
  ])('refuses what it does not understand', (reading, problem) => {
    expect(reading).toEqual({ ok: false, problem });
  });
});
