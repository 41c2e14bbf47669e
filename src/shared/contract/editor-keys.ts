import type { Command } from './command.ts';

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
  key(
    'CmdOrCtrl+Up / Down',
    'Di notula final: pilih bagian, misalnya untuk adendum',
    'In final minutes: choose a part, as for an addendum',
  ),
  key('Shift+Enter', 'Baris baru dalam paragraf', 'New line in the paragraph'),
  key('CmdOrCtrl+Z', 'Urungkan', 'Undo'),
  key('CmdOrCtrl+Y', 'Ulangi', 'Redo'),
];
