import Database from 'better-sqlite3';

import type { ArchiveReader, ArchiveSession } from './archive-reader.ts';
import type { IndexedSession } from './directory.ts';
import type { IndexStore } from './index-store.ts';
import type { RowRange, SessionTime } from './row-key.ts';
import {
  dayOf,
  freeBase,
  preferredBase,
  rangeOf,
  ROWS_A_DAY,
  SPACING_ALONE,
  SPACING_TOGETHER,
  stretchFor,
} from './row-key.ts';
import type { IndexRow } from './row-texts.ts';
import { FACT_SEPARATOR, sessionFacts } from './session-facts.ts';
import type { Item } from './session-items.ts';
import { blockItem, blockKey, sessionItems, speakersOf } from './session-items.ts';
import { countWords } from './word-counts.ts';

const QUEUE_ROWS_A_STEP = 100;
const ROWS_A_STEP = 400;
const MERGE_PAGES_A_STEP = 200;
/** Keeps the number of segments small while an index is built. */
const MERGE_PAGES_BETWEEN = 64;
const FREE_PAGES_A_STEP = 100;
/** A question that comes in waits no longer than this, and the rest of the last session. */
const STEP_MS = 12;
/** A session that is being written is counted as a whole this long after it was counted last. */
const MEETING_PAUSE_MS = 20_000;
/** A session that could not be read is tried again after this long; the others go before it. */
const FAILURE_PAUSE_MS = 10_000;

/** What a step did: went on, tidied up, or found nothing to do. */
export type StepResult = 'indexed' | 'tidied' | 'idle';

function timeOf(session: ArchiveSession): SessionTime {
  return {
    date: session.first_date,
    start: session.start_time,
    createdAtMs: session.created_at_ms,
  };
}

/** Brings the index nearer to the archive, a bounded step at a time, each in one transaction. */
export function createIndexer(
  archive: ArchiveReader,
  index: IndexStore,
  clock: () => number,
  log: (text: string) => void,
) {
  const { rows } = index;
  /** Sessions that ran out of room: they are being written, and get more the next time. */
  const growing = new Set<string>();
  const countedAtMs = new Map<number, number>();
  /** Until when sessions have to wait that could not be read. */
  const waitsUntilMs = new Map<string, number>();
  const hasToWait = (sessionId: string): boolean => (waitsUntilMs.get(sessionId) ?? 0) > clock();
  /** The session that is being read. */
  let atWork: string | null = null;

  function dropSession(indexed: IndexedSession): void {
    for (const row of rows.between(rangeOf(indexed))) rows.delete(row.rowid);
    index.deleteSession(indexed);
  }

  /** A free stretch of the session's day, or of a day after it where that is full. */
  function freeStretch(time: SessionTime, length: bigint): bigint {
    const firstDay = dayOf(time);
    for (let day = firstDay; ; day += ROWS_A_DAY) {
      const taken = index.sessions.between({ first: day, last: day + ROWS_A_DAY - 1n });
      const before = index.sessions.at(day);
      const all = before === null || before.base === day ? taken : [before, ...taken];
      const base = freeBase(day === firstDay ? preferredBase(time) : day, day, length, all);
      if (base !== null) return base;
    }
  }

  /** The session's stretch of rows; a session that moved in time starts anew. */
  function placeSession(session: ArchiveSession, rowCount: number): IndexedSession {
    const day = dayOf(timeOf(session));
    const known = index.sessions.byId(session.id);
    const isMoved = known !== null && (known.day !== day || known.startTime !== session.start_time);
    if (known !== null && isMoved) dropSession(known);
    const length = stretchFor(rowCount * (growing.has(session.id) ? 8 : 1));
    const place =
      known === null || isMoved
        ? { number: index.nextNumber(), base: freeStretch(timeOf(session), length), length }
        : known;
    const placed: IndexedSession = {
      number: place.number,
      base: place.base,
      length: place.length,
      id: session.id,
      day,
      startTime: session.start_time,
      firstDate: session.first_date,
      lastDate: session.last_date,
      kind: session.kind,
      series: session.series_title ?? '',
      status: session.status,
      sequence: session.sequence,
      updatedAtMs: session.updated_at_ms,
    };
    index.putSession(placed);
    return placed;
  }

  function putItem(item: Item, old: IndexRow | null, rowid: bigint): string {
    if (old !== null) rows.delete(old.rowid);
    const words = item.words();
    rows.insert({ rowid, key: item.key, state: item.state }, words);
    return words.text;
  }

  /**
   * A rowid after `previous` with room before the next row that is in use; null where there is
   * none, and the session has to be placed anew. `count` rows are to follow each other.
   */
  function rowidAfter(previous: bigint, range: RowRange, count: number): bigint | null {
    const next = rows.next(previous, range.last) ?? range.last + 1n;
    const gap = next - previous;
    // The next one is most likely typed after this one, so that side gets the greater part.
    const share = count === 1 && gap >= 8n ? 8n : BigInt(count + 1);
    const room = gap / share;
    const wanted = count === 1 ? SPACING_ALONE : SPACING_TOGETHER;
    const step = room < wanted ? room : wanted;
    return step < 1n ? null : previous + step;
  }

  function outgrow(sessionId: string): void {
    const indexed = index.sessions.byId(sessionId);
    if (indexed !== null) dropSession(indexed);
    if (growing.size > 1000) growing.clear();
    growing.add(sessionId);
  }

  /** Compares a session with its rows; true when nothing is left to do. */
  function indexSession(sessionId: string): boolean {
    atWork = sessionId;
    const session = archive.session(sessionId);
    if (session === null) {
      const known = index.sessions.byId(sessionId);
      if (known !== null) dropSession(known);
      return true;
    }
    const attendees = archive.attendees(sessionId);
    const byId = new Map(attendees.map((one) => [one.id, one]));
    const speakers = speakersOf((id) => byId.get(id) ?? null, index.names.tagOf);
    const items = [
      ...sessionItems(archive, session, attendees, index.names.tagOf),
      ...archive.indexedBlocks(sessionId).map((block) => blockItem(block, speakers)),
    ];
    const indexed = placeSession(session, items.length);
    const range = rangeOf(indexed);
    const wanted = new Set(items.map((item) => item.key));
    const known = new Map<string, IndexRow>();
    for (const row of rows.between(range)) {
      if (wanted.has(row.key)) known.set(row.key, row);
      else rows.delete(row.rowid);
    }

    let previous = range.first - 1n;
    let unplaced = items.length - known.size;
    const isWhole = known.size === 0 && items.length <= ROWS_A_STEP;
    const texts: string[] = [];
    for (const item of items) {
      const old = known.get(item.key) ?? null;
      const rowid = old?.rowid ?? rowidAfter(previous, range, unplaced);
      if (rowid === null) {
        outgrow(sessionId);
        return false;
      }
      previous = rowid;
      if (old?.state === item.state) continue;
      if (texts.length === ROWS_A_STEP) {
        index.addWords(countWords(texts));
        return false;
      }
      if (old === null) unplaced -= 1;
      texts.push(putItem(item, old, rowid));
    }
    const counts = countWords(texts);
    index.addWords(counts);
    if (isWhole) putMeeting(session, indexed.number, counts);
    else if (texts.length > 0) index.setMeetingOld(indexed.number, true);
    return true;
  }

  function putMeeting(
    session: ArchiveSession,
    number: number,
    counts: ReadonlyMap<string, number>,
  ): void {
    index.meetings.put(number, sessionFacts(session).join(FACT_SEPARATOR), counts);
    index.setMeetingOld(number, false);
    countedAtMs.set(number, clock());
  }

  /** Brings one block up to date; false where the whole session has to be looked at. */
  function indexBlock(session: ArchiveSession, blockId: string, texts: string[]): boolean {
    const known = index.sessions.byId(session.id);
    if (known === null) return false;
    const range = rangeOf(known);
    const old = rows.byKey(range, blockKey(blockId));
    const block = archive.indexedBlock(session.id, blockId);
    if (block === null) {
      if (old !== null) rows.delete(old.rowid);
      return true;
    }
    let rowid = old?.rowid ?? null;
    if (rowid === null) {
      const previousId = archive.previousBlockId(session.id, block);
      const previous =
        previousId === null ? null : (rows.byKey(range, blockKey(previousId))?.rowid ?? null);
      // The first block comes after the facts of the session: that is seen with the whole of it.
      rowid = previous === null ? null : rowidAfter(previous, range, 1);
      if (rowid === null) {
        if (previous !== null) outgrow(session.id);
        return false;
      }
    }
    const speakers = speakersOf(archive.speaker, index.names.tagOf);
    texts.push(putItem(blockItem(block, speakers), old, rowid));
    return true;
  }

  function indexBlocks(session: ArchiveSession, blockIds: ReadonlySet<string>): boolean {
    const order = [...blockIds]
      .map((id) => ({ id, position: archive.indexedBlock(session.id, id)?.position ?? -1 }))
      .toSorted((a, b) => a.position - b.position);
    const texts: string[] = [];
    const isDone = order.every(({ id }) => indexBlock(session, id, texts));
    index.addWords(countWords(texts));
    const known = index.sessions.byId(session.id);
    if (!isDone || known === null) return false;
    // Otherwise the next start would take the session for one that changed unseen.
    index.putSession({
      ...known,
      sequence: session.sequence,
      updatedAtMs: session.updated_at_ms,
    });
    index.setMeetingOld(known.number, true);
    return true;
  }

  function indexQueue(): boolean {
    const queue = archive.queueAfter(index.doneSeq(), QUEUE_ROWS_A_STEP);
    const last = queue.at(-1);
    if (last === undefined) return false;
    const blocksOf = new Map<string, Set<string>>();
    const whole = new Set<string>();
    for (const row of queue) {
      if (row.block_id === null) whole.add(row.session_id);
      else {
        const blocks = blocksOf.get(row.session_id) ?? new Set();
        blocksOf.set(row.session_id, blocks.add(row.block_id));
      }
    }
    for (const [sessionId, blockIds] of blocksOf) {
      if (whole.has(sessionId) || index.isPending(sessionId)) continue;
      if (hasToWait(sessionId)) {
        whole.add(sessionId);
        continue;
      }
      atWork = sessionId;
      const session = archive.session(sessionId);
      if (session === null || !indexBlocks(session, blockIds)) whole.add(sessionId);
    }
    for (const sessionId of whole) index.addPending(sessionId);
    index.setDoneSeq(last.seq);
    return true;
  }

  /** As many sessions as a step has time for: each step costs a segment that is merged later. */
  function indexPendingSessions(): boolean {
    const untilMs = clock() + STEP_MS;
    let hasIndexed = false;
    do {
      const sessionId = index.firstPending(hasToWait);
      if (sessionId === null) {
        if (!index.isComplete()) index.setComplete(true);
        return hasIndexed;
      }
      if (indexSession(sessionId)) {
        index.removePending(sessionId);
        waitsUntilMs.delete(sessionId);
      }
      hasIndexed = true;
    } while (clock() < untilMs);
    return true;
  }

  /** Counts one session as a whole that was counted long enough ago. */
  function countMeeting(): boolean {
    const number = index
      .oldMeetings()
      .filter((one) => (countedAtMs.get(one) ?? -Infinity) + MEETING_PAUSE_MS <= clock())
      .find((one) => !hasToWait(index.sessions.byNumber(one)?.id ?? ''));
    const indexed = number === undefined ? null : index.sessions.byNumber(number);
    atWork = indexed?.id ?? null;
    const session = indexed === null ? null : archive.session(indexed.id);
    if (indexed === null || session === null) return false;
    const attendees = archive.attendees(session.id);
    const texts = [
      ...sessionItems(archive, session, attendees, index.names.tagOf).map(
        (item) => item.words().text,
      ),
      ...archive.indexedBlocks(session.id).map((block) => block.plain_text),
    ];
    putMeeting(session, indexed.number, countWords(texts));
    return true;
  }

  /**
   * All of a step, or nothing of it. A session that cannot be read has to wait: what is in it must not
   * keep the others from being found. Only the index itself ends the work.
   */
  function inOneStep(work: () => boolean): boolean {
    atWork = null;
    try {
      return archive.inOneView(() => index.inTransaction(work));
    } catch (error) {
      if (atWork === null || error instanceof Database.SqliteError) throw error;
      if (!waitsUntilMs.has(atWork)) log(`indexing: a session could not be read: ${String(error)}`);
      waitsUntilMs.set(atWork, clock() + FAILURE_PAUSE_MS);
      return true;
    }
  }

  return {
    /** Does the most urgent thing there is to do. */
    step(): StepResult {
      if (inOneStep(() => indexQueue() || indexPendingSessions())) {
        index.merge(MERGE_PAGES_BETWEEN);
        return 'indexed';
      }
      const hasTidied =
        index.saveWords() ||
        inOneStep(countMeeting) ||
        index.merge(MERGE_PAGES_A_STEP) ||
        index.shrink(FREE_PAGES_A_STEP);
      return hasTidied ? 'tidied' : 'idle';
    },

    /**
     * Compares the index with the archive when both are opened. False where the index cannot have
     * come from this archive's past (an older backup was restored, or saves were lost with power):
     * it must be made anew. Sessions that differ for another reason are looked at again.
     */
    reconcile(): boolean {
      return archive.inOneView(() => {
        const done = index.doneSeq();
        const last = archive.lastQueueSeq();
        const isNew = done === -1;
        if (!isNew && (last < done || archive.queueLengthAfter(done) !== last - done)) return false;
        index.inTransaction(() => {
          const known = new Map(index.sessions.all().map((one) => [one.id, one]));
          let isSame = true;
          for (const session of archive.sessionStates()) {
            const indexed = known.get(session.id);
            known.delete(session.id);
            const { sequence, updated_at_ms: updatedAtMs } = session;
            if (indexed?.sequence === sequence && indexed.updatedAtMs === updatedAtMs) continue;
            isSame = false;
            index.addPending(session.id);
            // Its save numbers may be those of another past: nothing of it is taken for known.
            if (indexed !== undefined) index.putSession({ ...indexed, day: -1n });
          }
          for (const id of known.keys()) index.addPending(id);
          if (!isSame || known.size > 0) index.setComplete(false);
          // A new index reads the sessions themselves: what is queued now is in them.
          if (isNew) index.setDoneSeq(last);
        });
        return true;
      });
    },

    /** How many changes and sessions the index does not know yet. */
    countPending: () => archive.queueLengthAfter(index.doneSeq()) + index.countPending(),
    /** Whether sessions wait to be read that the index knew nothing, or something else, of. */
    isRebuilding: () => !index.isComplete(),
    doneSeq: index.doneSeq,
  };
}
export type Indexer = ReturnType<typeof createIndexer>;
