import type { ArchiveReport } from '../shared/minutes/final.ts';
import type { ArchiveDatabase } from './db/database.ts';
import type { FinalsService } from './finals/service.ts';
import type { Log } from './log/service.ts';

interface ArchiveCheckOptions {
  readonly db: ArchiveDatabase;
  readonly finals: Pick<FinalsService, 'known' | 'changedParts' | 'titleOf'>;
  readonly log: Pick<Log, 'brokenAtSeq' | 'count'>;
  readonly nowMs: number;
}

/** Holds every final session, the log and the file against what they were. */
export function checkArchive({ db, finals, log, nowMs }: ArchiveCheckOptions): ArchiveReport {
  const known = finals.known();
  return {
    atMs: nowMs,
    finalCount: known.length,
    changed: known.flatMap((sessionId) => {
      const parts = finals.changedParts(sessionId);
      return parts.length === 0 ? [] : [{ sessionId, title: finals.titleOf(sessionId), parts }];
    }),
    logCount: log.count(),
    brokenAtSeq: log.brokenAtSeq(),
    isFileSound: String(db.pragma('integrity_check(1)', { simple: true })) === 'ok',
  };
}
