import { z } from 'zod';

import type { DayId } from '../ids.ts';
import { fillVariables, phraseText, variablesIn } from '../words/phrases.ts';
import { presenceOf } from './attendance.ts';
import { dateOn, longDate, wallClock } from './dates.ts';
import type { MeetingEvent } from './meeting-course.ts';
import { attendeeLabel } from './names.ts';
import type { Attendance } from './people.ts';
import type { SessionZone } from './session.ts';

/**
 * The official sentences of a meeting's course. The one that names the chair has one beside it for
 * when nobody knows who chairs.
 */
export const MEETING_SENTENCES = [
  'dibuka',
  'dibukaTanpaPimpinan',
  'diskors',
  'dilanjutkan',
  'ditutup',
] as const;
export type MeetingSentenceKey = (typeof MEETING_SENTENCES)[number];
export type MeetingTemplates = Readonly<Record<MeetingSentenceKey, string>>;
/** Some of them anew. */
export type SentenceChanges = { readonly [Key in MeetingSentenceKey]?: string | undefined };

/** As they come; an office may word them in its own way. */
export const MEETING_TEMPLATES: MeetingTemplates = {
  dibuka: '{rapat} dibuka oleh {pimpinan} pada pukul {waktu} {zona}.',
  dibukaTanpaPimpinan: '{rapat} dibuka pada pukul {waktu} {zona}.',
  diskors: '{rapat} diskors pukul {waktu} {zona}.',
  dilanjutkan: 'Skors dicabut dan {rapat} dilanjutkan pukul {waktu} {zona}.',
  ditutup: '{rapat} ditutup pukul {waktu} {zona}.',
};

/** What such a sentence can say; "rapat" is what the session is called: rapat, sidang or kegiatan. */
export const SENTENCE_VARIABLES = [
  'rapat',
  'judul',
  'tanggal',
  'waktu',
  'zona',
  'tempat',
  'pimpinan',
] as const;
export type SentenceVariable = (typeof SENTENCE_VARIABLES)[number];

export const MAX_SENTENCE_LENGTH = 500;

/** What a sentence may name. */
export const variablesOf = (key: MeetingSentenceKey): readonly SentenceVariable[] =>
  SENTENCE_VARIABLES.filter((name) => key !== 'dibukaTanpaPimpinan' || name !== 'pimpinan');

/** What stands in braces in a sentence and is nothing that it can say. */
export const unknownVariables = (key: MeetingSentenceKey, text: string): readonly string[] =>
  variablesIn(text).filter((name) => !variablesOf(key).some((known) => known === name));

const templateSchema = (key: MeetingSentenceKey) =>
  z
    .string()
    .trim()
    .min(1)
    .max(MAX_SENTENCE_LENGTH)
    .refine((text) => unknownVariables(key, text).length === 0);

export const meetingTemplatesSchema = z.object({
  dibuka: templateSchema('dibuka'),
  dibukaTanpaPimpinan: templateSchema('dibukaTanpaPimpinan'),
  diskors: templateSchema('diskors'),
  dilanjutkan: templateSchema('dilanjutkan'),
  ditutup: templateSchema('ditutup'),
});

export interface SentenceFacts {
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly zone: SessionZone;
  /** UTC milliseconds. */
  readonly atMs: number;
  /** The name of the chair; null where none is recorded. */
  readonly chair: string | null;
}

/** The sentence for an event. It holds what is known, and a blank to fill in for what is not. */
export function meetingSentence(
  event: MeetingEvent,
  facts: SentenceFacts,
  templates: MeetingTemplates = MEETING_TEMPLATES,
): string {
  const key = event === 'dibuka' && facts.chair === null ? 'dibukaTanpaPimpinan' : event;
  return filledSentence(templates[key], facts);
}

/** A template with what it names. */
export function filledSentence(template: string, facts: SentenceFacts): string {
  const noun = meetingNoun(facts.kind);
  const inSentence = template.replaceAll(/\{rapat\}/gi, (_name, offset: number) =>
    isSentenceStart(template.slice(0, offset)) ? noun : noun.toLowerCase(),
  );
  const words: Readonly<Record<SentenceVariable, string>> = {
    rapat: noun,
    judul: facts.title,
    tanggal: longDate(dateOn(facts.atMs, facts.zone)),
    waktu: wallClock(facts.atMs, facts.zone),
    zona: facts.zone,
    tempat: facts.place,
    pimpinan: facts.chair ?? '',
  };
  return phraseText(fillVariables(inSentence, SENTENCE_VARIABLES, words));
}

const isSentenceStart = (before: string): boolean => /(?:^|[.!?…])\s*$/.test(before);

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
