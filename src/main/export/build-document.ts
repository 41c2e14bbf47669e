import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { DocumentInput } from './document-input.ts';
import { notulaDocument, notulenDocument } from './kinds/notula.ts';
import type { OfficialDocument } from './official-document.ts';

type Builder = (input: DocumentInput) => OfficialDocument;

const BUILDERS: Readonly<Partial<Record<DocumentKind, Builder>>> = {
  notula: notulaDocument,
  notulen: notulenDocument,
};

/** What a document of that kind says of a session. Throws RangeError for a kind nobody builds. */
export function buildDocument(kind: DocumentKind, input: DocumentInput): OfficialDocument {
  const build = BUILDERS[kind];
  if (!build) throw new RangeError(`no builder for ${kind}`);
  return build(input);
}
