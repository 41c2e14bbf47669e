/** What a label of minutes tells of. */
export type FieldKey =
  | 'title'
  | 'date'
  | 'time'
  | 'start'
  | 'end'
  | 'place'
  | 'agenda'
  | 'acara'
  | 'theme'
  | 'chair'
  | 'secretary'
  | 'recorder'
  | 'moderator'
  | 'interviewer'
  | 'source'
  | 'host'
  | 'attendees'
  | 'absent'
  | 'number'
  | 'invitation'
  | 'mode'
  | 'hosts'
  | 'link'
  | 'decision'
  | 'recommendation'
  | 'followUp'
  | 'closing'
  | 'other';

const MEETING = String.raw`(?: (?:sidang ?\/ ?rapat|rapat ?\/ ?sidang|rapat|sidang|kegiatan|acara|pertemuan|diskusi|pleno|rakor|pelaksanaan|wawancara))?`;

const LABELS: readonly (readonly [key: FieldKey, pattern: RegExp])[] = [
  [
    'date',
    new RegExp(
      String.raw`^(?:pada )?(?:hari|tanggal|tgl|hari ?(?:\/|,|-|&|dan)? ?(?:tanggal|tgl))(?: ?(?:\/|,|dan) ?(?:waktu|pukul|jam|tempat))?${MEETING}$|^waktu (?:dan tempat|pelaksanaan)$|^pelaksanaan$|^waktu ?\/ ?tempat$`,
    ),
  ],
  [
    'time',
    new RegExp(
      String.raw`^(?:waktu|pukul|jam)${MEETING}$|^waktu(?: ?\/ ?| )(?:pukul|jam)$|^waktu panggilan$`,
    ),
  ],
  [
    'start',
    /^(?:(?:rapat )?(?:dibuka|dimulai|mulai)(?: pukul)?|waktu (?:buka|mulai|pembukaan)|pembukaan pukul)$/,
  ],
  [
    'end',
    /^(?:(?:rapat )?(?:ditutup|berakhir|selesai)(?: pukul)?|waktu (?:tutup|selesai|penutupan)|penutupan pukul)$/,
  ],
  [
    'place',
    new RegExp(
      String.raw`^(?:tempat|lokasi|ruang|ruangan|bertempat di|tempat ?\/ ?(?:lokasi|media|ruang))${MEETING}$`,
    ),
  ],
  ['link', /^(?:tautan|link|link (?:zoom|rapat|meeting)|tautan (?:rapat|zoom))$/],
  ['mode', /^(?:metode|bentuk|moda|cara)(?: (?:rapat|kegiatan|pelaksanaan|pertemuan))?$/],
  ['theme', /^(?:tema|topik)(?: (?:rapat|kegiatan|acara|diskusi))?$/],
  [
    'agenda',
    new RegExp(
      String.raw`^(?:agenda|susunan acara|mata acara|pokok (?:bahasan|pembahasan)|materi|hal yang dibahas|pokok acara)${MEETING}$`,
    ),
  ],
  ['acara', /^(?:acara|acara (?:rapat|sidang|sidang ?\/ ?rapat))$/],
  [
    'title',
    /^(?:sidang ?\/ ?rapat|rapat|nama (?:rapat|kegiatan|acara|pertemuan)|kegiatan|judul(?: rapat| kegiatan)?|perihal|hal|tentang|jenis rapat|jenis ?\/ ?sifat rapat|nama rapat ?\/ ?kegiatan)$/,
  ],
  [
    'chair',
    new RegExp(
      String.raw`^(?:pimpinan|pemimpin|ketua|dipimpin oleh|pemimpin ?\/ ?ketua|pimpinan ?\/ ?ketua)${MEETING}$`,
    ),
  ],
  ['secretary', /^sekretaris(?: rapat| sidang)?$/],
  ['recorder', /^(?:notulis|notulen|notulensi|pencatat|penulis|pencatat ?\/ ?notulis)(?: rapat)?$/],
  ['moderator', /^moderator$/],
  ['interviewer', /^pewawancara$/],
  ['source', /^(?:narasumber|nara sumber|pemateri|pembicara|penyaji)$/],
  ['host', /^(?:host|pembawa acara|mc|pewara|pemandu)$/],
  ['absent', /^(?:(?:peserta )?(?:yang )?(?:tidak hadir|izin|berhalangan(?: hadir)?|absen))$/],
  [
    'attendees',
    /^(?:peserta|daftar peserta|yang hadir|hadir|kehadiran|daftar hadir|undangan yang hadir|hadirin|peserta ?\/ ?undangan|anggota yang hadir|telah hadir|dihadiri oleh|unsur (?:yang hadir|peserta))(?: (?:sidang ?\/ ?rapat|rapat|sidang|kegiatan|pertemuan|diskusi|acara))?(?: (?:yang )?hadir)?$/,
  ],
  [
    'invitation',
    /^(?:surat undangan|undangan|nomor undangan|dasar(?: undangan| rapat| pelaksanaan| kegiatan)?)$/,
  ],
  ['number', /^(?:nomor|no)(?: (?:surat|notula|notulen|dokumen|risalah|berita acara))?$/],
  ['hosts', /^(?:penyelenggara|diselenggarakan oleh|penyelenggara (?:rapat|kegiatan)|tuan rumah)$/],
  [
    'decision',
    /^(?:kesimpulan|simpulan|keputusan|hasil|hasil rapat|hasil keputusan|kesepakatan|kesimpulan rapat|keputusan rapat)$/,
  ],
  ['recommendation', /^(?:rekomendasi|saran)$/],
  ['followUp', /^(?:tindak lanjut|rencana tindak lanjut|rtl)$/],
  ['closing', /^(?:penutup|penutupan)$/],
];

/** "1. ", "a) ", "II. ", "A. " before a label or heading. */
export const ENUMERATOR =
  /^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5})[.)]|[-–•●○▪■➢✓*·]|(?:kesatu|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh)\s*[:.])\s+/iu;

export const withoutEnumerator = (text: string): string => text.replace(ENUMERATOR, '').trim();

/** A label as the patterns know it. */
const plainLabel = (text: string): string =>
  withoutEnumerator(text)
    .toLowerCase()
    .replace(/[.:…*_]+$/u, '')
    .replace(/\s*:\s*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();

const LONGEST_LABEL = 50;

/** What a label tells of; null where it is none that is known. */
export function labelKey(label: string): FieldKey | null {
  if (label.length > LONGEST_LABEL) return null;
  const plain = plainLabel(label);
  return LABELS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const SECTION_LABELS: ReadonlySet<FieldKey> = new Set([
  'decision',
  'recommendation',
  'followUp',
  'closing',
]);

/** Whether a label tells of the meeting as a whole, and none begins a part of the minutes. */
export const isFactLabel = (key: FieldKey): boolean => !SECTION_LABELS.has(key);
