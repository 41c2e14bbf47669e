import type { ArchiveBlockHead, ArchiveReader, ArchiveSession } from './archive-reader.ts';
import { attendanceFacts, blockText, FACT_SEPARATOR, sessionFacts } from './archive-reader.ts';
import type { IndexedSession, IndexRow, IndexStore, RowWords } from './index-store.ts';
import { kindTag } from './match-expression.ts';
import type { RowRange, SessionTime } from './row-key.ts';
import {
  ATTENDANCE_ORDINAL,
  dayOf,
  FIRST_BLOCK_ORDINAL,
  ORDINAL_SPACING,
  placeOf,
  PLACES_A_DAY,
  preferredPlace,
  rangeOfDay,
  rangeOfSession,
  SESSION_ORDINAL,
  sessionBase,
} from './row-key.ts';
import { textHash } from './text-hash.ts';

const QUEUE_ROWS_A_STEP = 100;
const BLOCKS_A_STEP = 400;
const MERGE_PAGES_A_STEP = 200;

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
export function createIndexer(archive: ArchiveReader, index: IndexStore) {
  function dropSession(indexed: IndexedSession): void {
    for (const row of index.rowsBetween(rangeOfSession(indexed.base))) index.deleteRow(row.rowid);
    index.deleteSession(indexed.base);
  }

  function freeBase(time: SessionTime): bigint {
    const day = dayOf(time);
    const taken = new Set(index.basesBetween(rangeOfDay(day)).map(placeOf));
    const wanted = preferredPlace(time);
    for (let step = 0; step < PLACES_A_DAY; step += 1) {
      const place = (wanted + step) % PLACES_A_DAY;
      if (!taken.has(place)) return sessionBase(day, place);
    }
    throw new Error(`more than ${PLACES_A_DAY} sessions on one day`);
  }

  /** The session's rows in the index; a session that moved in time starts with none. */
  function placeSession(session: ArchiveSession): RowRange {
    const known = index.sessionById(session.id);
    const day = dayOf(timeOf(session));
    const isMoved =
      known !== null && (known.day !== day || known.start_time !== session.start_time);
    if (known !== null && isMoved) dropSession(known);
    const base = known === null || isMoved ? freeBase(timeOf(session)) : known.base;
    index.putSession({
      base,
      session_id: session.id,
      day,
      start_time: session.start_time,
      first_date: session.first_date,
      last_date: session.last_date,
      sequence: BigInt(session.sequence),
      updated_at_ms: BigInt(session.updated_at_ms),
    });
    return rangeOfSession(base);
  }

  function replaceRow(old: IndexRow | undefined, row: IndexRow, words: RowWords): void {
    if (old !== undefined) index.deleteRow(old.rowid);
    index.insertRow(row, words);
  }

  function putFacts(
    rows: Map<bigint, IndexRow>,
    rowid: bigint,
    facts: readonly string[],
    tags: string,
  ): void {
    const text = facts.join(FACT_SEPARATOR);
    const old = rows.get(rowid);
    const hash = textHash(text, tags);
    if (old?.label_hash === hash) return;
    const row = { rowid, block_id: null, sequence: 0n, label_hash: hash };
    replaceRow(old, row, { text, speaker: '', tags });
  }

  function putBlock(
    session: ArchiveSession,
    head: ArchiveBlockHead,
    speaker: string,
    old: IndexRow | undefined,
    rowid: bigint,
  ): void {
    const block = archive.block(session.id, head.id);
    if (block === null) return;
    const tags = kindTag(session.kind);
    const row = {
      rowid,
      block_id: head.id,
      sequence: BigInt(block.sequence),
      label_hash: textHash(speaker, tags),
    };
    replaceRow(old, row, { text: blockText(block), speaker, tags });
  }

  /**
   * A rowid after `previous` with room before the next row that is in use; null where there is
   * none, and the session has to be numbered anew. `count` blocks are to follow each other.
   */
  function rowidAfter(previous: bigint, range: RowRange, count: number): bigint | null {
    const next = index.nextRowid(previous, range.last) ?? range.last + 1n;
    const gap = next - previous;
    // The next one is most likely typed after this one, so that side gets the greater part.
    const share = count === 1 && gap >= 8n ? 8n : BigInt(count + 1);
    const room = gap / share;
    const step = room < ORDINAL_SPACING ? room : ORDINAL_SPACING;
    return step < 1n ? null : previous + step;
  }

  /** Compares a session with its rows; true when nothing is left to do. */
  function indexSession(sessionId: string): boolean {
    const session = archive.session(sessionId);
    if (session === null) {
      const known = index.sessionById(sessionId);
      if (known !== null) dropSession(known);
      return true;
    }
    const range = placeSession(session);
    const tags = kindTag(session.kind);
    const attendees = archive.attendees(sessionId);
    const speakers = new Map(attendees.map((one) => [one.id, one.label]));
    const hashes = new Map(attendees.map(({ label }) => [label, textHash(label, tags)]));
    hashes.set('', textHash('', tags));
    const rows = index.rowsBetween(range);
    const factRows = new Map(rows.map((row) => [row.rowid, row]));
    putFacts(factRows, range.first + SESSION_ORDINAL, sessionFacts(session), tags);
    putFacts(factRows, range.first + ATTENDANCE_ORDINAL, attendanceFacts(attendees), tags);

    const heads = archive.blockHeads(sessionId);
    const present = new Set(heads.map((head) => head.id));
    const known = new Map<string, IndexRow>();
    for (const row of rows) {
      if (row.block_id === null) continue;
      if (present.has(row.block_id)) known.set(row.block_id, row);
      else index.deleteRow(row.rowid);
    }

    let previous = range.first + FIRST_BLOCK_ORDINAL - 1n;
    let changes = 0;
    let unplaced = heads.length - known.size;
    for (const head of heads) {
      const speaker = (head.speaker_id && speakers.get(head.speaker_id)) || '';
      const old = known.get(head.id);
      const rowid = old?.rowid ?? rowidAfter(previous, range, unplaced);
      if (rowid === null) {
        const indexed = index.sessionById(sessionId);
        if (indexed !== null) dropSession(indexed);
        return false;
      }
      previous = rowid;
      const isSame =
        old?.sequence === BigInt(head.sequence) && old.label_hash === hashes.get(speaker);
      if (isSame) continue;
      if (changes === BLOCKS_A_STEP) return false;
      changes += 1;
      if (old === undefined) unplaced -= 1;
      putBlock(session, head, speaker, old, rowid);
    }
    return true;
  }

  /** Brings one block up to date; false where the whole session has to be looked at. */
  function indexBlock(session: ArchiveSession, blockId: string): boolean {
    const known = index.sessionById(session.id);
    if (known === null) return false;
    const range = rangeOfSession(known.base);
    const old = index.rowOfBlock(range, blockId) ?? undefined;
    const head = archive.block(session.id, blockId);
    if (head === null) {
      if (old !== undefined) index.deleteRow(old.rowid);
      return true;
    }
    let rowid = old?.rowid ?? null;
    if (rowid === null) {
      const previousId = archive.previousBlockId(session.id, head);
      const previous =
        previousId === null
          ? range.first + FIRST_BLOCK_ORDINAL - 1n
          : (index.rowOfBlock(range, previousId)?.rowid ?? null);
      rowid = previous === null ? null : rowidAfter(previous, range, 1);
    }
    if (rowid === null) return false;
    putBlock(session, head, archive.speaker(head.speaker_id)?.label ?? '', old, rowid);
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
      const session = archive.session(sessionId);
      const order = [...blockIds]
        .map((id) => ({ id, position: archive.block(sessionId, id)?.position ?? -1 }))
        .toSorted((a, b) => a.position - b.position);
      const isDone = session !== null && order.every(({ id }) => indexBlock(session, id));
      if (session === null || !isDone) {
        whole.add(sessionId);
        continue;
      }
      // Otherwise the next start would take the session for one that changed unseen.
      const known = index.sessionById(sessionId);
      if (known !== null) {
        index.putSession({
          ...known,
          sequence: BigInt(session.sequence),
          updated_at_ms: BigInt(session.updated_at_ms),
        });
      }
    }
    for (const sessionId of whole) index.addPending(sessionId);
    index.setDoneSeq(last.seq);
    return true;
  }

  function indexPendingSession(): boolean {
    const sessionId = index.firstPending();
    if (sessionId === null) return false;
    if (indexSession(sessionId)) index.removePending(sessionId);
    return true;
  }

  return {
    /** Does the most urgent thing there is to do. */
    step(): StepResult {
      const hasIndexed = archive.inOneView(() =>
        index.inTransaction(() => indexQueue() || indexPendingSession()),
      );
      if (hasIndexed) return 'indexed';
      return index.saveWords() || index.merge(MERGE_PAGES_A_STEP) ? 'tidied' : 'idle';
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
          const known = new Map(index.sessions().map((one) => [one.session_id, one]));
          for (const session of archive.sessionStates()) {
            const indexed = known.get(session.id);
            known.delete(session.id);
            const isSame =
              indexed?.sequence === BigInt(session.sequence) &&
              indexed.updated_at_ms === BigInt(session.updated_at_ms);
            if (isSame) continue;
            index.addPending(session.id);
            // Its save numbers may be those of another past: nothing of it is taken for known.
            if (indexed !== undefined) index.forgetDay(session.id);
          }
          for (const id of known.keys()) index.addPending(id);
          // A new index reads the sessions themselves: what is queued now is in them.
          if (isNew) index.setDoneSeq(last);
        });
        return true;
      });
    },

    /** How many changes and sessions the index does not know yet. */
    countPending: () => archive.queueLengthAfter(index.doneSeq()) + index.countPending(),
    /** Whether sessions wait to be read that the index knew nothing, or something else, of. */
    isRebuilding: () => index.countPending() > 0,
    doneSeq: index.doneSeq,
  };
}
export type Indexer = ReturnType<typeof createIndexer>;
