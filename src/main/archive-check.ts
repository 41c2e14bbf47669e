import type { ArchiveReport } from '../shared/minutes/final.ts';
import { createAttachmentsService } from './attachments/service.ts';
import type { ArchiveDatabase, NativeBinding } from './db/database.ts';
import { openDatabase } from './db/database.ts';
import { sqliteAppError } from './db/sqlite-errors.ts';
import { checkFiles } from './files/check.ts';
import { createFinalsService } from './finals/service.ts';
import { createLogService } from './log/service.ts';
import { createOfficeService } from './office/service.ts';
import { createPeopleService } from './people/service.ts';
import { createProfileService } from './profile/service.ts';
import { createSessionsService } from './sessions/service.ts';

/** Checks the archive in a process of its own: typing waits for nothing of it. */
export interface CheckArchiveJob {
  readonly type: 'check-archive';
  readonly archiveFile: string;
  /** Where the bytes of files beside minutes lie. */
  readonly filesFolder: string;
  readonly nativeBinding: NativeBinding;
  readonly nowMs: number;
}

const writesNothing = (): never => {
  throw new Error('a check writes nothing');
};

/** What reads final sessions and the log, on a connection that can only read. */
function openReaders(db: ArchiveDatabase) {
  const clock = writesNothing;
  const newId = writesNothing;
  const profile = createProfileService({ db });
  const people = createPeopleService({ db, clock, newId });
  const sessions = createSessionsService({
    db,
    clock,
    newId,
    log: writesNothing,
    organizationIdFor: writesNothing,
    syncDays: writesNothing,
    exampleRecords: writesNothing,
  });
  const attachments = createAttachmentsService({ db, clock });
  const office = createOfficeService({
    db,
    clock,
    organizations: people.organizations,
    ensureOrganization: writesNothing,
    officeName: () => profile['profile.get']().officeName,
    setOfficeName: writesNothing,
    session: (id) => sessions['sessions.get']({ id }),
  });
  const log = createLogService({ db, clock, actorName: writesNothing });
  const finals = createFinalsService({
    db,
    clock,
    actorName: writesNothing,
    live: {
      session: (id) => sessions['sessions.get']({ id }),
      attendance: people.attendanceOf,
      images: (blocks) => attachments.imagesOf(blocks),
      profile: profile['profile.get'],
      offices: (sessionId) => office.handlers['office.forSession']({ sessionId }),
    },
    log,
    keepVersion: writesNothing,
  });
  return { finals, log };
}

type FinalsReport = Pick<ArchiveReport, 'finalCount' | 'changed' | 'logCount' | 'brokenAtSeq'>;

function readReport(db: ArchiveDatabase): FinalsReport {
  const { finals, log } = openReaders(db);
  const known = finals.known();
  return {
    finalCount: known.length,
    changed: known.flatMap((sessionId) => {
      const parts = finals.changedParts(sessionId);
      return parts.length === 0 ? [] : [{ sessionId, title: finals.titleOf(sessionId), parts }];
    }),
    logCount: log.count(),
    brokenAtSeq: log.brokenAtSeq(),
  };
}

const isSound = (db: ArchiveDatabase): boolean =>
  String(db.pragma('integrity_check(1)', { simple: true })) === 'ok' &&
  (db.pragma('foreign_key_check') as unknown[]).length === 0;

/**
 * Holds every final session, the log, the file and what lies beside it against what they were, all at one moment. Throws
 * `archive-damaged` where the file is so broken that nothing can be read in it.
 */
export function checkArchive({
  archiveFile,
  filesFolder,
  nativeBinding,
  nowMs,
}: CheckArchiveJob): ArchiveReport {
  let db: ArchiveDatabase | null = null;
  try {
    const opened = openDatabase(archiveFile, { nativeBinding, isReadOnly: true });
    db = opened;
    return opened.transaction(() => ({
      atMs: nowMs,
      ...readReport(opened),
      isFileSound: isSound(opened),
      ...checkFiles(opened, filesFolder),
    }))();
  } catch (error) {
    throw sqliteAppError(error) ?? error;
  } finally {
    db?.close();
  }
}
