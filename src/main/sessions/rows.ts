import type { DayId, OrganizationId, SeriesId, SessionId } from '../../shared/ids.ts';
import type { MeetingCourse } from '../../shared/minutes/meeting-course.ts';
import { quorumRuleSchema } from '../../shared/minutes/quorum-rule.ts';
import type {
  Host,
  Session,
  SessionDay,
  SessionStatus,
  SessionSummary,
} from '../../shared/minutes/session.ts';

/** The columns of `sessions` that hold what a person enters. */
export interface FieldRow {
  readonly kind: string;
  readonly title: string;
  readonly theme: string;
  readonly purpose: string;
  readonly document_number: string;
  readonly invitation: string;
  readonly mode: Session['mode'];
  readonly place: string;
  readonly link: string;
  readonly zone: Session['zone'];
  readonly access: Session['access'];
  readonly confidentiality: Session['confidentiality'];
  readonly series_number: number | null;
  /** JSON of the rule, or null. */
  readonly quorum: string | null;
}

export interface SessionRow extends FieldRow {
  readonly id: SessionId;
  readonly series_id: SeriesId | null;
  readonly status: SessionStatus;
  readonly is_example: 0 | 1;
  readonly trashed_at_ms: number | null;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
}

export interface DayRow {
  readonly id: DayId;
  readonly date: string | null;
  readonly start_time: string | null;
  readonly end_time: string | null;
}

export interface HostRow {
  readonly organization_id: OrganizationId;
  readonly name: string;
}

export interface SummaryRow {
  readonly id: SessionId;
  readonly kind: string;
  readonly title: string;
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly place: string;
  readonly status: SessionStatus;
  /** JSON array of names, in order. */
  readonly hosts: string;
  readonly is_example: 0 | 1;
  readonly trashed_at_ms: number | null;
  readonly updated_at_ms: number;
}

export function fieldRowOf(session: Session): FieldRow {
  return {
    kind: session.kind,
    title: session.title,
    theme: session.theme,
    purpose: session.purpose,
    document_number: session.documentNumber,
    invitation: session.invitation,
    mode: session.mode,
    place: session.place,
    link: session.link,
    zone: session.zone,
    access: session.access,
    confidentiality: session.confidentiality,
    series_number: session.seriesNumber,
    quorum: session.quorum === null ? null : JSON.stringify(session.quorum),
  };
}

export function dayOf(row: DayRow): SessionDay {
  return { id: row.id, date: row.date, start: row.start_time, end: row.end_time };
}

export function sessionOf(
  row: SessionRow,
  days: readonly DayRow[],
  meeting: MeetingCourse,
  hosts: readonly HostRow[],
  seriesTitle: string | null,
): Session {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    theme: row.theme,
    purpose: row.purpose,
    documentNumber: row.document_number,
    invitation: row.invitation,
    mode: row.mode,
    place: row.place,
    link: row.link,
    zone: row.zone,
    access: row.access,
    confidentiality: row.confidentiality,
    seriesNumber: row.series_number,
    quorum: row.quorum === null ? null : quorumRuleSchema.parse(JSON.parse(row.quorum)),
    status: row.status,
    days: days.map(dayOf),
    meeting,
    hosts: hosts.map((host): Host => ({ organizationId: host.organization_id, name: host.name })),
    series:
      row.series_id === null || seriesTitle === null
        ? null
        : { id: row.series_id, title: seriesTitle },
    isExample: row.is_example === 1,
    trashedAtMs: row.trashed_at_ms,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}

export function summaryOf(row: SummaryRow): SessionSummary {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    firstDate: row.first_date,
    lastDate: row.last_date,
    place: row.place,
    status: row.status,
    hosts: JSON.parse(row.hosts) as string[],
    isExample: row.is_example === 1,
    trashedAtMs: row.trashed_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}
