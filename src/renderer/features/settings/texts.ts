const id = {
  title: 'Setelan',
  office: 'Nama kantor',
  notulis: 'Nama notulis',
  profileHelp: 'Dipakai pada notula yang diekspor dan pada riwayat.',
  theme: 'Tema',
  themeSystem: 'Mengikuti sistem',
  themeLight: 'Terang',
  themeDark: 'Gelap',
  themeContrast: 'Kontras tinggi',
  language: 'Bahasa aplikasi',
  languageId: 'Indonesia',
  languageEn: 'English',
  languageHelp: 'Notula dan dokumen tetap berbahasa Indonesia.',
  close: 'Tutup',
};

const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Settings',
  office: 'Office',
  notulis: 'Secretary',
  profileHelp: 'Used in exported minutes and in the history.',
  theme: 'Theme',
  themeSystem: 'Follows the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeContrast: 'High contrast',
  language: 'Language of the app',
  languageId: 'Indonesia',
  languageEn: 'English',
  languageHelp: 'Minutes and documents stay in Indonesian.',
  close: 'Close',
};

export const texts = { id, en };
