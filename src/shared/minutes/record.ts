import type { Block } from '../document/block.ts';
import type { StoredMediaType } from '../document/image-rules.ts';
import type { AttachmentId } from '../ids.ts';
import type { Addendum } from './final.ts';
import type { Attendance } from './people.ts';
import type { Session } from './session.ts';

export interface RecordImage {
  readonly id: AttachmentId;
  readonly mediaType: StoredMediaType;
  readonly base64: string;
}

/** Which state of a final session something is made from. */
export interface FinalVersion {
  /** 0: as it was frozen; n: with addenda up to n. */
  readonly version: number;
  /** Of that state, in hexadecimal. */
  readonly sha256: string;
}

/** Everything one session holds: what documents are made from and what a frozen version keeps. */
export interface SessionRecord {
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  readonly blocks: readonly Block[];
  /** The office that keeps the minutes, from the profile; "" where not given. */
  readonly officeName: string;
  /** The secretary from the profile; "" where not given. */
  readonly notulisName: string;
  /** Images that blocks name; absent where there are none. */
  readonly images?: readonly RecordImage[] | undefined;
  /** Of a final session, told when it is read; the frozen copy is without it. */
  readonly final?: FinalVersion | undefined;
  /** Corrections of a final session up to that version; absent where there are none. */
  readonly addenda?: readonly Addendum[] | undefined;
}
