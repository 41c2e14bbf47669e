/**
 * Rowids of the index. Ascending order is newest first, so the index itself streams the answer:
 *
 *     undated (1 bit) | day, inverted (22) | place among the rows of the day (18)
 *
 * A session has a stretch of the rows of its day, as long as it needs; sessions without any date come
 * after all dated ones, by the day they were made. Rowids that lie close together make the lists of
 * the index a third smaller. Always BigInt: better-sqlite3 binds numbers as REAL, and FTS5 then
 * silently ignores a rowid range.
 */
const ROW_BITS = 18n;
const DAY_BITS = 22n;

const LAST_DAY = (1n << DAY_BITS) - 1n;
const DAY_MS = 86_400_000;
/** Days from 0001-01-01 to 1970-01-01. */
const EPOCH_DAY = 719_162;
const MINUTES_A_DAY = 1440;

export const ROWS_A_DAY = 1n << ROW_BITS;
const ROWS_A_MINUTE = 180n;

/** Between rows that are placed together: the index of a session that nobody edits stays small. */
export const SPACING_TOGETHER = 2n;
/** Behind a row that is placed alone: the next one is most likely written after it. */
export const SPACING_ALONE = 16n;
const SMALLEST_STRETCH = 256n;

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

/** First rowid of the session's day. */
export function dayOf(time: SessionTime): bigint {
  const dated = dateMs(time.date);
  const undated = dated === null ? 1n << DAY_BITS : 0n;
  return (undated | (LAST_DAY - dayNumber(dated ?? time.createdAtMs))) << ROW_BITS;
}

/** First rowid that suits a session of its day: the later it starts, the further in front. */
export function preferredBase(time: SessionTime): bigint {
  const [hours, minutes] = (time.start ?? '00:00').split(':').map(Number);
  const minute = Math.trunc((hours ?? 0) * 60 + (minutes ?? 0)) || 0;
  const before = BigInt(Math.max(0, Math.min(MINUTES_A_DAY - 1, MINUTES_A_DAY - 1 - minute)));
  return dayOf(time) + before * ROWS_A_MINUTE;
}

/** How long a stretch of rows a session with so many of them gets; some are still to come. */
export function stretchFor(rowCount: number): bigint {
  const wanted = BigInt(rowCount) * SPACING_TOGETHER + BigInt(rowCount >> 1) + 64n;
  let length = SMALLEST_STRETCH;
  while (length < wanted) length *= 2n;
  return length;
}

export interface RowRange {
  readonly first: bigint;
  readonly last: bigint;
}

export const ALL_ROWS: RowRange = { first: 0n, last: (1n << 63n) - 1n };

/** A stretch of rows of a session. */
export interface Stretch {
  readonly base: bigint;
  readonly length: bigint;
}

export function rangeOf({ base, length }: Stretch): RowRange {
  return { first: base, last: base + length - 1n };
}

/**
 * Where a stretch of some length is free, at best from `wanted` on: `taken` are the stretches of the
 * day, in order. Null where the day is full.
 */
export function freeBase(
  wanted: bigint,
  day: bigint,
  length: bigint,
  taken: readonly Stretch[],
): bigint | null {
  const firstGap = (from: bigint): bigint | null => {
    let at = from;
    for (const { base, length: used } of taken) {
      if (base + used <= at) continue;
      if (base - at >= length) break;
      at = base + used;
    }
    return at + length <= day + ROWS_A_DAY ? at : null;
  };
  return firstGap(wanted) ?? firstGap(day);
}
