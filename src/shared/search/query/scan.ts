import { isDateLike, isImpossibleDate, readSpan } from './date-values.ts';
import type { JoinWord } from './operators.ts';
import { filterNamed, joinWord } from './operators.ts';
import type { FilterKey, Place } from './query.ts';
import { FOLLOW_UP_STATES } from './query.ts';

/** Words in a row without a sign between them that parts them, or the inside of quotes. */
export interface TextToken extends Place {
  readonly type: 'text';
  /** Without quotes and without the "*" at its end. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** Quotes and brackets around it have their other half. */
  readonly isClosed: boolean;
  readonly isStarred: boolean;
}

export interface FilterToken extends Place {
  readonly type: 'filter';
  readonly key: FilterKey;
  /** The name was written with a slip. */
  readonly isGuessed: boolean;
  /** Where the name ends, its colon included. */
  readonly nameEnd: number;
  readonly values: readonly TextToken[];
}

export interface JoinToken extends Place {
  readonly type: 'join';
  readonly join: JoinWord;
  /** What stands behind "NEAR/"; null: nothing. */
  readonly distance: string | null;
  /** Its brackets follow at once: NEAR(a b, 5). */
  readonly isCall: boolean;
}

export interface SignToken extends Place {
  readonly type: 'open' | 'close' | 'comma' | 'minus' | 'lone-minus';
}

/** A word and a colon that look like a filter and are none. */
export interface UnknownToken extends Place {
  readonly type: 'unknown';
  readonly text: string;
}

export type Token = TextToken | FilterToken | JoinToken | SignToken | UnknownToken;

const QUOTES = '"“”„‟«»＂';
/** "undang-undang", "01/2025" and "12.30" stay together. */
const BARE = new RegExp(String.raw`[^\s,;()[\]{}<>|${QUOTES}]+`, 'uy');
const DATE_WORD = new RegExp(String.raw`[^\s;()[\]{}<>|${QUOTES}]+`, 'uy');
const QUOTED = new RegExp(`[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]?)(\\*?)`, 'uy');
const BRACKETED = /\(([^()]*)(\)?)(\*?)/uy;
const NAME = /(tindak[\s-]+lanjut|\p{L}+)(\s*)[:：]/iuy;
const SPACE = /\s+/uy;
const MINUS = /[-−–—]/u;
const CALLED_NEAR = /(?:NEAR|DEKAT)(?:\/(\d{1,4}))?(?=\()/iuy;
const NEAR_WITH_DISTANCE = /(?:NEAR|DEKAT)\/?(\d{1,4})(?![^\s,;()])/uy;

/** Longest run of words that is tried as one date. */
const DATE_WORDS = 8;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function bareToken(text: string, start: number, end: number): TextToken {
  const typed = text.slice(start, end);
  const isStarred = typed.endsWith('*');
  return {
    type: 'text',
    text: isStarred ? typed.replace(/\*+$/u, '') : typed,
    start,
    end,
    isQuoted: false,
    isClosed: true,
    isStarred,
  };
}

/** What stands in quotes, or in brackets as the value of a filter. */
function enclosedToken(pattern: RegExp, text: string, start: number): TextToken | null {
  const match = matchAt(pattern, text, start);
  if (match === null) return null;
  return {
    type: 'text',
    text: match[1] ?? '',
    start,
    end: start + match[0].length,
    isQuoted: true,
    isClosed: match[2] !== '',
    isStarred: match[3] === '*',
  };
}

/** The bare words from a place on that may belong to one date. */
function dateWords(text: string, start: number): readonly TextToken[] {
  const words: TextToken[] = [];
  let at = start;
  while (words.length < DATE_WORDS) {
    at += matchAt(SPACE, text, at)?.[0].length ?? 0;
    // A comma stands within "Selasa, 18 Februari 2025".
    const match = matchAt(DATE_WORD, text, at);
    if (match === null) break;
    const word = match[0];
    if (words.length > 0 && (joinWord(word) !== null || /[:：]|^[-−–—]./u.test(word))) break;
    words.push(bareToken(text, at, at + word.length));
    at += word.length;
  }
  return words;
}

/** The longest run of words that is a date; or the words that look like one; or the first word. */
function dateValues(text: string, start: number, today: string): readonly TextToken[] {
  const words = dateWords(text, start);
  const upTo = (count: number): string => text.slice(start, words[count - 1]?.end ?? start);
  const withoutComma = (typed: string): string => typed.replace(/[,;]+$/u, '');
  let count = words.length;
  const isDate = (typed: string): boolean =>
    readSpan(typed, today) !== null || isImpossibleDate(typed);
  while (count > 0 && !isDate(withoutComma(upTo(count)))) count -= 1;
  if (count === 0) {
    const other = words.findIndex((word) => !isDateLike(word.text));
    count = Math.max(1, other === -1 ? words.length : other);
  }
  const typed = withoutComma(upTo(count));
  if (isDate(typed) || count > 1) {
    return [bareToken(text, start, start + typed.length)];
  }
  let at = start;
  return typed.split(',').flatMap((part) => {
    const from = at;
    at += part.length + 1;
    return part === '' ? [] : [bareToken(text, from, from + part.length)];
  });
}

/** Whether what stands behind a colon and a space begins something of its own. */
function isOwnPart(text: string, at: number): boolean {
  const name = matchAt(NAME, text, at);
  if (name !== null && filterNamed(name[1] ?? '') !== null) return true;
  const word = matchAt(BARE, text, at)?.[0] ?? '';
  return joinWord(word) !== null || MINUS.test(word.charAt(0));
}

/** Where the values of a filter begin: behind its colon, over spaces where it cannot do without one. */
function valueStart(text: string, key: FilterKey, nameEnd: number): number | null {
  const at = nameEnd + (matchAt(SPACE, text, nameEnd)?.[0].length ?? 0);
  if (at === nameEnd) return at;
  switch (key) {
    case 'keputusan':
    case 'rekomendasi':
    case 'penutup':
    case 'lampiran':
      return null;
    case 'tindaklanjut': {
      const word = matchAt(BARE, text, at)?.[0].toLowerCase();
      return FOLLOW_UP_STATES.some((state) => state === word) ? at : null;
    }
    case 'pembicara':
    case 'lembaga':
    case 'jenis':
    case 'seri':
    case 'hadir':
    case 'tanggal':
    case 'tahun':
    case 'status':
      return isOwnPart(text, at) ? null : at;
  }
}

function filterValues(
  text: string,
  key: FilterKey,
  nameEnd: number,
  today: string,
): readonly TextToken[] {
  const start = valueStart(text, key, nameEnd);
  if (start === null) return [];
  const values: TextToken[] = [];
  let at = start;
  for (;;) {
    const enclosed = enclosedToken(QUOTED, text, at) ?? enclosedToken(BRACKETED, text, at);
    const bare = matchAt(BARE, text, at)?.[0];
    if (enclosed !== null) values.push(enclosed);
    else if (bare === undefined) return values;
    else if (key === 'tanggal' || key === 'tahun') values.push(...dateValues(text, at, today));
    else values.push(bareToken(text, at, at + bare.length));
    const end = values.at(-1)?.end ?? at;
    if (text[end] !== ',') return values;
    at = end + 1;
  }
}

/** A filter, or a word with a colon that names none, at a place; null: neither. */
function namedToken(text: string, start: number, today: string): FilterToken | UnknownToken | null {
  const match = matchAt(NAME, text, start);
  if (match === null) return null;
  const nameEnd = start + match[0].length;
  const named = filterNamed(match[1] ?? '');
  if (named === null) {
    // "Rapat : ..." and "https://..." are words as any others.
    if (match[2] !== '' || !/[\p{L}\p{N}]/u.test(text.charAt(nameEnd))) return null;
    return { type: 'unknown', text: match[1] ?? '', start, end: nameEnd };
  }
  const values = filterValues(text, named.key, nameEnd, today);
  return { type: 'filter', ...named, start, nameEnd, end: values.at(-1)?.end ?? nameEnd, values };
}

function joinToken(text: string, start: number): JoinToken | null {
  const call = matchAt(CALLED_NEAR, text, start);
  const near = call ?? matchAt(NEAR_WITH_DISTANCE, text, start);
  if (near !== null) {
    const place = { start, end: start + near[0].length };
    return {
      type: 'join',
      join: 'near',
      distance: near[1] ?? null,
      isCall: call !== null,
      ...place,
    };
  }
  const word = matchAt(BARE, text, start)?.[0] ?? '';
  const join = joinWord(word);
  if (join === null) return null;
  return { type: 'join', join, distance: null, isCall: false, start, end: start + word.length };
}

function signToken(text: string, start: number): SignToken | JoinToken | null {
  const sign = text.charAt(start);
  const place = { start, end: start + 1 };
  if (sign === '(') return { type: 'open', ...place };
  if (sign === ')') return { type: 'close', ...place };
  if (sign === ',') return { type: 'comma', ...place };
  if (sign === '|') return { type: 'join', join: 'or', distance: null, isCall: false, ...place };
  // "undang-undang" and "a"-b hold no minus.
  if (!MINUS.test(sign) || !/^$|[\s,(|\-−–—]/u.test(text.charAt(start - 1))) return null;
  const next = text.charAt(start + 1);
  if (next !== '' && !/[\s,;)\]}>|]/u.test(next)) return { type: 'minus', ...place };
  return { type: sign === '-' ? 'lone-minus' : 'comma', ...place };
}

/** The parts of a search text in order; every character is in one of them or parts them. */
export function scan(text: string, today: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const bare = matchAt(BARE, text, at)?.[0];
    const token =
      signToken(text, at) ??
      enclosedToken(QUOTED, text, at) ??
      joinToken(text, at) ??
      namedToken(text, at, today) ??
      (bare === undefined ? null : bareToken(text, at, at + bare.length));
    if (token === null) {
      at += 1;
      continue;
    }
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}
