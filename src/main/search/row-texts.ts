import type { IndexDatabase } from './index-database.ts';
import { indexableText } from './names.ts';
import type { RowRange } from './row-key.ts';

export interface IndexRow {
  readonly rowid: bigint;
  /** See session-items.ts. */
  readonly key: string;
  readonly state: bigint;
}

export interface RowWords {
  readonly text: string;
  /** Words of the index's own, parted by spaces. */
  readonly tags: string;
}

interface StoredRow {
  readonly rowid: bigint;
  readonly key: string | Buffer;
  readonly state: bigint;
}

const BLOCK_KEY = /^b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids as the app makes them are kept as bytes: in a million rows half of their size. */
function packedKey(key: string): string | Buffer {
  return BLOCK_KEY.test(key) ? Buffer.from(key.slice(1).replaceAll('-', ''), 'hex') : key;
}

function rowOf({ rowid, key, state }: StoredRow): IndexRow {
  if (typeof key === 'string') return { rowid, key, state };
  const hex = key.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return { rowid, key: `b${[...parts, hex.slice(20)].join('-')}`, state };
}

/** The rows of the index: one for each passage that can be found. */
export function createRowTexts(db: IndexDatabase) {
  const between = db.prepare<[bigint, bigint], StoredRow>(
    'SELECT * FROM rows WHERE rowid BETWEEN ? AND ? ORDER BY rowid',
  );
  const byKey = db.prepare<[bigint, bigint, string | Buffer], StoredRow>(
    'SELECT * FROM rows WHERE rowid BETWEEN ? AND ? AND key = ?',
  );
  const next = db
    .prepare<[bigint, bigint], bigint>(
      'SELECT rowid FROM rows WHERE rowid > ? AND rowid <= ? ORDER BY rowid LIMIT 1',
    )
    .pluck();
  const nextOther = db
    .prepare<[bigint, bigint, string, string], bigint>(
      `SELECT rowid FROM rows WHERE rowid > ? AND rowid <= ? AND NOT (key >= ? AND key < ?)
       ORDER BY rowid LIMIT 1`,
    )
    .pluck();
  const byId = db.prepare<[bigint], StoredRow>('SELECT * FROM rows WHERE rowid = ?');
  const insertRow = db.prepare<[bigint, string | Buffer, bigint]>(
    'INSERT INTO rows (rowid, key, state) VALUES (?, ?, ?)',
  );
  const insertWords = db.prepare<[bigint, string]>('INSERT INTO texts (rowid, text) VALUES (?, ?)');
  const deleteRow = db.prepare<[bigint]>('DELETE FROM rows WHERE rowid = ?');
  const deleteWords = db.prepare<[bigint]>('DELETE FROM texts WHERE rowid = ?');
  const matches = db
    .prepare<[string, bigint, bigint, bigint], bigint>(
      `SELECT rowid FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ?
       ORDER BY rowid LIMIT ?`,
    )
    .pluck();

  return {
    between: (range: RowRange): readonly IndexRow[] =>
      between.all(range.first, range.last).map(rowOf),
    byKey(range: RowRange, key: string): IndexRow | null {
      const row = byKey.get(range.first, range.last, packedKey(key));
      return row === undefined ? null : rowOf(row);
    },
    byId(rowid: bigint): IndexRow | null {
      const row = byId.get(rowid);
      return row === undefined ? null : rowOf(row);
    },
    /** The lowest rowid in use after `after` and up to `last`. */
    next: (after: bigint, last: bigint): bigint | null => next.get(after, last) ?? null,
    /** The lowest of them whose key does not begin with `keys`, which ends in a colon. */
    nextOther: (after: bigint, last: bigint, keys: `${string}:`): bigint | null =>
      nextOther.get(after, last, keys, `${keys.slice(0, -1)};`) ?? null,
    insert(row: IndexRow, { text, tags }: RowWords): void {
      insertRow.run(row.rowid, packedKey(row.key), row.state);
      insertWords.run(row.rowid, `${tags} ${indexableText(text)}`);
    },
    delete(rowid: bigint): void {
      deleteWords.run(rowid);
      deleteRow.run(rowid);
    },
    /** Rowids in a range that match an FTS5 expression, newest first. */
    matches: (expression: string, range: RowRange, limit: number): readonly bigint[] =>
      matches.all(expression, range.first, range.last, BigInt(limit)),
  };
}
export type RowTexts = ReturnType<typeof createRowTexts>;
