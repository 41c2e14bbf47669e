import type { SearchCandidate, SearchCandidates } from '../../shared/contract/search.ts';
import type { ArchiveDatabase } from '../db/database.ts';

/** Names of one sort that operators are completed with. */
const MOST_NAMES = 2000;

const PRESENT = 'a.removed_at_ms IS NULL AND s.trashed_at_ms IS NULL';

/** Reads the names that stand in the archive, and in how many sessions each does. */
export function createCandidates(db: ArchiveDatabase): () => SearchCandidates {
  const byFrequency = (names: string) =>
    db.prepare<[], SearchCandidate>(
      `SELECT name, count(*) AS sessionCount FROM (${names}) WHERE trim(name) <> ''
       GROUP BY name COLLATE NOCASE
       ORDER BY sessionCount DESC, name COLLATE NOCASE LIMIT ${MOST_NAMES}`,
    );
  const speakers = byFrequency(`SELECT DISTINCT a.session_id, p.name FROM attendance a
    JOIN persons p ON p.id = a.person_id JOIN sessions s ON s.id = a.session_id WHERE ${PRESENT}`);
  const organizations = byFrequency(`SELECT DISTINCT a.session_id, o.name FROM attendance a
    JOIN organizations o ON o.id = a.organization_id JOIN sessions s ON s.id = a.session_id
    WHERE ${PRESENT}`);
  const kinds = byFrequency('SELECT trim(kind) AS name FROM sessions WHERE trashed_at_ms IS NULL');
  const series = byFrequency(`SELECT t.title AS name FROM sessions s
    JOIN series t ON t.id = s.series_id WHERE s.trashed_at_ms IS NULL`);
  const years = db.prepare<[], SearchCandidate>(
    `SELECT name, count(*) AS sessionCount FROM (
       SELECT DISTINCT s.id, substr(d.date, 1, 4) AS name FROM session_days d
       JOIN sessions s ON s.id = d.session_id
       WHERE s.trashed_at_ms IS NULL AND d.date IS NOT NULL)
     GROUP BY name ORDER BY name DESC`,
  );
  return () => ({
    speakers: speakers.all(),
    organizations: organizations.all(),
    kinds: kinds.all(),
    series: series.all(),
    years: years.all(),
  });
}
