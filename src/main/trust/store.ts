import type { ArchiveDatabase } from '../db/database.ts';

export interface TrustedRow {
  readonly sha256: string;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly note: string;
  readonly addedAtMs: number;
}

/** All SQL of the certificates that the office trusts. */
export function createTrustStore(db: ArchiveDatabase) {
  const list = db.prepare<[], TrustedRow>(`
    SELECT sha256, certificate, note, added_at_ms AS addedAtMs FROM trusted_certificates
    ORDER BY added_at_ms DESC, sha256
  `);
  const get = db.prepare<[string], TrustedRow>(`
    SELECT sha256, certificate, note, added_at_ms AS addedAtMs FROM trusted_certificates
    WHERE sha256 = ?
  `);
  // One that is there already stays as it was added; a new note is kept.
  const put = db.prepare(`
    INSERT INTO trusted_certificates (sha256, certificate, note, added_at_ms)
    VALUES (@sha256, @certificate, @note, @addedAtMs)
    ON CONFLICT (sha256) DO UPDATE SET note = excluded.note WHERE excluded.note <> ''
  `);
  const remove = db.prepare('DELETE FROM trusted_certificates WHERE sha256 = ?');
  return {
    /** The newest first. */
    list: (): readonly TrustedRow[] => list.all(),
    get: (sha256: string): TrustedRow | undefined => get.get(sha256),
    put: (row: TrustedRow): void => void put.run(row),
    /** False where there was none. */
    remove: (sha256: string): boolean => remove.run(sha256).changes > 0,
  };
}
