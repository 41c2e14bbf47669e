import { ENUMERATOR, withoutEnumerator } from './labels.ts';

/** A part of minutes, by the heading over it. */
export type Section =
  | 'opening'
  | 'discussion'
  /** "Hasil Rapat": what was said, or what was decided. */
  | 'result'
  | 'decision'
  | 'recommendation'
  | 'followUp'
  | 'closing'
  | 'attachment';

const SECTIONS: readonly (readonly [section: Section, pattern: RegExp])[] = [
  [
    'followUp',
    /^(?:rencana |daftar |poin |butir )?tindak lanjut(?: (?:hasil )?(?:rapat|kegiatan|pertemuan))?$|^rtl$|^rencana aksi$/,
  ],
  [
    'recommendation',
    /^(?:rekomendasi|saran|saran dan masukan|masukan dan saran|rekomendasi (?:rapat|kegiatan)|usulan dan saran)$/,
  ],
  [
    'closing',
    /^(?:kata |acara )?(?:penutup|penutupan)(?: (?:rapat|acara|kegiatan|sidang))?$|^closing(?: statement| remarks?)?$|^pernyataan penutup$|^sambutan penutup(?:an)?$/,
  ],
  [
    'decision',
    /^(?:penutup ?(?:\/|dan) ?)?(?:kesimpulan|simpulan|keputusan|kesepakatan)(?: (?:rapat|sidang|pleno|kegiatan|pertemuan|diskusi|hasil rapat|dan (?:keputusan|kesepakatan|saran|rekomendasi|penutup|tindak lanjut)|\/ ?penutup))?$|^hasil(?:-hasil)? (?:keputusan|kesepakatan|pembahasan dan keputusan)$|^(?:rapat|forum|peserta rapat|pleno) (?:memutuskan|menyepakati|menyimpulkan|bersepakat)(?: hal[- ]hal(?: sebagai)? berikut| sebagai berikut)?$|^memutuskan$|^butir[- ]butir kesepakatan$|^poin[- ]poin (?:kesimpulan|keputusan|kesepakatan)$/,
  ],
  [
    'result',
    /^hasil(?:-hasil)?(?: (?:rapat|pleno|rapat pleno|kegiatan|pertemuan|yang dicapai|rapat koordinasi|sidang|notulensi))?$/,
  ],
  [
    'opening',
    /^(?:kata |acara )?(?:pembukaan|pembuka|sambutan|sambutan-sambutan|pengantar|kata pengantar|pendahuluan)(?: (?:rapat|acara|kegiatan|sidang))?$|^opening$/,
  ],
  [
    'discussion',
    /^(?:pembahasan|jalannya (?:rapat|sidang|diskusi|kegiatan|acara)|(?:kegiatan|uraian|isi|proses|pelaksanaan|catatan) (?:sidang ?\/ ?rapat|rapat|sidang|kegiatan|diskusi)|pembahasan (?:agenda )?(?:rapat|sidang)|hasil (?:pembahasan|diskusi)|diskusi|tanya jawab|diskusi dan tanya jawab|sesi (?:diskusi|tanya jawab)|pelaksanaan|pokok[- ]pokok (?:pembahasan|pembicaraan)|uraian(?: pembahasan| jalannya rapat)?|isi (?:notula|notulen|notulensi)|pembahasan dan diskusi|tanggapan(?: peserta)?|paparan(?: materi)?|penyampaian materi|masukan dan tanggapan)$/,
  ],
  [
    'attachment',
    /^(?:dokumentasi|lampiran|foto (?:kegiatan|dokumentasi)|dokumentasi (?:kegiatan|rapat))(?: [ivx\d]{1,3})?$/,
  ],
];

const LONGEST_HEADING = 90;

/** Headings that say more than the word itself: "Kesimpulan dan Penutup Rapat Koordinasi". */
const BEGINNINGS: readonly (readonly [section: Section, pattern: RegExp])[] = [
  ['followUp', /^(?:rencana )?tindak lanjut\b/],
  ['decision', /^(?:kesimpulan|simpulan|keputusan|kesepakatan)\b/],
  ['recommendation', /^(?:rekomendasi|saran)\b/],
  ['closing', /^(?:penutup|penutupan)\b/],
];
const MOST_WORDS = 7;

/** The section that a heading with more words begins; null where it begins none. */
export function sectionBegunBy(text: string): Section | null {
  const plain = withoutEnumerator(text).toLowerCase();
  if (plain.length > LONGEST_HEADING || plain.split(/\s+/u).length > MOST_WORDS) return null;
  return BEGINNINGS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The section that a heading begins; null where the text is none. */
export function sectionOf(text: string): Section | null {
  if (text.length > LONGEST_HEADING) return null;
  const plain = withoutEnumerator(text)
    .toLowerCase()
    .replace(/\s*:?\s*$/u, '')
    .replace(/\s+/gu, ' ');
  return SECTIONS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const hasLetters = /\p{L}{3}/u;

/** Whether words are written in capitals alone. */
export const isCapitals = (text: string): boolean =>
  hasLetters.test(text) && text === text.toUpperCase();

/** Short, and no sentence. */
export const isHeadingLike = (text: string): boolean =>
  text.length <= 160 && hasLetters.test(text) && !/[.;,]$/u.test(text.trim());

export const hasEnumerator = (text: string): boolean => ENUMERATOR.test(text);
