import type { ReadDocument } from './document.ts';
import type { MinutesGuess } from './guess.ts';

/** Files of old minutes that are read, by the ends of their names. */
export const MINUTES_EXTENSIONS = ['docx', 'odt', 'pdf'] as const;
/** Those that an import lists only to say why it leaves them out. */
export const UNREAD_EXTENSIONS = ['doc', 'rtf', 'wpd'] as const;

export const REFUSALS = [
  /** It asks for a password. */
  'encrypted',
  /** It is no whole file of its type. */
  'broken',
  /** It holds pictures of pages and no words. */
  'no-text',
  /** It is larger than what is read, or grows beyond that. */
  'too-large',
  /** An old .doc, or no document at all. */
  'unknown-type',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Asks a job process to read one file. */
export interface ReadMinutesJob {
  readonly type: 'read-minutes';
  readonly path: string;
}

/** Of whatever could be read as a file at all, the hash is known: the same content comes only once. */
export type ReadMinutes =
  | {
      readonly outcome: 'read';
      readonly sha256: string;
      readonly sizeBytes: number;
      readonly mediaType: string;
      /** Every word in the order of the file. */
      readonly text: string;
      readonly document: ReadDocument;
      readonly guess: MinutesGuess;
    }
  | {
      readonly outcome: 'refused';
      readonly sha256: string | null;
      readonly sizeBytes: number | null;
      readonly reason: Refusal;
    };
