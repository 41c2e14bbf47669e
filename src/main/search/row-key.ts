/**
 * Rowids of the index. Ascending order is newest first, so the index itself streams the answer:
 *
 *     undated (1 bit) | day, inverted (22) | place among the day's sessions (16) | ordinal (24)
 *
 * Sessions without any date come after all dated ones, by the day they were made. Always BigInt:
 * better-sqlite3 binds numbers as REAL, and FTS5 then silently ignores a rowid range.
 */
const ORDINAL_BITS = 24n;
const PLACE_BITS = 16n;
const DAY_BITS = 22n;

const LAST_DAY = (1n << DAY_BITS) - 1n;
const DAY_MS = 86_400_000;
/** Days from 0001-01-01 to 1970-01-01. */
const EPOCH_DAY = 719_162;
const MINUTES_A_DAY = 1440;
const PLACES_A_MINUTE = 45;

export const PLACES_A_DAY = 1 << Number(PLACE_BITS);
/** Ordinals of rows that are not blocks. */
export const SESSION_ORDINAL = 0n;
export const ATTENDANCE_ORDINAL = 1n;
export const FIRST_BLOCK_ORDINAL = 1024n;
export const LAST_ORDINAL = (1n << ORDINAL_BITS) - 1n;
/** Room that is left between blocks, so that new ones fit in without moving the others. */
export const ORDINAL_SPACING = 1024n;

/** When a session was, as far as the order of results needs it. */
export interface SessionTime {
  /** First known date, "YYYY-MM-DD"; null where none is known. */
  readonly date: string | null;
  /** Start on that day, "HH:MM"; null where not known. */
  readonly start: string | null;
  readonly createdAtMs: number;
}

function dayNumber(atMs: number): bigint {
  const day = BigInt(Math.floor(atMs / DAY_MS) + EPOCH_DAY);
  if (day < 0n) return 0n;
  return day > LAST_DAY ? LAST_DAY : day;
}

function dateMs(date: string | null): number | null {
  const atMs = date === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(atMs) ? null : atMs;
}

function dayBase(isUndated: boolean, atMs: number): bigint {
  const undated = isUndated ? 1n << DAY_BITS : 0n;
  return (undated | (LAST_DAY - dayNumber(atMs))) << (PLACE_BITS + ORDINAL_BITS);
}

/** First rowid of the session's day. */
export function dayOf(time: SessionTime): bigint {
  const dated = dateMs(time.date);
  return dayBase(dated === null, dated ?? time.createdAtMs);
}

/** Where among the day's sessions one belongs: the later it starts, the further in front. */
export function preferredPlace(time: SessionTime): number {
  const [hours, minutes] = (time.start ?? '00:00').split(':').map(Number);
  const minute = (hours ?? 0) * 60 + (minutes ?? 0);
  return Math.max(0, MINUTES_A_DAY - 1 - (minute || 0)) * PLACES_A_MINUTE;
}

/** First rowid of a session; its rows are `base + ordinal`. */
export function sessionBase(day: bigint, place: number): bigint {
  return day | (BigInt(place) << ORDINAL_BITS);
}

export function placeOf(base: bigint): number {
  return Number((base >> ORDINAL_BITS) & BigInt(PLACES_A_DAY - 1));
}

export function baseOf(rowid: bigint): bigint {
  return rowid & ~LAST_ORDINAL;
}

export interface RowRange {
  readonly first: bigint;
  readonly last: bigint;
}

export const ALL_ROWS: RowRange = { first: 0n, last: (1n << 63n) - 1n };

export function rangeOfSession(base: bigint): RowRange {
  return { first: base, last: base + LAST_ORDINAL };
}

export function rangeOfDay(day: bigint): RowRange {
  return { first: day, last: day + (1n << (PLACE_BITS + ORDINAL_BITS)) - 1n };
}

/** Rows of the sessions that began between two dates, both included; null means open. */
export function rangeOfDates(from: string | null, to: string | null): RowRange {
  const fromMs = dateMs(from);
  const toMs = dateMs(to);
  return {
    first: toMs === null ? 0n : dayBase(false, toMs),
    last:
      fromMs === null
        ? dayBase(true, Number.MAX_SAFE_INTEGER) - 1n
        : rangeOfDay(dayBase(false, fromMs)).last,
  };
}
