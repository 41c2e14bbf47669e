import type { AskedSearch, SavedSearch } from '../../shared/contract/searches.ts';
import type { ArchiveDatabase } from '../db/database.ts';

/** All SQL of searches that are kept; statements are prepared once. */
export function createSearchesStore(db: ArchiveDatabase) {
  const saved = db.prepare<[], SavedSearch>(`
    SELECT id, name, query, sort, created_at_ms AS createdAtMs FROM saved_searches
    ORDER BY name COLLATE NOCASE, created_at_ms, id
  `);
  const putSaved = db.prepare<[SavedSearch]>(`
    INSERT INTO saved_searches (id, name, query, sort, created_at_ms)
    VALUES (@id, @name, @query, @sort, @createdAtMs)
    ON CONFLICT (id) DO NOTHING
  `);
  const rename = db.prepare<[string, string]>('UPDATE saved_searches SET name = ? WHERE id = ?');
  const remove = db.prepare<[string]>('DELETE FROM saved_searches WHERE id = ?');
  const asked = db.prepare<[], AskedSearch>(`
    SELECT query, asked_at_ms AS askedAtMs FROM search_history
    ORDER BY asked_at_ms DESC, rowid DESC
  `);
  // Deleted first, so that of two at one moment the later one comes out on top.
  const forget = db.prepare<[string]>('DELETE FROM search_history WHERE query = ?');
  const putAsked = db.prepare<[AskedSearch]>(
    'INSERT INTO search_history (query, asked_at_ms) VALUES (@query, @askedAtMs)',
  );
  const trimAsked = db.prepare<[number]>(`
    DELETE FROM search_history WHERE rowid NOT IN (
      SELECT rowid FROM search_history ORDER BY asked_at_ms DESC, rowid DESC LIMIT ?
    )
  `);
  const clearAsked = db.prepare<[]>('DELETE FROM search_history');

  return {
    saved: () => saved.all(),
    putSaved: (search: SavedSearch): void => void putSaved.run(search),
    /** False where there is no such search. */
    rename: (id: string, name: string): boolean => rename.run(name, id).changes > 0,
    remove: (id: string): void => void remove.run(id),
    asked: () => asked.all(),
    putAsked: (search: AskedSearch): void => {
      forget.run(search.query);
      putAsked.run(search);
    },
    forget: (query: string): void => void forget.run(query),
    trimAsked: (most: number): void => void trimAsked.run(most),
    clearAsked: (): void => void clearAsked.run(),
  };
}
