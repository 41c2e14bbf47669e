/**
 * Every command of the app, in one table: the menu, the command palette, the shortcuts and
 * docs/keyboard.md are made from it. `menu` names the menu it stands in; `needs: 'session'` means
 * that it works only while a session is open.
 */
export interface Command {
  readonly menu:
    | 'file'
    | 'edit'
    | 'session'
    | 'block'
    | 'insert'
    | 'format'
    | 'table'
    | 'view'
    | 'help';
  readonly label: { readonly id: string; readonly en: string };
  /** Electron accelerator; null where a menu entry and the palette are enough. */
  readonly accelerator: string | null;
  /** The one for macOS, where the system has taken the other. */
  readonly macAccelerator?: string;
  readonly needs: 'session' | null;
}

const command = (
  menu: Command['menu'],
  id: string,
  en: string,
  accelerator: string | null = null,
  needs: Command['needs'] = null,
): Command => ({ menu, label: { id, en }, accelerator, needs });

export const commands = {
  'session.new': command('file', 'Sesi baru', 'New session', 'CmdOrCtrl+N'),
  'library.open': command('file', 'Pustaka sesi', 'Session library', 'CmdOrCtrl+L'),
  'session.export': command(
    'file',
    'Ekspor Notula (Word) …',
    'Export minutes (Word) …',
    'CmdOrCtrl+Shift+E',
    'session',
  ),
  'backup.create': command('file', 'Buat cadangan sekarang', 'Back up now'),
  'backup.manage': command('file', 'Cadangan dan pemulihan …', 'Backups and restore …'),
  'examples.add': command('file', 'Tambahkan sesi contoh', 'Add example sessions'),
  'examples.remove': command('file', 'Hapus semua sesi contoh', 'Remove all example sessions'),
  'settings.open': command('file', 'Setelan …', 'Settings …', 'CmdOrCtrl+,'),
  'find.open': command(
    'edit',
    'Cari di notula ini',
    'Find in these minutes',
    'CmdOrCtrl+F',
    'session',
  ),
  'find.replace': {
    ...command('edit', 'Cari dan ganti', 'Find and replace', 'CmdOrCtrl+H', 'session'),
    // ⌘H hides the program there.
    macAccelerator: 'CmdOrCtrl+Alt+F',
  },
  'find.next': command('edit', 'Hasil cari berikutnya', 'Next match', 'F3', 'session'),
  'find.previous': command(
    'edit',
    'Hasil cari sebelumnya',
    'Previous match',
    'Shift+F3',
    'session',
  ),
  'search.open': command('edit', 'Cari di semua sesi', 'Search all sessions', 'CmdOrCtrl+Shift+F'),
  'words.expand': command(
    'edit',
    'Bentangkan singkatan',
    'Expand abbreviation',
    'CmdOrCtrl+E',
    'session',
  ),
  'spelling.next': command(
    'edit',
    'Kata meragukan berikutnya',
    'Next doubtful word',
    'F7',
    'session',
  ),
  'words.manage': command('edit', 'Kata dan frasa …', 'Words and phrases …'),
  'palette.open': command('edit', 'Daftar perintah', 'Command palette', 'CmdOrCtrl+K'),
  'session.minutes': command('session', 'Notula', 'Minutes', 'CmdOrCtrl+1', 'session'),
  'session.attendance': command('session', 'Daftar hadir', 'Attendance', 'CmdOrCtrl+2', 'session'),
  'session.data': command('session', 'Data sesi', 'Session data', 'CmdOrCtrl+3', 'session'),
  'session.history': command(
    'session',
    'Riwayat versi',
    'Version history',
    'CmdOrCtrl+4',
    'session',
  ),
  'session.statistics': command(
    'session',
    'Jumlah kata dan porsi bicara',
    'Word count and speaking share',
    null,
    'session',
  ),
  'meeting.step': command(
    'session',
    'Mulai, skors, atau lanjutkan rapat',
    'Start, adjourn or resume the meeting',
    'F8',
    'session',
  ),
  'meeting.end': command('session', 'Akhiri rapat', 'End the meeting', 'Shift+F8', 'session'),
  'meeting.takeBack': command(
    'session',
    'Batalkan langkah rapat terakhir',
    'Take back the last step of the meeting',
    null,
    'session',
  ),
  'queue.note': command(
    'session',
    'Catat penanya …',
    'Note who asks to speak …',
    'Alt+A',
    'session',
  ),
  'queue.next': command(
    'session',
    'Beri giliran penanya berikutnya',
    'Give the floor to the next in the queue',
    'Alt+Enter',
    'session',
  ),
  'speaker.arrival': command('session', 'Peserta datang …', 'Late arrival …', 'Alt+D', 'session'),
  'speaker.departure': command('session', 'Peserta keluar …', 'Departure …', 'Alt+L', 'session'),
  'speaker.narrating': command(
    'session',
    'Narasi saat peserta datang atau keluar',
    'Narrate arrivals and departures',
    null,
    'session',
  ),
  'block.speaker': command('block', 'Pilih pembicara', 'Choose speaker', 'Alt+P', 'session'),
  'speaker.missing': command(
    'block',
    'Pernyataan tanpa pembicara berikutnya',
    'Next statement without a speaker',
    'Alt+Shift+P',
    'session',
  ),
  'speaker.number': command(
    'block',
    'Beri nomor kepada pembicara ini',
    'Give this speaker a number',
    null,
    'session',
  ),
  'block.time': command('block', 'Waktu pernyataan', 'Time of the statement', 'Alt+W', 'session'),
  'block.details': command('block', 'Rincian blok', 'Block details', 'F2', 'session'),
  'block.important': command(
    'block',
    'Tandai penting',
    'Flag as important',
    'CmdOrCtrl+Shift+I',
    'session',
  ),
  'block.note': command('block', 'Catatan pribadi', 'Private note', 'CmdOrCtrl+Alt+M', 'session'),
  'turn.statement': command(
    'block',
    'Jadikan pernyataan',
    'Turn line into statement',
    'CmdOrCtrl+Alt+Shift+1',
    'session',
  ),
  'turn.agendaItem': command(
    'block',
    'Jadikan mata acara',
    'Turn line into agenda item',
    'CmdOrCtrl+Alt+Shift+2',
    'session',
  ),
  'turn.narration': command(
    'block',
    'Jadikan narasi',
    'Turn line into narration',
    'CmdOrCtrl+Alt+Shift+3',
    'session',
  ),
  'turn.decision': command(
    'block',
    'Jadikan keputusan',
    'Turn line into decision',
    'CmdOrCtrl+Alt+Shift+4',
    'session',
  ),
  'turn.recommendation': command(
    'block',
    'Jadikan rekomendasi',
    'Turn line into recommendation',
    'CmdOrCtrl+Alt+Shift+5',
    'session',
  ),
  'turn.followUp': command(
    'block',
    'Jadikan tindak lanjut',
    'Turn line into follow-up',
    'CmdOrCtrl+Alt+Shift+6',
    'session',
  ),
  'turn.break': command(
    'block',
    'Jadikan skors',
    'Turn line into break',
    'CmdOrCtrl+Alt+Shift+7',
    'session',
  ),
  'turn.closing': command(
    'block',
    'Jadikan closing statement',
    'Turn line into closing statement',
    'CmdOrCtrl+Alt+Shift+8',
    'session',
  ),
  'block.split': command(
    'block',
    'Belah di sini',
    'Split here',
    'CmdOrCtrl+Shift+Enter',
    'session',
  ),
  'block.mergePrevious': command(
    'block',
    'Gabungkan dengan blok di atas',
    'Merge with the block above',
    'CmdOrCtrl+Shift+J',
    'session',
  ),
  'block.mergeNext': command(
    'block',
    'Gabungkan dengan blok di bawah',
    'Merge with the block below',
    'CmdOrCtrl+J',
    'session',
  ),
  'block.moveUp': command('block', 'Naikkan blok', 'Move block up', 'Alt+Shift+Up', 'session'),
  'block.moveDown': command(
    'block',
    'Turunkan blok',
    'Move block down',
    'Alt+Shift+Down',
    'session',
  ),
  'section.moveUp': command(
    'block',
    'Naikkan mata acara dengan isinya',
    'Move agenda item with its contents up',
    'CmdOrCtrl+Shift+PageUp',
    'session',
  ),
  'section.moveDown': command(
    'block',
    'Turunkan mata acara dengan isinya',
    'Move agenda item with its contents down',
    'CmdOrCtrl+Shift+PageDown',
    'session',
  ),
  'insert.statement': command('insert', 'Pernyataan', 'Statement', 'CmdOrCtrl+Alt+1', 'session'),
  'insert.agendaItem': command('insert', 'Mata acara', 'Agenda item', 'CmdOrCtrl+Alt+2', 'session'),
  'insert.narration': command('insert', 'Narasi', 'Narration', 'CmdOrCtrl+Alt+3', 'session'),
  'insert.decision': command('insert', 'Keputusan', 'Decision', 'CmdOrCtrl+Alt+4', 'session'),
  'insert.recommendation': command(
    'insert',
    'Rekomendasi',
    'Recommendation',
    'CmdOrCtrl+Alt+5',
    'session',
  ),
  'insert.followUp': command('insert', 'Tindak lanjut', 'Follow-up', 'CmdOrCtrl+Alt+6', 'session'),
  'insert.break': command('insert', 'Skors', 'Break', 'CmdOrCtrl+Alt+7', 'session'),
  'insert.closing': command(
    'insert',
    'Closing statement',
    'Closing statement',
    'CmdOrCtrl+Alt+8',
    'session',
  ),
  'words.phrase': command(
    'insert',
    'Frasa baku …',
    'Standard phrase …',
    'CmdOrCtrl+Shift+B',
    'session',
  ),
  'insert.table': command('insert', 'Tabel', 'Table', null, 'session'),
  'insert.image': command('insert', 'Gambar …', 'Image …', null, 'session'),
  'format.bold': command('format', 'Tebal', 'Bold', 'CmdOrCtrl+B', 'session'),
  'format.italic': command('format', 'Miring', 'Italic', 'CmdOrCtrl+I', 'session'),
  'format.underline': command('format', 'Garis bawah', 'Underline', 'CmdOrCtrl+U', 'session'),
  'format.highlight': command('format', 'Sorot', 'Highlight', 'CmdOrCtrl+Shift+H', 'session'),
  'format.verbatim': command(
    'format',
    'Kutipan verbatim',
    'Verbatim quote',
    "CmdOrCtrl+Shift+'",
    'session',
  ),
  'format.bulletList': command(
    'format',
    'Daftar butir',
    'Bullet list',
    'CmdOrCtrl+Shift+8',
    'session',
  ),
  'format.orderedList': command(
    'format',
    'Daftar bernomor',
    'Numbered list',
    'CmdOrCtrl+Shift+7',
    'session',
  ),
  'format.quote': command('format', 'Kutipan', 'Quote', 'CmdOrCtrl+Shift+9', 'session'),
  'format.link': command('format', 'Tautan …', 'Link …', 'CmdOrCtrl+Shift+K', 'session'),
  'table.rowAfter': command(
    'table',
    'Tambah baris di bawah',
    'Add row below',
    'CmdOrCtrl+Alt+Enter',
    'session',
  ),
  'table.rowBefore': command('table', 'Tambah baris di atas', 'Add row above', null, 'session'),
  'table.columnAfter': command(
    'table',
    'Tambah kolom di kanan',
    'Add column right',
    'CmdOrCtrl+Alt+Shift+Enter',
    'session',
  ),
  'table.columnBefore': command(
    'table',
    'Tambah kolom di kiri',
    'Add column left',
    null,
    'session',
  ),
  'table.deleteRow': command(
    'table',
    'Hapus baris tabel',
    'Delete table row',
    'CmdOrCtrl+Shift+Backspace',
    'session',
  ),
  'table.deleteColumn': command(
    'table',
    'Hapus kolom tabel',
    'Delete table column',
    null,
    'session',
  ),
  'table.delete': command('table', 'Hapus tabel', 'Delete table', null, 'session'),
  'table.headerRow': command('table', 'Baris judul tabel', 'Table header row', null, 'session'),
  'table.selectRow': command('table', 'Pilih baris tabel', 'Select table row', null, 'session'),
  'table.selectColumn': command(
    'table',
    'Pilih kolom tabel',
    'Select table column',
    null,
    'session',
  ),
  'table.merge': command('table', 'Gabungkan sel', 'Merge cells', null, 'session'),
  'table.split': command('table', 'Pisahkan sel', 'Split cell', null, 'session'),
  'view.outline': command(
    'view',
    'Susunan acara',
    'Agenda outline',
    'CmdOrCtrl+Shift+O',
    'session',
  ),
  'view.filter': command(
    'view',
    'Saring blok yang ditampilkan',
    'Filter the blocks shown',
    'CmdOrCtrl+Shift+L',
    'session',
  ),
  'view.focus': command('view', 'Mode fokus', 'Focus mode', 'F12', 'session'),
  'view.typewriter': command(
    'view',
    'Gulir mesin tik',
    'Typewriter scrolling',
    'CmdOrCtrl+Shift+Y',
  ),
  'view.fullScreen': {
    ...command('view', 'Layar penuh', 'Full screen', 'F11'),
    // F11 shows the desktop there.
    macAccelerator: 'CmdOrCtrl+F11',
  },
  'view.textLarger': command('view', 'Perbesar teks naskah', 'Larger page text', 'CmdOrCtrl+]'),
  'view.textSmaller': command('view', 'Perkecil teks naskah', 'Smaller page text', 'CmdOrCtrl+['),
  'view.theme': command('view', 'Ganti tema', 'Change theme'),
  'help.keyboard': command('help', 'Pintasan papan ketik', 'Keyboard shortcuts', 'F1'),
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

/** The accelerator of a command on this system. */
export function acceleratorOf(id: CommandId, isMac: boolean): string | null {
  const { accelerator, macAccelerator }: Command = commands[id];
  return (isMac ? macAccelerator : undefined) ?? accelerator;
}

interface EditorKey {
  readonly keys: string;
  /** Its "Alt" stands for the keys that were chosen for numbered speakers. */
  readonly isSpeakerKey?: boolean;
  readonly label: Command['label'];
}

const key = (keys: string, id: string, en: string): EditorKey => ({ keys, label: { id, en } });

/** What is pressed with a digit to name a speaker: chosen where a system keeps Alt for itself. */
export const SPEAKER_KEYS = ['alt', 'alt-shift', 'f9'] as const;
export type SpeakerKeys = (typeof SPEAKER_KEYS)[number];

const SPEAKER_KEY_NAMES: Readonly<Record<SpeakerKeys, string>> = {
  alt: 'Alt+',
  'alt-shift': 'Alt+Shift+',
  f9: 'F9, ',
};

/** The keys of the table as they are with the chosen keys for speakers. */
export const keysWith = (entry: EditorKey, chosen: SpeakerKeys): string =>
  entry.isSpeakerKey === true ? entry.keys.replace('Alt+', SPEAKER_KEY_NAMES[chosen]) : entry.keys;

/** Keys that belong to writing itself and stand in no menu. */
export const editorKeys: readonly EditorKey[] = [
  key('Enter', 'Paragraf baru, pembicara sama', 'New paragraph, same speaker'),
  key('CmdOrCtrl+Enter', 'Pernyataan berikutnya, pilih pembicara', 'Next statement, pick speaker'),
  key(
    'Tab',
    'Pilih pembicara (pernyataan kosong), inden, sel berikutnya',
    'Pick speaker (empty statement), indent, next cell',
  ),
  key('Shift+Tab', 'Kurangi inden, sel sebelumnya', 'Outdent, previous cell'),
  key(
    'Backspace',
    'Di awal pernyataan: gabungkan ke atas',
    'At the start of a statement: merge upwards',
  ),
  key('F6', 'Ke bagian berikutnya di sekitar naskah', 'To the next part around the page'),
  key('Shift+F6', 'Ke bagian sebelumnya di sekitar naskah', 'To the part before'),
  {
    ...key('Alt+1 … 9', 'Mulai pernyataan pembicara 1–9', 'Start a statement of speaker 1–9'),
    isSpeakerKey: true,
  },
  {
    ...key('Alt+0', 'Beri nomor kepada pembicara ini', 'Give this speaker a number'),
    isSpeakerKey: true,
  },
  key(
    '1 … 9',
    'Di daftar pilihan pembicara: pilih; 0: tidak disebut',
    'In the list: pick; 0: not mentioned',
  ),
  key(
    '/',
    'Di awal baris kosong: ubah baris menjadi …',
    'At the start of an empty line: turn it into …',
  ),
  key(
    'Shift+Enter',
    'Di daftar datang/keluar: kebalikan dari setelan narasi',
    'In the list of arrivals: the opposite of the setting for narration',
  ),
  key(
    '1 … 9',
    'Di bilah pembicara: mulai pernyataan, atau beri nomor bila seseorang disorot; 0: lepas nomor',
    'In the rail: start a statement, or give the marked person that number; 0: take it away',
  ),
  key('+', 'Di bilah pembicara: catat sebagai penanya', 'In the rail: note in the queue'),
  key(
    'Alt+Shift+Up / Down',
    'Di daftar penanya: ubah urutan; Delete: hapus',
    'In the queue: change the order; Delete: remove',
  ),
  key('CmdOrCtrl+Enter', 'Di tabel: keluar ke bawah', 'In a table: leave it downwards'),
  key(
    'Right',
    'Terima kelanjutan samar sesudah kursor (di paragraf juga Tab)',
    'Take the faint completion after the caret (in a paragraph Tab too)',
  ),
  key('Shift+F10', 'Saran ejaan untuk kata di kursor', 'Suggestions for the word at the caret'),
  key('Shift+Enter', 'Baris baru dalam paragraf', 'New line in the paragraph'),
  key('CmdOrCtrl+Z', 'Urungkan', 'Undo'),
  key('CmdOrCtrl+Y', 'Ulangi', 'Redo'),
];
