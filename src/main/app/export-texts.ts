/** What the system's dialogs say about exports. */
export const EXPORT_TEXTS = {
  id: {
    saveAs: 'Simpan sebagai',
    chooseFolder: 'Pilih folder untuk dokumen',
    choose: 'Simpan di sini',
    wordFile: 'Dokumen Word',
    zipFile: 'Berkas ZIP',
    jsonFile: 'Sesi Notula (JSON)',
    openSession: 'Buka sesi dari JSON',
    chooseTemplate: 'Pilih templat Word',
    wordTemplate: 'Templat atau dokumen Word',
    exist: (count: number) => `${count} dokumen dengan nama yang sama sudah ada di folder itu`,
    existDetail: (names: string) =>
      `${names}\n\nBelum ada yang ditimpa. Pilihan ini berlaku untuk semuanya.`,
    more: (count: number) => `dan ${count} lagi`,
    cancel: 'Batal',
    keepBoth: 'Simpan dengan nama lain',
    replace: 'Ganti yang lama',
  },
  en: {
    saveAs: 'Save as',
    chooseFolder: 'Choose a folder for the documents',
    choose: 'Save here',
    wordFile: 'Word document',
    zipFile: 'ZIP file',
    jsonFile: 'Notula session (JSON)',
    openSession: 'Open session from JSON',
    chooseTemplate: 'Choose a Word template',
    wordTemplate: 'Word template or document',
    exist: (count: number) => `Documents of the same name in that folder: ${count}`,
    existDetail: (names: string) =>
      `${names}\n\nNothing was overwritten yet. The answer counts for all of them.`,
    more: (count: number) => `and ${count} more`,
    cancel: 'Cancel',
    keepBoth: 'Save under other names',
    replace: 'Replace the old ones',
  },
} as const;
