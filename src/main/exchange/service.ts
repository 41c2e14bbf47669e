import { Buffer } from 'node:buffer';

import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { SessionChanges } from '../../shared/contract/sessions.ts';
import type { Block } from '../../shared/document/block.ts';
import { readImageHeader } from '../../shared/document/image-rules.ts';
import { imagesIn } from '../../shared/document/images.ts';
import { blockPlainText } from '../../shared/document/plain-text.ts';
import type {
  ExchangeAttendance,
  ExchangeOrganization,
  ExchangePerson,
  SessionExchange,
} from '../../shared/exchange/session-exchange.ts';
import type { AttendanceId, DayId, OrganizationId, PersonId, SessionId } from '../../shared/ids.ts';
import { attendanceIdSchema, blockIdSchema, dayIdSchema } from '../../shared/ids.ts';
import type { AppendToLog } from '../../shared/minutes/final.ts';
import type { Session } from '../../shared/minutes/session.ts';
import { sessionFieldsSchema } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { SessionFacts } from './collect.ts';
import { collectSession } from './collect.ts';
import { createExchangeStore } from './store.ts';

/** What takes the people of a file in, and finds those that are known. */
export interface PeopleTakeIn {
  readonly organization: (fields: ExchangeOrganization) => OrganizationId;
  readonly person: (fields: ExchangePerson) => PersonId;
  readonly attendance: (sessionId: SessionId, lines: readonly ExchangeAttendance[]) => void;
}

interface ExchangeOptions {
  readonly db: ArchiveDatabase;
  readonly clock: () => number;
  readonly newId: () => string;
  /** Notes in the log that a session was taken in. Runs inside our transaction. */
  readonly log: AppendToLog;
  readonly facts: (sessionId: SessionId) => Promise<SessionFacts>;
  // These run inside our transaction.
  readonly createSession: (changes: SessionChanges) => Session;
  readonly session: (id: SessionId) => Session;
  readonly openTakeIn: () => PeopleTakeIn;
}

/** What the ids of a file became; the file was checked, so every one of them is there. */
function renamed<Id extends string>(ids: ReadonlyMap<Id, Id>, id: Id): Id {
  const known = ids.get(id);
  if (known === undefined) throw new AppError('invalid-input', { field: 'id' });
  return known;
}

const renamedOrNull = <Id extends string>(ids: ReadonlyMap<Id, Id>, id: Id | null): Id | null =>
  id === null ? null : renamed(ids, id);

interface NewIds {
  readonly days: ReadonlyMap<DayId, DayId>;
  readonly lines: ReadonlyMap<AttendanceId, AttendanceId>;
}

function renamedBlock(block: Block, { days, lines }: NewIds, newId: () => string): Block {
  const common = {
    id: blockIdSchema.parse(newId()),
    dayId: renamedOrNull(days, block.attrs.dayId),
  };
  if (block.type !== 'statement') {
    return { ...block, attrs: { ...block.attrs, ...common } } as Block;
  }
  const speakerId = renamedOrNull(lines, block.attrs.speakerId);
  return { ...block, attrs: { ...block.attrs, ...common, speakerId } };
}

/** Gives a whole session out as data, and takes one in. */
export function createExchangeService(options: ExchangeOptions) {
  const { db, clock, newId, openTakeIn } = options;
  const store = createExchangeStore(db);

  function takeInPeople(exchange: SessionExchange) {
    const people = openTakeIn();
    const organizations = new Map(
      exchange.organizations.map((fields) => [fields.id, people.organization(fields)]),
    );
    const persons = new Map(
      exchange.persons.map((fields): [PersonId, PersonId] => {
        const organizationId = renamedOrNull(organizations, fields.organizationId);
        return [fields.id, people.person({ ...fields, organizationId })];
      }),
    );
    return { people, organizations, persons };
  }

  function takeInImages(id: SessionId, { blocks, images }: SessionExchange): void {
    const named = new Set(imagesIn(blocks).map(({ attachmentId }) => attachmentId));
    for (const image of images) {
      if (!named.has(image.id)) continue;
      const bytes = Buffer.from(image.base64, 'base64');
      const header = readImageHeader(bytes);
      if (header === null) throw new AppError('image-invalid');
      const { widthPx, heightPx } = header;
      const { id: imageId, mediaType } = image;
      store.putImage(id, { id: imageId, mediaType, widthPx, heightPx, bytes }, clock());
    }
  }

  function takeInMinutes(id: SessionId, exchange: SessionExchange, ids: NewIds): void {
    const { meeting } = exchange.session;
    const { speakers } = exchange;
    store.putCourse(
      id,
      meeting.marks.map((mark) => ({ ...mark, dayId: renamedOrNull(ids.days, mark.dayId) })),
      meeting.days.map((day) => ({ ...day, dayId: renamed(ids.days, day.dayId) })),
    );
    store.putNumbers(
      id,
      speakers.numbers.map(({ number, attendanceId }) => ({
        number,
        attendanceId: renamedOrNull(ids.lines, attendanceId),
      })),
    );
    if (speakers.isNarratingComings) store.setNarrating(id);
    store.putQueue(
      id,
      speakers.queue.map((entry) => ({
        ...entry,
        id: newId(),
        dayId: renamed(ids.days, entry.dayId),
        attendanceId: renamed(ids.lines, entry.attendanceId),
      })),
    );
    store.putDocumentNumbers(id, exchange.documentNumbers);
    takeInImages(id, exchange);
    const blocks = exchange.blocks.map((block) => renamedBlock(block, ids, newId));
    store.putBlocks(
      id,
      blocks.map((block) => ({
        id: block.attrs.id,
        type: block.type,
        node: JSON.stringify(block),
        plainText: blockPlainText(block),
        speakerId: block.type === 'statement' ? block.attrs.speakerId : null,
      })),
      clock(),
    );
  }

  const takeIn = db.transaction((exchange: SessionExchange): Session => {
    const { people, organizations, persons } = takeInPeople(exchange);
    const days = new Map(exchange.session.days.map(({ id }) => [id, dayIdSchema.parse(newId())]));
    const lines = new Map(
      exchange.attendance.map(({ id }) => [id, attendanceIdSchema.parse(newId())]),
    );
    const { id } = options.createSession({
      ...sessionFieldsSchema.parse(exchange.session),
      days: exchange.session.days.map((day) => ({ ...day, id: renamed(days, day.id) })),
      hosts: exchange.session.hosts.map((host) => ({
        organizationId: renamed(organizations, host),
      })),
      seriesTitle: exchange.session.seriesTitle,
    });
    people.attendance(
      id,
      exchange.attendance.map((line) => ({
        ...line,
        id: renamed(lines, line.id),
        personId: renamedOrNull(persons, line.personId),
        organizationId: renamedOrNull(organizations, line.organizationId),
        days: line.days.map((day) => ({ ...day, dayId: renamed(days, day.dayId) })),
      })),
    );
    takeInMinutes(id, exchange, { days, lines });
    // Final is what this archive has frozen: minutes from elsewhere can be, and must be, closed anew.
    const { status } = exchange.session;
    store.setStatus(id, status === 'final' ? 'selesai' : status);
    store.queueIndex(id);
    options.log('import', id, { source: 'file', was: status });
    return options.session(id);
  });

  return {
    'exchange.collect': async ({ sessionId, hasPrivateNotes }) =>
      collectSession(await options.facts(sessionId), { hasPrivateNotes, nowMs: clock() }),
    'exchange.takeIn': (exchange) => takeIn.immediate(exchange),
  } satisfies Pick<Handlers<'storage'>, 'exchange.collect' | 'exchange.takeIn'>;
}
