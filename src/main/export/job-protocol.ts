import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { DocumentInput } from './document-input.ts';

/** A file that an export writes. */
export interface ExportFile {
  readonly targetPath: string;
  /** False where nobody was asked about a file of that name: then one that is there stays. */
  readonly mayReplace: boolean;
  readonly content:
    | { readonly type: 'document'; readonly kind: DocumentKind }
    /** An office's own template, filled with what a document of that kind says. */
    | { readonly type: 'template'; readonly kind: DocumentKind; readonly bytes: Uint8Array }
    | {
        readonly type: 'zip';
        readonly entries: readonly { readonly name: string; readonly kind: DocumentKind }[];
        /** Files as they lie on the disk, behind the documents. */
        readonly files?: readonly { readonly name: string; readonly path: string }[];
      };
}

/** Writes documents of one session as DOCX: all of the files or none. */
export interface ExportJob {
  readonly type: 'export';
  readonly input: DocumentInput;
  readonly files: readonly ExportFile[];
  /** Tells the temporary files of this export from all others, for whoever has to clean up. */
  readonly mark: string;
}

export interface ExportResult {
  readonly sizeBytes: number;
}
