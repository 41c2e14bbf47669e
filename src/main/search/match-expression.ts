import type { SearchTerm } from '../../shared/search/terms.ts';

/**
 * First letter of the index's own words. It is a private-use character: the tokenizer keeps it, and
 * neither an indexed text nor a typed word can hold it.
 */
const TAG_MARK = '\uE000';
const PRIVATE_USE = /\p{Co}/gu;

/** The extra word by which rows of one kind of session are found; case does not matter. */
export function kindTag(kind: string): string {
  const bytes = new TextEncoder().encode(kind.trim().toLowerCase());
  return TAG_MARK + Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A text as it may be indexed: without the characters that tags are made of. */
export function indexableText(text: string): string {
  return text.replace(PRIVATE_USE, ' ');
}

/** Words that a beginning may stand for; fewer where others narrow the answer anyway. */
const COMPLETIONS_ALONE = 128;
const COMPLETIONS_AMONG_OTHERS = 48;

/** The most frequent words with a beginning. */
export type Complete = (prefix: string, limit: number) => readonly string[];

function termExpression(term: SearchTerm, complete: Complete, limit: number): string {
  if (!term.isPrefix) return `"${term.source}"`;
  const before = term.source.split(' ').slice(0, -1);
  const phrases = complete(term.words.at(-1) ?? '', limit).map(
    (word) => `"${[...before, word].join(' ')}"`,
  );
  return phrases.length === 1 ? phrases.join('') : `(${phrases.join(' OR ')})`;
}

/**
 * The FTS5 expression for some terms; null where there is nothing to find. Terms hold letters and
 * digits only and are quoted, so no typed text can become an operator or a syntax error.
 */
export function matchExpression(
  terms: readonly SearchTerm[],
  kinds: readonly string[],
  complete: Complete,
): string | null {
  if (terms.length === 0) return null;
  const limit = terms.length === 1 ? COMPLETIONS_ALONE : COMPLETIONS_AMONG_OTHERS;
  const parts = terms.map((term) => termExpression(term, complete, limit));
  if (kinds.length > 0) {
    parts.unshift(`tags : (${kinds.map((kind) => `"${kindTag(kind)}"`).join(' OR ')})`);
  }
  return parts.join(' AND ');
}
