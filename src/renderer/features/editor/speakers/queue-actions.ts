import type { QueueEntry } from '../../../../shared/contract/queue.ts';
import type { AttendanceId, QueueEntryId } from '../../../../shared/ids.ts';
import { describeError } from '../../../api/describe-error.ts';
import { showToast } from '../../../ui/toast.tsx';
import type { SpeakerTools } from './number-actions.ts';
import type { PurposeOptions } from './speaker-popup.ts';

export interface QueueActions {
  readonly waiting: () => readonly QueueEntry[];
  readonly note: (id: AttendanceId) => void;
  /** Starts a statement of the next, or of one of those who wait. */
  readonly next: () => void;
  readonly serve: (entry: QueueEntry) => void;
  readonly remove: (entry: QueueEntry) => void;
  /** One place up or down; false at the end of the list. */
  readonly shift: (entry: QueueEntry, by: 1 | -1) => boolean;
  readonly moveBefore: (id: QueueEntryId, target: QueueEntryId) => void;
  readonly purpose: (add: (name: string) => Promise<void>) => PurposeOptions;
  /** Takes what says something aloud beside the list; without it, a message in the corner says it. */
  readonly announceBy: (announce: ((text: string) => boolean) | null) => void;
}

/** Who asked to speak gets a turn by one key. */
export function createQueueActions(tools: SpeakerTools): QueueActions {
  const { context, acts, queue, dayId, nameOf, start } = tools;
  const { t } = context;
  let announce: ((text: string) => boolean) | null = null;

  const say = (text: string): void => {
    if (announce?.(text) !== true) showToast({ tone: 'info', text });
  };
  const waiting = (): readonly QueueEntry[] =>
    queue
      .waitingOn(dayId())
      .filter(({ attendanceId }) => context.directory.find(attendanceId) !== undefined);
  const placeOf = (id: AttendanceId): string =>
    String(waiting().findIndex(({ attendanceId }) => attendanceId === id) + 1);

  function note(id: AttendanceId): void {
    const day = dayId();
    if (day === null) return;
    queue.note(id, day).then(
      (result) =>
        say(
          t(result === 'noted' ? 'queueNoted' : 'queueKnown', {
            name: nameOf(id),
            place: placeOf(id),
          }),
        ),
      (error: unknown) => showToast({ tone: 'error', text: describeError(error) }),
    );
  }

  function serve(entry: QueueEntry): void {
    start(entry.attendanceId);
    queue.setState(entry.id, 'served');
    acts.done(() => queue.setState(entry.id, 'waiting'), true);
  }

  function reorder(order: readonly QueueEntryId[]): void {
    const day = dayId();
    const former = waiting().map(({ id }) => id);
    if (day === null) return;
    queue.reorder(day, order);
    acts.done(() => queue.reorder(day, former));
  }

  return {
    waiting,
    note,
    serve,
    next() {
      const [first] = waiting();
      if (first) serve(first);
      else showToast({ tone: 'info', text: t('queueEmpty') });
    },
    remove(entry) {
      queue.setState(entry.id, 'removed');
      const undo = (): void => queue.setState(entry.id, 'waiting');
      acts.done(undo);
      showToast({
        tone: 'info',
        text: t('queueRemoved', { name: nameOf(entry.attendanceId) }),
        action: { label: t('undo'), run: undo },
      });
    },
    shift(entry, by) {
      const order = waiting().map(({ id }) => id);
      const from = order.indexOf(entry.id);
      const neighbour = order[from + by];
      if (from === -1 || neighbour === undefined) return false;
      order[from + by] = entry.id;
      order[from] = neighbour;
      reorder(order);
      const name = nameOf(entry.attendanceId);
      say(t('queueMoved', { name, place: String(from + by + 1) }));
      return true;
    },
    moveBefore(id, target) {
      const former = waiting().map((entry) => entry.id);
      const isDown = former.indexOf(id) < former.indexOf(target);
      const order = former.filter((other) => other !== id);
      order.splice(order.indexOf(target) + (isDown ? 1 : 0), 0, id);
      reorder(order);
    },
    purpose(add) {
      const waits = new Set(waiting().map(({ attendanceId }) => attendanceId));
      return {
        label: t('queueChoose'),
        hint: t('queueListHint'),
        isOffered: ({ id, isAway }) => !isAway && !waits.has(id),
        noteOf: ({ id, isAway }) => (waits.has(id) ? t('queueWaits') : isAway ? t('away') : ''),
        onChoose: note,
        onAdd: (name) => void add(name),
      };
    },
    announceBy(next) {
      announce = next;
    },
  };
}
