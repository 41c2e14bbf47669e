import type { SearchField } from '../../shared/contract/search.ts';
import type {
  ArchiveAttendee,
  ArchiveBlock,
  ArchiveReader,
  ArchiveSession,
} from './archive-reader.ts';
import { attendanceFacts, blockText, sessionFacts } from './archive-reader.ts';
import type { IndexStore } from './index-store.ts';
import { ATTENDANCE_ORDINAL, baseOf } from './row-key.ts';

/** What a row of the index stands for, as the archive has it at this moment. */
export interface RowContent {
  readonly base: bigint;
  readonly session: ArchiveSession;
  readonly field: SearchField;
  /** Place in the session; negative for what is not in its minutes. */
  readonly position: number;
  readonly block: ArchiveBlock | null;
  readonly speaker: ArchiveAttendee | null;
  /** The texts that are found; a hit shows those that match. */
  readonly facts: readonly string[];
}

const SESSION_POSITION = -2;
const ATTENDANCE_POSITION = -1;

/** Reads rows for one answer: an index that is behind the archive gives no wrong answer so. */
export function createRowReader(index: IndexStore, archive: ArchiveReader) {
  const sessions = new Map<bigint, ArchiveSession | null>();
  const speakers = new Map<string, ArchiveAttendee | null>();

  function sessionAt(base: bigint): ArchiveSession | null {
    let session = sessions.get(base);
    if (session === undefined) {
      const known = index.sessionByBase(base);
      session = known === null ? null : archive.session(known.session_id);
      sessions.set(base, session);
    }
    return session;
  }

  function speakerOf({ speaker_id: id }: ArchiveBlock): ArchiveAttendee | null {
    if (id === null) return null;
    let speaker = speakers.get(id);
    if (speaker === undefined) {
      speaker = archive.speaker(id);
      speakers.set(id, speaker);
    }
    return speaker;
  }

  return (rowid: bigint): RowContent | null => {
    const base = baseOf(rowid);
    const session = sessionAt(base);
    const row = session === null ? null : index.rowById(rowid);
    if (session === null || row === null) return null;
    if (row.block_id !== null) {
      const block = archive.block(session.id, row.block_id);
      if (block === null) return null;
      const { position } = block;
      const facts = [blockText(block)];
      return { base, session, field: 'block', position, block, speaker: speakerOf(block), facts };
    }
    const other = { base, session, block: null, speaker: null };
    return rowid - base === ATTENDANCE_ORDINAL
      ? {
          ...other,
          field: 'attendance',
          position: ATTENDANCE_POSITION,
          facts: attendanceFacts(archive.attendees(session.id)),
        }
      : { ...other, field: 'session', position: SESSION_POSITION, facts: sessionFacts(session) };
  };
}
