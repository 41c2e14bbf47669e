import type { DayId } from '../ids.ts';
import { presenceOf } from './attendance.ts';
import { wallClock } from './dates.ts';
import type { MeetingEvent } from './meeting-course.ts';
import { attendeeLabel } from './names.ts';
import type { Attendance } from './people.ts';
import type { SessionZone } from './session.ts';

/**
 * The official sentences of a meeting's course. {rapat} is what the session is called, {waktu} the
 * time with its zone, {pimpinan} the chair; a sentence that names her has one beside it that does not.
 */
export interface MeetingTemplates {
  readonly dibuka: string;
  readonly dibukaTanpaPimpinan: string;
  readonly diskors: string;
  readonly dilanjutkan: string;
  readonly ditutup: string;
}

export const MEETING_TEMPLATES: MeetingTemplates = {
  dibuka: '{rapat} dibuka oleh {pimpinan} pada pukul {waktu}.',
  dibukaTanpaPimpinan: '{rapat} dibuka pada pukul {waktu}.',
  diskors: '{rapat} diskors pukul {waktu}.',
  dilanjutkan: 'Skors dicabut dan {rapat} dilanjutkan pukul {waktu}.',
  ditutup: '{rapat} ditutup pukul {waktu}.',
};

export interface SentenceFacts {
  readonly kind: string;
  readonly zone: SessionZone;
  /** UTC milliseconds. */
  readonly atMs: number;
  /** The name of the chair; null where none is recorded. */
  readonly chair: string | null;
}

/** The sentence for an event. It holds what is known and nothing else. */
export function meetingSentence(
  event: MeetingEvent,
  facts: SentenceFacts,
  templates: MeetingTemplates = MEETING_TEMPLATES,
): string {
  const template =
    event === 'dibuka' && facts.chair === null ? templates.dibukaTanpaPimpinan : templates[event];
  const noun = meetingNoun(facts.kind);
  const words: Readonly<Record<string, string>> = {
    '{rapat}': template.startsWith('{rapat}') ? noun : noun.toLowerCase(),
    '{waktu}': `${wallClock(facts.atMs, facts.zone)} ${facts.zone}`,
    '{pimpinan}': facts.chair ?? '',
  };
  return template.replace(/\{(?:rapat|waktu|pimpinan)\}/g, (name) => words[name] ?? name);
}

/** "Rapat", "Sidang", or "Kegiatan" for what is neither (an FGD, a talk, an interview). */
function meetingNoun(kind: string): string {
  const words = kind.trim().toLowerCase();
  if (words === '' || /\b(?:rapat|rakor\w*|rakernis|raker\w*|pleno)\b/.test(words)) return 'Rapat';
  return /\bsidang\b/.test(words) ? 'Sidang' : 'Kegiatan';
}

/**
 * Who chairs on that day: the one person in the role "pimpinan" who is not recorded as away. With
 * several of them nobody has said which one, and a chair who sent somebody did not open it herself.
 */
export function chairOf(attendance: readonly Attendance[], dayId: DayId | null): string | null {
  const chairs = attendance.filter((line) => {
    const presence = presenceOf(line, dayId);
    const isThere = presence === 'hadir' || presence === 'daring' || presence === null;
    const roles = line.days.filter((day) => dayId === null || day.dayId === dayId);
    return (
      line.type === 'person' &&
      isThere &&
      roles.some(({ role }) => /^pimpinan\b/i.test(role?.trim() ?? ''))
    );
  });
  const [chair] = chairs;
  if (chairs.length !== 1 || chair === undefined) return null;
  return attendeeLabel(chair) || null;
}
