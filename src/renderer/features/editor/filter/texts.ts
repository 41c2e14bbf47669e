export const filterTexts = {
  id: {
    filterBar: 'Saringan blok',
    filterSpeaker: 'Pembicara',
    filterEverybody: 'Semua pembicara',
    filterKind: 'Jenis',
    filterEveryKind: 'Semua jenis',
    filterImportant: 'Hanya yang ditandai penting',
    filterShown: 'Menampilkan {{shown}} dari {{total}} blok',
    filterShowsAll: 'Semua {{total}} blok ditampilkan',
    filterClear: 'Tampilkan semua',
    filterClose: 'Tutup saringan (Esc)',
    filterRefused:
      'Blok yang sedang disembunyikan saringan akan ikut berubah, jadi tidak dilakukan. Tampilkan semua dulu (Esc).',
  },
  en: {
    filterBar: 'Filter of blocks',
    filterSpeaker: 'Speaker',
    filterEverybody: 'All speakers',
    filterKind: 'Kind',
    filterEveryKind: 'All kinds',
    filterImportant: 'Only those flagged as important',
    filterShown: 'Showing {{shown}} of {{total}} blocks',
    filterShowsAll: 'All {{total}} blocks are shown',
    filterClear: 'Show all',
    filterClose: 'Close the filter (Esc)',
    filterRefused:
      'That would change blocks that the filter hides, so it was not done. Show all first (Esc).',
  },
};
