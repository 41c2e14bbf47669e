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

const isVariable = (name: string): name is PhraseVariable =>
  (PHRASE_VARIABLES as readonly string[]).includes(name);

/** A phrase with its variables filled; nothing is made up. */
export function fillPhrase(text: string, facts: PhraseFacts): readonly PhrasePiece[] {
  return text
    .split(/(\{\p{L}+\})/u)
    .filter((part) => part !== '')
    .map((part): PhrasePiece => {
      const name = part.startsWith('{') ? part.slice(1, -1).toLowerCase() : '';
      if (!isVariable(name)) return { text: part, kind: 'plain' };
      const fact = facts[name]?.trim() ?? '';
      return fact === '' ? { text: BLANK, kind: 'blank' } : { text: fact, kind: 'fact' };
    });
}

export const phraseText = (pieces: readonly PhrasePiece[]): string =>
  pieces.map(({ text }) => text).join('');
