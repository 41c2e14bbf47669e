import type { InlineNode, RichNode } from '../../shared/document/rich-text.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { LetterheadSettings, PageSetup } from '../../shared/official/office-settings.ts';
import type { ExportImage } from './model.ts';
import type { SignatureImage } from './signature-image.ts';

/**
 * One official document, whatever its kind: what it says, piece by piece from top to bottom, and
 * what each piece is. How that looks in Word or on a page is the work of the renderers. Texts are
 * plain and free of what XML cannot hold (xmlLine); rich nodes are as they stand in the minutes.
 */
export interface OfficialDocument {
  readonly kind: DocumentKind;
  /** For the file's properties; "" where not known. */
  readonly properties: {
    readonly title: string;
    readonly subject: string;
    readonly author: string;
    readonly createdAtMs: number;
  };
  /** Not final yet: every page says so. */
  readonly isDraft: boolean;
  /** "RAHASIA", "TERBATAS": every page says so; "" where nothing keeps it from being read. */
  readonly secrecy: string;
  readonly page: PageSetup;
  readonly letterhead: Letterhead | null;
  readonly footer: PageFoot;
  readonly pieces: readonly Piece[];
  /** What image nodes and letterheads name. */
  readonly images: readonly ExportImage[];
}

/** What is drawn of it, and of pages that are no document of a session. */
export type DrawnDocument = Omit<OfficialDocument, 'kind'>;

/** What stands at the foot of every page. */
export interface PageFoot {
  readonly text: string;
  readonly hasPageNumbers: boolean;
  /** Of a final session: what ties a page on paper to its state in the archive. */
  readonly code?: FootCode | undefined;
}

/** Beside the QR code, under each other: the text of the foot and these lines. */
export interface FootCode {
  /** "Final · Nomor 63/PK.01-BA/3507/2025" */
  readonly version: string;
  /** "Kode pemeriksaan NTL-0-…"; the number of the page stands on this line. */
  readonly printed: string;
  readonly qr: string;
}

/** The head of the first page: one office, or up to four side by side in name and logo. */
export interface Letterhead {
  readonly offices: readonly {
    readonly lines: LetterheadSettings['lines'];
    readonly logoId: string | null;
    readonly logoHeightMm: number;
  }[];
  readonly rule: LetterheadSettings['rule'];
}

export type Alignment = 'start' | 'center' | 'end' | 'justify';

/** What stands beside a label: lines of running text, numbered where there are several points. */
export interface FactValue {
  readonly lines: readonly (readonly InlineNode[])[];
  readonly isNumbered: boolean;
}

export interface FactRow {
  readonly label: string;
  /** null: the label heads the rows under it; no lines: a blank to be filled in by hand. */
  readonly value: FactValue | null;
  readonly isUnder: boolean;
}

export interface TableColumn {
  readonly title: string;
  /** null: an even part of the room that is left. */
  readonly widthMm: number | null;
  readonly alignment: Alignment;
  /** To be signed: the numbers of odd rows stand at the left, those of even ones in the middle. */
  readonly isZigZag?: boolean;
}

export interface SignatureBlock {
  /** "Pimpinan Sidang/Rapat", "a.n. Ketua …", one line each, before the position. */
  readonly capacityLines: readonly string[];
  /** "" where not known. */
  readonly position: string;
  /** "" leaves a dotted line for the name. */
  readonly name: string;
  readonly rank: string;
  readonly nip: string;
  /** null leaves the room for a signature by hand. */
  readonly image: SignatureImage | null;
}

/** One piece of a document. `isKeptWithNext`: never alone at the foot of a page. */
export type Piece =
  | {
      /** The lines of the title, in the middle: "BERITA ACARA", "Nomor: …", "TENTANG", … */
      readonly type: 'title';
      readonly lines: readonly {
        readonly text: string;
        readonly size: 'title' | 'text';
        readonly isBold: boolean;
        readonly isUnderlined: boolean;
      }[];
    }
  | {
      /** Shown in Word's navigation pane. 1: section, 2: part, 3: day or list, 4: agenda item. */
      readonly type: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      /** "1.", "A."; "" for none. */
      readonly number: string;
      readonly content: readonly InlineNode[];
    }
  | {
      readonly type: 'text';
      readonly content: readonly InlineNode[];
      readonly alignment: Alignment;
      readonly size: 'text' | 'small';
      readonly indentMm: number;
      /** Of the first line only, as in running official prose; 0 for none. */
      readonly firstLineMm: number;
      /** A number or letter that hangs before the text: "1.", "a."; "" for none. */
      readonly label: string;
      /** Extra space above, in millimetres. */
      readonly spaceBeforeMm: number;
      readonly isKeptWithNext: boolean;
    }
  | {
      readonly type: 'rich';
      readonly nodes: readonly RichNode[];
      readonly indentMm: number;
      /** A note of the secretary: it was not said in the meeting. */
      readonly isItalic: boolean;
      readonly isKeptWithNext: boolean;
    }
  | {
      /** The line above a statement; it stays with the statement's first line. */
      readonly type: 'speaker';
      /** "": nobody noted who spoke. */
      readonly name: string;
      readonly position: string;
      /** "sambutan", "pukul 09.12 WIB"; may be empty. */
      readonly asides: readonly string[];
    }
  | {
      /** "— Rapat diskors pukul 12.05 WIB —" */
      readonly type: 'break';
      readonly content: readonly InlineNode[];
      readonly time: string;
      readonly isKeptWithNext: boolean;
    }
  | { readonly type: 'facts'; readonly labelWidthMm: number; readonly rows: readonly FactRow[] }
  | {
      /** Ruled, its header repeated on every page, no row torn. A cell without nodes stays empty. */
      readonly type: 'table';
      /** What the table holds, for those who cannot see it. */
      readonly description: string;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly (readonly RichNode[])[])[];
      /** Room for a signature by hand; 0 for the height of the text. */
      readonly minRowHeightMm: number;
      /** For each row the signature in the column to be signed; absent where nobody signed. */
      readonly signed?: readonly (SignatureImage | null)[];
    }
  | {
      /** Side by side, their names on one height, never alone on a page. */
      readonly type: 'signatures';
      /** "Dibuat di …", "Prabumulih, ………"; over the last block. */
      readonly placeAndDate: readonly string[];
      readonly blocks: readonly SignatureBlock[];
      /** Where one alone stands. */
      readonly side: 'kiri' | 'kanan';
      /** Under the others, in the middle. */
      readonly acknowledged: SignatureBlock | null;
    }
  | {
      /** In rows of two, as wide as their column, each with its caption; no row is torn. */
      readonly type: 'photos';
      readonly photos: readonly {
        readonly imageId: string;
        readonly caption: string;
        /** 0 where the image is missing. */
        readonly widthPx: number;
        readonly heightPx: number;
      }[];
    }
  | { readonly type: 'page-break' };
