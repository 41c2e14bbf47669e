import type { ArchiveDatabase } from '../db/database.ts';

export interface IdentityRow {
  readonly id: string;
  readonly name: string;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly createdAtMs: number;
}

/** All SQL of the identities that were made here. */
export function createIdentityStore(db: ArchiveDatabase) {
  const list = db.prepare<[], IdentityRow>(`
    SELECT id, name, certificate, created_at_ms AS createdAtMs FROM identities
    ORDER BY created_at_ms DESC, id
  `);
  const keyFile = db.prepare<[string], { readonly name: string; readonly pkcs12: Uint8Array }>(
    'SELECT name, pkcs12 FROM identities WHERE id = ?',
  );
  const insert = db.prepare(`
    INSERT INTO identities (id, name, certificate, pkcs12, created_at_ms)
    VALUES (@id, @name, @certificate, @pkcs12, @createdAtMs)
  `);
  const remove = db.prepare('DELETE FROM identities WHERE id = ?');
  return {
    /** The newest first. */
    list: (): readonly IdentityRow[] => list.all(),
    keyFile: (id: string) => keyFile.get(id),
    insert: (row: IdentityRow & { readonly pkcs12: Uint8Array }): void => void insert.run(row),
    /** False where there was none. */
    remove: (id: string): boolean => remove.run(id).changes > 0,
  };
}
