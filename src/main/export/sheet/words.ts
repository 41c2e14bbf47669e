import type { CertificateFacts, CertificateTrust } from '../../../shared/signing/certificates.ts';
import type { PartKind } from '../../../shared/signing/part-kinds.ts';
import type { Verdict } from '../../../shared/signing/verdict.ts';
import type { CheckedSignature, KnownDocument } from '../../../shared/signing/verification.ts';

/* A sheet on paper is an official document: its words are Indonesian whatever the app's language. */

/** What the check came to, and what that means for who relies on the file. */
export const CONCLUSIONS: Readonly<Record<Verdict, readonly [title: string, about: string]>> = {
  unsigned: [
    'Tidak ada tanda tangan digital',
    'Berkas ini tidak disegel. Gambar tanda tangan dan tanda tangan tinta tidak dapat diperiksa dengan cara ini.',
  ],
  forged: [
    'Tanda tangan tidak cocok dengan sertifikatnya',
    'Tanda tangan atau keterangannya berubah sesudah dibuat, atau tidak dibuat dengan kunci sertifikat itu. Isi berkas tidak dapat diandalkan.',
  ],
  changed: [
    'Isi berubah sesudah ditandatangani',
    'Berkas ini tidak lagi seperti saat ditandatangani. Bagian yang berubah disebut pada tanda tangan yang bersangkutan.',
  ],
  unreadable: [
    'Tanda tangan tidak dapat diperiksa',
    'Ada tanda tangan yang tidak dapat dibaca. Itu belum berarti bahwa isinya berubah.',
  ],
  partly: [
    'Sebagian isi tidak tercakup tanda tangan',
    'Yang ditandatangani tidak berubah. Ada bagian di luar tanda tangan, misalnya yang ditambahkan sesudahnya; untuk bagian itu tidak ada yang menjamin.',
  ],
  'not-in-force': [
    'Isi tidak berubah, tetapi sertifikat tidak berlaku saat itu',
    'Berkas ini masih seperti saat ditandatangani. Menurut waktu penandatanganannya, sertifikat belum atau sudah tidak berlaku.',
  ],
  'unknown-signer': [
    'Isi tidak berubah; penanda tangan belum dikenal kantor ini',
    'Tanda tangannya cocok dengan sertifikatnya. Pemilik sertifikat itu belum ada dalam daftar kantor ini, jadi orangnya perlu dipastikan dengan cara lain.',
  ],
  valid: [
    'Tanda tangan sah; isi tidak berubah',
    'Seluruh isi tercakup tanda tangan, dan sertifikat penanda tangannya dikenal kantor ini.',
  ],
};

export const RESULTS: Readonly<Record<CheckedSignature['result'], string>> = {
  valid: 'Utuh: yang ditandatangani tidak berubah',
  changed: 'Isi berubah sesudah tanda tangan ini',
  forged: 'Tidak cocok dengan sertifikatnya; keterangan berikut tidak terbukti',
  unreadable: 'Tidak dapat diperiksa',
};

export const REASONS: Readonly<Record<NonNullable<CheckedSignature['unreadable']>, string>> = {
  malformed: 'tanda tangan ini rusak atau tidak mengikuti standar',
  algorithm: 'cara penandatanganannya tidak dikenal',
  'no-certificate': 'tidak ada sertifikat yang dapat dibaca di dalamnya',
};

export const WEAK =
  'Memakai SHA-1 atau kunci pendek, cara lama yang dapat dikelabui dengan upaya besar';

export const TRUSTS: Readonly<Record<CertificateTrust, string>> = {
  trusted: 'Dikenal kantor ini',
  unknown: 'Tidak dikenal',
  'self-signed': 'Dibuat sendiri oleh pemiliknya (tidak tersertifikasi)',
};

export function inForceInWords(wasInForce: boolean | null): string {
  if (wasInForce === null) return 'Tidak diketahui';
  return wasInForce ? 'Berlaku' : 'Tidak berlaku';
}

export function keyInWords({ keyType, keyBits }: CertificateFacts): string {
  switch (keyType) {
    case 'rsa':
      return `RSA ${keyBits} bit`;
    case 'ec-p256':
      return 'Kurva P-256';
    case 'ec-p384':
      return 'Kurva P-384';
    case 'other':
      return `Jenis lain, ${keyBits} bit`;
  }
}

export const PARTS: Readonly<Record<PartKind, string>> = {
  body: 'Isi dokumen',
  header: 'Kepala halaman',
  footer: 'Kaki halaman',
  notes: 'Catatan kaki',
  comments: 'Komentar',
  image: 'Gambar',
  embedded: 'Berkas sisipan',
  macro: 'Makro',
  styles: 'Tampilan huruf dan daftar',
  settings: 'Setelan dokumen',
  properties: 'Keterangan berkas',
  data: 'Data tambahan',
  relationships: 'Hubungan antarbagian',
  'content-types': 'Daftar jenis bagian',
  signature: 'Tanda tangan',
  other: 'Bagian lain',
};

function versionInWords(version: number): string {
  if (version === 0) return 'versi final';
  return version === 1
    ? 'versi final dengan adendum 1'
    : `versi final dengan adendum 1 sampai ${version}`;
}

/** Whether the archive gave the file out; `document` is the name of its kind. */
export function originInWords(
  known: KnownDocument | null,
  document: string,
  issuedAt: string,
): string {
  if (known === null) {
    return 'Bukan berkas yang dikeluarkan arsip tempat pemeriksaan ini dibuat, atau isinya sudah berubah sejak dikeluarkan.';
  }
  const title = known.title === '' ? 'tanpa judul' : known.title;
  const name = `${document} sesi “${title}”, ${versionInWords(known.version)}`;
  const same =
    known.match === 'content'
      ? `Isi berkas ini sama dengan ${name}, yang diekspor dari arsip ini pada ${issuedAt}.`
      : `Kata-katanya sama dengan ${name}, yang diekspor dari arsip ini pada ${issuedAt}; berkasnya sendiri sudah disimpan ulang oleh program lain, dan gambar serta tampilannya tidak dibandingkan.`;
  return known.isNewestVersion
    ? same
    : `${same} Sejak itu sesi tersebut mendapat adendum lagi: ini bukan versi terbaru.`;
}

/** Only where the certificate is of BSrE and the signature is valid (FORMATS §5). */
export const BSRE =
  'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara (BSSN).';

export const MEANING =
  'Lembar ini mencatat keadaan satu berkas, yang dikenali dari nilai SHA-256 di atas, pada saat diperiksa. ' +
  'Pemeriksaan membuktikan apakah isi berkas masih seperti saat ditandatangani dan apakah tanda tangan dibuat dengan kunci dari sertifikat yang disebut. ' +
  'Pemeriksaan tidak membuktikan bahwa isinya benar, bahwa pemegang kunci adalah orang yang namanya tertulis dalam sertifikat yang tidak dikenal atau dibuat sendiri, atau bahwa penerbit belum mencabut sertifikat itu: pemeriksaan dilakukan tanpa jaringan. ' +
  'Waktu penandatanganan adalah menurut komputer penanda tangan. ' +
  'Siapa pun dapat mengulang pemeriksaan ini pada berkas yang sama.';
