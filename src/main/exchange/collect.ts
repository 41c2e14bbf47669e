import type { SessionSpeakers } from '../../shared/contract/speakers.ts';
import type { Block } from '../../shared/document/block.ts';
import type { SessionExchange } from '../../shared/exchange/session-exchange.ts';
import { EXCHANGE_FORMAT, EXCHANGE_VERSION } from '../../shared/exchange/session-exchange.ts';
import type { OrganizationId } from '../../shared/ids.ts';
import type { Organization, Person } from '../../shared/minutes/people.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import { sessionFieldsSchema } from '../../shared/minutes/session.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';

/** All that the archive knows of one session, from the features that keep it. */
export interface SessionFacts {
  readonly record: SessionRecord;
  readonly speakers: SessionSpeakers;
  readonly numbers: Readonly<Partial<Record<DocumentKind, string>>>;
  /** Everybody that the archive knows; only those of the session leave it. */
  readonly persons: readonly Person[];
  readonly organizations: readonly Organization[];
}

interface CollectOptions {
  readonly hasPrivateNotes: boolean;
  readonly nowMs: number;
}

/**
 * A block as it leaves the archive. A day or a speaker that is gone from the session is named by no
 * document either.
 */
function givenBlock(
  block: Block,
  known: { readonly days: ReadonlySet<string>; readonly lines: ReadonlySet<string> },
  hasPrivateNotes: boolean,
): Block {
  const { note, ...attrs } = block.attrs;
  const { dayId } = attrs;
  const common = {
    ...attrs,
    ...(hasPrivateNotes && note !== undefined ? { note } : {}),
    dayId: dayId !== null && known.days.has(dayId) ? dayId : null,
  };
  const given = { ...block, attrs: common } as Block;
  if (given.type !== 'statement') return given;
  const { speakerId } = given.attrs;
  const isKnown = speakerId !== null && known.lines.has(speakerId);
  return { ...given, attrs: { ...given.attrs, speakerId: isKnown ? speakerId : null } };
}

/** The directory as the record has it: of a final session, as it was on the day. */
function namedAsRecorded({ record, persons, organizations }: SessionFacts) {
  const { session, attendance } = record;
  const lines = new Map(attendance.map((line) => [line.personId, line]));
  const names = new Map([
    ...attendance.map((line) => [line.organizationId, line.organizationName] as const),
    ...session.hosts.map((host) => [host.organizationId, host.name] as const),
  ]);
  return {
    persons: persons.flatMap((person) => {
      const line = lines.get(person.id);
      if (line === undefined) return [];
      const { name, titleBefore, titleAfter, nip, rank } = line;
      return [{ ...person, name, titleBefore, titleAfter, nip, rank }];
    }),
    organizations: organizations.map((one) => ({ ...one, name: names.get(one.id) ?? one.name })),
  };
}

/** One session as a file for other archives and other programs. */
export function collectSession(
  facts: SessionFacts,
  { hasPrivateNotes, nowMs }: CollectOptions,
): SessionExchange {
  const { record, speakers, numbers } = facts;
  const { persons: present, organizations } = namedAsRecorded(facts);
  const { session, attendance, blocks, images = [] } = record;
  const days = new Set<string>(session.days.map(({ id }) => id));
  const lines = new Set<string>(attendance.map(({ id }) => id));
  const organizationIds = new Set<OrganizationId | null>([
    ...session.hosts.map(({ organizationId }) => organizationId),
    ...attendance.map(({ organizationId }) => organizationId),
    ...present.map(({ organizationId }) => organizationId),
  ]);
  return {
    format: EXCHANGE_FORMAT,
    version: EXCHANGE_VERSION,
    exportedAtMs: nowMs,
    officeName: record.officeName,
    notulisName: record.notulisName,
    hasPrivateNotes,
    session: {
      ...sessionFieldsSchema.parse(session),
      status: session.status,
      days: [...session.days],
      meeting: { marks: [...session.meeting.marks], days: [...session.meeting.days] },
      hosts: session.hosts.map(({ organizationId }) => organizationId),
      seriesTitle: session.series?.title ?? '',
    },
    documentNumbers: Object.entries(numbers).map(([kind, number]) => ({
      kind: kind as DocumentKind,
      number,
    })),
    organizations: organizations.filter(({ id }) => organizationIds.has(id)),
    persons: present.map(({ organizationName: _name, ...person }) => person),
    attendance: attendance.map((line) => ({
      id: line.id,
      type: line.type,
      personId: line.personId,
      groupName: line.type === 'group' ? line.name : '',
      position: line.position,
      organizationId: line.organizationId,
      headCount: line.headCount,
      days: [...line.days],
    })),
    speakers: {
      numbers: speakers.numbers.map(({ number, attendanceId }) => ({
        number,
        attendanceId: attendanceId !== null && lines.has(attendanceId) ? attendanceId : null,
      })),
      isNarratingComings: speakers.isNarratingComings,
      queue: speakers.queue.map(({ id: _id, ...entry }) => entry),
    },
    blocks: blocks.map((block) => givenBlock(block, { days, lines }, hasPrivateNotes)),
    images: [...images],
  };
}
