import type { SearchField } from '../../shared/contract/search.ts';
import type { ArchiveAttendee } from './archive-people.ts';
import type {
  ArchiveAddendum,
  ArchiveBlock,
  ArchiveFileHead,
  ArchiveReader,
  ArchiveSession,
} from './archive-reader.ts';
import type { IndexedSession } from './directory.ts';
import { filePassages } from './file-passages.ts';
import type { IndexStore } from './index-store.ts';
import { attendanceFacts, blockText, sessionFacts } from './session-facts.ts';
import { ATTENDANCE_KEY, SESSION_KEY } from './session-items.ts';

/** What a row of the index stands for, as the archive has it at this moment. */
export interface RowContent {
  readonly rowid: bigint;
  readonly indexed: IndexedSession;
  readonly session: ArchiveSession;
  readonly field: SearchField;
  /** Place in the session; negative before its minutes, and files come last. */
  readonly position: number;
  readonly block: ArchiveBlock | null;
  readonly speaker: ArchiveAttendee | null;
  readonly addendum: ArchiveAddendum | null;
  readonly file: ArchiveFileHead | null;
  /** The texts that are found; a hit shows those that match. */
  readonly facts: readonly string[];
}

const SESSION_POSITION = -3;
const ATTENDANCE_POSITION = -2;
const ADDENDUM_POSITION = 1e9;
const FILE_POSITION = 2e9;

/** Reads rows for one answer: an index that is behind the archive gives no wrong answer so. */
export function createRowReader(index: IndexStore, archive: ArchiveReader) {
  const once = <Key, Value>(read: (key: Key) => Value): ((key: Key) => Value) => {
    const known = new Map<Key, Value>();
    return (key) => {
      const value = known.get(key) ?? read(key);
      known.set(key, value);
      return value;
    };
  };
  const sessionOf = once((id: string) => archive.session(id));
  const speakerOf = once((id: string) => archive.speaker(id));
  const attendeesOf = once((id: string) => archive.attendees(id));
  const filesOf = once((id: string) => archive.fileHeads(id));
  const passagesOf = once((id: string) => filePassages(archive.fileText(id)));
  const addendaOf = once((id: string) => archive.addenda(id));

  function contentOf(
    key: string,
    session: ArchiveSession,
  ): Omit<RowContent, 'rowid' | 'indexed' | 'session'> | null {
    const none = { block: null, speaker: null, addendum: null, file: null };
    const rest = key.slice(1);
    switch (key.charAt(0)) {
      case 'b': {
        const block = archive.block(session.id, rest);
        if (block === null) return null;
        const { position, speaker_id: id } = block;
        const speaker = id === null ? null : speakerOf(id);
        return { ...none, field: 'block', position, block, speaker, facts: [blockText(block)] };
      }
      case 'a': {
        const addendum = addendaOf(session.id).find((one) => one.number === Number(rest)) ?? null;
        if (addendum === null) return null;
        const position = ADDENDUM_POSITION + addendum.number;
        return { ...none, field: 'addendum', position, addendum, facts: [addendum.text] };
      }
      case 'f': {
        const at = rest.lastIndexOf(':');
        const files = filesOf(session.id);
        const place = files.findIndex((one) => one.id === rest.slice(0, at));
        const file = files[place];
        if (file === undefined) return null;
        const passage = Number(rest.slice(at + 1));
        const text = file.text_length === 0 ? '' : (passagesOf(file.id)[passage] ?? '');
        const facts = [passage === 0 ? file.name : '', passage === 0 ? file.caption : '', text];
        return {
          ...none,
          field: 'file',
          position: FILE_POSITION + place,
          file,
          facts: facts.filter(Boolean),
        };
      }
      case ATTENDANCE_KEY:
        return {
          ...none,
          field: 'attendance',
          position: ATTENDANCE_POSITION,
          facts: attendanceFacts(attendeesOf(session.id)),
        };
      case SESSION_KEY:
        return {
          ...none,
          field: 'session',
          position: SESSION_POSITION,
          facts: sessionFacts(session),
        };
      default:
        return null;
    }
  }

  return {
    read(rowid: bigint): RowContent | null {
      const indexed = index.sessions.at(rowid);
      const session = indexed === null ? null : sessionOf(indexed.id);
      const row = session === null ? null : index.rows.byId(rowid);
      if (indexed === null || session === null || row === null) return null;
      const content = contentOf(row.key, session);
      return content === null ? null : { rowid, indexed, session, ...content };
    },
    sessionOf,
    attendeesOf,
  };
}
export type RowReader = ReturnType<typeof createRowReader>;
