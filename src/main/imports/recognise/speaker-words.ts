/** What somebody does who says something, and which kind of statement that makes. */
const VERBS: readonly (readonly [kind: string, words: string])[] = [
  ['pertanyaan', 'menanyakan|mempertanyakan|bertanya|mengajukan pertanyaan'],
  [
    'tanggapan',
    'menjawab|menanggapi|merespons?|memberikan tanggapan|menyampaikan tanggapan|memberikan jawaban',
  ],
  [
    'usulan',
    'mengusulkan|menyarankan|memberikan saran|memberikan masukan|mengajukan usul(?:an)?|merekomendasikan',
  ],
  [
    'paparan',
    'memaparkan|mempresentasikan|menyajikan|menyampaikan paparan|menyampaikan materi|menguraikan',
  ],
  ['sambutan', 'menyampaikan sambutan|memberikan sambutan|membuka|memberikan arahan|menyambut'],
  [
    'pernyataan',
    'menyampaikan|menjelaskan|mengatakan|menegaskan|menambahkan|mengucapkan|menyatakan|mengharapkan|berharap|meminta|mengingatkan|mengapresiasi|melaporkan|mengimbau|menghimbau|menekankan|menyoroti|menyetujui|mengajak|berpendapat|menilai|mengakui|mengkritik|mengungkapkan|menuturkan|menyebutkan|mengemukakan|menerangkan|memberikan penjelasan|memberikan keterangan|mendorong|menyepakati|mengeluhkan|menginformasikan|memberitahukan|menyimpulkan|menutup|membacakan|menyanggupi|berjanji|menjanjikan|sependapat|setuju|keberatan|menolak|mengusul|memohon|mengonfirmasi|mengkonfirmasi|mencontohkan|menceritakan|memuji|menyayangkan|berkata|berpesan|menggarisbawahi|mempersilakan|memimpin|melanjutkan|mengklarifikasi|menawarkan|memastikan|menyarikan|mengumumkan|menunjukkan|mengkhawatirkan|menghendaki|menyinggung|memperkenalkan',
  ],
];

const VERB = new RegExp(
  `^(?<subject>.{3,120}?)[,\\s]+(?:juga\\s+|kemudian\\s+|lalu\\s+|turut\\s+|kembali\\s+|selanjutnya\\s+)?(?<verb>${VERBS.map(([, words]) => words).join('|')})(?!\\p{L})`,
  'iu',
);

/** What comes before the one who speaks. */
const LINK_WORDS =
  /^(?:(?:selanjutnya|kemudian|lalu|berikutnya|setelah itu|sementara itu|sebelumnya|di sisi lain|pada kesempatan (?:yang sama|itu|tersebut|ini)|dalam (?:sambutan|arahan|paparan|kesempatan|rapat|kegiatan|acara|forum)(?:nya|\s+(?:tersebut|itu|ini))?|sebagai penutup|terakhir|menanggapi hal (?:itu|tersebut))\s*,?\s+)+/iu;

export interface Sentence {
  readonly subject: string;
  readonly kind: string;
}

/** "Ketua KPU Kota Contoh, Budi Contoh, menyampaikan bahwa …": who says it, before the verb. */
export function sentenceOf(text: string): Sentence | null {
  const found = VERB.exec(text.replace(LINK_WORDS, ''))?.groups;
  const subject = (found?.['subject'] ?? '').replace(/[,\s]+$/u, '');
  const verb = (found?.['verb'] ?? '').toLowerCase();
  // Another sentence or clause between: its verb is another one's.
  if (
    subject === '' ||
    /[.;:!?]\s/u.test(subject.replace(/\b\p{Lu}\p{L}{0,5}\.\s*(?:\p{L}{1,5}\.)*/gu, ''))
  )
    return null;
  const kind = VERBS.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(verb))?.[0];
  return kind === undefined ? null : { subject, kind };
}

/** Words that begin what is no name, however it is written. */
const NO_NAME =
  /^(?:acara|agenda|alasan|alamat|apabila|bab|bahwa|catatan|contoh|dalam|dari|dasar|data|demikian|dengan|evaluasi|faktor|hal|hari|hasil|hingga|ini|isu|itu|jawaban|jika|jumlah|kami|karena|kategori|kegiatan|kendala|kepada|keputusan|kesimpulan|keterangan|kita|kondisi|langkah|lampiran|lokasi|maka|masalah|masukan|materi|melalui|menurut|mereka|misalnya|namun|nomor|oleh|pada|para|pasal|pembahasan|pembukaan|penutup|penyampaian|peraturan|perihal|permasalahan|pernyataan|pertama|pertanyaan|poin|pukul|rapat|rencana|risiko|saran|sebagai|seluruh|semua|sesi|setelah|setiap|solusi|strategi|surat|tahap|tahapan|tanggal|tanggapan|target|tempat|tentang|terkait|tiap|tindak|tips|topik|total|tujuan|undang|untuk|usul|usulan|waktu|yaitu|yakni|yang|kedua|ketiga|keempat|kelima|peserta|forum|beliau|dia|ia|saya|beberapa|salah|sidang|materi|diskusi)(?!\p{L})/iu;

const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:\p{Lu}[\p{L}'’.-]*|bin|binti|al|el|van|de|dan))*$/u;

/** Two to five words with a capital each, as names are written. */
export function isNameLike(text: string, fewestWords = 2): boolean {
  const words = text.split(/\s+/u);
  return (
    words.length >= fewestWords &&
    words.length <= 5 &&
    text.length <= 60 &&
    NAME.test(text) &&
    !NO_NAME.test(text) &&
    !(text === text.toUpperCase() && text.length > 30)
  );
}

export const beginsNoName = (text: string): boolean => NO_NAME.test(text);
