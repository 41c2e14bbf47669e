import { describe, expect, it } from 'vitest';

import type { AttendanceId, DayId } from '../../../../src/shared/ids.ts';
import type { Attendance, AttendanceDay } from '../../../../src/shared/minutes/people.ts';
import type { QuorumRule } from '../../../../src/shared/minutes/quorum-rule.ts';
import { countPresent } from '../../../../src/shared/minutes/quorum.ts';

const DAY = 'h1' as DayId;

function line(role: string | null, day: Partial<AttendanceDay> = {}, heads?: number): Attendance {
  return {
    id: `${role}` as AttendanceId,
    type: heads === undefined ? 'person' : 'group',
    personId: null,
    name: 'Contoh',
    titleBefore: '',
    titleAfter: '',
    nip: '',
    rank: '',
    position: '',
    organizationId: null,
    organizationName: '',
    headCount: heads ?? null,
    days: [
      {
        dayId: DAY,
        role,
        presence: 'hadir',
        representedBy: '',
        arrived: null,
        left: null,
        ...day,
      },
    ],
  };
}

const rule = (changes: Partial<QuorumRule> = {}): QuorumRule => ({
  threshold: 'separuh',
  atLeast: null,
  roles: ['pimpinan', 'anggota'],
  members: null,
  ...changes,
});
const now = { dayId: DAY, isLive: true };

describe('quorum', () => {
  const pleno = [
    line('pimpinan'),
    line('Anggota'),
    line('anggota', { presence: 'daring' }),
    line('anggota', { presence: 'izin' }),
    line('anggota', { presence: 'diwakili', representedBy: 'Staf Contoh' }),
    line('tamu'),
    line('undangan', {}, 20),
  ];

  it('counts members with the chosen roles, not guests and not who stands in for them', () => {
    expect(countPresent(pleno, rule(), now)).toEqual({
      people: 24,
      uncountedGroups: 0,
      quorum: { type: 'reached', present: 3, members: 5, needed: 3 },
    });
  });

  it('two thirds and a number are reached with exactly so many, half needs one more', () => {
    const quorumOf = (changes: Partial<QuorumRule>) =>
      countPresent(pleno, rule(changes), now).quorum;
    expect(quorumOf({ threshold: 'dua pertiga' })).toMatchObject({ type: 'missing', needed: 4 });
    expect(quorumOf({ threshold: 'jumlah', atLeast: 3 })).toMatchObject({ type: 'reached' });
    expect(quorumOf({ members: 6 })).toMatchObject({ type: 'missing', needed: 4 });
    expect(quorumOf({ threshold: 'dua pertiga', members: 3 })).toMatchObject({ needed: 2 });
  });

  it('says that a rule is not complete', () => {
    expect(countPresent(pleno, rule({ roles: [] }), now).quorum?.type).toBe('incomplete');
    expect(countPresent(pleno, rule({ threshold: 'jumlah' }), now).quorum?.type).toBe('incomplete');
    expect(countPresent([], rule(), now).quorum?.type).toBe('incomplete');
    expect(countPresent(pleno, null, now).quorum).toBeNull();
  });

  it('follows who leaves and who comes back', () => {
    const gone = [...pleno.slice(1), line('pimpinan', { arrived: '09:00', left: '11:00' })];
    expect(countPresent(gone, rule(), now).quorum).toMatchObject({ type: 'missing', present: 2 });
    const back = [...pleno.slice(1), line('pimpinan', { arrived: '11:30', left: '11:00' })];
    expect(countPresent(back, rule(), now).quorum).toMatchObject({ type: 'reached', present: 3 });
    // After the meeting: who attended.
    expect(countPresent(gone, rule(), { ...now, isLive: false }).people).toBe(24);
  });

  it('never estimates a group', () => {
    const groups = [
      line('undangan', {}, undefined),
      { ...line('undangan', {}, 1), headCount: null },
    ];
    expect(countPresent(groups, null, now)).toMatchObject({ people: 1, uncountedGroups: 1 });
  });
});
