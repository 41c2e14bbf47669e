import type { BlockOf } from '../../shared/document/block.ts';
import { dateInWords } from '../../shared/minutes/dates.ts';
import { fullName, positionLine } from '../../shared/minutes/names.ts';
import type { KnownOfficers } from '../../shared/minutes/officers.ts';
import { officersOf } from '../../shared/minutes/officers.ts';
import type { Attendance } from '../../shared/minutes/people.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import { attendanceRows, attendanceSummary, officerLines } from './attendance-rows.ts';
import type { CourseBlock } from './minutes-items.ts';
import { minutesItems } from './minutes-items.ts';
import type { FollowUpRow, NotulaModel, Point, Signature } from './model.ts';
import type { Noted } from './sections.ts';
import { parted } from './sections.ts';
import { sessionFacts, sessionHeading } from './session-facts.ts';
import { xmlLine } from './xml-text.ts';

const STATUS_WORDS = {
  belum: 'Belum',
  berjalan: 'Berjalan',
  selesai: 'Selesai',
  dibatalkan: 'Dibatalkan',
} as const;

/** How a decision was taken, as far as it is known; "" where it is not. */
function outcome({ attrs }: BlockOf<'decision'>): string {
  const counts = [
    attrs.inFavour === null ? '' : `setuju ${attrs.inFavour}`,
    attrs.against === null ? '' : `tidak setuju ${attrs.against}`,
    attrs.abstained === null ? '' : `abstain ${attrs.abstained}`,
  ].filter((count) => count !== '');
  const votes = counts.join(', ');
  switch (attrs.method) {
    case 'mufakat':
      return votes === '' ? 'Diputuskan secara mufakat.' : `Diputuskan secara mufakat (${votes}).`;
    case 'pemungutan suara':
      return votes === ''
        ? 'Diputuskan dengan pemungutan suara.'
        : `Diputuskan dengan pemungutan suara: ${votes}.`;
    case null:
      return votes === '' ? '' : `Suara: ${votes}.`;
  }
}

function notesOf({ notes }: Noted<BlockOf<'decision' | 'recommendation' | 'followUp'>>) {
  return notes.map((note) => note.content);
}

function followUpRow(noted: Noted<BlockOf<'followUp'>>): FollowUpRow {
  const { content, attrs } = noted.block;
  return {
    content,
    notes: notesOf(noted),
    responsible: xmlLine(attrs.responsible ?? ''),
    due: attrs.dueDate === null ? '' : dateInWords(attrs.dueDate),
    status: STATUS_WORDS[attrs.status],
  };
}

function signature(capacity: string, attendee: Attendance | undefined, name = ''): Signature {
  if (!attendee) return { capacity, position: '', name: xmlLine(name), rank: '', nip: '' };
  return {
    capacity,
    position: xmlLine(positionLine(attendee)),
    name: xmlLine(fullName(attendee)),
    rank: xmlLine(attendee.rank),
    nip: xmlLine(attendee.nip),
  };
}

/** Two blocks: the secretary on the left, who led the meeting on the right (FORMATS §2). */
function signatures(officers: KnownOfficers, notulisName: string): readonly Signature[] {
  return [
    signature('Notulis', officers.recorders[0], notulisName),
    signature('Pimpinan Sidang/Rapat', officers.chairs[0]),
  ];
}

/** Agenda items that something is printed under, with their number in the agenda. */
function headedAgenda(
  agenda: readonly BlockOf<'agendaItem'>[],
  course: readonly CourseBlock[],
): ReadonlyMap<string, number> {
  return new Map(
    agenda.flatMap((item, index): [string, number][] => {
      const next = course[course.indexOf(item) + 1];
      const hasContent = course.includes(item) && next !== undefined && next.type !== 'agendaItem';
      return hasContent ? [[item.attrs.id, index + 1]] : [];
    }),
  );
}

/**
 * Gathers what the official Notula of a session says: every block that says something is in it
 * once (an agenda item with something under it also as a heading), and nothing that is not in the
 * record. Layout is notulaDocx's work.
 */
export function notulaModel(record: SessionRecord, createdAtMs: number): NotulaModel {
  const { session, attendance, officeName, notulisName } = record;
  const officers = officersOf(attendance);
  const sections = parted(record.blocks);
  const items = (blocks: readonly CourseBlock[], dayId: string | null) =>
    minutesItems(blocks, { record, agendaNumbers: headedAgenda(sections.agenda, blocks), dayId });
  // "Kata Pembukaan" is heading enough for an agenda item called "Pembukaan" or "Sambutan".
  const opening = sections.opening.filter((block) => block.type !== 'agendaItem');
  const firstDayId = session.days[0]?.id ?? null;
  const lastDayId = session.days.at(-1)?.id ?? null;
  const lines = officerLines(officers, notulisName);

  return {
    title: sessionHeading(session),
    recorderName: lines.recorder[0] ?? '',
    createdAtMs,
    isDraft: session.status !== 'final',
    institution: xmlLine(officeName) || xmlLine(session.hosts[0]?.name ?? ''),
    documentNumber: xmlLine(session.documentNumber),
    facts: sessionFacts(session),
    agenda: sections.agenda.map((item) => item.content ?? []),
    officers: lines,
    attendance: attendanceRows(attendance, session.days),
    attendanceSummary: attendanceSummary(attendance, session.days),
    opening: items(opening, firstDayId),
    discussion: items(sections.discussion, null),
    closing: {
      remarks: items(sections.remarks, lastDayId),
      decisions: sections.decisions.map((noted): Point => ({
        content: noted.block.content,
        outcome: outcome(noted.block),
        notes: notesOf(noted),
      })),
      recommendations: sections.recommendations.map((noted): Point => ({
        content: noted.block.content,
        outcome: '',
        notes: notesOf(noted),
      })),
      followUps: sections.followUps.map(followUpRow),
      ending: items(sections.ending, lastDayId),
    },
    images: (record.images ?? []).map(({ id, mediaType, base64 }) => ({
      id,
      mediaType,
      bytes: Buffer.from(base64, 'base64'),
    })),
    signatures: signatures(officers, notulisName),
  };
}
