import type { EarlierMinutes } from '../../shared/contract/history.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { Block } from '../../shared/document/block.ts';
import type { SessionId, VersionId } from '../../shared/ids.ts';
import { versionIdSchema } from '../../shared/ids.ts';
import type { VersionInfo, VersionReason } from '../../shared/minutes/versions.ts';
import { versionsToDrop } from '../../shared/minutes/versions.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { VersionRow } from './store.ts';
import { createHistoryStore } from './store.ts';

/** How long typing goes on until a version is kept. */
export const VERSION_EVERY_MS = 5 * 60_000;

interface HistoryOptions {
  readonly db: ArchiveDatabase;
  readonly clock: () => number;
  readonly newId: () => string;
  /** Who uses the app; "" where not given. */
  readonly actorName: () => string;
  /** Calls back once, between two calls; the answer cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** A version that nobody waits for could not be kept. */
  readonly report: (error: unknown) => void;
}

type HistoryHandlers = Pick<Handlers<'storage'>, 'history.keep' | 'history.list' | 'history.load'>;

/** Noted again although nothing was written since the version before. */
const STEPS: ReadonlySet<VersionReason> = new Set<VersionReason>([
  'meeting-started',
  'meeting-adjourned',
  'meeting-resumed',
  'meeting-ended',
  'finalised',
  'exported',
]);

/** Keeps earlier versions of the minutes, made from what is saved: typing waits for none of it. */
export function createHistoryService(options: HistoryOptions) {
  const { db, clock, newId, actorName, after } = options;
  const store = createHistoryStore(db);
  /** Sessions that were written in since their last version, with the way to cancel its timer. */
  const waiting = new Map<SessionId, () => void>();
  /** Sessions whose state before the first save of this run is kept. */
  const begun = new Set<SessionId>();

  const keep = db.transaction((sessionId: SessionId, reason: VersionReason): VersionInfo | null => {
    const sequence = store.savedSequence(sessionId);
    if (sequence === undefined) throw new AppError('not-found', { sessionId });
    waiting.get(sessionId)?.();
    waiting.delete(sessionId);
    const { runIds, blockIds } = store.keepSaved(sessionId);
    const former = store.newest(sessionId);
    const isSame = former?.runIds === runIds;
    if (isSame && (!STEPS.has(reason) || former.reason === reason)) return null;
    if (former === undefined && blockIds.length === 0) return null;
    const row: VersionRow = {
      id: versionIdSchema.parse(newId()),
      number: (former?.number ?? 0) + 1,
      atMs: clock(),
      reason,
      actor: actorName(),
      sequence,
      blockCount: blockIds.length,
      changedCount: changedCount(former ? store.blockIds(former.runIds) : [], blockIds),
      runIds,
    };
    store.insert(sessionId, row);
    store.nameSpeakers(sessionId);
    store.drop(sessionId, versionsToDrop(store.all(sessionId), clock()));
    return infoOf(row);
  });

  /** Saving, the meeting and closing go on whether a version could be kept or not. */
  function keepBeside(sessionId: SessionId, reason: VersionReason): void {
    try {
      keep.immediate(sessionId, reason);
    } catch (error) {
      options.report(error);
    }
  }

  /**
   * Before a save. The first one of a run keeps the minutes as they were found, unless the newest
   * version has them already.
   */
  function beforeSave(sessionId: SessionId): void {
    if (begun.has(sessionId)) return;
    begun.add(sessionId);
    const sequence = store.savedSequence(sessionId);
    if (sequence === undefined || store.newest(sessionId)?.sequence === sequence) return;
    keepBeside(sessionId, 'opened');
  }

  function afterSave(sessionId: SessionId): void {
    if (waiting.has(sessionId)) return;
    const cancel = after(VERSION_EVERY_MS, () => {
      waiting.delete(sessionId);
      // The session may have been erased meanwhile.
      if (store.savedSequence(sessionId) !== undefined) keepBeside(sessionId, 'interval');
    });
    waiting.set(sessionId, cancel);
  }

  function load(sessionId: SessionId, versionId: VersionId): EarlierMinutes {
    const row = store.one(sessionId, versionId);
    if (row === undefined) throw new AppError('not-found', { versionId });
    const blocks = store.nodes(row.runIds).map((node) => JSON.parse(node) as Block);
    if (blocks.length !== row.blockCount) {
      throw new AppError('archive-damaged', { reason: 'version' });
    }
    const speakers = Object.fromEntries(
      store.speakers(sessionId).map(({ id, name }) => [id, name]),
    );
    return { info: infoOf(row), blocks, speakers };
  }

  const handlers: HistoryHandlers = {
    'history.keep': ({ sessionId, reason }) => keep.immediate(sessionId, reason),
    'history.list': ({ sessionId }) => store.all(sessionId).map(infoOf),
    'history.load': ({ sessionId, versionId }) => load(sessionId, versionId),
  };
  return {
    handlers,
    beforeSave,
    afterSave,
    /** An important step that the archive itself knows of. */
    keep: keepBeside,
    /** The same as part of the caller's transaction, which fails where no version can be kept. */
    keepWith: (sessionId: SessionId, reason: VersionReason): void => void keep(sessionId, reason),
    /** The app ends: what was written since the last version is kept as one. */
    stop(): void {
      for (const sessionId of waiting.keys()) {
        if (store.savedSequence(sessionId) !== undefined) keepBeside(sessionId, 'closed');
      }
    },
  };
}

const infoOf = ({
  id,
  atMs,
  reason,
  actor,
  blockCount,
  changedCount: changed,
}: VersionRow): VersionInfo => ({
  id,
  atMs,
  reason,
  actor,
  blockCount,
  changedCount: changed,
});

/** A block that was changed is gone in its old form and there in a new one: counted once. */
function changedCount(before: readonly number[], after: readonly number[]): number {
  const former = new Set(before);
  const present = new Set(after);
  const gone = [...former].filter((id) => !present.has(id)).length;
  const came = [...present].filter((id) => !former.has(id)).length;
  return Math.max(gone, came);
}
