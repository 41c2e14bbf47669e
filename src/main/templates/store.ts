import type { ArchiveDatabase } from '../db/database.ts';

export interface TemplateRow {
  readonly id: string;
  readonly organizationId: string | null;
  readonly name: string;
  readonly kind: string;
  readonly sizeBytes: number;
  readonly findings: string;
  readonly addedAtMs: number;
}

interface NewTemplate extends Omit<TemplateRow, 'sizeBytes'> {
  readonly bytes: Uint8Array;
}

const COLUMNS = `
  id, organization_id AS organizationId, name, kind, length(bytes) AS sizeBytes, findings,
  added_at_ms AS addedAtMs
`;

/** All SQL of the offices' Word templates. */
export function createTemplatesStore(db: ArchiveDatabase) {
  const list = db.prepare<[string | null], TemplateRow>(`
    SELECT ${COLUMNS} FROM office_templates WHERE organization_id IS ?
    ORDER BY name COLLATE NOCASE, added_at_ms, id
  `);
  const get = db.prepare<[string], TemplateRow>(
    `SELECT ${COLUMNS} FROM office_templates WHERE id = ?`,
  );
  const bytes = db
    .prepare<[string], Uint8Array>('SELECT bytes FROM office_templates WHERE id = ?')
    .pluck();
  const put = db.prepare(`
    INSERT INTO office_templates (id, organization_id, name, kind, bytes, findings, added_at_ms)
    VALUES (@id, @organizationId, @name, @kind, @bytes, @findings, @addedAtMs)
  `);
  const update = db.prepare(
    'UPDATE office_templates SET name = @name, kind = @kind WHERE id = @id',
  );
  const remove = db.prepare('DELETE FROM office_templates WHERE id = ?');
  return {
    list: (organizationId: string | null): readonly TemplateRow[] => list.all(organizationId),
    get: (id: string): TemplateRow | undefined => get.get(id),
    bytes: (id: string): Uint8Array | undefined => bytes.get(id),
    put: (row: NewTemplate): void => void put.run(row),
    update: (row: Pick<TemplateRow, 'id' | 'name' | 'kind'>): void => void update.run(row),
    /** False where there was none. */
    remove: (id: string): boolean => remove.run(id).changes > 0,
  };
}
