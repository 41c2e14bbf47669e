import { z } from 'zod';

export const PHRASE_CATEGORIES = ['pembukaan', 'giliran', 'skors', 'penutup', 'lainnya'] as const;
export type PhraseCategory = (typeof PHRASE_CATEGORIES)[number];

export const phraseIdSchema = z.string().min(1).max(64);

export const phraseSchema = z.object({
  id: phraseIdSchema,
  category: z.enum(PHRASE_CATEGORIES),
  title: z.string().trim().min(1).max(100),
  /** One sentence or several, with variables in braces. */
  text: z.string().trim().min(1).max(2000),
});
export type Phrase = z.infer<typeof phraseSchema>;

/** What a phrase can take from the session; anything else in braces stays as it was written. */
export const PHRASE_VARIABLES = [
  'pembicara',
  'jabatan',
  'lembaga',
  'pimpinan',
  'notulis',
  'judul',
  'jenis',
  'tempat',
  'tanggal',
  'waktu',
  'zona',
] as const;
export type PhraseVariable = (typeof PHRASE_VARIABLES)[number];
/** What is known now; a fact that is missing or empty is not known. */
export type PhraseFacts = Partial<Readonly<Record<PhraseVariable, string>>>;

/** Stands where a fact is not known: to be seen, and to be filled by hand. */
export const BLANK = '……';

export interface PhrasePiece {
  readonly text: string;
  /** plain: as written in the phrase; fact: filled in; blank: not known. */
  readonly kind: 'plain' | 'fact' | 'blank';
}

const nameIn = (part: string): string => part.slice(1, -1).toLowerCase();

/** The names of what stands in braces, as they are compared. */
export const variablesIn = (text: string): readonly string[] =>
  (text.match(/\{\p{L}+\}/gu) ?? []).map(nameIn);

/** A text with what it names filled in; nothing is made up, and other names stay as written. */
export function fillVariables<Name extends string>(
  text: string,
  names: readonly Name[],
  facts: Partial<Readonly<Record<Name, string>>>,
): readonly PhrasePiece[] {
  return text
    .split(/(\{\p{L}+\})/u)
    .filter((part) => part !== '')
    .map((part): PhrasePiece => {
      const name = part.startsWith('{') ? names.find((one) => one === nameIn(part)) : undefined;
      if (name === undefined) return { text: part, kind: 'plain' };
      const fact = facts[name]?.trim() ?? '';
      return fact === '' ? { text: BLANK, kind: 'blank' } : { text: fact, kind: 'fact' };
    });
}

/** A phrase with its variables filled. */
export const fillPhrase = (text: string, facts: PhraseFacts): readonly PhrasePiece[] =>
  fillVariables(text, PHRASE_VARIABLES, facts);

export const phraseText = (pieces: readonly PhrasePiece[]): string =>
  pieces.map(({ text }) => text).join('');
