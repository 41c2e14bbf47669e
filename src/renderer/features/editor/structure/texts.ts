/** Words of the "/" menu, of flags and notes, of the outline and of tables. */
export const structureTexts = {
  id: {
    slashMenu: 'Ubah baris ini menjadi',
    slashHint: 'Enter memilih · Esc membiarkan “/”',
    bulletList: 'Daftar butir',
    orderedList: 'Daftar bernomor',

    important: 'Penting',
    privateNote: 'Catatan pribadi, tidak ikut diekspor',
    privateNoteHint: 'Catatan pribadi …',
    privateNoteKeys: 'Enter selesai · Shift+Enter baris baru · tidak ikut diekspor',
    privateNoteFull: 'Catatan paling banyak 5.000 huruf.',
  },
  en: {
    slashMenu: 'Turn this line into',
    slashHint: 'Enter chooses · Esc leaves the “/”',
    bulletList: 'Bullet list',
    orderedList: 'Numbered list',

    important: 'Important',
    privateNote: 'Private note, never exported',
    privateNoteHint: 'Private note …',
    privateNoteKeys: 'Enter ends · Shift+Enter new line · never exported',
    privateNoteFull: 'A note has at most 5,000 characters.',
  },
} as const;
