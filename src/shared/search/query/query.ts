import type { FollowUpStatus } from '../../document/block.ts';
import type { SessionStatus } from '../../minutes/session.ts';

/** A stretch of the text that was typed. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** One thing that must be found: a word, or several that stand side by side. */
export interface WordTerm extends Place {
  readonly type: 'term';
  /** Folded words, at least one. */
  readonly words: readonly string[];
  /** The same words as they were typed, parted by single spaces: letters and digits only. */
  readonly source: string;
  /** The last word may go on: it is still being typed, or ends with "*". */
  readonly isPrefix: boolean;
  /** In quotes: these words as they stand, without their families and without slips. */
  readonly isExact: boolean;
}

/** Terms with at most so many other words between them, in any order. */
export interface NearNode extends Place {
  readonly type: 'near';
  /** At least two. */
  readonly terms: readonly WordTerm[];
  readonly distance: number;
}

/** One of the parts is enough: ATAU, or several values of one filter. */
export interface AnyNode extends Place {
  readonly type: 'any';
  /** At least two; none of them is an "any" itself. */
  readonly parts: readonly SearchNode[];
}

/** All parts, in brackets within "any" or "not"; the query itself is such a list. */
export interface AllNode extends Place {
  readonly type: 'all';
  /** At least two; none of them is an "all" itself. */
  readonly parts: readonly SearchNode[];
}

export interface NotNode extends Place {
  readonly type: 'not';
  /** Never a "not" itself. */
  readonly part: Exclude<SearchNode, NotNode>;
}

/** A filter by a name: the value's words are looked for in it, each anywhere, in any order. */
export const NAME_FILTERS = ['pembicara', 'lembaga', 'jenis', 'seri', 'hadir'] as const;
export type NameFilterKey = (typeof NAME_FILTERS)[number];

/** A filter by what the found passage is. */
export const PART_FILTERS = ['keputusan', 'rekomendasi', 'penutup', 'lampiran'] as const;
export type PartFilterKey = (typeof PART_FILTERS)[number];

export const DATE_FILTERS = ['tanggal', 'tahun'] as const;
export type DateFilterKey = (typeof DATE_FILTERS)[number];

/** "terbuka" is "belum" and "berjalan"; "semua" is every follow-up. */
export const FOLLOW_UP_STATES = [
  'terbuka',
  'belum',
  'berjalan',
  'selesai',
  'dibatalkan',
  'semua',
] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

export const FILTER_KEYS = [
  ...NAME_FILTERS,
  ...DATE_FILTERS,
  ...PART_FILTERS,
  'tindaklanjut',
  'status',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** The value of a filter by name. */
export interface NameValue {
  /** As typed, without quotes, spaces made single. */
  readonly text: string;
  /** Folded, at least one. */
  readonly words: readonly string[];
  /** The last word is still being typed, or ends with "*". */
  readonly isPrefix: boolean;
}

export interface NameFilter extends Place {
  readonly type: 'filter';
  readonly key: NameFilterKey;
  readonly value: NameValue;
}

/** Days as ISO dates, both included; at least one end is set, and `from` is not after `to`. */
export interface DateFilter extends Place {
  readonly type: 'filter';
  readonly key: DateFilterKey;
  readonly from: string | null;
  readonly to: string | null;
}

export interface PartFilter extends Place {
  readonly type: 'filter';
  readonly key: PartFilterKey;
  /** What the passage must say; null: any passage of that kind. */
  readonly term: WordTerm | null;
}

export interface FollowUpFilter extends Place {
  readonly type: 'filter';
  readonly key: 'tindaklanjut';
  readonly state: FollowUpState;
  readonly term: WordTerm | null;
}

export interface StatusFilter extends Place {
  readonly type: 'filter';
  readonly key: 'status';
  readonly status: SessionStatus;
}

export type FilterNode = NameFilter | DateFilter | PartFilter | FollowUpFilter | StatusFilter;
export type SearchNode = WordTerm | NearNode | AnyNode | AllNode | NotNode | FilterNode;

/** Why something was read in another way than it was written. */
export const NOTE_CODES = [
  /** "catatan:x" names no filter; read as words. */
  'unknown-operator',
  /** "pembicra:" was taken for "pembicara:". */
  'operator-spelling',
  /** "atau" was taken for ATAU. */
  'operator-in-lower-case',
  /** No such day, or no date at all; the nearest one was taken, or none. */
  'bad-date',
  /** "5 Juli": the last one was taken. */
  'year-guessed',
  'range-reversed',
  'unclosed-quote',
  'unpaired-bracket',
  /** ATAU, NEAR, BUKAN or "-" without what it needs. */
  'dangling-operator',
  /** NEAR beside something that is not words. */
  'near-without-words',
  'distance-limited',
  /** "pembicara:" with nothing behind it. */
  'empty-value',
  /** "status:ditunda" names no status. */
  'unknown-value',
  /** Two parts that exclude each other; the later one was kept. */
  'contradiction',
  /** More parts than a search takes. */
  'too-many-parts',
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

/** How a part that could not be read as it stands was read. */
export interface SearchNote extends Place {
  readonly code: NoteCode;
  readonly typed: string;
  /** In the canonical form; "" where it was left out. */
  readonly read: string;
}

export interface ParsedQuery {
  readonly text: string;
  /** All of them must hold; none: nothing is asked. */
  readonly all: readonly SearchNode[];
  readonly notes: readonly SearchNote[];
}

/** The stored statuses of follow-ups that a state stands for. */
export function followUpStatuses(state: FollowUpState): readonly FollowUpStatus[] {
  switch (state) {
    case 'terbuka':
      return ['belum', 'berjalan'];
    case 'semua':
      return ['belum', 'berjalan', 'selesai', 'dibatalkan'];
    case 'belum':
    case 'berjalan':
    case 'selesai':
    case 'dibatalkan':
      return [state];
  }
}

/** The terms that found passages show highlighted: everything that is asked for, nothing that is excluded. */
export function wantedTerms(nodes: readonly SearchNode[]): readonly WordTerm[] {
  return nodes.flatMap((node): readonly WordTerm[] => {
    switch (node.type) {
      case 'term':
        return [node];
      case 'near':
        return node.terms;
      case 'any':
      case 'all':
        return wantedTerms(node.parts);
      case 'not':
        return [];
      case 'filter':
        return 'term' in node && node.term !== null ? [node.term] : [];
    }
  });
}
