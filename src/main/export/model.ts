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
  /** A correction of what stands before it. */
  | { readonly type: 'addendum'; readonly content: readonly RichNode[] }
  | { readonly type: 'break'; readonly time: string; readonly content: readonly InlineNode[] };

export interface ExportImage {
  readonly id: string;
  readonly mediaType: StoredMediaType;
  readonly bytes: Uint8Array;
}
