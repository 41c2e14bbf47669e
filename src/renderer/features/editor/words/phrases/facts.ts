import type { EditorState } from '@tiptap/pm/state';

import type { AttendanceId } from '../../../../../shared/ids.ts';
import { longDate, wallClock } from '../../../../../shared/minutes/dates.ts';
import { attendeeLabel, fullName } from '../../../../../shared/minutes/names.ts';
import type { Attendance } from '../../../../../shared/minutes/people.ts';
import type { PhraseFacts } from '../../../../../shared/words/phrases.ts';
import { currentBlock } from '../../commands/new-block.ts';
import type { DeskContext } from '../../desk/desk-part.ts';
import { dayIdOf } from '../../model/blocks.ts';

const nameOf = (attendee: Attendance | undefined): string =>
  attendee ? fullName(attendee) || attendeeLabel(attendee) : '';

/** Who has a role alone; where two have it, nobody can say which one is meant. */
function onlyOneOf(attendance: readonly Attendance[], role: string): Attendance | undefined {
  const found = attendance.filter(({ days }) => days.some((day) => day.role === role));
  return found.length === 1 ? found[0] : undefined;
}

/** What a phrase can say at the caret: of the session, of the day, and of who speaks there. */
export function factsAt(
  state: EditorState,
  { session: currentSession, directory }: Pick<DeskContext, 'session' | 'directory'>,
  nowMs: number,
): PhraseFacts {
  const session = currentSession();
  const { node } = currentBlock(state);
  const dayId = dayIdOf(node);
  const day = session.days.find(({ id }) => id === dayId) ?? session.days[0];
  const speakerId = (node.attrs['speakerId'] as AttendanceId | null | undefined) ?? null;
  const speaker = speakerId === null ? undefined : directory.find(speakerId);
  const attendance = directory.attendance();
  return {
    pembicara: nameOf(speaker),
    jabatan: speaker?.position ?? '',
    lembaga: speaker?.organizationName ?? '',
    pimpinan: nameOf(onlyOneOf(attendance, 'pimpinan')),
    notulis: nameOf(onlyOneOf(attendance, 'notulis')),
    judul: session.title,
    jenis: session.kind,
    tempat: session.place,
    tanggal: day?.date ? longDate(day.date) : '',
    // Only while the meeting runs is the time of now a time of the meeting.
    waktu: session.status === 'berlangsung' ? wallClock(nowMs, session.zone) : '',
    zona: session.zone,
  };
}
