import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import { withAddendumNotes } from './addendum-notes.ts';
import type { DocumentInput } from './document-input.ts';
import { beritaAcaraDocument } from './kinds/berita-acara.ts';
import { daftarHadirKosongDocument } from './kinds/daftar-hadir-kosong.ts';
import { daftarHadirDocument } from './kinds/daftar-hadir.ts';
import { laporanDocument } from './kinds/laporan.ts';
import { notulaDocument, notulenDocument } from './kinds/notula.ts';
import { risalahDocument } from './kinds/risalah.ts';
import { siaranPersDocument } from './kinds/siaran-pers.ts';
import { tindakLanjutDocument } from './kinds/tindak-lanjut.ts';
import { undanganDocument } from './kinds/undangan.ts';
import type { OfficialDocument } from './official-document.ts';

type Builder = (input: DocumentInput) => OfficialDocument;

const BUILDERS: Readonly<Record<DocumentKind, Builder>> = {
  undangan: undanganDocument,
  'daftar-hadir-kosong': daftarHadirKosongDocument,
  'daftar-hadir': daftarHadirDocument,
  notula: notulaDocument,
  notulen: notulenDocument,
  risalah: risalahDocument,
  'berita-acara': beritaAcaraDocument,
  laporan: laporanDocument,
  'siaran-pers': siaranPersDocument,
  'tindak-lanjut': tindakLanjutDocument,
};

/** What a document of that kind says of a session. */
export function buildDocument(kind: DocumentKind, input: DocumentInput): OfficialDocument {
  return BUILDERS[kind]({ ...input, record: withAddendumNotes(input.record) });
}
