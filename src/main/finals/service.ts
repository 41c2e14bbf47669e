import type { LoadedDocument } from '../../shared/contract/documents.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { CallResult, ParsedInput } from '../../shared/contract/index.ts';
import type { SessionOffices } from '../../shared/contract/office.ts';
import type { Block } from '../../shared/document/block.ts';
import { canonicalJson } from '../../shared/final/canonical-json.ts';
import { frozenForm } from '../../shared/final/frozen-form.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { ClosingFinding } from '../../shared/minutes/closing-checks.ts';
import { closingFindings } from '../../shared/minutes/closing-findings.ts';
import type { Addendum, AppendToLog, FinalState, LogEntry } from '../../shared/minutes/final.ts';
import { multiLineText } from '../../shared/minutes/input-text.ts';
import type { RecordImage, SessionRecord } from '../../shared/minutes/record.ts';
import type { Session } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { LiveFacts } from './changed-parts.ts';
import { createChangedParts, finaliseDetails } from './changed-parts.ts';
import { createFrozenCopies } from './frozen-copies.ts';
import { addendumHash, sha256 } from './hashes.ts';
import { createFinalsStore } from './store.ts';

interface FinalsServiceOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  /** Who uses the app; "" where not given. */
  readonly actorName: () => string;
  /** What the rows say, which other features own. */
  readonly live: Omit<LiveFacts, 'numbers'> & {
    readonly images: (blocks: readonly Block[]) => readonly RecordImage[];
    readonly profile: () => { readonly officeName: string; readonly notulisName: string };
    readonly offices: (id: SessionId) => SessionOffices;
  };
  readonly log: {
    readonly append: AppendToLog;
    readonly ofSession: (id: SessionId) => readonly LogEntry[];
    readonly brokenAtSeq: () => number | null;
  };
  /** Keeps the minutes among their earlier versions. Runs inside our transaction. */
  readonly keepVersion: (id: SessionId) => void;
}

type FinalsCall = 'finals.check' | 'finals.finalise' | 'finals.state' | 'finals.addAddendum';
type FinalsHandlers = {
  readonly [Name in FinalsCall]: (input: ParsedInput<Name>) => CallResult<Name>;
};

/** Freezes sessions for good, corrects them by addenda, and tells whether they are as they were. */
export function createFinalsService(options: FinalsServiceOptions) {
  const { db, clock, actorName, live, log } = options;
  const store = createFinalsStore(db);
  const finalised = (id: SessionId): LogEntry | undefined =>
    log.ofSession(id).find(({ action }) => action === 'finalise');
  const copies = createFrozenCopies({
    store,
    loggedHash: (id) => {
      const hash = finalised(id)?.details['sha256'];
      return typeof hash === 'string' ? hash : null;
    },
  });
  const changedParts = createChangedParts({
    store,
    live: { ...live, numbers: (id) => live.offices(id).numbers },
    entriesOf: log.ofSession,
    brokenAtSeq: log.brokenAtSeq,
  });

  /** Final, or final once: the log knows of one whose frozen copy somebody took away. */
  const isFinal = (id: SessionId): boolean => store.isFinal(id) || finalised(id) !== undefined;

  function record(id: SessionId): SessionRecord {
    const { officeName, notulisName } = live.profile();
    const blocks = store.blocks(id).map(({ node }) => JSON.parse(node) as Block);
    const images = live.images(blocks);
    return {
      session: live.session(id),
      attendance: live.attendance(id),
      blocks,
      images,
      officeName,
      notulisName,
    };
  }

  function check(id: SessionId): readonly ClosingFinding[] {
    const copy = copies.copyOf(id);
    return closingFindings(copy === null ? record(id) : copies.record(copy));
  }

  const finalise = db.transaction((id: SessionId, given: string): void => {
    const before = live.session(id);
    if (before.status === 'final' || isFinal(id)) throw new AppError('session-final');
    if (before.trashedAtMs !== null) throw new AppError('not-found', { sessionId: id });
    const found = closingFindings(record(id));
    const reason = found.length === 0 ? '' : multiLineText(given);
    if (found.length > 0 && reason === '') {
      throw new AppError('final-needs-reason', { count: found.length });
    }
    options.keepVersion(id);
    for (const { id: logoId } of live.offices(id).logos) store.keepLogo(id, logoId);
    store.setFinal(id, clock());
    const canonical = canonicalJson(frozenForm(record(id), live.offices(id)));
    const frozen = {
      reason,
      findings: canonicalJson(found),
      canonical,
      sha256: sha256(canonical),
    };
    const { atMs, actor } = log.append('finalise', id, finaliseDetails(frozen));
    store.insert(id, { ...frozen, atMs, actor });
    store.queueIndex(id);
  });

  function state(id: SessionId): FinalState | null {
    const session = store.session(id);
    if (session === undefined) throw new AppError('not-found', { sessionId: id });
    if (session.status !== 'final' && !isFinal(id)) return null;
    const row = store.final(id);
    const entry = finalised(id);
    return {
      atMs: row?.atMs ?? entry?.atMs ?? session.updatedAtMs,
      actor: row?.actor ?? entry?.actor ?? '',
      reason: row?.reason ?? '',
      sha256: row?.sha256 ?? String(entry?.details['sha256'] ?? ''),
      addenda: store.addenda(id),
      changedParts: changedParts(id, copies.copyOf(id)?.form ?? null),
    };
  }

  /** Which state a final session is in, with the corrections that made it. */
  function stateOfRecord(id: SessionId): Pick<SessionRecord, 'final' | 'addenda'> {
    const row = store.final(id);
    if (row === undefined) return {};
    const addenda = store.addenda(id);
    const last = addenda.at(-1);
    return {
      final: { version: last?.number ?? 0, sha256: last?.sha256 ?? row.sha256 },
      ...(addenda.length === 0 ? {} : { addenda }),
    };
  }

  const addAddendum = db.transaction(
    ({ sessionId, blockId, text: given }: ParsedInput<'finals.addAddendum'>): Addendum => {
      const row = store.final(sessionId);
      if (row === undefined) throw new AppError('session-not-final');
      const text = multiLineText(given);
      if (text === '') throw new AppError('invalid-input', { field: 'text' });
      const blocks = copies.copyOf(sessionId)?.form.record.blocks ?? [];
      if (blockId !== null && !blocks.some(({ attrs }) => attrs.id === blockId)) {
        throw new AppError('not-found', { blockId });
      }
      const last = store.addenda(sessionId).at(-1);
      const addendum = {
        number: (last?.number ?? 0) + 1,
        blockId,
        text,
        atMs: clock(),
        actor: actorName(),
      };
      const hash = addendumHash(addendum, last?.sha256 ?? row.sha256);
      const added = { ...addendum, sha256: hash };
      store.insertAddendum(sessionId, added);
      log.append('addendum', sessionId, { number: added.number, sha256: hash });
      store.queueIndex(sessionId);
      return added;
    },
  );

  return {
    handlers: {
      'finals.check': ({ sessionId }) => check(sessionId),
      'finals.finalise': ({ sessionId, reason }): Session => {
        finalise.immediate(sessionId, reason);
        return copies.copyOf(sessionId)?.session ?? live.session(sessionId);
      },
      'finals.state': ({ sessionId }) => state(sessionId),
      'finals.addAddendum': (input) => addAddendum.immediate(input),
    } satisfies FinalsHandlers,
    copies,
    isFinal,
    /** Number and time of the last save before it was made final. */
    lastSave: (id: SessionId): Pick<LoadedDocument, 'sequence' | 'savedAtMs'> => {
      const found = store.session(id);
      if (found === undefined) throw new AppError('not-found', { sessionId: id });
      return { sequence: found.sequence, savedAtMs: found.savedAtMs };
    },
    stateOfRecord,
    /** Every session that is final or was once, with what of it is not as it was frozen. */
    known: store.known,
    changedParts: (id: SessionId) => changedParts(id, copies.copyOf(id)?.form ?? null),
    titleOf: (id: SessionId): string =>
      copies.copyOf(id)?.session.title ?? store.session(id)?.title ?? '',
  };
}

export type FinalsService = ReturnType<typeof createFinalsService>;
