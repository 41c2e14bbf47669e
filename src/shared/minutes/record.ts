import type { Block } from '../document/block.ts';
import type { Attendance } from './people.ts';
import type { Session } from './session.ts';

/** Everything one session holds: what documents are made from and what a frozen version keeps. */
export interface SessionRecord {
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  readonly blocks: readonly Block[];
  /** The office that keeps the minutes, from the profile; "" where not given. */
  readonly officeName: string;
  /** The secretary from the profile; "" where not given. */
  readonly notulisName: string;
}
