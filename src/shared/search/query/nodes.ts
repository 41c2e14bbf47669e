import { wordsOf } from '../words.ts';
import type { AllNode, AnyNode, NotNode, Place, SearchNode, WordTerm } from './query.ts';
import type { TextToken } from './scan.ts';

/** The place from the first to the last of some parts. */
export function placeOf(parts: readonly Place[]): Place {
  return {
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
  };
}

/** The term that a piece of text is; null where it holds no words. */
export function termOf(token: TextToken, isTyped: boolean): WordTerm | null {
  const words = wordsOf(token.text);
  if (words.length === 0) return null;
  return {
    type: 'term',
    words: words.map((word) => word.folded),
    source: words.map((word) => token.text.slice(word.start, word.end)).join(' '),
    isPrefix: token.isStarred || isTyped,
    isExact: token.isQuoted,
    start: token.start,
    end: token.end,
  };
}

/** One of some parts, as flat as it can be; there is at least one part. */
export function anyOf(parts: readonly SearchNode[]): SearchNode {
  const flat = parts.flatMap((part) => (part.type === 'any' ? part.parts : [part]));
  const [first] = flat;
  if (first !== undefined && flat.length === 1) return first;
  return { type: 'any', parts: flat, ...placeOf(parts) } satisfies AnyNode;
}

/** All of some parts, as flat as it can be; there is at least one part. */
export function allOf(parts: readonly SearchNode[]): SearchNode {
  const flat = parts.flatMap((part) => (part.type === 'all' ? part.parts : [part]));
  const [first] = flat;
  if (first !== undefined && flat.length === 1) return first;
  return { type: 'all', parts: flat, ...placeOf(parts) } satisfies AllNode;
}

/** A part excluded; excluding what is excluded excludes it once, as nobody means to do it twice. */
export function notOf(part: SearchNode, start: number): NotNode {
  if (part.type === 'not') return { ...part, start };
  return { type: 'not', part, start, end: part.end };
}
