import { isOneTypoAway } from '../../minutes/near-words.ts';
import { SESSION_KINDS, SESSION_STATUSES } from '../../minutes/session.ts';
import { foldedWords } from '../words.ts';
import { quotedValue } from './format.ts';
import { namesBeginningWith } from './operators.ts';
import type { FilterKey } from './query.ts';
import type { FilterToken, TextToken, Token } from './scan.ts';
import { scan } from './scan.ts';

/** A name that a filter can be completed with, and in how many sessions it occurs. */
export interface CompletionCandidate {
  readonly name: string;
  readonly sessionCount: number;
}

/** What filters are completed with, the most frequent first; years from the latest. */
export interface CompletionCandidates {
  readonly speakers: readonly CompletionCandidate[];
  readonly organizations: readonly CompletionCandidate[];
  readonly kinds: readonly CompletionCandidate[];
  readonly series: readonly CompletionCandidate[];
  readonly years: readonly CompletionCandidate[];
}

export interface Completion {
  readonly type: 'operator' | 'value' | 'join';
  readonly key: FilterKey | null;
  /** What is shown: "pembicara:", "Budi Contoh". */
  readonly label: string;
  /** What takes the place of the typed stretch. */
  readonly insert: string;
  /** In how many sessions the value occurs; null where nobody counted. */
  readonly sessionCount: number | null;
}

export interface Completions {
  /** The stretch of the text that a choice replaces. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly Completion[];
}

const MOST_ITEMS = 8;
/** Names that are offered for a word that is no filter's value. */
const MOST_NAMES = 3;
const SHORTEST_NAME_BEGINNING = 3;
const SHORTEST_OPERATOR_BEGINNING = 2;
/** Words of a name that may stand without quotes while it is typed. */
const MOST_BARE_WORDS = 4;

const JOINS = ['ATAU', 'NEAR', 'DEKAT', 'BUKAN', 'OR', 'NOT'] as const;
const RELATIVE_DATES = [
  'hari-ini',
  'kemarin',
  'minggu-ini',
  'minggu-lalu',
  'bulan-ini',
  'bulan-lalu',
  'tahun-ini',
  'tahun-lalu',
];

interface Value {
  readonly name: string;
  readonly sessionCount: number | null;
}

const uncounted = (names: readonly string[]): readonly Value[] =>
  names.map((name) => ({ name, sessionCount: null }));

function monthsOf(year: string): readonly Value[] {
  return uncounted(
    Array.from({ length: 12 }, (_one, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
  );
}

function valuesOf(key: FilterKey, typed: string, from: CompletionCandidates): readonly Value[] {
  switch (key) {
    case 'pembicara':
    case 'hadir':
      return from.speakers;
    case 'lembaga':
      return from.organizations;
    case 'jenis': {
      const known = new Set(from.kinds.map(({ name }) => name.toLowerCase()));
      return [
        ...from.kinds,
        ...uncounted(SESSION_KINDS.filter((kind) => !known.has(kind.toLowerCase()))),
      ];
    }
    case 'seri':
      return from.series;
    case 'tahun':
      return from.years;
    case 'tanggal': {
      const year = /^\d{4}/u.exec(typed)?.[0];
      return [
        ...uncounted(RELATIVE_DATES),
        ...from.years,
        ...(year === undefined ? [] : monthsOf(year)),
      ];
    }
    case 'status':
      return uncounted(SESSION_STATUSES);
    case 'tindaklanjut':
      return uncounted(['terbuka', 'belum', 'berjalan', 'selesai', 'dibatalkan', 'semua']);
    case 'keputusan':
    case 'rekomendasi':
    case 'penutup':
    case 'lampiran':
      return [];
  }
}

/** How well a name fits what is typed, 0 best; null: not at all. */
function fit(name: string, typed: readonly string[]): number | null {
  const words = foldedWords(name);
  const isBeginning = (at: number): boolean =>
    typed.every((word, offset) => words[at + offset]?.startsWith(word) ?? false);
  if (isBeginning(0)) return 0;
  if (words.some((_word, at) => isBeginning(at))) return 1;
  const isEachThere = (matches: (word: string, wanted: string) => boolean): boolean =>
    typed.every((wanted) => words.some((word) => matches(word, wanted)));
  if (isEachThere((word, wanted) => word.startsWith(wanted))) return 2;
  return isEachThere((word, wanted) => word.startsWith(wanted) || isOneTypoAway(wanted, word))
    ? 3
    : null;
}

function ranked(values: readonly Value[], typed: string): readonly Value[] {
  const wanted = foldedWords(typed);
  return values
    .flatMap((value) => {
      const rank = fit(value.name, wanted);
      return rank === null ? [] : [{ value, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

/** Where the word or the quotes that hold a place end. */
function endOfValue(text: string, value: TextToken | null, caret: number): number {
  if (value?.isQuoted === true) {
    const closing = text.indexOf('"', caret);
    return value.isClosed || closing === -1 ? caret : closing + 1;
  }
  return caret + (/^[^\s,;()[\]{}<>|"]*/u.exec(text.slice(caret))?.[0].length ?? 0);
}

function valueCompletions(
  text: string,
  place: { readonly start: number; readonly end: number },
  key: FilterKey,
  typed: string,
  taken: readonly string[],
  candidates: CompletionCandidates,
): Completions {
  const others = new Set(taken.map((one) => foldedWords(one).join(' ')));
  const items = ranked(valuesOf(key, typed, candidates), typed)
    .filter(({ name }) => !others.has(foldedWords(name).join(' ')))
    .slice(0, MOST_ITEMS)
    .map(({ name, sessionCount }): Completion => ({
      type: 'value',
      key,
      label: name,
      insert: quotedValue(name.replaceAll('"', '')) + spaceAfter(text, place.end),
      sessionCount,
    }));
  return { ...place, items };
}

const spaceAfter = (text: string, end: number): string =>
  /^[\s,)]/u.test(text.slice(end)) ? '' : ' ';

/** The value that a filter at the caret is waiting for; null where it is not at the caret. */
function ofFilter(
  text: string,
  caret: number,
  filter: FilterToken,
  candidates: CompletionCandidates,
): Completions | null {
  const behind = text.slice(filter.end, caret);
  const last = filter.values.at(-1) ?? null;
  const isTyping = last !== null && behind === '';
  // A space behind a value ends it; behind the colon it does not.
  if (behind.trim() !== '' && behind !== ',') return null;
  if (last !== null && !isTyping && behind !== ',') return null;
  const value = isTyping ? last : null;
  const place = { start: value?.start ?? caret, end: endOfValue(text, value, caret) };
  const taken = filter.values.filter((one) => one !== value).map((one) => one.text);
  return valueCompletions(text, place, filter.key, value?.text ?? '', taken, candidates);
}

/** Words behind "pembicara:budi" that go on with a known name, though no quotes hold them. */
function ofBareName(
  text: string,
  caret: number,
  tokens: readonly Token[],
  candidates: CompletionCandidates,
): Completions | null {
  const at = tokens.findLastIndex((token) => token.type === 'filter');
  const filter = tokens[at];
  const words = tokens.slice(at + 1);
  if (filter?.type !== 'filter' || words.length > MOST_BARE_WORDS) return null;
  const [value] = filter.values;
  const isBare = words.every((word) => word.type === 'text' && !word.isQuoted);
  if (value === undefined || value.isQuoted || filter.values.length > 1 || !isBare) return null;
  const typed = text.slice(value.start, caret);
  const place = { start: value.start, end: endOfValue(text, null, caret) };
  const found = valueCompletions(text, place, filter.key, typed, [], candidates);
  return found.items.length === 0 ? null : found;
}

/** Filters, joins and speakers that a word may be the beginning of. */
function ofWord(
  text: string,
  caret: number,
  token: TextToken,
  candidates: CompletionCandidates,
): Completions {
  const end = endOfValue(text, token, caret);
  const typed = token.text;
  const items: Completion[] = [];
  if (typed.length >= SHORTEST_OPERATOR_BEGINNING && /^[\p{L}-]+$/u.test(typed)) {
    for (const key of namesBeginningWith(typed)) {
      const label = `${key}:`;
      items.push({ type: 'operator', key, label, insert: label, sessionCount: null });
    }
    for (const join of JOINS) {
      if (!join.startsWith(typed)) continue;
      const insert = join + spaceAfter(text, end);
      items.push({ type: 'join', key: null, label: join, insert, sessionCount: null });
    }
  }
  if (typed.length >= SHORTEST_NAME_BEGINNING) {
    for (const { name, sessionCount } of candidates.speakers) {
      if (items.filter((item) => item.type === 'value').length === MOST_NAMES) break;
      const rank = fit(name, foldedWords(typed));
      if (rank === null || rank > 1) continue;
      const insert = `pembicara:${quotedValue(name.replaceAll('"', ''))}${spaceAfter(text, end)}`;
      items.push({ type: 'value', key: 'pembicara', label: name, insert, sessionCount });
    }
  }
  return { start: token.start, end, items: items.slice(0, MOST_ITEMS) };
}

/** What the text at the caret may go on with; none where nothing is begun. */
export function completionsAt(
  text: string,
  caret: number,
  candidates: CompletionCandidates,
  today: string,
): Completions {
  const tokens = scan(text.slice(0, caret), today);
  const last = tokens.at(-1);
  const none: Completions = { start: caret, end: caret, items: [] };
  const filter = last?.type === 'comma' ? tokens.at(-2) : last;
  if (filter?.type === 'filter') return ofFilter(text, caret, filter, candidates) ?? none;
  if (last?.type !== 'text' || last.end !== caret || last.isQuoted) return none;
  return ofBareName(text, caret, tokens, candidates) ?? ofWord(text, caret, last, candidates);
}
