import type { StoredMediaType } from '../../shared/document/image-rules.ts';
import type { ArchiveDatabase } from '../db/database.ts';

export interface LogoRow {
  readonly id: string;
  readonly mediaType: StoredMediaType;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: Uint8Array;
}

interface SettingsRow {
  readonly organizationId: string;
  readonly value: string;
}

export interface NumberRow {
  readonly kind: string;
  readonly number: string;
}

/** All SQL of the offices' settings, their logos and the numbers of documents. */
export function createOfficeStore(db: ArchiveDatabase) {
  const settings = db.prepare<[], SettingsRow>(
    'SELECT organization_id AS organizationId, value FROM office_settings',
  );
  const put = db.prepare(`
    INSERT INTO office_settings (organization_id, value, logo_id, updated_at_ms)
    VALUES (@organizationId, @value, @logoId, @updatedAtMs)
    ON CONFLICT (organization_id) DO UPDATE SET
      value = excluded.value, logo_id = excluded.logo_id, updated_at_ms = excluded.updated_at_ms
  `);
  const remove = db.prepare('DELETE FROM office_settings WHERE organization_id = ?');
  const putLogo = db.prepare(`
    INSERT INTO office_logos (id, media_type, width_px, height_px, bytes, added_at_ms)
    VALUES (@id, @mediaType, @widthPx, @heightPx, @bytes, @addedAtMs)
    ON CONFLICT (id) DO UPDATE SET added_at_ms = excluded.added_at_ms
  `);
  const logo = db.prepare<[string], LogoRow>(`
    SELECT id, media_type AS mediaType, width_px AS widthPx, height_px AS heightPx, bytes
    FROM office_logos WHERE id = ?
  `);
  const purgeLogos = db.prepare(`
    DELETE FROM office_logos
    WHERE added_at_ms < ? AND id NOT IN (
      SELECT logo_id FROM office_settings WHERE logo_id IS NOT NULL
    )
  `);
  const sessionStatus = db
    .prepare<[string], string>('SELECT status FROM sessions WHERE id = ?')
    .pluck();
  const numbers = db.prepare<[string], NumberRow>(
    'SELECT kind, number FROM document_numbers WHERE session_id = ?',
  );
  const putNumber = db.prepare(`
    INSERT INTO document_numbers (session_id, kind, number) VALUES (?, ?, ?)
    ON CONFLICT (session_id, kind) DO UPDATE SET number = excluded.number
  `);
  const removeNumber = db.prepare('DELETE FROM document_numbers WHERE session_id = ? AND kind = ?');
  const usedNumbers = db
    .prepare<{ sessionId: string; kind: string }, string>(
      `SELECT s.document_number FROM sessions s
       WHERE s.document_number <> '' AND s.trashed_at_ms IS NULL AND s.is_example = 0
         AND NOT (s.id = @sessionId AND @kind = '')
       UNION ALL
       SELECT n.number FROM document_numbers n JOIN sessions s ON s.id = n.session_id
       WHERE s.trashed_at_ms IS NULL AND s.is_example = 0
         AND NOT (n.session_id = @sessionId AND n.kind = @kind)`,
    )
    .pluck();

  return {
    settings: (): ReadonlyMap<string, string> =>
      new Map(settings.all().map((row) => [row.organizationId, row.value])),
    put: (row: SettingsRow & { readonly logoId: string | null; readonly updatedAtMs: number }) => {
      put.run(row);
    },
    remove: (organizationId: string): void => void remove.run(organizationId),
    putLogo: (row: LogoRow & { readonly addedAtMs: number }): void => void putLogo.run(row),
    logo: (id: string): LogoRow | undefined => logo.get(id),
    /** Forgets logos that no office names and that were added before that time. */
    purgeLogos: (addedBeforeMs: number): void => void purgeLogos.run(addedBeforeMs),
    sessionStatus: (id: string): string | undefined => sessionStatus.get(id),
    numbers: (sessionId: string): readonly NumberRow[] => numbers.all(sessionId),
    putNumber: (sessionId: string, kind: string, number: string): void =>
      void putNumber.run(sessionId, kind, number),
    removeNumber: (sessionId: string, kind: string): void => void removeNumber.run(sessionId, kind),
    /**
     * Numbers given so far, but the one that is being asked for: that of `kind` in the session, or
     * the session's own where `kind` is "".
     */
    usedNumbers: (sessionId: string, kind: string): readonly string[] =>
      usedNumbers.all({ sessionId, kind }),
  };
}

export type OfficeStore = ReturnType<typeof createOfficeStore>;
