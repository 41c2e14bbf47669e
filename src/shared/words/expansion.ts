import { z } from 'zod';

export const MAX_SHORT_LENGTH = 30;
export const MAX_LONG_LENGTH = 300;
const MAX_FORMS = 5;

/** What may stand in for something longer: one word, as "yg", "s/d" or "DPT". */
const SHORT_PATTERN = /^[\p{L}\p{N}](?:[\p{L}\p{N}./&-]*[\p{L}\p{N}])?$/u;

export const shortSchema = z.string().max(MAX_SHORT_LENGTH).regex(SHORT_PATTERN);

/**
 * otomatis: a space or a mark after it expands it, as in a word processor; pemicu: only the key that
 * asks for it does.
 */
export const expansionModeSchema = z.enum(['otomatis', 'pemicu']);
export type ExpansionMode = z.infer<typeof expansionModeSchema>;

export const expansionSchema = z.object({
  short: shortSchema,
  /** The first is written; asking again goes on to the next. */
  forms: z.array(z.string().trim().min(1).max(MAX_LONG_LENGTH)).min(1).max(MAX_FORMS),
  mode: expansionModeSchema,
  /** Only as it is written here: "pd" is "pada", "PD" is not. Those with a capital always are so. */
  isExact: z.boolean(),
});
export type Expansion = z.infer<typeof expansionSchema>;

/** Expansions, to be found by the word that was typed. */
export type ExpansionTable = ReadonlyMap<string, Expansion>;

export const isCased = (short: string): boolean => short !== short.toLowerCase();

export function expansionTable(expansions: readonly Expansion[]): ExpansionTable {
  return new Map(expansions.map((expansion) => [expansion.short, expansion]));
}

/** The case of the typed word goes over to what it stands for: "Yg" is "Yang", "YG" is "YANG". */
function inCaseOf(typed: string, form: string): string {
  if (typed === typed.toLowerCase()) return form;
  if (typed.length > 1 && typed === typed.toUpperCase()) return form.toUpperCase();
  return form.charAt(0).toUpperCase() + form.slice(1);
}

export interface FoundExpansion {
  readonly expansion: Expansion;
  /** What may be written for the typed word, in its case; the first one first. */
  readonly forms: readonly string[];
}

/** What a typed word stands for; null where it stands for nothing. */
export function findExpansion(table: ExpansionTable, typed: string): FoundExpansion | null {
  const asWritten = table.get(typed);
  if (asWritten) return { expansion: asWritten, forms: asWritten.forms };
  const isPlainCase = /^(\P{Ll}*|\p{Lu}\P{Lu}*)$/u.test(typed);
  const other = isPlainCase ? table.get(typed.toLowerCase()) : undefined;
  if (!other || other.isExact) return null;
  return { expansion: other, forms: other.forms.map((form) => inCaseOf(typed, form)) };
}

/** A word ends where one of these begins; one inside an address is no word. */
const WORD_BEFORE_CARET = /[^\s([{"'“”‘’«<\uFFFC]+$/u;

/** The word that ends at the end of a text; "" where none does. */
export const lastWord = (text: string): string => WORD_BEFORE_CARET.exec(text)?.[0] ?? '';

/** What is typed after a word to end it. */
export const endsWord = (typed: string): boolean => /^[\s.,;:!?)\]}"'”’…]$/u.test(typed);
