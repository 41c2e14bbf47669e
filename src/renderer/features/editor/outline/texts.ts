export const outlineTexts = {
  id: {
    outline: 'Susunan acara',
    outlineEmpty: 'Belum ada mata acara. Ketik “/mata” di baris kosong, atau tekan Ctrl+Alt+2.',
    outlineUntitled: 'Mata acara tanpa judul',
    outlineKeys: 'Enter menuju · Alt+Shift+↑↓ memindahkan · Esc kembali',
    outlineMoved: '{{title}} kini nomor {{place}} dari {{count}}.',
    outlineClose: 'Tutup susunan acara',
  },
  en: {
    outline: 'Agenda outline',
    outlineEmpty: 'No agenda item yet. Type “/agenda” in an empty line, or press Ctrl+Alt+2.',
    outlineUntitled: 'Agenda item without a title',
    outlineKeys: 'Enter goes there · Alt+Shift+↑↓ moves · Esc returns',
    outlineMoved: '{{title}} is now number {{place}} of {{count}}.',
    outlineClose: 'Close the outline',
  },
} as const;
