import type { ArchiveDatabase } from '../db/database.ts';

/** The profile as keys with JSON values. */
export function createProfileStore(db: ArchiveDatabase) {
  const selectAll = db.prepare<[], { readonly key: string; readonly value: string }>(
    'SELECT key, value FROM profile',
  );
  const upsert = db.prepare<[string, string]>(
    `INSERT INTO profile (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
  return {
    all: (): ReadonlyMap<string, string> =>
      new Map(selectAll.all().map((row) => [row.key, row.value])),
    put: (key: string, value: string): void => void upsert.run(key, value),
  };
}
