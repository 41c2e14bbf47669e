const id = {
  title: 'Selamat datang di Notula',
  intro:
    'Dua isian ini dipakai pada notula dan riwayat. Keduanya boleh kosong dan dapat diubah nanti di Setelan. Semua data tetap di komputer ini.',
  office: 'Nama kantor',
  officeHint: 'misalnya KPU Kota Contoh',
  notulis: 'Nama notulis',
  notulisHint: 'nama Anda',
  examples: 'Tambahkan lima sesi contoh',
  examplesHelp:
    'Lima rapat nyata yang pernah diberitakan, bertanda “Contoh”. Dapat dihapus sekaligus kapan saja.',
  start: 'Mulai',
  skip: 'Lewati',
};

const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Welcome to Notula',
  intro:
    'These two are used in minutes and in the history. Both may stay empty and can be changed later in Settings. All data stays on this computer.',
  office: 'Office',
  officeHint: 'for example KPU Kota Contoh',
  notulis: 'Secretary',
  notulisHint: 'your name',
  examples: 'Add five example sessions',
  examplesHelp:
    'Five real meetings that were reported in public, marked “Example”. They can be removed in one go at any time.',
  start: 'Start',
  skip: 'Skip',
};

export const texts = { id, en };
