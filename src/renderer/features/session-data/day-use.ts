import type { DayId, SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';

/** How much hangs on one day of a session. */
export interface DayUse {
  /** Attendees of whom something was recorded on that day. */
  readonly attendees: number;
  readonly blocks: number;
}

/** Looks up what removing a day would take away or move. */
export async function dayUse(sessionId: SessionId, dayId: DayId): Promise<DayUse> {
  const [attendance, document] = await Promise.all([
    api('attendance.list', { sessionId }),
    api('documents.load', { sessionId }),
  ]);
  const recorded = attendance.filter((line) =>
    line.days.some(
      (day) =>
        day.dayId === dayId &&
        (day.presence !== null || day.role !== null || day.arrived !== null || day.left !== null),
    ),
  );
  return {
    attendees: recorded.length,
    blocks: document.blocks.filter((block) => block.attrs.dayId === dayId).length,
  };
}
