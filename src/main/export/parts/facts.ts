import type { InlineNode } from '../../../shared/document/rich-text.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import { officersOf } from '../../../shared/minutes/officers.ts';
import { officerLines } from '../attendance-rows.ts';
import type { FactRow } from '../official-document.ts';
import { parted } from '../sections.ts';
import { sessionFacts } from '../session-facts.ts';
import { SHORT_BLANK, isEmptyInline, plain } from './text.ts';

/** As wide as the labels of a Notula need. */
export const LABEL_WIDTH_MM = 43;

/** A label with lines of plain text; without any, a blank to be filled in by hand. */
export function factRow(label: string, lines: readonly string[], isUnder = false): FactRow {
  return { label, value: { lines: lines.map(plain), isNumbered: false }, isUnder };
}

/** The agenda under its label, numbered; a blank where none is known. */
export function agendaRow(label: string, agenda: readonly (readonly InlineNode[])[]): FactRow {
  const lines = agenda.map((item) => (isEmptyInline(item) ? plain(SHORT_BLANK) : item));
  return { label, value: { lines, isNumbered: true }, isUnder: false };
}

export const agendaOf = ({ blocks }: Pick<SessionRecord, 'blocks'>) =>
  parted(blocks).agenda.map((item) => item.content ?? []);

/** The facts of the meeting in the order of a Notula, up to the agenda and who led it. */
export function meetingFacts(record: SessionRecord): readonly FactRow[] {
  const { attendance, session, notulisName } = record;
  const { chair, secretary, recorder } = officerLines(officersOf(attendance), notulisName);
  return [
    ...sessionFacts(session).map(({ label, lines }) => factRow(label, lines)),
    agendaRow('Acara', agendaOf(record)),
    { label: 'Pimpinan Sidang/Rapat', value: null, isUnder: false },
    factRow('Ketua', chair, true),
    factRow('Sekretaris', secretary, true),
    factRow('Pencatat', recorder, true),
  ];
}
