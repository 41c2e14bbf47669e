import type { IndexStore } from './index-store.ts';
import type { Plan } from './plan.ts';
import type { RowRange } from './row-key.ts';
import { ALL_ROWS, rangeOf } from './row-key.ts';

/** Up to so many stretches of sessions are asked one by one; beyond, all rows are looked through. */
const MOST_RANGES = 150;
const FIRST_PAGE = 64;
const LARGEST_PAGE = 512;
/** Rows that are looked at for one answer: a bound for a filter that hardly any of them pass. */
const MOST_ROWS = 20_000;

/** Sessions that follow each other are one stretch. */
function rangesOf({ sessions }: IndexStore, isIn: Plan['isIn']): readonly RowRange[] {
  if (isIn === null) return [ALL_ROWS];
  const ranges: RowRange[] = [];
  let isOpen = false;
  for (const session of sessions.all()) {
    if (isIn(session) === false) {
      isOpen = false;
      continue;
    }
    const { first, last } = rangeOf(session);
    const before = ranges.at(-1);
    if (isOpen && before !== undefined) ranges[ranges.length - 1] = { first: before.first, last };
    else ranges.push({ first, last });
    isOpen = true;
  }
  return ranges;
}

/** Rowids that a plan finds, newest first, read a page at a time. */
export function createRowStream(
  index: IndexStore,
  { expression, isIn }: Pick<Plan, 'expression' | 'isIn'>,
  ranges = rangesOf(index, isIn),
) {
  const isFiltered = isIn !== null && ranges.length > MOST_RANGES;
  const first = ranges[0]?.first ?? 0n;
  const asked = isFiltered ? [{ first, last: ranges.at(-1)?.last ?? 0n }] : ranges;
  let isCut = false;
  let passedTo = 0n;

  function* pages(): Generator<readonly bigint[]> {
    if (expression === null) return;
    let read = 0;
    for (const range of asked) {
      let from = range.first;
      for (let size = FIRST_PAGE; ; size = Math.min(size * 2, LARGEST_PAGE)) {
        if (passedTo > from) from = passedTo;
        if (from > range.last) break;
        const page = index.rows.matches(expression, { first: from, last: range.last }, size);
        if (page.length > 0 && read >= MOST_ROWS) {
          isCut = true;
          return;
        }
        read += page.length;
        yield page;
        const last = page.at(-1);
        if (last === undefined || page.length < size) break;
        from = last + 1n;
      }
    }
  }

  function* rows(): Generator<bigint> {
    for (const page of pages()) {
      for (const rowid of page) {
        if (rowid < passedTo) continue;
        const session = isFiltered ? index.sessions.at(rowid) : null;
        if (!isFiltered || (session !== null && isIn(session) !== false)) yield rowid;
      }
    }
  }
  const stream = rows();

  return {
    /** The next row; null when there is none. */
    next(): bigint | null {
      const { done, value } = stream.next();
      return done === true ? null : value;
    },
    /** Rows of a range, apart from what `next` gives. */
    between: (range: RowRange, limit: number): readonly bigint[] =>
      expression === null || limit === 0 ? [] : index.rows.matches(expression, range, limit),
    /** Passes over the rows before one. */
    passTo: (rowid: bigint): void => void (passedTo = rowid),
    /** Whether it ended before all rows were looked at. */
    isCut: (): boolean => isCut,
  };
}
export type RowStream = ReturnType<typeof createRowStream>;
