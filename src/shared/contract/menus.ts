import type { Command } from './command.ts';
import type { CommandId } from './commands.ts';
import { commands } from './commands.ts';

export type MenuName = Command['menu'];

/** The menus in their order. "&" is before the letter that opens one together with Alt. */
export const MENU_LABELS: Readonly<Record<MenuName, Command['label']>> = {
  file: { id: '&Berkas', en: '&File' },
  edit: { id: '&Sunting', en: '&Edit' },
  session: { id: 'S&esi', en: '&Session' },
  block: { id: 'Blo&k', en: 'Bloc&k' },
  insert: { id: 'S&isipkan', en: '&Insert' },
  format: { id: '&Format', en: 'F&ormat' },
  table: { id: '&Tabel', en: '&Table' },
  view: { id: 'Ta&mpilan', en: '&View' },
  help: { id: 'Ba&ntuan', en: '&Help' },
};

/** A line is drawn above these; the table of commands gives the order. */
const GROUP_STARTS: ReadonlySet<CommandId> = new Set<CommandId>([
  'session.export',
  'backup.create',
  'examples.add',
  'settings.open',
  'search.open',
  'words.expand',
  'palette.open',
  'session.statistics',
  'meeting.step',
  'queue.note',
  'speaker.arrival',
  'block.time',
  'block.important',
  'turn.statement',
  'block.split',
  'block.moveUp',
  'words.phrase',
  'format.bulletList',
  'format.link',
  'table.deleteRow',
  'table.headerRow',
  'table.merge',
  'view.focus',
  'view.textLarger',
  'view.theme',
]);

/** What a line may become stands in a menu of its own. */
const TURN_LABEL = { id: 'Ubah baris', en: 'Turn line into' } as const;

export type MenuEntry =
  | { readonly type: 'command'; readonly id: CommandId }
  | { readonly type: 'separator' }
  | {
      readonly type: 'submenu';
      readonly label: Command['label'];
      readonly ids: readonly CommandId[];
    };

/** What stands in a menu, from top to bottom. */
export function entriesOf(menu: MenuName): readonly MenuEntry[] {
  const entries: MenuEntry[] = [];
  const turns: CommandId[] = [];
  for (const id of Object.keys(commands) as CommandId[]) {
    if (commands[id].menu !== menu) continue;
    if (GROUP_STARTS.has(id)) entries.push({ type: 'separator' });
    if (!id.startsWith('turn.')) entries.push({ type: 'command', id });
    else if (turns.push(id) === 1) entries.push({ type: 'submenu', label: TURN_LABEL, ids: turns });
  }
  return entries;
}

/** The name of a menu where nothing opens it by a letter. */
export const menuTitle = (menu: MenuName, language: keyof Command['label']): string =>
  MENU_LABELS[menu][language].replace('&', '');
