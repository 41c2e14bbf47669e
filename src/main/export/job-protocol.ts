import type { SessionRecord } from '../../shared/minutes/record.ts';

/** Writes the Notula of a session as DOCX. */
export interface ExportNotulaJob {
  readonly type: 'export-notula';
  readonly record: SessionRecord;
  readonly targetPath: string;
  /** False where nobody was asked about a file of that name: then one that is there stays. */
  readonly mayReplace: boolean;
  /** When it was asked for, UTC milliseconds; the document is dated with it. */
  readonly nowMs: number;
}

export interface ExportNotulaResult {
  readonly path: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}
