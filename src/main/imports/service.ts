import { AppError } from '../../shared/contract/errors.ts';
import type { PlacedFile } from '../../shared/contract/files.ts';
import { LONGEST_FILE_NAME } from '../../shared/contract/files.ts';
import type {
  ImportedFile,
  ImportOutcome,
  ImportReview,
  ImportRun,
} from '../../shared/contract/imports.ts';
import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { NewAttendance } from '../../shared/contract/people.ts';
import type { SessionChanges } from '../../shared/contract/sessions.ts';
import type { Block } from '../../shared/document/block.ts';
import type { AttendanceId, ImportId, SessionId } from '../../shared/ids.ts';
import { blockIdSchema, dayIdSchema, importIdSchema } from '../../shared/ids.ts';
import { documentText } from '../../shared/imports/document.ts';
import type { KeptGuess } from '../../shared/imports/kept-guess.ts';
import { keptGuess, keptPieces } from '../../shared/imports/kept-guess.ts';
import type { ReadMinutes } from '../../shared/imports/reading.ts';
import type { AppendToLog } from '../../shared/minutes/final.ts';
import type { Person } from '../../shared/minutes/people.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { blocksOf, changesOf, linesOf } from './session-of-guess.ts';
import { createImportsStore } from './store.ts';

interface ImportsOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: AppendToLog;
  readonly persons: () => readonly Person[];
  // These run inside our transaction.
  readonly createSession: (changes: SessionChanges) => { readonly id: SessionId };
  readonly addAttendance: (
    sessionId: SessionId,
    entries: readonly NewAttendance[],
  ) => readonly { readonly id: AttendanceId }[];
  readonly saveBlocks: (sessionId: SessionId, blocks: readonly Block[]) => void;
  readonly keepFile: (sessionId: SessionId, file: PlacedFile) => void;
  readonly keepText: (sha256: string, text: string) => void;
  readonly trashSessions: (ids: readonly SessionId[]) => void;
}

type ImportHandlers = Pick<
  Handlers<'storage'>,
  Extract<keyof Handlers<'storage'>, `imports.${string}`>
>;

type ReadFile = Extract<ReadMinutes, { readonly outcome: 'read' }>;

const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Imports of folders of old minutes: what became of each file, and the session made of it. */
export function createImportsService(options: ImportsOptions) {
  const { db, clock, newId } = options;
  const store = createImportsStore(db);

  function runOf(id: ImportId): ImportRun {
    const row = store.run(id);
    if (row === undefined) throw new AppError('not-found', { what: 'import' });
    return { ...row, counts: store.counts(id) };
  }

  /** Everything of a session at once: its facts, people, minutes, original and words. */
  function takeIn(path: string, read: ReadFile): SessionId {
    const { guess, sha256, sizeBytes, mediaType } = read;
    const changes = changesOf(guess, path, () => dayIdSchema.parse(newId()));
    const { id } = options.createSession(changes);
    const { entries, speakers } = linesOf(guess, options.persons());
    const lines = entries.length === 0 ? [] : options.addAttendance(id, entries);
    const [day, other] = changes.days;
    const blocks = blocksOf(guess, {
      // On which of several days something was said, old minutes seldom tell for sure.
      dayId: other === undefined ? (day?.id ?? null) : null,
      newBlockId: () => blockIdSchema.parse(newId()),
      speakerId: (speaker) => {
        const line = speaker === null ? null : speakers[speaker];
        return line === null || line === undefined ? null : (lines[line]?.id ?? null);
      },
    });
    if (blocks.length > 0) options.saveBlocks(id, blocks);
    // Before the text, which is then queued for the sessions that have the file.
    const name = fileNameOf(path).slice(-LONGEST_FILE_NAME);
    options.keepFile(id, { sha256, name, mediaType, sizeBytes, role: 'asli' });
    options.keepText(sha256, documentText(read.document));
    store.setDone(id);
    options.log('import', id, { source: 'folder', file: name });
    return id;
  }

  function settle(importId: ImportId, path: string, outcome: ImportOutcome): void {
    const nothing = { importId, path, reason: '', sessionId: null, guess: null } as const;
    if (outcome.type === 'refused') {
      const { reason, sha256 } = outcome;
      return store.settle({ ...nothing, state: 'ditolak', reason, sha256 });
    }
    // The job's own answer; what of it becomes minutes is checked field by field.
    const read = outcome.type === 'taken' ? (JSON.parse(outcome.read) as ReadFile) : null;
    const sha256 = read?.sha256 ?? (outcome.type === 'known' ? outcome.sha256 : '');
    const known = store.sessionOf(sha256);
    if (known !== undefined || read === null) {
      return store.settle({ ...nothing, state: 'ganda', sha256, sessionId: known ?? null });
    }
    const sessionId = takeIn(path, read);
    const guess = JSON.stringify(keptGuess(read.guess, read.document));
    store.settle({ ...nothing, state: 'masuk', sha256, sessionId, guess });
  }

  function settleOnce({ id, path, outcome }: ParsedInput<'imports.settle'>): ImportRun {
    const run = runOf(id);
    // What was under way when an import was cancelled stays out.
    const isWanted = run.state === 'berjalan' || run.state === 'dijeda';
    if (!isWanted || store.fileState(id, path) !== 'menunggu') return run;
    settle(id, path, outcome);
    return runOf(id);
  }

  function begin({ folder, files }: ParsedInput<'imports.begin'>): ImportRun {
    const id = importIdSchema.parse(newId());
    store.insertRun(id, folder, clock());
    for (const { path, sizeBytes } of files) store.insertFile(id, path, sizeBytes);
    return runOf(id);
  }

  function next(): { readonly run: ImportRun; readonly path: string } | null {
    for (;;) {
      const running = store.oldestRunning();
      if (running === undefined) return null;
      const path = store.nextPath(running.id);
      if (path !== undefined) return { run: runOf(running.id), path };
      store.setState(running.id, 'selesai', clock());
    }
  }

  function setState({ id, state }: ParsedInput<'imports.setState'>): ImportRun {
    const before = runOf(id).state;
    // What has ended stays so.
    if (before === 'berjalan' || before === 'dijeda') {
      store.setState(id, state, state === 'dibatalkan' ? clock() : null);
    }
    return runOf(id);
  }

  function filesOf(id: ImportId): readonly ImportedFile[] {
    runOf(id);
    return store.files(id).map((row) => ({
      path: row.path,
      sizeBytes: row.sizeBytes,
      state: row.state,
      reason: row.reason === '' ? null : row.reason,
      session:
        row.sessionId === null
          ? null
          : { id: row.sessionId, title: row.title ?? '', isTrashed: row.trashedAtMs !== null },
      isReviewed: row.reviewedAtMs !== null,
    }));
  }

  function review({ id, path }: ParsedInput<'imports.review'>): ImportReview {
    const row = store.review(id, path);
    if (row === undefined) throw new AppError('not-found', { what: 'import' });
    // Written by `settle` alone.
    const kept = JSON.parse(row.guess) as KeptGuess;
    const { sessionId, fileId } = row;
    return { sessionId, fileId, guess: kept.guess, pieces: keptPieces(row.text ?? '', kept) };
  }

  function trash(id: ImportId) {
    const made = store.made(id);
    const trashed = made.filter(({ status }) => status !== 'final').map((session) => session.id);
    if (trashed.length > 0) options.trashSessions(trashed);
    return { trashed, keptCount: made.length - trashed.length };
  }

  const written =
    <Input, Result>(handler: (input: Input) => Result) =>
    (input: Input): Result =>
      db.transaction(() => handler(input)).immediate();

  return {
    'imports.list': () => store.runs().map(({ id }) => runOf(id)),
    'imports.files': ({ id }) => filesOf(id),
    'imports.review': review,
    'imports.setReviewed': written(
      ({ id, path, isReviewed }: ParsedInput<'imports.setReviewed'>) => {
        if (!store.setReviewed(id, path, isReviewed ? clock() : null)) {
          throw new AppError('not-found', { what: 'import' });
        }
      },
    ),
    'imports.trash': written(({ id }: ParsedInput<'imports.trash'>) => trash(id)),
    'imports.begin': written(begin),
    'imports.next': written(next),
    'imports.isKnown': ({ sha256 }) => store.sessionOf(sha256) !== undefined,
    'imports.settle': written(settleOnce),
    'imports.setState': written(setState),
  } satisfies ImportHandlers;
}
