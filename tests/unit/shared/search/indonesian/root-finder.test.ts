import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRootFinder } from '../../../../../src/shared/search/indonesian/root-finder.ts';
import { readRootWords } from '../../../../../src/shared/search/indonesian/root-words.ts';

const list = new URL('../../../../../resources/dictionaries/id_ID.dic', import.meta.url);
const words = readRootWords(readFileSync(list, 'latin1'));
const { rootOf, isKnown } = createRootFinder(words);

/** Each line a root and forms of it. */
type Forms = Readonly<Record<string, string>>;

const RULES: Readonly<Record<string, Forms>> = {
  'meN- before l m n r w y': {
    lapor: 'melapor melaporkan dilaporkan pelapor pelaporan laporan',
    muat: 'memuat dimuat termuat pemuatan muatan',
    nyata: 'menyatakan dinyatakan pernyataan kenyataan',
    rencana: 'merencanakan direncanakan perencanaan terencana',
    wakil: 'mewakili diwakili mewakilkan perwakilan',
    yakin: 'meyakinkan diyakinkan keyakinan',
  },
  'mem- before b f v, and p that goes': {
    bahas: 'membahas dibahas pembahasan bahasan',
    fokus: 'memfokuskan difokuskan',
    validasi: 'memvalidasi divalidasi',
    verifikasi: 'memverifikasi diverifikasi pemverifikasian terverifikasi',
    pimpin: 'memimpin dipimpin pemimpin pimpinan kepemimpinan',
    pantau: 'memantau dipantau pemantau pemantauan terpantau',
  },
  'p that stays in loans': {
    proses: 'memproses diproses pemrosesan pemprosesan',
    produksi: 'memproduksi diproduksi',
    kritik: 'mengkritik mengritik dikritik kritikan',
    publikasi: 'memublikasikan mempublikasikan dipublikasikan publikasinya',
  },
  'men- before c d j z, and t that goes': {
    catat: 'mencatat dicatat pencatatan catatan tercatat',
    daftar: 'mendaftar mendaftarkan didaftarkan pendaftaran pendaftar terdaftar',
    jawab: 'menjawab dijawab jawaban penjawab',
    tetap: 'menetapkan ditetapkan penetapan ketetapan ketetapannya',
    tunda: 'menunda ditunda penundaan tertunda',
    tanda: 'menandai ditandai penanda penandaan',
  },
  't that stays': {
    transfer: 'mentransfer ditransfer',
    tumpuk: 'tumpukan menumpuk bertumpuk',
    taat: 'menaati mentaati ditaati ketaatan',
  },
  'meny- from s, also where it stays': {
    sampai: 'menyampaikan disampaikan penyampaian sampaikanlah disampaikannya',
    susun: 'menyusun disusun penyusun penyusunan susunan tersusun',
    sosialisasi: 'menyosialisasikan mensosialisasikan disosialisasikan penyosialisasian',
    sukses: 'menyukseskan mensukseskan disukseskan kesuksesan',
    syarat: 'mensyaratkan disyaratkan persyaratan bersyarat',
  },
  'meng- before vowels g h, and k that goes': {
    ambil: 'mengambil diambil pengambilan pengambil terambil',
    evaluasi: 'mengevaluasi dievaluasi pengevaluasian',
    ubah: 'mengubah diubah perubahan berubah pengubahan merubah dirubah',
    usul: 'mengusulkan diusulkan usulan pengusul pengusulan',
    gugat: 'menggugat digugat gugatan penggugat tergugat',
    hitung: 'menghitung dihitung penghitungan perhitungan terhitung hitungan',
    koordinasi:
      'mengoordinasikan mengkoordinasikan mengkoordinir dikoordinasikan pengoordinasian berkoordinasi terkoordinasi',
    kirim: 'mengirim mengirimkan dikirim pengiriman pengirim terkirim kiriman',
    urus: 'mengurus diurus pengurus pengurusan kepengurusan urusan',
    awas: 'mengawasi diawasi pengawas pengawasan terawasi',
    kaji: 'mengkaji dikaji pengkajian kajian',
  },
  'menge- before one syllable': {
    sah: 'mengesahkan disahkan pengesahan sahkan',
    cek: 'mengecek dicek pengecekan',
    bom: 'mengebom pengeboman',
  },
  'peN- and pe-': {
    pilih: 'pemilih pemilihan memilih dipilih terpilih pilihan pilihlah keterpilihan',
    selenggara: 'penyelenggara penyelenggaraan menyelenggarakan diselenggarakan',
    teliti: 'penelitian peneliti meneliti diteliti ketelitian',
    tugas: 'petugas bertugas menugaskan ditugaskan penugasan',
    kerja: 'pekerja pekerjaan bekerja mengerjakan dikerjakan mempekerjakan',
    serta: 'peserta beserta menyertakan disertai kesertaan penyertaan kepesertaan',
    duduk: 'penduduk kependudukan menduduki kedudukan berkedudukan',
  },
  'ber-, be-, bel-': {
    ajar: 'belajar pelajar pelajaran pembelajaran mempelajari dipelajari mengajar pengajar ajaran',
    rapat: 'berapat rapatnya',
    sama: 'bersama kesamaan menyamakan persamaan kebersamaan',
    pasang: 'berpasangan pasangan memasang terpasang pemasangan',
  },
  'ter-, te-': {
    libat: 'terlibat keterlibatan melibatkan dilibatkan pelibatan',
    buka: 'terbuka keterbukaan membuka pembukaan dibukanya',
    atas: 'teratasi mengatasi diatasi',
  },
  'ke-…-an and per-…-an': {
    hadir: 'kehadiran menghadiri dihadiri kehadirannya menghadirkan',
    putus: 'keputusan memutuskan diputuskan putusan pemutusan',
    musyawarah: 'bermusyawarah memusyawarahkan dimusyawarahkan',
    temu: 'pertemuan bertemu menemukan ditemukan penemuan temuan mempertemukan',
    anggota: 'keanggotaan beranggotakan',
    sekretariat: 'kesekretariatan',
    seragam: 'keseragaman menyeragamkan',
    ragam: 'beragam keberagaman',
    rangkai: 'serangkaian rangkaian merangkai',
    adil: 'keadilan pengadilan peradilan mengadili',
  },
  'memper-, diper-, berke-, member-, keber-': {
    timbang: 'mempertimbangkan dipertimbangkan pertimbangan menimbang',
    baik: 'memperbaiki diperbaiki perbaikan kebaikan sebaiknya',
    daya: 'memberdayakan diberdayakan pemberdayaan keberdayaan',
    lanjut: 'melanjutkan berkelanjutan kelanjutan keberlanjutan selanjutnya lanjutan',
    tanya: 'mempertanyakan dipertanyakan pertanyaan bertanya menanyakan',
    oleh: 'memperoleh diperoleh perolehan',
    kecil: 'memperkecil diperkecil mengecilkan pengecilan terkecil',
    tahu: 'mengetahui diketahui pengetahuan',
  },
  'se-': {
    seluruh: 'keseluruhan menyeluruh',
    kabupaten: 'sekabupaten kabupatennya',
    perlu: 'seperlunya memerlukan diperlukan keperluan',
    cepat: 'secepatnya mempercepat dipercepat percepatan',
    benar: 'sebenarnya kebenaran membenarkan',
  },
  'particles and pronouns': {
    data: 'datanya datamu dataku datalah datakah',
    anggap: 'anggaplah menganggapnya dianggapnya anggapanku',
    usul: 'usulannya usulanku usulannyalah usulanmu',
  },
  'doubled words': {
    rapat: 'rapat-rapat rapat2 rapat2nya',
    bijak: 'kebijakan-kebijakan kebijakan2 kebijakan2nya',
    baik: 'sebaik-baiknya baik-baik',
    surat: 'surat-menyurat surat-surat',
    tarik: 'tarik-menarik',
    merah: 'kemerah-merahan',
    main: 'bermain-main',
    'undang-undang': 'undang-undang perundang-undangan undang-undangnya',
  },
  'spellings of old': {
    izin: 'ijin perijinan perizinan mengijinkan diizinkan',
    provinsi: 'propinsi',
    praktik: 'praktek praktiknya mempraktekkan',
    analisis: 'analisa menganalisa dianalisis',
    jadwal: 'jadual dijadualkan terjadwal penjadwalan',
    november: 'nopember',
    tunjuk: 'menunjukan ditunjukan menunjukkan ditunjukkan',
  },
  'words of elections': {
    coklit: 'mencoklit dicoklit pencoklitan coklitnya',
    mutakhir: 'memutakhirkan dimutakhirkan pemutakhiran termutakhir',
    rekapitulasi: 'merekapitulasi direkapitulasi rekapitulasinya',
    netral: 'netralitas menetralkan kenetralan netralitasnya',
    skors: 'skorsing diskors',
    sepaham: 'kesepahaman',
    akuntabel: 'akuntabilitas',
    notula: 'notulen notulensi notulanya',
    tindaklanjut: 'menindaklanjuti ditindaklanjuti',
  },
};

const cases = Object.entries(RULES).flatMap(([rule, forms]) =>
  Object.entries(forms).map(([root, line]) => ({ rule, root, line })),
);

describe('rootOf', () => {
  it.each(cases)('$rule: $root', ({ root, line }) => {
    const forms = line.split(' ');
    expect(forms.map((form) => `${form} ${rootOf(form)}`)).toEqual(
      forms.map((form) => `${form} ${root}`),
    );
  });

  it.each([
    [
      'loans',
      'berita mentega meja menara menteri mesin pelita penting peristiwa sekolah sekretaris semangat sepeda terminal teknologi televisi dinas dialog diskusi disiplin perdana persen beton benteng kemeja kelompok besi',
    ],
    [
      'ends that are no suffixes',
      'bulan ikan jalan makan bukan dengan hutan insan teman polisi posisi politik komisi kondisi materi energi ahli tahun kopi sepi',
    ],
    [
      'places',
      'mentawai sekadau belitung semarang pemalang pekalongan kediri tabanan lamongan berau bekasi bengkulu ketapang sekayu maluku merangin tarakan penajam asahan pasuruan jambi dili',
    ],
    [
      'names',
      'perludem setiawan dewi dian meliana permana pertiwi suryani rahmawati sulaiman berlian',
    ],
    [
      'terms',
      'difabel disabilitas panwaslu panwascam pantarlih bawaslu sirekap sidalih kpu dkpp pkpu pemilu pilkada',
    ],
  ])('leaves %s as they are', (_kind, line) => {
    const own = line.split(' ');
    expect(own.map(rootOf)).toEqual(own);
  });

  it.each([
    ['masukan', 'masakan'],
    ['koordinator', 'koordinasi'],
    ['sosial', 'sosialisasi'],
    ['modal', 'modalitas'],
    ['organ', 'organisasi'],
    ['mereka', 'merekam'],
    ['pemilu', 'pilu'],
    ['ketua', 'tua'],
    ['menteri', 'teri'],
    ['beruang', 'uang'],
    ['beras', 'ras'],
    ['undang-undang', 'undang'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(rootOf(one)).not.toBe(rootOf(other));
  });

  it('tells what it knows', () => {
    expect(isKnown('mengoordinasikan')).toBe(true);
    expect(isKnown('coklit')).toBe(true);
    expect(isKnown('perludem')).toBe(false);
  });

  it('takes the pronoun off words that it does not know', () => {
    expect(rootOf('perludemnya')).toBe('perludem');
    expect(rootOf('tanyanya')).toBe('tanya');
    expect(rootOf('sonya')).toBe('sonya');
  });

  it('gives a root that is its own root, for every word of the list', () => {
    const wrong = [...words.flags.keys()].filter((word) => {
      const root = rootOf(word);
      return root === '' || rootOf(root) !== root;
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    '',
    '-',
    '--',
    'a',
    '2',
    '2-2',
    'me',
    'meng',
    'pe-an',
    'kan',
    'nya',
    'annyalah',
    '\u{1f5f3}',
    'ke-ke-ke',
    '日本語',
    'dia.n',
    'mengmengmeng',
    'x'.repeat(5000),
  ])('answers %j with itself or a part of it', (text) => {
    expect(typeof rootOf(text)).toBe('string');
    expect(rootOf(text) === '').toBe(text === '');
  });
});
