import { AppError } from '../../shared/contract/errors.ts';
import type { PlacedFile, SessionFile } from '../../shared/contract/files.ts';
import { MOST_FILES_PER_SESSION } from '../../shared/contract/files.ts';
import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { SessionFileId, SessionId } from '../../shared/ids.ts';
import { sessionFileIdSchema } from '../../shared/ids.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { FileRow } from './store.ts';
import { createFilesStore } from './store.ts';

interface FilesOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly newId: () => string;
}

type FileHandlers = Pick<
  Handlers<'storage'>,
  | 'files.list'
  | 'files.get'
  | 'files.keep'
  | 'files.update'
  | 'files.reorder'
  | 'files.remove'
  | 'files.restore'
  | 'files.unread'
  | 'files.keepText'
>;

const KEEP_REMOVED_MS = 24 * 60 * 60 * 1000;

/**
 * The files beside the minutes of a session: what they are called and what they are. Their bytes lie
 * in a folder beside the archive; see decision 28.
 */
export function createFilesService({ db, clock, newId }: FilesOptions) {
  const store = createFilesStore(db);

  function requireFile(id: SessionFileId): FileRow {
    const row = store.file(id);
    if (row === undefined) throw new AppError('not-found', { what: 'file' });
    return row;
  }

  function requireListed(id: SessionFileId): FileRow {
    const row = requireFile(id);
    if (row.removedAtMs !== null) throw new AppError('not-found', { what: 'file' });
    return row;
  }

  /** What stood beside minutes when they became final stays so; triggers refuse it too. */
  function isFrozen({ sessionId, addedAtMs }: FileRow): boolean {
    const finalAtMs = store.finalAtMs(sessionId);
    return finalAtMs !== undefined && addedAtMs <= finalAtMs;
  }

  function requireOpen(row: FileRow): void {
    if (isFrozen(row)) throw new AppError('session-final');
  }

  function shown(row: FileRow): SessionFile {
    const { position: _position, removedAtMs: _removedAtMs, ...file } = row;
    return { ...file, isFrozen: isFrozen(row) };
  }

  const list = (sessionId: SessionId): readonly SessionFile[] => store.listed(sessionId).map(shown);

  function keep(sessionId: SessionId, files: readonly PlacedFile[]): readonly SessionFile[] {
    if (!store.hasSession(sessionId)) throw new AppError('not-found', { sessionId });
    if (store.listed(sessionId).length + files.length > MOST_FILES_PER_SESSION) {
      throw new AppError('too-many-files', { limit: MOST_FILES_PER_SESSION });
    }
    let position = store.lastPosition(sessionId);
    const added = files.map((file): SessionFileId => {
      const id = sessionFileIdSchema.parse(newId());
      position += 1;
      store.insert({ ...file, id, sessionId, position, addedAtMs: clock() });
      return id;
    });
    store.queueIndex(sessionId);
    return added.map((id) => shown(requireFile(id)));
  }

  function update({ id, changes }: ParsedInput<'files.update'>): SessionFile {
    const row = requireListed(id);
    requireOpen(row);
    store.update({
      ...row,
      name: changes.name ?? row.name,
      role: changes.role ?? row.role,
      caption: changes.caption ?? row.caption,
      startsAtMs: changes.startsAtMs === undefined ? row.startsAtMs : changes.startsAtMs,
    });
    store.queueIndex(row.sessionId);
    return shown(requireFile(id));
  }

  function reorder({ sessionId, order }: ParsedInput<'files.reorder'>): readonly SessionFile[] {
    const rows = store.listed(sessionId);
    const known = new Map(rows.map((row) => [row.id, row]));
    const wanted = new Set([...order.filter((id) => known.has(id)), ...known.keys()]);
    // The same numbers are dealt out anew, so a removed file comes back where it was.
    for (const [index, id] of [...wanted].entries()) {
      const [row, place] = [known.get(id), rows[index]];
      if (row === undefined || place === undefined || row.position === place.position) continue;
      requireOpen(row);
      store.setPosition(id, place.position);
    }
    return list(sessionId);
  }

  function setRemoved(rows: readonly FileRow[], atMs: number | null): void {
    for (const row of rows) {
      requireOpen(row);
      store.setRemoved(row.id, atMs);
    }
    for (const sessionId of new Set(rows.map((row) => row.sessionId))) store.queueIndex(sessionId);
  }

  const written =
    <Input, Result>(handler: (input: Input) => Result) =>
    (input: Input): Result =>
      db.transaction(() => handler(input)).immediate();

  function keepText(sha256: string, text: string): void {
    if (!store.putText(sha256, text)) return;
    for (const sessionId of store.sessionsOf(sha256)) store.queueIndex(sessionId);
  }

  const handlers = {
    'files.list': ({ sessionId }) => list(sessionId),
    'files.get': ({ id }) => shown(requireListed(id)),
    'files.unread': () => store.unread(),
    'files.keepText': written(({ sha256, text }) => keepText(sha256, text)),
    'files.keep': written(({ sessionId, files }) => keep(sessionId, files)),
    'files.update': written(update),
    'files.reorder': written(reorder),
    'files.remove': written(({ ids }) => setRemoved(ids.map(requireListed), clock())),
    'files.restore': written(({ ids }) => {
      setRemoved(ids.map(requireFile), null);
      return ids.map((id) => shown(requireFile(id)));
    }),
  } satisfies FileHandlers;

  return {
    handlers,
    /** Belongs to the transaction it is called in. */
    keep,
    /** Keeps the words of a file for the search. Belongs to the transaction it is called in. */
    keepText,
    /**
     * Drops what was removed more than a day ago, at the start of the storage: the window that could
     * undo it is gone. The bytes go later, when no backup names them any more.
     */
    purgeRemoved: (): void => {
      store.purgeRemoved(clock() - KEEP_REMOVED_MS);
    },
  };
}
