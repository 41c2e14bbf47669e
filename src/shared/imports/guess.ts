import type { Presence } from '../minutes/people.ts';
import type { SESSION_MODES, SessionZone } from '../minutes/session.ts';

/**
 * "pasti" where the file says so by itself, by a label, a heading of a column or the form of a
 * sentence; "dugaan" where it was inferred from where words stand. Both are shown for correction.
 */
export const CONFIDENCES = ['pasti', 'dugaan'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Where something was found, and how sure that is. */
export interface Found {
  /** The pieces of the document that say it, in their order. */
  readonly from: readonly number[];
  readonly confidence: Confidence;
}

export interface Guess<T> extends Found {
  readonly value: T;
}

export interface GuessedDay {
  /** "YYYY-MM-DD" */
  readonly date: string | null;
  /** "HH:MM" */
  readonly start: string | null;
  /** "HH:MM" or "selesai" */
  readonly end: string | null;
}

/** Somebody as the file names them; every text may be "". */
export interface GuessedName {
  readonly name: string;
  readonly titleBefore: string;
  readonly titleAfter: string;
  readonly position: string;
  readonly organization: string;
}

/** One line of an attendance list. */
export interface GuessedAttendance extends GuessedName, Found {
  readonly type: 'person' | 'group';
  readonly role: string | null;
  readonly presence: Presence | null;
  /** Of a group; null where the file does not say. */
  readonly headCount: number | null;
  /** False for those whom no list names, but a label such as "Narasumber". */
  readonly isListed: boolean;
}

/** Somebody who says something, each once. */
export interface GuessedSpeaker extends GuessedName, Found {
  /** Place in `attendance` of the line that is surely meant; null: they stand on no list. */
  readonly attendance: number | null;
}

/** Paragraphs without an empty one; lines within one are parted by "\n". */
interface GuessedText extends Found {
  readonly paragraphs: readonly string[];
}

/** A part of the minutes, in the order of the file. */
export type GuessedBlock =
  | (Found & { readonly type: 'agendaItem'; readonly text: string })
  | (GuessedText & {
      readonly type: 'statement';
      /** Place in `speakers`; null: said by somebody whom the file does not name. */
      readonly speaker: number | null;
      /** One of STATEMENT_KINDS. */
      readonly kind: string;
    })
  | (GuessedText & { readonly type: 'narration' | 'decision' | 'recommendation' })
  | (GuessedText & {
      readonly type: 'followUp';
      readonly responsible: string | null;
      /** "YYYY-MM-DD" */
      readonly dueDate: string | null;
    });

/** What old minutes seem to say. What they do not say is null or empty: nothing is made up. */
export interface MinutesGuess {
  readonly title: Guess<string> | null;
  readonly kind: Guess<string> | null;
  readonly theme: Guess<string> | null;
  readonly documentNumber: Guess<string> | null;
  readonly invitation: Guess<string> | null;
  readonly mode: Guess<(typeof SESSION_MODES)[number]> | null;
  readonly place: Guess<string> | null;
  readonly link: Guess<string> | null;
  readonly zone: Guess<SessionZone> | null;
  /** Organizations that held the meeting. */
  readonly hosts: readonly Guess<string>[];
  /** In order; none where no date and no time stands anywhere. */
  readonly days: readonly Guess<GuessedDay>[];
  readonly attendance: readonly GuessedAttendance[];
  readonly speakers: readonly GuessedSpeaker[];
  /** As listed or as headings of the file; `blocks` has them again where they stand. */
  readonly agenda: readonly Guess<string>[];
  readonly blocks: readonly GuessedBlock[];
  /** How the meeting ended: its conclusion, its closing part, closing statements. */
  readonly closing: Guess<string> | null;
  /** Pieces with words of which nothing was made, in order. */
  readonly unrecognised: readonly number[];
}
