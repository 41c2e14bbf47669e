import type { Phrase, PhraseCategory } from './phrases.ts';

const phrase = (category: PhraseCategory, id: string, title: string, text: string): Phrase => ({
  id: `awal-${id}`,
  category,
  title,
  text,
});

/** The sentences that official minutes repeat; the archive keeps only what the office changes. */
export const STARTER_PHRASES: readonly Phrase[] = [
  phrase(
    'pembukaan',
    'buka',
    'Rapat dibuka',
    'Rapat dibuka oleh {pimpinan} pada pukul {waktu} {zona}.',
  ),
  phrase(
    'pembukaan',
    'buka-lengkap',
    'Rapat dibuka, dengan hari dan tempat',
    'Pada hari {tanggal} pukul {waktu} {zona}, bertempat di {tempat}, {judul} dibuka oleh {pimpinan}.',
  ),
  phrase(
    'pembukaan',
    'kuorum',
    'Kuorum terpenuhi',
    'Berdasarkan daftar hadir, kuorum terpenuhi sehingga rapat dapat dilanjutkan.',
  ),
  phrase(
    'pembukaan',
    'acara',
    'Acara disetujui',
    'Pimpinan rapat membacakan susunan acara, dan peserta rapat menyetujuinya.',
  ),
  phrase(
    'giliran',
    'persilakan',
    'Mempersilakan berbicara',
    'Pimpinan rapat mempersilakan {pembicara}, {jabatan} {lembaga}, untuk menyampaikan pandangan.',
  ),
  phrase(
    'giliran',
    'tanya',
    'Membuka sesi tanya jawab',
    'Pimpinan rapat membuka kesempatan kepada peserta untuk bertanya atau memberi tanggapan.',
  ),
  phrase(
    'giliran',
    'tanggapi',
    'Meminta tanggapan',
    'Pimpinan rapat meminta {pembicara} menanggapi pertanyaan tersebut.',
  ),
  phrase('skors', 'skors', 'Rapat diskors', 'Rapat diskors pada pukul {waktu} {zona}.'),
  phrase(
    'skors',
    'cabut',
    'Skors dicabut',
    'Skors dicabut pada pukul {waktu} {zona} dan rapat dilanjutkan.',
  ),
  phrase(
    'penutup',
    'simpulan',
    'Simpulan dibacakan',
    'Pimpinan rapat membacakan simpulan rapat, dan peserta rapat menyetujuinya.',
  ),
  phrase(
    'penutup',
    'tutup',
    'Rapat ditutup',
    'Rapat ditutup oleh {pimpinan} pada pukul {waktu} {zona}.',
  ),
  phrase(
    'penutup',
    'notula',
    'Demikian notula',
    'Demikian notula ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
  ),
];
