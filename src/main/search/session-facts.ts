import { longDate } from '../../shared/minutes/dates.ts';
import type { ArchiveAttendee } from './archive-people.ts';
import type { ArchiveSession, IndexedBlock } from './archive-reader.ts';

/** A date that is none, in an archive that somebody else wrote, must not stop the indexing. */
function isDate(date: string | null): date is string {
  return date !== null && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
}

/** Stands between facts that are indexed as one text. */
export const FACT_SEPARATOR = ' · ';

export function hostsOf(session: ArchiveSession): readonly string[] {
  return JSON.parse(session.hosts) as readonly string[];
}

/** The facts by which a session itself is found; a hit shows those that match. */
export function sessionFacts(session: ArchiveSession): readonly string[] {
  const dates = [session.first_date, session.last_date].filter(isDate);
  return [
    session.title,
    session.theme,
    session.kind,
    session.place,
    ...hostsOf(session),
    session.series_title,
    session.purpose,
    session.document_number,
    ...dates.map(longDate),
  ]
    .map((part) => part?.trim() ?? '')
    .filter((part, index, all) => part !== '' && all.indexOf(part) === index);
}

export function attendanceFacts(attendees: readonly ArchiveAttendee[]): readonly string[] {
  return attendees.map((one) => one.line).filter(Boolean);
}

/** The words of a block; also what its hit shows. */
export function blockText(block: IndexedBlock): string {
  return [block.plain_text, block.responsible ?? ''].filter(Boolean).join(FACT_SEPARATOR);
}
