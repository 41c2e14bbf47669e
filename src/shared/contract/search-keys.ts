import type { Command } from './command.ts';

interface SearchKey {
  readonly keys: string;
  readonly label: Command['label'];
}

const key = (keys: string, id: string, en: string): SearchKey => ({ keys, label: { id, en } });

/**
 * Keys of the search over all sessions, which stand in no menu. What is proposed while typing never
 * takes a key that means the results: Enter and the arrows are the list's only behind the colon of
 * an operator, and Enter takes a proposal only where the arrows chose one.
 */
export const searchKeys: readonly SearchKey[] = [
  key('Up / Down', 'Pilih hasil; kutipannya mengikuti', 'Choose a result; its passage follows'),
  key('PageUp / PageDown', 'Delapan hasil sekaligus', 'Eight results at a time'),
  key(
    'Enter',
    'Buka hasil terpilih, atau yang pertama, dengan katanya disorot',
    'Open the chosen result, or the first, with its words marked',
  ),
  key(
    'Up / Down',
    'Sesudah titik dua operator: pilih usulan; Esc menutup daftarnya',
    'Behind the colon of an operator: choose a proposal; Esc closes the list',
  ),
  key(
    'Enter',
    'Pakai usulan yang dipilih dengan panah; tanpa pilihan tetap membuka hasil',
    'Take the proposal that arrows chose; without one it still opens the result',
  ),
  key(
    'Tab',
    'Pakai usulan yang disebut di dalam kolom, yang dipilih, atau satu-satunya; selain itu ke saringan',
    'Take the proposal named in the field, the chosen or the only one; otherwise on to the filters',
  ),
  key('Left / Right', 'Di baris saringan: saringan lain', 'In the row of filters: another filter'),
  key(
    'Down',
    'Di kolom kosong: ke pencarian tersimpan dan riwayat',
    'In the empty field: to saved searches and history',
  ),
  key('F2', 'Ganti nama pencarian tersimpan', 'Rename the saved search'),
  key('Delete', 'Hapus pencarian tersimpan', 'Remove the saved search'),
  key('Esc', 'Tutup pencarian; hasilnya tetap ada', 'Close the search; its results stay'),
  key(
    'Alt+Left',
    'Di sesi yang dibuka dari hasil: kembali ke hasil (tidak di macOS)',
    'In a session opened from results: back to them (not on macOS)',
  ),
];
