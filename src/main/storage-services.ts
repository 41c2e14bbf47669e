import { AppError } from '../shared/contract/errors.ts';
import type { Handlers, ParsedInput } from '../shared/contract/index.ts';
import type { Block } from '../shared/document/block.ts';
import type { SessionId } from '../shared/ids.ts';
import type { SessionRecord } from '../shared/minutes/record.ts';
import { sessionGaps } from '../shared/official/session-gaps.ts';
import { readSessionFile } from '../shared/minutes/session-file-reader.ts';
import { toSessionRecord } from '../shared/minutes/session-file.ts';
import { createAboutService } from './about/service.ts';
import { createAttachmentsService } from './attachments/service.ts';
import type { ArchiveDatabase } from './db/database.ts';
import { createDocumentsService } from './documents/service.ts';
import { createExchangeService } from './exchange/service.ts';
import { createFilesService } from './files/service.ts';
import { createFinalsService } from './finals/service.ts';
import { createHistoryService } from './history/service.ts';
import { signatoriesOf } from './export/parts/signatories.ts';
import { createMarksService } from './marks/service.ts';
import { createLogService } from './log/service.ts';
import { createIdentitiesService } from './identities/service.ts';
import { createImportsService } from './imports/service.ts';
import { createIssuedService } from './issued/service.ts';
import { createOfficeService } from './office/service.ts';
import { createPeopleService } from './people/service.ts';
import { createProfileService } from './profile/service.ts';
import { createQueueService } from './queue/service.ts';
import { createSearchesService } from './searches/service.ts';
import { createSessionsService } from './sessions/service.ts';
import { createTemplatesService } from './templates/service.ts';
import { createTrustService } from './trust/service.ts';
import { createWordsService } from './words/service.ts';
import { createSpeakersService } from './speakers/service.ts';
import { createShownSessions } from './shown-sessions.ts';

interface StorageServicesOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** The text of the file of examples; throws `examples-missing` where it cannot be read. */
  readonly readExamples: () => string;
  /** Calls back once, between two calls; without it, only steps and not the time make versions. */
  readonly after?: (delayMs: number, run: () => void) => () => void;
  /** Something that no call waits for failed. */
  readonly report?: (error: unknown) => void;
  /** Takes what is to be done before the archive is closed. */
  readonly whenStopping?: (run: () => void) => void;
}

const NEVER = (): (() => void) => () => undefined;

/** What the events of a meeting are called among the reasons of versions. */
const MEETING_VERSIONS = {
  dibuka: 'meeting-started',
  diskors: 'meeting-adjourned',
  dilanjutkan: 'meeting-resumed',
  ditutup: 'meeting-ended',
} as const;

/** Puts the features that read and write the archive together, and answers their calls. */
export function createStorageServices(options: StorageServicesOptions) {
  const { db, clock, newId } = options;

  const exampleRecords = (): readonly SessionRecord[] => {
    const read = readSessionFile(options.readExamples());
    if (!read.ok) throw new AppError('examples-missing', { reason: read.problems.join(' ') });
    return read.entries.map((entry) => toSessionRecord(entry, { newId, nowMs: clock() }));
  };

  const profile = createProfileService({ db });
  const actorName = () => profile['profile.get']().notulisName;
  const log = createLogService({ db, clock, actorName });
  const people = createPeopleService({ db, clock, newId });
  people.purgeRemoved();
  const sessions = createSessionsService({
    db,
    clock,
    newId,
    log: log.append,
    organizationIdFor: people.ensureOrganization,
    syncDays: people.syncDays,
    exampleRecords,
  });
  const attachments = createAttachmentsService({ db, clock });
  const files = createFilesService({ db, clock, newId });
  files.purgeRemoved();
  const office = createOfficeService({
    db,
    clock,
    organizations: people.organizations,
    ensureOrganization: people.ensureOrganization,
    officeName: () => profile['profile.get']().officeName,
    setOfficeName: (officeName) => void profile['profile.update']({ changes: { officeName } }),
    session: (id) => sessions['sessions.get']({ id }),
  });
  office.purgeLogos();
  // The own office is the organization that bears the name in the profile: each follows the other.
  const updateProfile = db.transaction((input: ParsedInput<'profile.update'>) => {
    const { officeName } = profile['profile.get']();
    const updated = profile['profile.update'](input);
    office.followName(officeName);
    return updated;
  });
  const updateOrganization = db.transaction((input: ParsedInput<'organizations.update'>) => {
    const isOwn = office.isOwn(input.id);
    const updated = people.updateOrganization(input);
    if (isOwn) profile['profile.update']({ changes: { officeName: updated.name } });
    return updated;
  });
  const facts = {
    session: (id: SessionId) => sessions['sessions.get']({ id }),
    attendance: people.attendanceOf,
    images: (blocks: readonly Block[]) => attachments.imagesOf(blocks),
    profile: profile['profile.get'],
  };
  const documents = createDocumentsService({
    db,
    clock,
    keepSpeaker: people.keepSpeaker,
    useImages: (sessionId, blocks) => attachments.use(sessionId, blocks),
    facts,
  });
  const history = createHistoryService({
    db,
    clock,
    newId,
    actorName,
    after: options.after ?? NEVER,
    report: options.report ?? (() => undefined),
  });
  options.whenStopping?.(() => history.stop());
  const finals = createFinalsService({
    db,
    clock,
    actorName,
    live: { ...facts, offices: (sessionId) => office.handlers['office.forSession']({ sessionId }) },
    log,
    keepVersion: (sessionId) => history.keepWith(sessionId, 'finalised'),
  });
  const shown = createShownSessions(finals, {
    session: facts.session,
    attendance: facts.attendance,
    document: (sessionId) => documents['documents.load']({ sessionId }),
    record: (sessionId) => documents['documents.record']({ sessionId }),
    offices: (sessionId) => office.handlers['office.forSession']({ sessionId }),
    ownNumbers: office.ownNumbers,
    profile: profile['profile.get'],
  });
  const queue = createQueueService({ db, clock, newId });
  const speakers = createSpeakersService({ db, queueOf: queue.list });
  const marks = createMarksService({
    db,
    clock,
    newId,
    actorName,
    attendance: shown.attendance,
    signatories: async (sessionId) =>
      signatoriesOf(await shown.words(sessionId), shown.offices(sessionId).settings),
    log: log.append,
  });
  const exchange = createExchangeService({
    db,
    clock,
    newId,
    log: log.append,
    facts: async (sessionId) => ({
      record: await shown.record(sessionId),
      speakers: speakers['speakers.get']({ sessionId }),
      numbers: shown.offices(sessionId).numbers,
      persons: people.persons(),
      organizations: people.organizations(),
    }),
    createSession: (changes) => sessions['sessions.create']({ changes }),
    session: facts.session,
    openTakeIn: people.openTakeIn,
  });
  const imports = createImportsService({
    db,
    clock,
    newId,
    log: log.append,
    persons: people.persons,
    createSession: (changes) => sessions['sessions.create']({ changes }),
    addAttendance: people.addAttendance,
    saveBlocks: (sessionId, blocks) =>
      void documents['documents.save']({
        sessionId,
        upserts: [...blocks],
        deletions: [],
        order: null,
      }),
    keepFile: (sessionId, file) => void files.keep(sessionId, [file]),
    keepText: files.keepText,
    trashSessions: (ids) => sessions['sessions.trash']({ ids: [...ids] }),
  });
  /** What reads certificates is loaded when one is first looked at: no start waits for it. */
  const factsOf = async (der: Uint8Array) => {
    const { certificateFacts, readCertificate } = await import('./certificates/certificate.ts');
    return certificateFacts(readCertificate(der));
  };
  return {
    ...documents,
    'documents.save': (batch) => {
      history.beforeSave(batch.sessionId);
      const receipt = documents['documents.save'](batch);
      history.afterSave(batch.sessionId);
      return receipt;
    },
    'documents.load': ({ sessionId }) => shown.document(sessionId),
    'documents.record': ({ sessionId }) => shown.record(sessionId),
    'exports.gaps': async ({ sessionId }) => {
      const record = await shown.words(sessionId);
      return sessionGaps({ record, ...shown.offices(sessionId) });
    },
    ...createAboutService({ db, attendance: shown.attendance }),
    ...attachments.handlers,
    'attachments.read': (input) =>
      attachments.handlers['attachments.read'](input) ?? office.logo(input.id),
    ...exchange,
    ...files.handlers,
    ...finals.handlers,
    ...history.handlers,
    ...imports,
    ...createIssuedService({ db, clock, session: shown.session, log: log.append }),
    // What is final has its frozen copy, and its earlier versions as they were then.
    'history.keep': (input) =>
      finals.isFinal(input.sessionId) ? null : history.handlers['history.keep'](input),
    ...log.handlers,
    ...marks,
    ...office.handlers,
    'office.forSession': ({ sessionId }) => shown.offices(sessionId),
    'office.ownNumbers': ({ sessionId }) => shown.ownNumbers(sessionId),
    ...people.handlers,
    'attendance.list': async ({ sessionId }) => shown.attendance(sessionId),
    'organizations.update': (input) => updateOrganization.immediate(input),
    ...profile,
    'profile.update': (input) => updateProfile.immediate(input),
    ...queue.handlers,
    ...createSearchesService({ db, clock, newId }),
    ...sessions,
    'sessions.get': ({ id }) => shown.session(id),
    'meeting.mark': (input) => {
      const session = sessions['meeting.mark'](input);
      history.keep(input.id, MEETING_VERSIONS[input.event]);
      return session;
    },
    ...speakers,
    ...createTemplatesService({
      db,
      clock,
      newId,
      isOwnOffice: office.isOwn,
      hostsOf: (sessionId) => shown.session(sessionId).hosts.map((host) => host.organizationId),
      exampleRecords,
    }),
    ...createIdentitiesService({ db, clock, newId, factsOf }),
    ...createTrustService({ db, clock, factsOf }),
    'signing.noted': ({ sessionId, kind, signerName, certificateSha256 }) =>
      void log.append('sign', sessionId, {
        ...(kind === null ? {} : { kind }),
        name: signerName,
        certificate: certificateSha256,
      }),
    ...createWordsService({ db, newId }),
  } satisfies Handlers<'storage'>;
}
