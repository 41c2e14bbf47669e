import { describe, expect, it } from 'vitest';

import type { AttendanceId, DayId } from '../../../../src/shared/ids.ts';
import {
  MEETING_TEMPLATES,
  chairOf,
  filledSentence,
  meetingSentence,
  meetingTemplatesSchema,
  unknownVariables,
} from '../../../../src/shared/minutes/meeting-sentences.ts';
import type { Attendance, AttendanceDay } from '../../../../src/shared/minutes/people.ts';

const DAY = 'h1' as DayId;
const atMs = Date.parse('2026-11-23T09:12:00+07:00');
const facts = {
  kind: 'Rapat Pleno',
  title: 'Pleno pemutakhiran',
  place: '',
  zone: 'WIB',
  atMs,
  chair: null,
} as const;

function line(name: string, day: Partial<AttendanceDay>): Attendance {
  return {
    id: name as AttendanceId,
    type: 'person',
    personId: null,
    name,
    titleBefore: '',
    titleAfter: '',
    nip: '',
    rank: '',
    position: 'Ketua',
    organizationId: null,
    organizationName: 'KPU Kota Contoh',
    headCount: null,
    days: [
      {
        dayId: DAY,
        role: null,
        presence: 'hadir',
        representedBy: '',
        arrived: null,
        left: null,
        ...day,
      },
    ],
  };
}

describe('official sentences', () => {
  it('say what happened at what time in the zone of the session', () => {
    expect(meetingSentence('dibuka', { ...facts, chair: 'Budi Contoh, S.H.' })).toBe(
      'Rapat dibuka oleh Budi Contoh, S.H. pada pukul 09.12 WIB.',
    );
    expect(meetingSentence('diskors', facts)).toBe('Rapat diskors pukul 09.12 WIB.');
    expect(meetingSentence('dilanjutkan', facts)).toBe(
      'Skors dicabut dan rapat dilanjutkan pukul 09.12 WIB.',
    );
    expect(meetingSentence('ditutup', { ...facts, zone: 'WITA' })).toBe(
      'Rapat ditutup pukul 10.12 WITA.',
    );
  });

  it('leave out a chair that nobody recorded', () => {
    expect(meetingSentence('dibuka', facts)).toBe('Rapat dibuka pada pukul 09.12 WIB.');
  });

  it('call what is no meeting by its own word', () => {
    expect(meetingSentence('diskors', { ...facts, kind: 'FGD' })).toBe(
      'Kegiatan diskors pukul 09.12 WIB.',
    );
    expect(meetingSentence('dilanjutkan', { ...facts, kind: 'Sidang Ajudikasi' })).toBe(
      'Skors dicabut dan sidang dilanjutkan pukul 09.12 WIB.',
    );
    expect(meetingSentence('ditutup', { ...facts, kind: 'Rakornas' })).toMatch(/^Rapat/);
    expect(meetingSentence('ditutup', { ...facts, kind: '' })).toMatch(/^Rapat/);
  });

  it('take another wording', () => {
    const templates = {
      ...MEETING_TEMPLATES,
      dibuka: 'Pukul {waktu} {zona} {pimpinan} membuka {rapat}.',
    };
    expect(meetingSentence('dibuka', { ...facts, chair: '{waktu}' }, templates)).toBe(
      'Pukul 09.12 WIB {waktu} membuka rapat.',
    );
  });

  it('name the date, the title and the place, and leave a blank for what is not known', () => {
    const text = 'Pada hari {tanggal} di {Tempat}, {judul} ditutup oleh {pimpinan}. {rapat} usai.';
    expect(filledSentence(text, { ...facts, place: 'Aula Contoh' })).toBe(
      'Pada hari Senin, 23 November 2026 di Aula Contoh, Pleno pemutakhiran ditutup oleh ……. Rapat usai.',
    );
    expect(filledSentence('Di {tempat}.', facts)).toBe('Di …….');
  });

  it('may not name what they cannot say', () => {
    expect(unknownVariables('diskors', '{rapat} diskors oleh {ketua}, {Pimpinan}.')).toEqual([
      'ketua',
    ]);
    expect(unknownVariables('dibukaTanpaPimpinan', '{pimpinan} membuka.')).toEqual(['pimpinan']);
    const { diskors } = meetingTemplatesSchema.shape;
    expect(diskors.safeParse('Skors {nanti}.').success).toBe(false);
    expect(diskors.safeParse('  ').success).toBe(false);
    expect(meetingTemplatesSchema.parse(MEETING_TEMPLATES)).toEqual(MEETING_TEMPLATES);
  });
});

describe('the chair', () => {
  it('is the one person with that role', () => {
    const attendance = [
      line('Siti Misal', { role: 'notulis' }),
      line('Budi', { role: 'Pimpinan' }),
    ];
    expect(chairOf(attendance, DAY)).toBe('Budi');
    expect(chairOf(attendance, null)).toBe('Budi');
  });

  it('is not known among several, nor where she is away or sent somebody', () => {
    const budi = line('Budi', { role: 'pimpinan' });
    expect(chairOf([budi, line('Siti', { role: 'pimpinan' })], DAY)).toBeNull();
    expect(chairOf([budi, line('Siti', { role: 'pimpinan', presence: 'izin' })], DAY)).toBe('Budi');
    expect(chairOf([line('Budi', { role: 'pimpinan', presence: 'diwakili' })], DAY)).toBeNull();
    expect(chairOf([], DAY)).toBeNull();
  });
});
