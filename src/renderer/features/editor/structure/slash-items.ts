import type { CommandId } from '../../../../shared/contract/commands.ts';
import type { EditorText } from '../texts.ts';
import { texts } from '../texts.ts';

/** One line of the menu that "/" opens. */
export interface SlashItem {
  /** The command that is carried out once the typed word is gone. */
  readonly command: CommandId;
  readonly label: EditorText;
  /** Further words by which it is found. */
  readonly words: readonly string[];
}

export const SLASH_ITEMS: readonly SlashItem[] = [
  { command: 'turn.statement', label: 'statement', words: ['pembicara', 'ujaran'] },
  { command: 'turn.agendaItem', label: 'agendaItem', words: ['agenda', 'topik'] },
  { command: 'turn.narration', label: 'narration', words: ['keterangan', 'suasana'] },
  { command: 'turn.decision', label: 'decision', words: ['putusan', 'hasil'] },
  { command: 'turn.recommendation', label: 'recommendation', words: ['saran', 'usulan'] },
  { command: 'turn.followUp', label: 'followUp', words: ['tugas', 'aksi'] },
  { command: 'turn.break', label: 'break', words: ['istirahat', 'jeda'] },
  { command: 'turn.closing', label: 'closing', words: ['penutup', 'pernyataan penutup'] },
  { command: 'insert.table', label: 'table', words: ['kolom', 'baris'] },
  { command: 'insert.image', label: 'image', words: ['foto'] },
  { command: 'format.bulletList', label: 'bulletList', words: ['butir', 'poin'] },
  { command: 'format.orderedList', label: 'orderedList', words: ['nomor', 'urut'] },
];

/**
 * The items that a typed word finds: those whose name begins with it, then those of which another
 * word does. Names count in both languages, so that who knows one of them gets there.
 */
export function matchingItems(typed: string): readonly SlashItem[] {
  const wanted = typed.toLocaleLowerCase('id').trim();
  if (wanted === '') return typed === '' ? SLASH_ITEMS : [];
  const rankOf = ({ label, words }: SlashItem): number => {
    const names = [texts.id[label], texts.en[label]].map((name) => name.toLocaleLowerCase('id'));
    if (names.some((name) => name.startsWith(wanted))) return 0;
    const others = [...names.flatMap((name) => name.split(' ')), ...words];
    return others.some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  const ranked = SLASH_ITEMS.map((item) => ({ item, rank: rankOf(item) }));
  return [0, 1].flatMap((rank) =>
    ranked.filter((found) => found.rank === rank).map(({ item }) => item),
  );
}
