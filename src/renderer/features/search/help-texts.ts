/* How to search, operator by operator. */
const id = {
  helpTitle: 'Cara mencari',
  helpText:
    'Tulis saja kata-katanya. Bentuk lain ikut ditemukan: “koordinasi” juga menemukan “mengoordinasikan”, “DPT” juga “daftar pemilih tetap”. Selebihnya pilihan; tekan contoh untuk mencobanya.',
  helpWrite: 'Tulis',
  helpFinds: 'Yang ditemukan',
  helpTry: 'Coba {{example}}',
  helpForgiving:
    'Salah tulis tidak pernah menjadi galat: yang paling dekat dipakai, dan di atas hasil tertulis bagaimana pencarian dibaca.',
  help_words: 'Bagian yang memuat semua kata itu, urutannya bebas',
  help_phrase: 'Persis kata-kata itu berurutan, tanpa bentuk lain',
  help_not: 'Yang memuat “coklit” tetapi tidak “terbatas”',
  help_or: 'Yang memuat salah satunya',
  help_near: 'Yang memuat keduanya, paling jauh 10 kata di antaranya',
  help_pembicara: 'Yang dikatakan oleh seseorang',
  help_lembaga: 'Yang dikatakan oleh orang dari lembaga itu',
  help_jenis: 'Sesi dari jenis itu',
  help_seri: 'Sesi dari seri itu',
  help_tanggal: 'Sesi dalam rentang tanggal; hari, bulan, atau tahun',
  help_tahun: 'Sesi dalam tahun itu',
  help_hadir: 'Sesi yang dihadiri orang itu, berbicara atau tidak',
  help_keputusan: 'Keputusan yang memuat kata itu; tanpa kata: semua keputusan',
  help_tindaklanjut: 'Tindak lanjut yang belum selesai; juga belum, berjalan, selesai, dibatalkan',
  help_penutup: 'Pernyataan penutup',
  help_lampiran: 'Lampiran yang memuat kata itu',
  help_status: 'Sesi yang sudah final; juga rencana, berlangsung, selesai',
};

const en: typeof id = {
  helpTitle: 'How to search',
  helpText:
    'Just write the words. Other forms are found too: “koordinasi” also finds “mengoordinasikan”, “DPT” also “daftar pemilih tetap”. The rest is optional; press an example to try it.',
  helpWrite: 'Write',
  helpFinds: 'What is found',
  helpTry: 'Try {{example}}',
  helpForgiving:
    'A mistake is never an error: the nearest reading is used, and above the results stands how the search was read.',
  help_words: 'Passages with all of these words, in any order',
  help_phrase: 'Exactly these words in a row, without other forms',
  help_not: 'With “coklit” but without “terbatas”',
  help_or: 'With one of them',
  help_near: 'With both, at most 10 words between them',
  help_pembicara: 'What somebody said',
  help_lembaga: 'What people of that organization said',
  help_jenis: 'Sessions of that kind',
  help_seri: 'Sessions of that series',
  help_tanggal: 'Sessions in a span of days, months or years',
  help_tahun: 'Sessions of that year',
  help_hadir: 'Sessions where that person was present, speaking or not',
  help_keputusan: 'Decisions with that word; without a word: all decisions',
  help_tindaklanjut: 'Follow-ups that are open; also belum, berjalan, selesai, dibatalkan',
  help_penutup: 'Closing statements',
  help_lampiran: 'Attachments with that word',
  help_status: 'Sessions that are final; also rencana, berlangsung, selesai',
};

export const helpTexts = { id, en };
