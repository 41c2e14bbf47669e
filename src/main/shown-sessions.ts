import type { OwnNumber, SessionOffices } from '../shared/contract/office.ts';
import type { LoadedDocument } from '../shared/contract/documents.ts';
import type { SessionId } from '../shared/ids.ts';
import type { Attendance } from '../shared/minutes/people.ts';
import type { SessionRecord } from '../shared/minutes/record.ts';
import type { Session } from '../shared/minutes/session.ts';
import type { FinalsService } from './finals/service.ts';

type MaybePromise<T> = T | Promise<T>;

/** What the rows of a session say. */
interface LiveSessions {
  readonly session: (id: SessionId) => Session;
  readonly attendance: (id: SessionId) => readonly Attendance[];
  readonly document: (id: SessionId) => MaybePromise<LoadedDocument>;
  readonly record: (id: SessionId) => MaybePromise<SessionRecord>;
  readonly profile: () => { readonly officeName: string; readonly notulisName: string };
  readonly offices: (id: SessionId) => SessionOffices;
  readonly ownNumbers: (offices: SessionOffices) => readonly OwnNumber[];
}

/**
 * What is shown and exported of a session: of a final one its frozen copy, so that nothing that is
 * renamed or set later changes it. Where the copy is not what was hashed, its rows are shown, and
 * `finals.state` says so.
 */
export function createShownSessions(finals: FinalsService, live: LiveSessions) {
  const { copyOf } = finals.copies;

  function session(id: SessionId): Session {
    const copy = copyOf(id);
    if (copy !== null) return copy.session;
    const found = live.session(id);
    return finals.isFinal(id) ? { ...found, status: 'final' } : found;
  }

  function offices(id: SessionId): SessionOffices {
    const copy = copyOf(id);
    return copy === null
      ? { ...live.offices(id), session: session(id) }
      : finals.copies.offices(copy);
  }

  const attendance = (id: SessionId): readonly Attendance[] =>
    copyOf(id)?.form.record.attendance ?? live.attendance(id);

  async function document(id: SessionId): Promise<LoadedDocument> {
    const copy = copyOf(id);
    if (copy === null) return live.document(id);
    return { ...finals.lastSave(id), blocks: copy.form.record.blocks };
  }

  return {
    session,
    offices,
    attendance,
    document,
    /** The record without its images, for what looks at words alone. */
    async words(id: SessionId): Promise<Omit<SessionRecord, 'images'>> {
      const { officeName, notulisName } = copyOf(id)?.form.record ?? live.profile();
      const { blocks } = await document(id);
      return { session: session(id), attendance: attendance(id), blocks, officeName, notulisName };
    },
    async record(id: SessionId): Promise<SessionRecord> {
      const copy = copyOf(id);
      if (copy !== null) return { ...finals.copies.record(copy), ...finals.stateOfRecord(id) };
      return { ...(await live.record(id)), session: session(id) };
    },
    ownNumbers: (id: SessionId): readonly OwnNumber[] => live.ownNumbers(offices(id)),
  };
}
