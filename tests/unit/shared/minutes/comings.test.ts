import { describe, expect, test } from 'vitest';

import { attendanceIdSchema, dayIdSchema } from '../../../../src/shared/ids.ts';
import { comingSentence, factsAfter, newcomerAt } from '../../../../src/shared/minutes/comings.ts';
import type { Attendance } from '../../../../src/shared/minutes/people.ts';
import type { Session } from '../../../../src/shared/minutes/session.ts';

const dayId = dayIdSchema.parse('hari-1');
const budi: Attendance = {
  id: attendanceIdSchema.parse('budi'),
  type: 'person',
  personId: null,
  name: 'Budi Contoh',
  titleBefore: 'Dr.',
  titleAfter: 'S.H.',
  nip: '',
  rank: '',
  position: 'Ketua',
  organizationId: null,
  organizationName: 'KPU Kota Contoh',
  headCount: null,
  days: [{ dayId, role: null, presence: null, representedBy: '', arrived: null, left: null }],
};
const nothing = { presence: null, arrived: null, left: null };

describe('coming and going', () => {
  test('an arrival records presence and time', () => {
    expect(factsAfter('arrival', nothing, '10:15', 'luring')).toEqual({
      presence: 'hadir',
      arrived: '10:15',
      left: null,
    });
    expect(factsAfter('arrival', { ...nothing, presence: 'izin' }, '10:15', null)).toMatchObject({
      presence: 'hadir',
    });
    expect(factsAfter('arrival', nothing, '10:15', 'daring')).toMatchObject({ presence: 'daring' });
    expect(
      factsAfter('arrival', { ...nothing, presence: 'diwakili' }, '10:15', 'luring'),
    ).toMatchObject({ presence: 'diwakili' });
  });

  test('a known arrival is not overwritten, but whoever left can come back', () => {
    const there = { presence: 'hadir', arrived: '09:00', left: null } as const;
    expect(factsAfter('arrival', there, '10:15', 'luring')).toBeNull();
    expect(factsAfter('arrival', { ...there, left: '10:00' }, '10:15', 'luring')).toEqual(there);
  });

  test('a departure records its time once', () => {
    const there = { presence: 'hadir', arrived: '09:00', left: null } as const;
    expect(factsAfter('departure', there, '11:40', 'luring')).toEqual({ ...there, left: '11:40' });
    expect(factsAfter('departure', { ...there, left: '11:40' }, '12:00', 'luring')).toBeNull();
    expect(factsAfter('departure', nothing, '11:40', 'luring')).toMatchObject({
      presence: 'hadir',
    });
  });

  test('who is added while the meeting runs is there since then, on its day', () => {
    const day2 = dayIdSchema.parse('hari-2');
    const at = Date.UTC(2025, 1, 19, 3, 15);
    const session = {
      status: 'berlangsung',
      mode: 'luring',
      zone: 'WITA',
      days: [
        { id: dayId, date: '2025-02-18', start: null, end: null },
        { id: day2, date: '2025-02-19', start: null, end: null },
      ],
      meeting: { marks: [], days: [] },
    } as unknown as Session;
    expect(newcomerAt(session, dayId, at)).toEqual({
      dayId: day2,
      presence: 'hadir',
      arrived: '11:15',
    });
    expect(newcomerAt({ ...session, mode: 'daring' }, null, at)?.presence).toBe('daring');
    const nextYear = at + 365 * 86_400_000;
    expect(newcomerAt(session, day2, nextYear)?.dayId).toBe(day2);
    expect(newcomerAt(session, null, nextYear)?.dayId).toBe(dayId);
    for (const status of ['rencana', 'selesai', 'final'] as const) {
      expect(newcomerAt({ ...session, status }, dayId, at)).toBeNull();
    }
  });

  test('the sentence says when, who and what', () => {
    const at = { atMs: Date.UTC(2025, 1, 18, 3, 15), zone: 'WIB' } as const;
    expect(comingSentence('arrival', budi, at, 'hadir')).toBe(
      'Pukul 10.15 WIB Dr. Budi Contoh, S.H., Ketua KPU Kota Contoh, memasuki ruang rapat.',
    );
    expect(comingSentence('departure', budi, { ...at, zone: 'WIT' }, 'hadir')).toBe(
      'Pukul 12.15 WIT Dr. Budi Contoh, S.H., Ketua KPU Kota Contoh, meninggalkan ruang rapat.',
    );
    expect(comingSentence('arrival', budi, at, 'daring')).toContain('secara daring.');
    const bare = { ...budi, titleBefore: '', titleAfter: '', position: '', organizationName: '' };
    expect(comingSentence('arrival', bare, { ...at, atMs: null }, 'hadir')).toBe(
      'Budi Contoh memasuki ruang rapat.',
    );
  });
});
