import { isOneTypoAway } from '../../minutes/near-words.ts';
import type { SessionStatus } from '../../minutes/session.ts';
import { SESSION_STATUSES } from '../../minutes/session.ts';
import { foldedWords } from '../words.ts';
import { readNearestSpan, readSpan } from './date-values.ts';
import { anyOf, termOf } from './nodes.ts';
import type {
  DateFilterKey,
  FilterKey,
  FilterNode,
  FollowUpState,
  NoteCode,
  Place,
  SearchNode,
} from './query.ts';
import { FOLLOW_UP_STATES } from './query.ts';
import type { FilterToken, TextToken } from './scan.ts';

/** Takes a note of something that was read in another way than it was written. */
export type Noter = (code: NoteCode, place: Place, read: readonly SearchNode[]) => void;

export interface FilterContext {
  readonly today: string;
  /** Whether a token is the one that is being typed. */
  readonly isTyped: (token: TextToken) => boolean;
  readonly note: Noter;
}

const STATUS_NAMES: Readonly<Record<string, SessionStatus>> = {
  direncanakan: 'rencana',
  planned: 'rencana',
  plan: 'rencana',
  berjalan: 'berlangsung',
  ongoing: 'berlangsung',
  done: 'selesai',
  ended: 'selesai',
  finished: 'selesai',
};

const STATE_NAMES: Readonly<Record<string, FollowUpState>> = {
  open: 'terbuka',
  pending: 'belum',
  running: 'berjalan',
  done: 'selesai',
  closed: 'selesai',
  tuntas: 'selesai',
  batal: 'dibatalkan',
  cancelled: 'dibatalkan',
  all: 'semua',
};

interface NamedValue<T> {
  readonly value: T;
  readonly isGuessed: boolean;
}

/** The value of a closed list that a word names, also by its beginning or with a slip. */
function namedValue<T extends string>(
  typed: string,
  values: readonly T[],
  others: Readonly<Record<string, T>>,
): NamedValue<T> | null {
  const name = typed.trim().toLowerCase();
  const exact = values.find((value) => value === name) ?? others[name];
  if (exact !== undefined) return { value: exact, isGuessed: false };
  const near =
    values.find((value) => name !== '' && value.startsWith(name)) ??
    values.find((value) => isOneTypoAway(name, value));
  return near === undefined ? null : { value: near, isGuessed: true };
}

function dateFilter(
  key: DateFilterKey,
  value: TextToken,
  context: FilterContext,
): SearchNode | null {
  const typed =
    key === 'tahun' ? value.text.trim().replace(/^(?:ini|lalu)$/iu, 'tahun $&') : value.text;
  const nearestTyped = key === 'tahun' ? typed.replace(/^\d\d$/u, '20$&') : typed;
  const span = readSpan(typed, context.today) ?? readNearestSpan(nearestTyped, context.today);
  if (span === null) {
    context.note('bad-date', value, []);
    return null;
  }
  const { from, to } = span;
  const isYears = (from?.endsWith('-01-01') ?? true) && (to?.endsWith('-12-31') ?? true);
  const filter: FilterNode = {
    type: 'filter',
    key: isYears ? key : 'tanggal',
    from,
    to,
    start: value.start,
    end: value.end,
  };
  const fault = span.fault ?? (nearestTyped !== typed ? 'bad-date' : null);
  if (fault !== null) context.note(fault, value, [filter]);
  return filter;
}

/** One value of a filter; null where it says nothing. */
function valueFilter(key: FilterKey, value: TextToken, context: FilterContext): SearchNode | null {
  const place = { start: value.start, end: value.end };
  const isTyped = context.isTyped(value);
  switch (key) {
    case 'tanggal':
    case 'tahun':
      return dateFilter(key, value, context);
    case 'pembicara':
    case 'lembaga':
    case 'jenis':
    case 'seri':
    case 'hadir': {
      // A value in brackets may hold quotes.
      const text = value.text.replace(/[\s"“”„‟«»＂]+/gu, ' ').trim();
      const words = foldedWords(text);
      if (words.length > 0) {
        const isPrefix = value.isStarred || isTyped;
        return { type: 'filter', key, value: { text, words, isPrefix }, ...place };
      }
      break;
    }
    case 'keputusan':
    case 'rekomendasi':
    case 'penutup':
    case 'lampiran': {
      const term = termOf(value, isTyped);
      if (term !== null) return { type: 'filter', key, term, ...place };
      break;
    }
    case 'tindaklanjut': {
      const state = value.isQuoted ? null : namedValue(value.text, FOLLOW_UP_STATES, STATE_NAMES);
      // "ter" may become "terlambat": only whole names are states, also with a slip in them.
      if (
        state !== null &&
        !FOLLOW_UP_STATES.some((one) => state.isGuessed && one.startsWith(value.text.toLowerCase()))
      ) {
        const filter: FilterNode = {
          type: 'filter',
          key,
          state: state.value,
          term: null,
          ...place,
        };
        if (state.isGuessed) context.note('unknown-value', value, [filter]);
        return filter;
      }
      const term = termOf(value, isTyped);
      if (term !== null) return { type: 'filter', key, state: 'semua', term, ...place };
      break;
    }
    case 'status': {
      const status = namedValue(value.text, SESSION_STATUSES, STATUS_NAMES);
      if (status !== null) {
        const filter: FilterNode = { type: 'filter', key, status: status.value, ...place };
        if (status.isGuessed && !isTyped) context.note('unknown-value', value, [filter]);
        return filter;
      }
      if (foldedWords(value.text).length > 0) context.note('unknown-value', value, []);
      break;
    }
  }
  return null;
}

/** What a filter says without a value: any passage of its kind, where it is about one. */
function bareFilter(token: FilterToken): FilterNode | null {
  const place = { start: token.start, end: token.end };
  const { key } = token;
  switch (key) {
    case 'keputusan':
    case 'rekomendasi':
    case 'penutup':
    case 'lampiran':
      return { type: 'filter', key, term: null, ...place };
    case 'tindaklanjut':
      return { type: 'filter', key, state: 'semua', term: null, ...place };
    case 'pembicara':
    case 'lembaga':
    case 'jenis':
    case 'seri':
    case 'hadir':
    case 'tanggal':
    case 'tahun':
    case 'status':
      return null;
  }
}

/** Reads a filter with its values, of which one is enough; null where nothing is left of it. */
export function filterOf(token: FilterToken, context: FilterContext): SearchNode | null {
  const filters = token.values.flatMap((value) => {
    const filter = valueFilter(token.key, value, context);
    if (!value.isClosed) context.note('unclosed-quote', value, filter === null ? [] : [filter]);
    return filter ?? [];
  });
  const node = filters.length > 0 ? anyOf(filters) : bareFilter(token);
  if (node === null) {
    const isEmpty = token.values.every((value) => foldedWords(value.text).length === 0);
    if (isEmpty) context.note('empty-value', token, []);
    return null;
  }
  // A filter stands where its name begins; several values each stand where they are written.
  const whole = node.type === 'any' ? node : { ...node, start: token.start, end: token.end };
  if (token.isGuessed) context.note('operator-spelling', token, [whole]);
  return whole;
}
