import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { DocumentInput } from './document-input.ts';
import { beritaAcaraDocument } from './kinds/berita-acara.ts';
import { daftarHadirKosongDocument } from './kinds/daftar-hadir-kosong.ts';
import { daftarHadirDocument } from './kinds/daftar-hadir.ts';
import { notulaDocument, notulenDocument } from './kinds/notula.ts';
import { undanganDocument } from './kinds/undangan.ts';
import type { OfficialDocument } from './official-document.ts';

type Builder = (input: DocumentInput) => OfficialDocument;

const BUILDERS: Readonly<Partial<Record<DocumentKind, Builder>>> = {
  undangan: undanganDocument,
  'daftar-hadir-kosong': daftarHadirKosongDocument,
  'daftar-hadir': daftarHadirDocument,
  notula: notulaDocument,
  notulen: notulenDocument,
  'berita-acara': beritaAcaraDocument,
};

/** What a document of that kind says of a session. Throws RangeError for a kind nobody builds. */
export function buildDocument(kind: DocumentKind, input: DocumentInput): OfficialDocument {
  const build = BUILDERS[kind];
  if (!build) throw new RangeError(`no builder for ${kind}`);
  return build(input);
}
