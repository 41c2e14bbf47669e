import type { SessionSummary } from '../../../shared/minutes/session.ts';

export const COLUMNS = ['kind', 'title', 'date', 'place', 'status'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sort {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

/** "none" stands for sessions without any known date. */
export type YearFilter = string | null;

export interface LibraryView {
  readonly text: string;
  readonly kind: string | null;
  readonly year: YearFilter;
  readonly organization: string | null;
  readonly sort: Sort;
  readonly isTrash: boolean;
}

export const INITIAL_VIEW: LibraryView = {
  text: '',
  kind: null,
  year: null,
  organization: null,
  sort: { column: 'date', direction: 'descending' },
  isTrash: false,
};

export interface FilterChoices {
  readonly kinds: readonly string[];
  /** Newest first. */
  readonly years: readonly string[];
  readonly hasUndated: boolean;
  readonly organizations: readonly string[];
}

const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' });
const STATUS_ORDER = { rencana: 0, berlangsung: 1, selesai: 2, final: 3 } as const;

function sorted(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].filter((name) => name !== '').toSorted(collator.compare);
}

function yearsOf(row: SessionSummary): readonly string[] {
  const first = row.firstDate?.slice(0, 4);
  const last = row.lastDate?.slice(0, 4);
  if (first === undefined || last === undefined) return [];
  return first === last ? [first] : [first, last];
}

/** What the filters offer: only what some session has. */
export function filterChoices(rows: readonly SessionSummary[]): FilterChoices {
  return {
    kinds: sorted(rows.map((row) => row.kind)),
    years: sorted(rows.flatMap(yearsOf)).toReversed(),
    hasUndated: rows.some((row) => row.firstDate === null),
    organizations: sorted(rows.flatMap((row) => row.hosts)),
  };
}

export function hasFilters(view: LibraryView): boolean {
  return (
    view.text.trim() !== '' ||
    view.kind !== null ||
    view.year !== null ||
    view.organization !== null
  );
}

function compareBy(column: Column, a: SessionSummary, b: SessionSummary): number {
  switch (column) {
    case 'kind':
      return collator.compare(a.kind, b.kind);
    case 'title':
      return collator.compare(a.title, b.title);
    case 'date':
      return compareDates(a.firstDate, b.firstDate);
    case 'place':
      return collator.compare(a.place, b.place);
    case 'status':
      return STATUS_ORDER[a.status] - STATUS_ORDER[b.status];
  }
}

/** A session without a date counts as the newest: it is being prepared, or its date is missing. */
function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** The rows that a view shows, in its order. */
export function visibleRows(
  rows: readonly SessionSummary[],
  view: LibraryView,
): readonly SessionSummary[] {
  const words = view.text.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  const shown = rows.filter((row) => {
    if ((row.trashedAtMs !== null) !== view.isTrash) return false;
    if (view.kind !== null && row.kind !== view.kind) return false;
    if (view.organization !== null && !row.hosts.includes(view.organization)) return false;
    if (view.year === 'none' && row.firstDate !== null) return false;
    if (view.year !== null && view.year !== 'none' && !yearsOf(row).includes(view.year)) {
      return false;
    }
    if (words.length === 0) return true;
    const text = [row.title, row.kind, row.place, ...row.hosts].join(' ').toLocaleLowerCase('id');
    return words.every((word) => text.includes(word));
  });
  const sign = view.sort.direction === 'ascending' ? 1 : -1;
  return shown.toSorted(
    (a, b) =>
      sign * compareBy(view.sort.column, a, b) ||
      -compareDates(a.firstDate, b.firstDate) ||
      b.updatedAtMs - a.updatedAtMs,
  );
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** First and last day of a session in short: "18 Feb 2025", "20–21 Jul 2024"; "" where unknown. */
export function shortDates(
  row: Pick<SessionSummary, 'firstDate' | 'lastDate'>,
  language: string,
): string {
  if (row.firstDate === null || row.lastDate === null) return '';
  const locale = language === 'en' ? 'en-GB' : 'id-ID';
  const format =
    dateFormats.get(locale) ??
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
  dateFormats.set(locale, format);
  return format.formatRange(new Date(row.firstDate), new Date(row.lastDate));
}
