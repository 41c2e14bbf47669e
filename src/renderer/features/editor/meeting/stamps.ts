import { isRunning } from '../../../../shared/minutes/meeting.ts';
import type { Session } from '../../../../shared/minutes/session.ts';
import { createSpokenClock } from '../model/spoken-time.ts';

interface StampsOptions {
  readonly session: () => Session;
  /** The clock on the wall and one that only moves forward, both in milliseconds. */
  readonly wallMs: () => number;
  readonly monotonicMs: () => number;
}

/** The times of what is said, for as long as the minutes are open. */
export interface Stamps {
  /** The time for a statement that begins now; null while nobody speaks for the minutes. */
  readonly stampMs: () => number | null;
  /** The time of an event of the meeting, on the same clock as the statements. */
  readonly eventMs: () => number;
  /** Takes the clock on the wall anew, as when the meeting starts or the computer has slept. */
  readonly reset: () => void;
}

/**
 * Statements are stamped only while the meeting runs: what is typed before it, after it or in a break
 * was not said then. A window that is opened in mid-meeting takes the wall's clock of that moment.
 */
export function createStamps({ session, wallMs, monotonicMs }: StampsOptions): Stamps {
  let clock = createSpokenClock(wallMs, monotonicMs);
  return {
    stampMs: () => (isRunning(session()) ? clock() : null),
    eventMs: () => (session().status === 'berlangsung' ? clock() : wallMs()),
    reset() {
      clock = createSpokenClock(wallMs, monotonicMs);
    },
  };
}
