/**
 * Every placeholder that an office may write into its own Word template. The filler, the check of a
 * template, the list in the app and the page of documentation are all made from this one table.
 */
export interface Placeholder {
  readonly name: string;
  /**
   * text: takes its place within a line. block: whole paragraphs and tables, so it stands alone in
   * its paragraph.
   */
  readonly kind: 'text' | 'block';
  readonly group: PlaceholderGroup;
  readonly meaning: { readonly id: string; readonly en: string };
}

export const PLACEHOLDER_GROUPS = {
  meeting: { id: 'Rapat', en: 'Meeting' },
  time: { id: 'Waktu dan tempat', en: 'Time and place' },
  people: { id: 'Orang', en: 'People' },
  content: { id: 'Isi notula', en: 'Minutes' },
  signatures: { id: 'Tanda tangan', en: 'Signatures' },
} as const;
export type PlaceholderGroup = keyof typeof PLACEHOLDER_GROUPS;

type Row = readonly [name: string, id: string, en: string];

function rows<const Rows extends readonly Row[]>(
  kind: Placeholder['kind'],
  group: PlaceholderGroup,
  list: Rows,
) {
  return list.map(([name, id, en]) => ({
    name: name as Rows[number][0],
    kind,
    group,
    meaning: { id, en },
  }));
}

const TEXTS = [
  ...rows('text', 'meeting', [
    [
      'kegiatan',
      'Jenis dan judul rapat dalam satu sebutan',
      'Kind and title of the meeting as one phrase',
    ],
    ['judul', 'Judul rapat', 'Title of the meeting'],
    ['jenis', 'Jenis rapat, misalnya Rapat Pleno', 'Kind of meeting'],
    ['tema', 'Tema', 'Theme'],
    ['tujuan', 'Maksud dan tujuan rapat', 'Purpose'],
    ['seri', 'Seri dan pertemuan ke berapa', 'Series and its running number'],
    ['sifat', 'Sifat rapat: terbuka, biasa, rahasia, …', 'Nature of the meeting'],
    ['nomor', 'Nomor dokumen yang sudah dipastikan', 'Confirmed number of the document'],
    ['undangan', 'Surat undangan: nomor dan tanggalnya', 'Letter of invitation'],
    ['penyelenggara', 'Lembaga penyelenggara', 'Hosting institutions'],
    ['kantor', 'Nama kantor sendiri', 'Name of the own office'],
    ['kota', 'Kota tempat dokumen ditandatangani', 'Town where the document is signed'],
    [
      'konsep',
      '“KONSEP” sampai sesi final; sesudah itu kosong',
      '“KONSEP” until the session is final, then nothing',
    ],
    [
      'versi',
      'Versi sesi final, misalnya Final + Adendum 2; sebelumnya kosong',
      'Version of the final session; nothing before',
    ],
    [
      'kode',
      'Kode pemeriksaan sesi final (NTL-…); sebelumnya kosong',
      'Code of the final session (NTL-…); nothing before',
    ],
  ]),
  ...rows('text', 'time', [
    ['hari', 'Hari, misalnya Selasa', 'Day of the week'],
    ['tanggal', 'Tanggal, misalnya 18 Februari 2025', 'Date'],
    ['hari_tanggal', 'Hari dan tanggal', 'Day and date'],
    [
      'hari_terbilang',
      'Kalimat “Pada hari ini …” dengan tanggal, tempat, dan waktu dalam kata-kata',
      'The sentence “Pada hari ini …” with date, place and time in words',
    ],
    ['pukul', 'Waktu, misalnya 09.00 WIB s.d. selesai', 'Time'],
    ['dibuka', 'Pukul rapat benar-benar dibuka', 'When the meeting was really opened'],
    ['ditutup', 'Pukul rapat benar-benar ditutup', 'When the meeting was really closed'],
    ['tempat', 'Tempat rapat', 'Place'],
    ['cara', 'luring, daring, atau hibrida', 'On site, online or hybrid'],
    ['tautan', 'Tautan rapat daring', 'Link of the online meeting'],
  ]),
  ...rows('text', 'people', [
    ['pimpinan.nama', 'Nama pimpinan rapat dengan gelar', 'Chair: name with titles'],
    ['pimpinan.jabatan', 'Jabatan pimpinan rapat', 'Chair: position'],
    ['pimpinan.pangkat', 'Pangkat/golongan pimpinan rapat', 'Chair: rank'],
    ['pimpinan.nip', 'NIP pimpinan rapat', 'Chair: NIP'],
    ['sekretaris.nama', 'Nama sekretaris rapat dengan gelar', 'Secretary: name with titles'],
    ['sekretaris.jabatan', 'Jabatan sekretaris rapat', 'Secretary: position'],
    ['sekretaris.pangkat', 'Pangkat/golongan sekretaris rapat', 'Secretary: rank'],
    ['sekretaris.nip', 'NIP sekretaris rapat', 'Secretary: NIP'],
    ['notulis.nama', 'Nama notulis dengan gelar', 'Note taker: name with titles'],
    ['notulis.jabatan', 'Jabatan notulis', 'Note taker: position'],
    ['notulis.pangkat', 'Pangkat/golongan notulis', 'Note taker: rank'],
    ['notulis.nip', 'NIP notulis', 'Note taker: NIP'],
    ['hadir.jumlah', 'Berapa yang hadir, misalnya 25 orang', 'How many were present'],
  ]),
] as const;

const BLOCKS = [
  ...rows('block', 'meeting', [
    [
      'fakta',
      'Tabel fakta rapat: hari, tempat, acara, pimpinan, …',
      'Table of the facts of the meeting',
    ],
    ['acara', 'Acara bernomor', 'Numbered agenda'],
    [
      'kode.qr',
      'Kode QR sesi final untuk “Periksa berkas”; sebelumnya kosong',
      'QR code of the final session for “Check file”; nothing before',
    ],
  ]),
  ...rows('block', 'people', [
    ['hadir.tabel', 'Tabel daftar hadir dengan keterangan', 'Table of attendance with remarks'],
    [
      'hadir.tanda_tangan',
      'Tabel daftar hadir dengan kolom tanda tangan',
      'Table of attendance with a column to sign in',
    ],
  ]),
  ...rows('block', 'content', [
    [
      'notula.isi',
      'Seluruh jalannya rapat: pembukaan, pembahasan, penutup',
      'The whole course of the meeting',
    ],
    ['notula.pembukaan', 'Kata pembukaan', 'Opening'],
    ['notula.pembahasan', 'Pembahasan menurut acara', 'Discussion by agenda item'],
    [
      'notula.penutup',
      'Penutup: pernyataan penutup, keputusan, rekomendasi, tindak lanjut',
      'Closing: statements, decisions, recommendations, follow-ups',
    ],
    ['keputusan', 'Keputusan bernomor', 'Numbered decisions'],
    ['rekomendasi', 'Rekomendasi bernomor', 'Numbered recommendations'],
    ['tindak_lanjut.tabel', 'Tabel tindak lanjut', 'Table of follow-ups'],
  ]),
  ...rows('block', 'signatures', [
    [
      'tanda_tangan',
      'Semua blok tanda tangan menurut wajah kantor, dengan tempat dan tanggal',
      'All signature blocks as set in the office style, with place and date',
    ],
    ['tanda_tangan.pimpinan', 'Tanda tangan pimpinan rapat', 'Signature of the chair'],
    ['tanda_tangan.sekretaris', 'Tanda tangan sekretaris rapat', 'Signature of the secretary'],
    ['tanda_tangan.notulis', 'Tanda tangan notulis', 'Signature of the note taker'],
  ]),
] as const;

export type TextPlaceholderName = (typeof TEXTS)[number]['name'];
export type BlockPlaceholderName = (typeof BLOCKS)[number]['name'];

export const PLACEHOLDERS: readonly Placeholder[] = [...TEXTS, ...BLOCKS];

const isText = (name: string): name is TextPlaceholderName =>
  TEXTS.some((one) => one.name === name);
const isBlock = (name: string): name is BlockPlaceholderName =>
  BLOCKS.some((one) => one.name === name);

export type KnownPlaceholder =
  | { readonly kind: 'text'; readonly name: TextPlaceholderName }
  | { readonly kind: 'block'; readonly name: BlockPlaceholderName };

/** A name as it was typed between the braces: capitals and spaces make no difference. */
export const placeholderName = (typed: string): string =>
  typed.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '').toLowerCase();

export function knownPlaceholder(name: string): KnownPlaceholder | null {
  if (isText(name)) return { kind: 'text', name };
  return isBlock(name) ? { kind: 'block', name } : null;
}

/** How many letters have to be put in, left out or exchanged to make one name of the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

const LONGEST_COMPARED = 60;
/** Further away than this part of its letters, a name is not what was meant. */
const NEAR_PART = 0.4;

/** The known name that was most likely meant; null where none is near. */
export function nearestPlaceholder(name: string): string | null {
  if (name === '' || name.length > LONGEST_COMPARED) return null;
  const sameParts = (known: string): boolean =>
    known.startsWith(`${name}.`) || known.split('.').includes(name);
  let nearest: { readonly name: string; readonly distance: number } | null = null;
  for (const { name: known } of PLACEHOLDERS) {
    const far = sameParts(known) ? 1 : distance(name, known);
    if (far <= Math.max(2, known.length * NEAR_PART) && far < (nearest?.distance ?? Infinity)) {
      nearest = { name: known, distance: far };
    }
  }
  return nearest?.name ?? null;
}

const SIGNING_LIST: BlockPlaceholderName = 'hadir.tanda_tangan';

/** Whether a template of these placeholders has an attendance list with a place for each one's phone. */
export const hasSigningList = (names: readonly string[]): boolean => names.includes(SIGNING_LIST);
