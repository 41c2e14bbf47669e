import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { AppendToLog } from '../../shared/minutes/final.ts';
import type { Session } from '../../shared/minutes/session.ts';
import { parseDocumentCode } from '../../shared/signing/code.ts';
import type { KnownDocument } from '../../shared/signing/verification.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { IssuedRow } from './store.ts';
import { createIssuedStore } from './store.ts';

interface IssuedOptions {
  readonly db: ArchiveDatabase;
  readonly clock: () => number;
  readonly session: (id: SessionId) => Session;
  readonly log: AppendToLog;
}

type IssuedHandlers = Pick<
  Handlers<'storage'>,
  'documents.issued' | 'issued.find' | 'checking.code'
>;

/** Knows again what was given out of final sessions: files by their digests, paper by its code. */
export function createIssuedService({ db, clock, session, log }: IssuedOptions): IssuedHandlers {
  const store = createIssuedStore(db);

  const keep = db.transaction(
    ({ sessionId, version, documents }: ParsedInput<'documents.issued'>): void => {
      const newest = store.newestVersion(sessionId);
      if (newest === undefined || version > newest) throw new AppError('session-not-final');
      const atMs = clock();
      for (const document of documents) {
        store.insert({ ...document, sessionId, version, atMs });
        log('issue', sessionId, { kind: document.kind, version });
      }
    },
  );

  const isNewest = (sessionId: SessionId, version: number): boolean =>
    store.newestVersion(sessionId) === version;

  const known = (row: IssuedRow, match: KnownDocument['match']): KnownDocument => ({
    sessionId: row.sessionId,
    title: session(row.sessionId).title,
    kind: row.kind,
    version: row.version,
    isNewestVersion: isNewest(row.sessionId, row.version),
    issuedAtMs: row.atMs,
    match,
  });

  return {
    'documents.issued': (issued) => keep.immediate(issued),
    'issued.find': ({ contentSha256, textSha256 }) => {
      const same = store.byContent(contentSha256);
      if (same !== undefined) return known(same, 'content');
      const saidAgain = store.byText(textSha256);
      return saidAgain === undefined ? null : known(saidAgain, 'text');
    },
    'checking.code': ({ code: typed }) => {
      const code = parseDocumentCode(typed);
      if (code === null) throw new AppError('code-malformed');
      const found = store.versionOf(code);
      if (found === undefined) return { found: 'nothing' };
      const { title, documentNumber } = session(found.sessionId);
      return {
        found: 'session',
        ...found,
        title,
        documentNumber,
        version: code.version,
        isNewestVersion: isNewest(found.sessionId, code.version),
      };
    },
  };
}
