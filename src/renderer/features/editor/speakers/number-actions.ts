import type { AttendanceId, DayId } from '../../../../shared/ids.ts';
import { numberToGive } from '../../../../shared/minutes/speaker-numbers.ts';
import { showToast } from '../../../ui/toast.tsx';
import type { DeskContext } from '../desk/desk-part.ts';
import { eachBlock } from '../model/blocks.ts';
import type { Acts } from './acts.ts';
import type { Roster } from './roster.ts';
import type { SpeakerQueue } from './speaker-queue.ts';

/** What the actions on speakers have in common. */
export interface SpeakerTools {
  readonly context: DeskContext;
  readonly acts: Acts;
  readonly roster: Roster;
  readonly queue: SpeakerQueue;
  readonly dayId: () => DayId | null;
  readonly nameOf: (id: AttendanceId) => string;
  readonly start: (id: AttendanceId) => void;
}

export interface NumberActions {
  /** Starts a statement of whoever has the number. */
  readonly startOf: (number: number) => void;
  readonly give: (number: number, id: AttendanceId) => void;
  readonly release: (id: AttendanceId) => void;
  /** Gives a further speaker the free number, or that of the longest silent. */
  readonly giveToCurrent: (id: AttendanceId | null) => void;
}

/** Numbers are given and taken by the secretary alone; each change can be taken back. */
export function createNumberActions(tools: SpeakerTools): NumberActions {
  const { context, acts, roster, nameOf, start } = tools;
  const { t } = context;

  function change(text: string, make: () => void): void {
    const former = roster.decided();
    make();
    const undo = (): void => roster.restore(former);
    acts.done(undo);
    showToast({ tone: 'info', text, action: { label: t('undo'), run: undo } });
  }

  function give(number: number, id: AttendanceId): void {
    if (roster.holderOf(number) === id) return;
    change(t('numberGiven', { number: String(number), name: nameOf(id) }), () =>
      roster.give(number, id),
    );
  }

  return {
    give,
    startOf(number) {
      const holder = roster.holderOf(number);
      if (holder !== null) start(holder);
      else showToast({ tone: 'info', text: t('numberFree', { number: String(number) }) });
    },
    release(id) {
      if (!roster.slots().some(({ attendanceId }) => attendanceId === id)) return;
      change(t('numberReleased', { name: nameOf(id) }), () => roster.release(id));
    },
    giveToCurrent(id) {
      if (id === null) {
        showToast({ tone: 'info', text: t('numberNobody') });
        return;
      }
      const slots = roster.slots();
      const known = slots.find(({ attendanceId }) => attendanceId === id);
      if (known) {
        const number = String(known.number);
        showToast({ tone: 'info', text: t('numberKnown', { number, name: nameOf(id) }) });
        return;
      }
      const places = new Map<unknown, number>();
      eachBlock(context.editor().state.doc, ({ node, pos }) => {
        places.set(node.attrs['speakerId'], pos);
      });
      give(
        numberToGive(slots, (holder) => places.get(holder) ?? -1),
        id,
      );
    },
  };
}
