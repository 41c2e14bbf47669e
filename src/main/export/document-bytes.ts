import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import { buildDocument } from './build-document.ts';
import type { DocumentInput } from './document-input.ts';
import { officialDocx } from './docx/official-docx.ts';

/** One document of a session as the bytes of a Word file. */
export function documentBytes(kind: DocumentKind, input: DocumentInput): Uint8Array {
  return officialDocx(buildDocument(kind, input));
}
