import type { CallResult, ParsedInput } from '../../shared/contract/index.ts';
import { canonicalJson } from '../../shared/final/canonical-json.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { AppendToLog, LogAction, LogDetails, LogEntry } from '../../shared/minutes/final.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { entryHash, NO_ENTRY_BEFORE } from './entry-hash.ts';
import type { StoredEntry } from './store.ts';
import { createLogStore } from './store.ts';

interface LogServiceOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  /** Who uses the app; "" where not given. */
  readonly actorName: () => string;
}

const PAGE_SIZE = 200;
const READ_AT_ONCE = 1000;

const shown = ({ isReadable: _isReadable, ...entry }: StoredEntry): LogEntry => entry;

/** What was done with sessions: entries that are only ever added, each sealing the one before. */
export function createLogService({ db, clock, actorName }: LogServiceOptions) {
  const store = createLogStore(db);
  /** How far the chain was found whole, while nobody else changed the archive. */
  let whole = { seq: 0, hash: NO_ENTRY_BEFORE, foreignChanges: -1 };

  const write = db.transaction(
    (action: LogAction, sessionId: SessionId | null, details: LogDetails): LogEntry => {
      const last = store.last();
      const entry = {
        seq: (last?.seq ?? 0) + 1,
        atMs: clock(),
        actor: actorName(),
        action,
        sessionId,
        details,
      };
      const hash = entryHash(entry, last?.hash ?? NO_ENTRY_BEFORE);
      store.insert({ ...entry, details: canonicalJson(details), hash });
      return { ...entry, hash };
    },
  );
  const append: AppendToLog = (action, sessionId, details = {}) =>
    write(action, sessionId, details);

  /** The first entry that does not follow from the one before it; null: the chain is whole. */
  function brokenAtSeq(): number | null {
    const foreignChanges = store.foreignChanges();
    let { seq, hash } =
      whole.foreignChanges === foreignChanges ? whole : { seq: 0, hash: NO_ENTRY_BEFORE };
    for (;;) {
      // Nothing stands before the first, not even what was numbered so.
      const entries = store.after(seq === 0 ? Number.MIN_SAFE_INTEGER : seq, READ_AT_ONCE);
      for (const entry of entries) {
        const follows = entry.seq === seq + 1 && entry.isReadable;
        if (!follows || entryHash(entry, hash) !== entry.hash) return entry.seq;
        ({ seq, hash } = entry);
      }
      whole = { seq, hash, foreignChanges };
      if (entries.length < READ_AT_ONCE) return null;
    }
  }

  return {
    append,
    brokenAtSeq,
    ofSession: (id: SessionId): readonly LogEntry[] => store.ofSession(id).map(shown),
    count: store.count,
    handlers: {
      'log.list': ({ sessionId, beforeSeq }: ParsedInput<'log.list'>): CallResult<'log.list'> => {
        const from = beforeSeq ?? Number.MAX_SAFE_INTEGER;
        const entries = store.before(sessionId, from, PAGE_SIZE + 1);
        return {
          entries: entries.slice(0, PAGE_SIZE).map(shown),
          hasOlder: entries.length > PAGE_SIZE,
          brokenAtSeq: brokenAtSeq(),
        };
      },
    },
  };
}

export type Log = ReturnType<typeof createLogService>;
