export const finalTexts = {
  id: {
    addendumLabel: 'Adendum {{number}}, {{date}}',
    addendumWho: 'dicatat oleh {{who}}',
    correctThis: 'Tambah adendum untuk bagian ini',
  },
  en: {
    addendumLabel: 'Addendum {{number}}, {{date}}',
    addendumWho: 'recorded by {{who}}',
    correctThis: 'Add an addendum for this part',
  },
} as const;
