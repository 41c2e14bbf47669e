import type { StoredMediaType } from '../../shared/document/image-rules.ts';
import type { InlineNode, RichNode } from '../../shared/document/rich-text.ts';

/** A label with what is known; no lines: a blank to be filled in by hand. */
export interface Fact {
  readonly label: string;
  readonly lines: readonly string[];
}

export interface Officers {
  readonly chair: readonly string[];
  readonly secretary: readonly string[];
  readonly recorder: readonly string[];
}

export interface AttendanceRow {
  readonly name: string;
  readonly position: string;
  readonly remarks: readonly string[];
}

export interface Speaker {
  readonly name: string;
  readonly position: string;
}

/** One piece of the course of the meeting, in the order in which it is printed. */
export type MinutesItem =
  | { readonly type: 'day'; readonly text: string }
  | { readonly type: 'agenda'; readonly number: number; readonly content: readonly InlineNode[] }
  | {
      readonly type: 'statement';
      /** null: nobody noted who spoke. */
      readonly speaker: Speaker | null;
      /** "" for a plain statement. */
      readonly kind: string;
      readonly time: string;
      readonly content: readonly RichNode[];
    }
  | { readonly type: 'narration'; readonly isNote: boolean; readonly content: readonly RichNode[] }
  | { readonly type: 'break'; readonly time: string; readonly content: readonly InlineNode[] };

/** A decision or a recommendation. */
export interface Point {
  readonly content: readonly RichNode[];
  /** How it was decided, as a sentence; "" where not known. */
  readonly outcome: string;
  readonly notes: readonly (readonly RichNode[])[];
}

export interface FollowUpRow {
  readonly content: readonly RichNode[];
  readonly notes: readonly (readonly RichNode[])[];
  readonly responsible: string;
  readonly due: string;
  readonly status: string;
}

export interface Closing {
  readonly remarks: readonly MinutesItem[];
  readonly decisions: readonly Point[];
  readonly recommendations: readonly Point[];
  readonly followUps: readonly FollowUpRow[];
  /** What was noted after the last decision, recommendation or follow-up. */
  readonly ending: readonly MinutesItem[];
}

export interface Signature {
  /** "Pimpinan Sidang/Rapat" or "Notulis". */
  readonly capacity: string;
  readonly position: string;
  /** "" leaves a dotted line for the name. */
  readonly name: string;
  readonly rank: string;
  readonly nip: string;
}

export interface ExportImage {
  readonly id: string;
  readonly mediaType: StoredMediaType;
  readonly bytes: Uint8Array;
}

/** Everything that the official Notula says, in the order in which it says it. */
export interface NotulaModel {
  /** Title and secretary, for the file's properties; "" where not known. */
  readonly title: string;
  readonly recorderName: string;
  readonly createdAtMs: number;
  /** Not final yet: every page says so. */
  readonly isDraft: boolean;
  /** The office in whose name the minutes are kept; "" where not known. */
  readonly institution: string;
  readonly documentNumber: string;
  readonly facts: readonly Fact[];
  readonly agenda: readonly (readonly InlineNode[])[];
  readonly officers: Officers;
  readonly attendance: readonly AttendanceRow[];
  readonly attendanceSummary: string;
  readonly opening: readonly MinutesItem[];
  readonly discussion: readonly MinutesItem[];
  readonly closing: Closing;
  /** What image nodes name. */
  readonly images: readonly ExportImage[];
  /** From left to right. */
  readonly signatures: readonly Signature[];
}
