import { z } from 'zod';

import type { Block } from '../document/block.ts';
import { CLOSING_STATEMENT_KIND } from '../document/block.ts';
import type { RichNode } from '../document/rich-text.ts';
import type { AttendanceId, DayId, OrganizationId } from '../ids.ts';
import {
  attendanceIdSchema,
  blockIdSchema,
  dayIdSchema,
  organizationIdSchema,
  personIdSchema,
  seriesIdSchema,
  sessionIdSchema,
} from '../ids.ts';
import { NO_COURSE } from './meeting-course.ts';
import type { Attendance } from './people.ts';
import type { SessionRecord } from './record.ts';
import type { SessionDay } from './session.ts';
import { fileDateSchema, fileEndSchema, fileTimeSchema } from './session-file-fields.ts';
import { MAX_TITLE_LENGTH, SESSION_MODES, SESSION_ZONES } from './session.ts';

const text = (maxLength: number) => z.string().max(maxLength).nullish();
const count = z.number().int().min(0).max(1_000_000).nullish();
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).max(20_000).nullish();

const noted = { note: text(4000) };
const attendeeSchema = z.object({
  name: text(200),
  titleBefore: text(100),
  titleAfter: text(200),
  position: text(300),
  organization: text(300),
  nip: text(40),
  rank: text(100),
  role: text(80),
  group: text(300),
  headCount: count,
});
const statementSchema = z.object({
  speaker: text(200),
  kind: text(80),
  summary: text(1_000_000),
  ...noted,
});
/** A decision or the like: an object, or just its words. */
const wordsOr = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (typeof value === 'string' ? { text: value } : value), item);
const pointSchema = wordsOr(z.object({ text: text(1_000_000), ...noted }));

/**
 * One session as a `sessions.json` file holds it: every field may be null or absent, since nobody
 * may know it; fields of which minutes have no place (a cadence, a publishing date) are passed over.
 */
export const sessionFileEntrySchema = z.object({
  id: text(200),
  kind: text(80),
  title: text(MAX_TITLE_LENGTH),
  theme: text(4000),
  purpose: text(4000),
  documentNumber: text(200),
  invitation: text(4000),
  installment: z.number().int().min(1).max(100_000).nullish(),
  days: listOf(
    z.object({
      date: fileDateSchema.nullish(),
      start: fileTimeSchema.nullish(),
      end: fileEndSchema.nullish(),
    }),
  ),
  zone: z.enum(SESSION_ZONES).nullish(),
  place: text(1000),
  mode: z.enum(SESSION_MODES).nullish(),
  link: text(2000),
  hosts: listOf(z.string().max(300)),
  agenda: listOf(z.string().max(10_000)),
  attendance: listOf(attendeeSchema),
  statements: listOf(statementSchema),
  closing: listOf(statementSchema),
  decisions: listOf(pointSchema),
  recommendations: listOf(pointSchema),
  followUps: listOf(
    wordsOr(
      z.object({
        text: text(1_000_000),
        responsible: text(300),
        due: fileDateSchema.nullish(),
        ...noted,
      }),
    ),
  ),
  series: z.object({ title: text(300) }).nullish(),
});

/** A whole `sessions.json` file. */
export const sessionFileSchema = z.array(sessionFileEntrySchema);

export type SessionFileEntry = z.infer<typeof sessionFileEntrySchema>;
export type SessionFileAttendee = z.infer<typeof attendeeSchema>;
export type SessionFileStatement = z.infer<typeof statementSchema>;

type SessionFilePoint = NonNullable<SessionFileEntry['decisions']>[number];

/**
 * What a narration begins with that notes something about the block before it. It was not said in
 * the meeting, so it is never mixed into a statement's text, and it goes wherever that block goes.
 */
export const NOTE_PREFIX = 'Catatan notulis: ';

const SPEAKER_UNKNOWN_NOTE = 'pembicara tidak disebut';

export interface SessionFileContext {
  readonly newId: () => string;
  readonly nowMs: number;
}

/**
 * Makes one entry of a `sessions.json` file into a session with its attendance and blocks.
 *
 * - Nothing is filled in: presence stays null for everybody, a statement's time stays null, and a
 *   block belongs to a day only where the session has just one.
 * - The file does not say under which agenda item something was said. In a document a block belongs
 *   to the agenda item above it, so the statements come first, under none; then the agenda items;
 *   then closing statements, decisions, recommendations and follow-ups, which by their kind belong
 *   to the whole session and not to the item above.
 * - A note on a block becomes a narration right after it (see NOTE_PREFIX). The note "pembicara
 *   tidak disebut" on a statement without speaker says what the missing speaker says already.
 * - Every person and organization gets a new id, the same within one record for the same name;
 *   whoever keeps people over sessions joins them by name.
 */
export function toSessionRecord(
  entry: SessionFileEntry,
  context: SessionFileContext,
): SessionRecord {
  const { newId, nowMs } = context;
  const organizationIds = new Map<string, OrganizationId>();
  const organizationId = (name: string): OrganizationId => {
    const id = organizationIds.get(name) ?? organizationIdSchema.parse(newId());
    organizationIds.set(name, id);
    return id;
  };

  const days = sessionDays(entry, newId);
  const attendance = (entry.attendance ?? []).map((attendee) =>
    toAttendance(attendee, days, organizationId, newId),
  );
  const onlyDayId = days.length === 1 ? (days[0]?.id ?? null) : null;
  const blocks = toBlocks(entry, attendance, onlyDayId, newId);
  const seriesTitle = clean(entry.series?.title);
  const hasMinutes = blocks.some((block) => block.type !== 'agendaItem');

  return {
    session: {
      id: sessionIdSchema.parse(newId()),
      kind: clean(entry.kind),
      title: clean(entry.title),
      theme: clean(entry.theme),
      purpose: clean(entry.purpose),
      documentNumber: clean(entry.documentNumber),
      invitation: clean(entry.invitation),
      mode: entry.mode ?? null,
      place: clean(entry.place),
      link: clean(entry.link),
      zone: entry.zone ?? 'WIB',
      access: null,
      confidentiality: null,
      seriesNumber: entry.installment ?? null,
      quorum: null,
      status: hasMinutes ? 'selesai' : 'rencana',
      days,
      meeting: NO_COURSE,
      hosts: (entry.hosts ?? [])
        .map(clean)
        .filter((name) => name !== '')
        .map((name) => ({ organizationId: organizationId(name), name })),
      series: seriesTitle === '' ? null : { id: seriesIdSchema.parse(newId()), title: seriesTitle },
      isExample: false,
      trashedAtMs: null,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    },
    attendance,
    blocks,
    officeName: '',
    notulisName: '',
  };
}

const clean = (typed: string | null | undefined): string => typed?.trim() ?? '';

function sessionDays(entry: SessionFileEntry, newId: () => string): readonly SessionDay[] {
  const known = entry.days ?? [];
  return (known.length === 0 ? [{}] : known).map((day) => ({
    id: dayIdSchema.parse(newId()),
    date: day.date ?? null,
    start: day.start ?? null,
    end: day.end ?? null,
  }));
}

function toAttendance(
  attendee: SessionFileAttendee,
  days: readonly SessionDay[],
  organizationId: (name: string) => OrganizationId,
  newId: () => string,
): Attendance {
  const group = clean(attendee.group);
  const name = group || clean(attendee.name);
  const organization = clean(attendee.organization);
  const isGroup = group !== '';
  return {
    id: attendanceIdSchema.parse(newId()),
    type: isGroup ? 'group' : 'person',
    personId: isGroup || name === '' ? null : personIdSchema.parse(newId()),
    name,
    titleBefore: clean(attendee.titleBefore),
    titleAfter: clean(attendee.titleAfter),
    nip: clean(attendee.nip),
    rank: clean(attendee.rank),
    position: clean(attendee.position),
    organizationId: organization === '' ? null : organizationId(organization),
    organizationName: organization,
    headCount: attendee.headCount ?? null,
    days: days.map((day) => ({
      dayId: day.id,
      role: clean(attendee.role) || null,
      presence: null,
      representedBy: '',
      arrived: null,
      left: null,
    })),
  };
}

function toBlocks(
  entry: SessionFileEntry,
  attendance: readonly Attendance[],
  dayId: DayId | null,
  newId: () => string,
): readonly Block[] {
  const speakerIds = new Map<string, AttendanceId>(
    attendance
      .filter((attendee) => attendee.name !== '')
      .map((attendee) => [attendee.name.toLowerCase(), attendee.id]),
  );
  const common = () => ({ id: blockIdSchema.parse(newId()), dayId });
  const withNotes = (block: Block, notes: readonly string[]): readonly Block[] => [
    block,
    ...notes
      .filter((note) => note !== '')
      .map((note): Block => ({
        type: 'narration',
        attrs: common(),
        content: paragraphs(NOTE_PREFIX + note),
      })),
  ];
  const statement = (said: SessionFileStatement, kind: string): readonly Block[] => {
    const speaker = clean(said.speaker);
    const speakerId = speakerIds.get(speaker.toLowerCase()) ?? null;
    const note = clean(said.note);
    return withNotes(
      {
        type: 'statement',
        attrs: { ...common(), speakerId, kind: clean(said.kind) || kind, spokenAtMs: null },
        content: paragraphs(clean(said.summary)),
      },
      [
        speaker !== '' && speakerId === null
          ? `pembicara menurut sumber: ${speaker} (tidak ada di daftar hadir)`
          : '',
        speaker === '' && note.toLowerCase() === SPEAKER_UNKNOWN_NOTE ? '' : note,
      ],
    );
  };
  const point = (type: 'decision' | 'recommendation', said: SessionFilePoint): readonly Block[] => {
    const content = paragraphs(clean(said.text));
    const block: Block =
      type === 'recommendation'
        ? { type, attrs: common(), content }
        : {
            type,
            attrs: { ...common(), method: null, inFavour: null, against: null, abstained: null },
            content,
          };
    return withNotes(block, [clean(said.note)]);
  };

  return [
    ...(entry.statements ?? []).flatMap((said) => statement(said, 'pernyataan')),
    ...(entry.agenda ?? [])
      .map(clean)
      .filter((item) => item !== '')
      .map((item): Block => ({
        type: 'agendaItem',
        attrs: common(),
        content: [{ type: 'text', text: item }],
      })),
    ...(entry.closing ?? []).flatMap((said) => statement(said, CLOSING_STATEMENT_KIND)),
    ...(entry.decisions ?? []).flatMap((said) => point('decision', said)),
    ...(entry.recommendations ?? []).flatMap((said) => point('recommendation', said)),
    ...(entry.followUps ?? []).flatMap((said) =>
      withNotes(
        {
          type: 'followUp',
          attrs: {
            ...common(),
            responsible: clean(said.responsible) || null,
            dueDate: said.due ?? null,
            status: 'belum',
          },
          content: paragraphs(clean(said.text)),
        },
        [clean(said.note)],
      ),
    ),
  ];
}

function paragraphs(words: string): RichNode[] {
  return words
    .split(/\r?\n/)
    .map((line): RichNode =>
      line === ''
        ? { type: 'paragraph' }
        : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    );
}
