import type { Expansion } from './expansion.ts';

const general = (short: string, long: string, isExact = false): Expansion => ({
  short,
  forms: [long],
  mode: 'otomatis',
  isExact,
});

/** A word that is right as it stands: only the key writes it out. */
const onDemand = (short: string, ...forms: readonly string[]): Expansion => ({
  short,
  forms: [...forms],
  mode: 'pemicu',
  isExact: false,
});

/** An abbreviation in capitals; asking again gives the form of its first mention: "… (DPT)". */
const official = (short: string, ...names: readonly string[]): Expansion => ({
  short,
  forms: names.flatMap((name) => [name, `${name} (${short})`]),
  mode: 'pemicu',
  isExact: true,
});

/** What is known from the start; the archive keeps only what the office changes of it. */
export const STARTER_EXPANSIONS: readonly Expansion[] = [
  general('yg', 'yang'),
  general('dgn', 'dengan'),
  general('utk', 'untuk'),
  general('dlm', 'dalam'),
  general('sdh', 'sudah'),
  general('krn', 'karena'),
  general('bbrp', 'beberapa'),
  general('tgl', 'tanggal'),
  // PD is something else: Perangkat Daerah, a party, a name.
  general('pd', 'pada', true),
  general('thd', 'terhadap'),
  general('dll', 'dan lain-lain'),
  general('tsb', 'tersebut'),
  general('ttg', 'tentang'),
  general('sbg', 'sebagai'),
  general('tdk', 'tidak'),
  general('blm', 'belum'),
  general('hrs', 'harus'),
  general('kpd', 'kepada'),
  general('spt', 'seperti', true),
  official('DPS', 'Daftar Pemilih Sementara'),
  official('DPT', 'Daftar Pemilih Tetap'),
  official('DPTb', 'Daftar Pemilih Tambahan'),
  official('DPK', 'Daftar Pemilih Khusus'),
  official('PDPB', 'Pemutakhiran Data Pemilih Berkelanjutan'),
  // Two offices share the letters; the secretary knows which one is meant.
  official('PPK', 'Panitia Pemilihan Kecamatan', 'Pejabat Pembuat Komitmen'),
  official('PPS', 'Panitia Pemungutan Suara'),
  official('KPPS', 'Kelompok Penyelenggara Pemungutan Suara'),
  official('TPS', 'Tempat Pemungutan Suara'),
  official('PTPS', 'Pengawas Tempat Pemungutan Suara'),
  official('PKD', 'Pengawas Kelurahan/Desa'),
  official('DKPP', 'Dewan Kehormatan Penyelenggara Pemilihan Umum'),
  official('KIP', 'Komisi Independen Pemilihan', 'Komisi Informasi Pusat'),
  onDemand('panwascam', 'Panitia Pengawas Pemilihan Umum Kecamatan'),
  onDemand('pantarlih', 'petugas pemutakhiran data pemilih'),
  onDemand('coklit', 'pencocokan dan penelitian', 'pencocokan dan penelitian (coklit)'),
  onDemand('satker', 'satuan kerja'),
  onDemand('rakor', 'rapat koordinasi'),
  onDemand('rakornas', 'rapat koordinasi nasional'),
  onDemand('rakernis', 'rapat kerja teknis'),
  onDemand('kasubbag', 'kepala subbagian'),
  onDemand('parmas', 'partisipasi masyarakat'),
  onDemand('tupoksi', 'tugas pokok dan fungsi'),
  onDemand('kesbangpol', 'Kesatuan Bangsa dan Politik'),
  onDemand('gakkumdu', 'Penegakan Hukum Terpadu'),
];
