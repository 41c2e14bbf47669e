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

/**
 * The FTS5 expression for some terms; null where there is nothing to find. Terms hold letters and
 * digits only and are quoted, so no typed text can become an operator or a syntax error.
 */
export function matchExpression(
  terms: readonly SearchTerm[],
  kinds: readonly string[],
): string | null {
  if (terms.length === 0) return null;
  const parts = terms.map((term) => `"${term.source}"${term.isPrefix ? ' *' : ''}`);
  if (kinds.length > 0) {
    parts.unshift(`tags : (${kinds.map((kind) => `"${kindTag(kind)}"`).join(' OR ')})`);
  }
  return parts.join(' AND ');
}
