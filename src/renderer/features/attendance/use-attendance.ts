import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { CallInput } from '../../../shared/contract/index.ts';
import type { NewAttendance } from '../../../shared/contract/people.ts';
import type { AttendanceId, DayId, SessionId } from '../../../shared/ids.ts';
import type { Attendance, AttendanceDay } from '../../../shared/minutes/people.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { showToast } from '../../ui/toast.tsx';

export type DayChanges = CallInput<'attendance.updateDay'>['changes'];
export type LineChanges = CallInput<'attendance.update'>['changes'];

/** Most lines that one call may add. */
const LINES_PER_CALL = 2000;

const keyOf = (sessionId: SessionId) => ['attendance', sessionId] as const;

function patch(
  queries: QueryClient,
  sessionId: SessionId,
  change: (lines: readonly Attendance[]) => readonly Attendance[],
): void {
  queries.setQueryData<readonly Attendance[]>(keyOf(sessionId), (lines) => lines && change(lines));
}

/** The lines with those of `changed` in place of the older ones. */
function replaced(
  lines: readonly Attendance[],
  changed: readonly Attendance[],
): readonly Attendance[] {
  const byId = new Map(changed.map((line) => [line.id, line]));
  return lines.map((line) => byId.get(line.id) ?? line);
}

function withDay(
  line: Attendance,
  dayId: DayId | null,
  changes: Partial<AttendanceDay>,
): Attendance {
  return {
    ...line,
    days: line.days.map((day) =>
      dayId === null || day.dayId === dayId ? { ...day, ...changes } : day,
    ),
  };
}

function createActions(queries: QueryClient, sessionId: SessionId) {
  /** What was removed since the session was opened, the latest last. */
  const removals: AttendanceId[][] = [];
  const change = (edit: (lines: readonly Attendance[]) => readonly Attendance[]): void =>
    patch(queries, sessionId, edit);

  /** Undefined where it failed: then what is shown is read again and the user is told. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      // An older answer that is still under way must not undo what is shown now.
      await queries.cancelQueries({ queryKey: keyOf(sessionId) });
      return await work();
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
      void queries.invalidateQueries({ queryKey: keyOf(sessionId) });
      return undefined;
    }
  }

  return {
    /** Answers with the lines that were added; undefined where it failed. */
    add: (entries: readonly NewAttendance[]): Promise<readonly Attendance[] | undefined> =>
      attempt(async () => {
        const added: Attendance[] = [];
        for (let from = 0; from < entries.length; from += LINES_PER_CALL) {
          const part = entries.slice(from, from + LINES_PER_CALL);
          const lines = await api('attendance.add', { sessionId, entries: part });
          added.push(...lines);
          change((known) => [...known, ...lines]);
        }
        void queries.invalidateQueries({ queryKey: ['people'] });
        return added;
      }),
    /** Answers with the lines that were added or noted; undefined where it failed: then none was. */
    takeIn: (list: Omit<CallInput<'attendance.takeIn'>, 'sessionId'>) =>
      attempt(async () => {
        const lines = await api('attendance.takeIn', { sessionId, ...list });
        await queries.invalidateQueries({ queryKey: keyOf(sessionId) });
        void queries.invalidateQueries({ queryKey: ['people'] });
        return lines;
      }),
    setDay: (
      ids: readonly AttendanceId[],
      dayId: DayId | null,
      changes: DayChanges & Partial<AttendanceDay>,
    ): Promise<void> =>
      attempt(async () => {
        const wanted = new Set(ids);
        change((lines) =>
          lines.map((line) => (wanted.has(line.id) ? withDay(line, dayId, changes) : line)),
        );
        const changed = await api('attendance.updateDay', { ids: [...ids], dayId, changes });
        change((lines) => replaced(lines, changed));
      }).then(() => undefined),
    setLine: (id: AttendanceId, changes: LineChanges): Promise<Attendance | undefined> =>
      attempt(async () => {
        const changed = await api('attendance.update', { id, changes });
        change((lines) => replaced(lines, [changed]));
        void queries.invalidateQueries({ queryKey: ['people'] });
        return changed;
      }),
    /** True where they are gone. */
    remove: (ids: readonly AttendanceId[]): Promise<boolean> =>
      attempt(async () => {
        await api('attendance.remove', { ids: [...ids] });
        removals.push([...ids]);
        const gone = new Set(ids);
        change((lines) => lines.filter((line) => !gone.has(line.id)));
        return true;
      }).then((isDone) => isDone ?? false),
    /** Takes back the given removal, or the latest; false where there is none. */
    undoRemoval: async (ids: readonly AttendanceId[] | undefined = removals.at(-1)) => {
      if (ids === undefined) return false;
      const at = removals.findIndex((each) => each.join() === ids.join());
      if (at === -1) return false;
      removals.splice(at, 1);
      const back = await attempt(() => api('attendance.undoRemove', { ids: [...ids] }));
      await queries.invalidateQueries({ queryKey: keyOf(sessionId) });
      return back !== undefined;
    },
    reorder: (order: readonly AttendanceId[]): Promise<void> =>
      attempt(async () => {
        change((lines) => {
          const byId = new Map(lines.map((line) => [line.id, line]));
          return order.flatMap((id) => byId.get(id) ?? []);
        });
        await api('attendance.reorder', { sessionId, order: [...order] });
      }).then(() => undefined),
  };
}

export type AttendanceActions = ReturnType<typeof createActions>;

/** Everything that changes the attendance of one session; what is shown follows at once. */
export function useAttendanceActions(sessionId: SessionId): AttendanceActions {
  const queries = useQueryClient();
  return useMemo(() => createActions(queries, sessionId), [queries, sessionId]);
}
