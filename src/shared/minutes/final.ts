import type { BlockId, SessionId } from '../ids.ts';

export const LONGEST_FINAL_REASON = 1000;
export const LONGEST_ADDENDUM = 20_000;

/** A numbered correction of a final session: it stands beside the text and never changes it. */
export interface Addendum {
  readonly number: number;
  /** null: about the minutes as a whole. */
  readonly blockId: BlockId | null;
  /** Plain text; lines apart by "\n". */
  readonly text: string;
  readonly atMs: number;
  readonly actor: string;
  /** Of the session with its addenda up to this one. */
  readonly sha256: string;
}

/** What of a final session is no longer as it was frozen; each was changed outside Notula. */
export const FINAL_PARTS = [
  'frozen-copy',
  'session',
  'attendance',
  'document',
  'numbers',
  'images',
  'addenda',
  'log',
] as const;
export type FinalPart = (typeof FINAL_PARTS)[number];

export interface FinalState {
  readonly atMs: number;
  readonly actor: string;
  /** Why it was made final although the checks found something; "" where they found nothing. */
  readonly reason: string;
  /** Of the session as it was frozen, version 0. */
  readonly sha256: string;
  readonly addenda: readonly Addendum[];
  /** Empty: all is as it was frozen. */
  readonly changedParts: readonly FinalPart[];
}

/** The number of the newest version: 0 is the final session itself, n its state with n addenda. */
export const finalVersion = ({ addenda }: Pick<FinalState, 'addenda'>): number => addenda.length;

/** The hash of one version; null where there is none of that number. */
export function versionHash(
  state: Pick<FinalState, 'sha256' | 'addenda'>,
  version: number,
): string | null {
  if (version === 0) return state.sha256;
  return state.addenda.find(({ number }) => number === version)?.sha256 ?? null;
}

export const LOG_ACTIONS = [
  'create',
  'duplicate',
  'import',
  'status',
  'trash',
  'restore',
  /** Gone for good, as examples are. */
  'remove',
  'finalise',
  'addendum',
  'mark',
  'mark-removed',
  'issue',
  'sign',
] as const;
export type LogAction = (typeof LOG_ACTIONS)[number];

export type LogDetails = Readonly<Record<string, string | number>>;

export interface LogEntry {
  readonly seq: number;
  readonly atMs: number;
  /** "" where nobody was named. */
  readonly actor: string;
  readonly action: LogAction;
  readonly sessionId: SessionId | null;
  readonly details: LogDetails;
  readonly hash: string;
}

/** Writes an entry inside the transaction of the change that it tells of, and answers with it. */
export type AppendToLog = (
  action: LogAction,
  sessionId: SessionId | null,
  details?: LogDetails,
) => LogEntry;

export interface LogPage {
  readonly entries: readonly LogEntry[];
  readonly hasOlder: boolean;
  /** The first entry whose hash does not follow from the one before; null: the chain is whole. */
  readonly brokenAtSeq: number | null;
}

/** A file beside minutes whose bytes are gone, or others than those that were kept. */
export interface FileFault {
  readonly sessionId: SessionId;
  /** Of the session. */
  readonly title: string;
  readonly name: string;
  readonly fault: 'missing' | 'damaged';
}

export interface ArchiveReport {
  readonly atMs: number;
  readonly finalCount: number;
  readonly changed: readonly {
    readonly sessionId: SessionId;
    readonly title: string;
    readonly parts: readonly FinalPart[];
  }[];
  readonly logCount: number;
  readonly brokenAtSeq: number | null;
  /** SQLite's own check of the file. */
  readonly isFileSound: boolean;
  /** Files beside the minutes of all sessions. */
  readonly fileCount: number;
  readonly fileFaults: readonly FileFault[];
}
