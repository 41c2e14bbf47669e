import type { Command } from './command.ts';
import { command } from './command.ts';
import { copyCommands } from './copy-commands.ts';

/** The menus Berkas and Sunting. */
export const fileAndEditCommands = {
  'session.new': command('file', 'Sesi baru', 'New session', 'CmdOrCtrl+N'),
  'library.open': command('file', 'Pustaka sesi', 'Session library', 'CmdOrCtrl+L'),
  'session.export': command(
    'file',
    'Ekspor Notula (Word) …',
    'Export minutes (Word) …',
    'CmdOrCtrl+Shift+E',
    'session',
  ),
  'session.documents': command(
    'file',
    'Ekspor dokumen …',
    'Export documents …',
    'CmdOrCtrl+Shift+D',
    'session',
  ),
  ...copyCommands,
  'session.preview': command(
    'file',
    'Pratinjau dan cetak',
    'Preview and print',
    'CmdOrCtrl+P',
    'session',
  ),
  'session.saveJson': command(
    'file',
    'Simpan sesi sebagai JSON …',
    'Save session as JSON …',
    null,
    'session',
  ),
  'session.openJson': command('file', 'Buka sesi dari JSON …', 'Open session from JSON …'),
  'imports.open': command('file', 'Impor notula lama …', 'Import old minutes …'),
  'backup.create': command('file', 'Buat cadangan sekarang', 'Back up now'),
  'backup.manage': command('file', 'Cadangan dan pemulihan …', 'Backups and restore …'),
  'examples.add': command('file', 'Tambahkan sesi contoh', 'Add example sessions'),
  'examples.remove': command('file', 'Hapus semua sesi contoh', 'Remove all example sessions'),
  'settings.open': command('file', 'Setelan …', 'Settings …', 'CmdOrCtrl+,'),
  'office.manage': command('file', 'Wajah kantor …', 'Office style …'),
  'templates.manage': command('file', 'Templat Word …', 'Word templates …'),
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
  'about.open': command(
    'edit',
    'Semua tentang orang atau lembaga …',
    'Everything about a person or organization …',
  ),
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
} as const satisfies Record<string, Command>;

/** The menus Tampilan and Bantuan. */
export const viewAndHelpCommands = {
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
    'Baris ketik tetap di tengah',
    'Keep the typed line in the middle',
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
  'help.licences': command('help', 'Lisensi perangkat lunak', 'Software licences'),
} as const satisfies Record<string, Command>;
