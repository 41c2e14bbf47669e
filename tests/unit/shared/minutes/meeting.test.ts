import { describe, expect, it } from 'vitest';

import type { DayId } from '../../../../src/shared/ids.ts';
import type { MeetingEvent } from '../../../../src/shared/minutes/meeting-course.ts';
import { NO_COURSE } from '../../../../src/shared/minutes/meeting-course.ts';
import type { MeetingFacts } from '../../../../src/shared/minutes/meeting.ts';
import {
  canMark,
  isRunning,
  nextStep,
  openSince,
  pausedSince,
  statusAfter,
  withMark,
  withoutLastMark,
} from '../../../../src/shared/minutes/meeting.ts';

const [D1, D2] = ['h1', 'h2'] as DayId[] as [DayId, DayId];
/** A moment as the clock in Jakarta shows it. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+07:00`);

const planned: MeetingFacts = {
  status: 'rencana',
  zone: 'WIB',
  days: [{ id: D1, date: '2026-11-23', start: '09:00', end: 'selesai' }],
  meeting: NO_COURSE,
};
const twoDays: MeetingFacts = {
  ...planned,
  days: [...planned.days, { id: D2, date: '2026-11-24', start: null, end: null }],
};

/** The session after events at their times. */
const after = (session: MeetingFacts, ...events: readonly [MeetingEvent, string][]): MeetingFacts =>
  events.reduce((before, [event, time]) => {
    expect(canMark(before, event)).toBe(true);
    const meeting = withMark(before, event, at(time));
    return { ...before, status: statusAfter(event), meeting };
  }, session);

describe('the course of a meeting', () => {
  it('runs, pauses and goes on', () => {
    const open = after(planned, ['dibuka', '2026-11-23 09:12']);
    expect(isRunning(open)).toBe(true);
    expect(openSince(open)).toBe(at('2026-11-23 09:12'));
    const paused = after(open, ['diskors', '2026-11-23 12:05']);
    expect(isRunning(paused)).toBe(false);
    expect(pausedSince(paused)).toBe(at('2026-11-23 12:05'));
    const on = after(paused, ['dilanjutkan', '2026-11-23 13:10']);
    expect(isRunning(on)).toBe(true);
    expect(openSince(on)).toBe(at('2026-11-23 09:12'));
    const closed = after(on, ['ditutup', '2026-11-23 15:40']);
    expect(closed.meeting.days).toEqual([{ dayId: D1, opened: '09:12', closed: '15:40' }]);
    // The plan is another thing.
    expect(closed.days).toEqual(planned.days);
  });

  it('accepts only what fits', () => {
    expect(canMark(planned, 'diskors')).toBe(false);
    expect(canMark(planned, 'ditutup')).toBe(false);
    const paused = after(planned, ['dibuka', '2026-11-23 09:12'], ['diskors', '2026-11-23 12:05']);
    expect(canMark(paused, 'diskors')).toBe(false);
    expect(canMark(paused, 'ditutup')).toBe(true);
    expect(canMark({ ...paused, status: 'final' }, 'dilanjutkan')).toBe(false);
  });

  it('keeps what the secretary has typed', () => {
    const typed = {
      ...planned,
      meeting: { marks: [], days: [{ dayId: D1, opened: '09:05', closed: null }] },
    };
    const closed = after(typed, ['dibuka', '2026-11-23 09:12'], ['ditutup', '2026-11-23 15:40']);
    expect(closed.meeting.days).toEqual([{ dayId: D1, opened: '09:05', closed: '15:40' }]);
  });

  it('neither begins nor ends a day that is planned for another date', () => {
    const open = after(planned, ['dibuka', '2026-12-01 09:12']);
    expect(open.meeting.days).toEqual([]);
    expect(isRunning(open)).toBe(true);
    expect(after(open, ['ditutup', '2026-12-01 10:00']).meeting.days).toEqual([]);
  });

  it('stays on its day past midnight', () => {
    const late = after(twoDays, ['dibuka', '2026-11-23 20:00'], ['ditutup', '2026-11-24 01:30']);
    expect(late.meeting.days).toEqual([{ dayId: D1, opened: '20:00', closed: '01:30' }]);
  });

  it('adjourned over night it goes on with the next day', () => {
    const on = after(
      twoDays,
      ['dibuka', '2026-11-23 09:00'],
      ['diskors', '2026-11-23 17:00'],
      ['dilanjutkan', '2026-11-24 08:30'],
    );
    expect(on.meeting.days).toEqual([
      { dayId: D1, opened: '09:00', closed: '17:00' },
      { dayId: D2, opened: '08:30', closed: null },
    ]);
    expect(openSince(on)).toBe(at('2026-11-24 08:30'));
  });

  it('closed at night it is opened anew on the next day', () => {
    const first = after(twoDays, ['dibuka', '2026-11-23 09:00'], ['ditutup', '2026-11-23 17:00']);
    expect(nextStep(first, at('2026-11-23 17:05'))).toBe('take-back');
    expect(nextStep(first, at('2026-11-24 08:30'))).toBe('dibuka');
    const second = after(first, ['dibuka', '2026-11-24 08:30']);
    expect(second.meeting.days.find((day) => day.dayId === D2)?.opened).toBe('08:30');
  });

  it('takes the last mark back with what came from it', () => {
    const closed = after(planned, ['dibuka', '2026-11-23 09:12'], ['ditutup', '2026-11-23 15:40']);
    const open = withoutLastMark(closed);
    expect(open).toMatchObject({
      status: 'berlangsung',
      course: { days: [{ opened: '09:12', closed: null }] },
    });
    const meeting = open?.course ?? NO_COURSE;
    expect(withoutLastMark({ ...planned, status: 'berlangsung', meeting })).toMatchObject({
      status: 'rencana',
      course: { marks: [], days: [{ opened: null }] },
    });
    expect(withoutLastMark(planned)).toBeNull();
    const paused = after(planned, ['dibuka', '2026-11-23 09:12'], ['diskors', '2026-11-23 12:05']);
    expect(withoutLastMark(paused)?.status).toBe('berlangsung');
  });

  it('never takes back a time that was corrected by hand', () => {
    const closed = after(planned, ['dibuka', '2026-11-23 09:12'], ['ditutup', '2026-11-23 15:40']);
    const meeting = {
      ...closed.meeting,
      days: [{ dayId: D1, opened: '09:12', closed: '15:45' }],
    };
    expect(withoutLastMark({ ...closed, meeting })?.course.days).toMatchObject([
      { closed: '15:45' },
    ]);
  });

  it('knows the next step', () => {
    const now = at('2026-11-23 10:00');
    const open = after(planned, ['dibuka', '2026-11-23 09:12']);
    expect(nextStep(planned, now)).toBe('dibuka');
    expect(nextStep(open, now)).toBe('diskors');
    expect(nextStep(after(open, ['diskors', '2026-11-23 12:05']), now)).toBe('dilanjutkan');
    expect(nextStep({ ...open, status: 'final' }, now)).toBeNull();
  });
});
