import type { QueueEntry } from '../../../../shared/contract/queue.ts';
import type { AttendanceId, DayId, QueueEntryId, SessionId } from '../../../../shared/ids.ts';
import { api } from '../../../api/client.ts';

/** Who asked to speak, as it is shown; each change is kept in the archive in the order it was made. */
export interface SpeakerQueue {
  /** Takes over what the archive keeps. */
  readonly load: (entries: readonly QueueEntry[]) => void;
  readonly waitingOn: (dayId: DayId | null) => readonly QueueEntry[];
  readonly servedOn: (dayId: DayId | null) => number;
  /** Whether she was put into the list now, or waited in it already. Rejects where that failed. */
  readonly note: (attendanceId: AttendanceId, dayId: DayId) => Promise<'noted' | 'waiting'>;
  readonly setState: (id: QueueEntryId, state: 'waiting' | 'served' | 'removed') => void;
  readonly reorder: (dayId: DayId, order: readonly QueueEntryId[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface SpeakerQueueOptions {
  readonly sessionId: SessionId;
  readonly nowMs: () => number;
  readonly onFailure: (error: unknown) => void;
}

type Shown = QueueEntry & { readonly isRemoved?: boolean };

export function createSpeakerQueue(options: SpeakerQueueOptions): SpeakerQueue {
  const { sessionId, nowMs, onFailure } = options;
  let entries: readonly Shown[] = [];
  const listeners = new Set<() => void>();
  let work: Promise<unknown> = Promise.resolve();

  function show(next: readonly Shown[]): void {
    entries = next;
    for (const listener of listeners) listener();
  }

  /** One after the other: what is kept is what was done last. */
  function inOrder<T>(call: () => Promise<T>): Promise<T> {
    const done = work.then(call);
    work = done.catch(() => undefined);
    return done;
  }

  /** What the archive refused is shown as the archive has it. */
  function keep(call: () => Promise<unknown>): void {
    inOrder(call).catch(async (error: unknown) => {
      onFailure(error);
      const kept = await api('speakers.get', { sessionId }).catch(() => null);
      if (kept) show(kept.queue);
    });
  }

  const isWaiting = (entry: Shown, dayId: DayId | null): boolean =>
    entry.dayId === dayId && entry.servedAtMs === null && entry.isRemoved !== true;

  return {
    load: show,
    waitingOn: (dayId) => entries.filter((entry) => isWaiting(entry, dayId)),
    servedOn: (dayId) =>
      entries.filter((entry) => entry.dayId === dayId && entry.servedAtMs !== null).length,
    async note(attendanceId, dayId) {
      const noted = await inOrder(() => api('queue.note', { sessionId, dayId, attendanceId }));
      if (entries.some(({ id }) => id === noted.id)) return 'waiting';
      show([...entries, noted]);
      return 'noted';
    },
    setState(id, state) {
      show(
        entries.map((entry) =>
          entry.id === id
            ? {
                ...entry,
                servedAtMs: state === 'served' ? nowMs() : null,
                isRemoved: state === 'removed',
              }
            : entry,
        ),
      );
      keep(() => api('queue.setState', { id, state }));
    },
    reorder(dayId, order) {
      const moved = new Map(entries.map((entry) => [entry.id, entry]));
      const inNewOrder = order.flatMap((id) => moved.get(id) ?? []);
      let next = 0;
      // The same places are dealt out anew; those that are not named stay where they are.
      show(
        entries.map((entry) => (order.includes(entry.id) ? (inNewOrder[next++] ?? entry) : entry)),
      );
      keep(() => api('queue.reorder', { sessionId, dayId, order: [...order] }));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
