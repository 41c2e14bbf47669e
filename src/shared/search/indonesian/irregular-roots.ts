/**
 * What no rule finds: words that the list has as entries of their own though they are forms of
 * others (as the Kamus Besar has them), and words that look like forms of others and are none.
 */
const FORMS: Readonly<Record<string, string>> = {
  // "lajar" is a word too, and nearly never meant.
  ajar: 'belajar lajar pelajar',
  aku: 'akuan',
  alam: 'alami',
  asal: 'asali',
  atau: 'ataupun',
  bagaimana: 'bagaimanapun',
  betapa: 'betapapun',
  biar: 'biarpun',
  curiga: 'curigai',
  dua: 'duai',
  erti: 'mengerti pengerti',
  fasilitas: 'fasilitasi',
  hati: 'perhati',
  hendak: 'kehendak',
  iman: 'imani',
  jajar: 'pejajaran',
  kaji: 'mengkaji',
  kalau: 'kalaupun',
  kawin: 'pengawinan',
  ketik: 'mengetik pengetik pengetikan',
  laku: 'berlaku',
  lancar: 'pelancar',
  lari: 'pelari',
  lekat: 'pelekat',
  lempar: 'lempari',
  lengkung: 'pelengkung',
  meski: 'meskipun',
  malu: 'permalu',
  muda: 'pemuda pemudi',
  orang: 'seseorang',
  pinggir: 'peminggir',
  pulau: 'kepulauan',
  rasa: 'rasai',
  rata: 'merata',
  riang: 'periang',
  rindu: 'perindu',
  rompak: 'perompak',
  rosot: 'merosot perosot berosot',
  ruang: 'peruangan',
  segan: 'segani',
  serah: 'serahi',
  siap: 'kesiapan',
  skors: 'skorsing',
  sungguh: 'sungguhpun',
  tahu: 'ketahu',
  tanda: 'pertanda',
  tengah: 'ketengah',
  tidur: 'ketidur',
  tinggi: 'petinggi',
  walau: 'walaupun',
  wenang: 'wewenang',
};

/** Spellings that were right once or are often written, by the one that is right now. */
const SPELLINGS: Readonly<Record<string, string>> = {
  aktif: 'aktip',
  aktivitas: 'aktifitas',
  amendemen: 'amandemen',
  analisis: 'analisa',
  antre: 'antri',
  apotek: 'apotik',
  asas: 'azas',
  atlet: 'atlit',
  efektif: 'efektip epektif',
  efektivitas: 'efektifitas',
  februari: 'pebruari',
  hakikat: 'hakekat',
  ijazah: 'ijasah',
  imbau: 'himbau',
  izin: 'ijin',
  jadwal: 'jadual',
  jenderal: 'jendral',
  kaidah: 'kaedah',
  karier: 'karir',
  kedaluwarsa: 'kadaluarsa kadaluwarsa',
  konkret: 'kongkrit kongkret konkrit',
  koordinasi: 'kordinasi koordinir',
  kualitas: 'kwalitas',
  kuantitas: 'kwantitas',
  kuitansi: 'kwitansi',
  kuorum: 'quorum',
  legalisasi: 'legalisir',
  metode: 'metoda',
  miliar: 'milyar',
  nasihat: 'nasehat',
  notula: 'notulen notulensi',
  november: 'nopember',
  objek: 'obyek',
  objektif: 'obyektif',
  organisasi: 'organisir',
  paham: 'faham',
  pasal: 'fasal',
  persen: 'prosen',
  pihak: 'fihak',
  pikir: 'fikir',
  praktik: 'praktek',
  produktivitas: 'produktifitas',
  provinsi: 'propinsi',
  proyek: 'projek',
  risiko: 'resiko',
  rezim: 'rejim',
  saksama: 'seksama',
  silakan: 'silahkan',
  sekadar: 'sekedar',
  sistem: 'sistim',
  sopir: 'supir',
  subjek: 'subyek',
  survei: 'survey',
  standar: 'standard',
  standardisasi: 'standarisasi',
  sutera: 'sutra',
  telantar: 'terlantar',
  telanjur: 'terlanjur',
  teladan: 'tauladan',
  tim: 'team',
  triliun: 'trilyun',
  ubah: 'rubah robah',
  utang: 'hutang',
  zaman: 'jaman',
};

/** Names of places and people, and terms, that the rules would take apart. */
const NAMES =
  'andaman asahan digoel kemayoran labuan maluku meliana mentawai merangin pemalang penajam ramallah silakan tambunan tarakan teresa';

const forms = (table: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(table).flatMap(([root, words]) =>
    words
      .split(' ')
      .filter(Boolean)
      .map((word) => [word, root] as const),
  );

/** Old and common wrong spellings with the right ones: "ijin", "izin". */
export const OLD_SPELLINGS: ReadonlyMap<string, string> = new Map(forms(SPELLINGS));

/** The roots of words that no rule tells. */
export const IRREGULAR_ROOTS: ReadonlyMap<string, string> = new Map([
  ...forms(FORMS),
  ...OLD_SPELLINGS,
  ...NAMES.split(' ').map((name) => [name, name] as const),
]);

/** Doubled words that mean something else than their half. */
export const DOUBLED_WORDS: ReadonlySet<string> = new Set(
  'agar-agar gara-gara hati-hati kupu-kupu kura-kura laba-laba langit-langit mata-mata oleh-oleh undang-undang'.split(
    ' ',
  ),
);
