import type { Command } from './command.ts';
import type { CommandId } from './commands.ts';
import { commands } from './commands.ts';

export type MenuName = Command['menu'];

/** The menus in their order. "&" is before the letter that opens one together with Alt. */
export const MENU_LABELS: Readonly<Record<MenuName, Command['label']>> = {
  file: { id: '&Berkas', en: '&File' },
  edit: { id: '&Sunting', en: '&Edit' },
  session: { id: 'S&esi', en: '&Session' },
  sign: { id: 'Pen&gesahan', en: 'Si&gning' },
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
  'session.saveJson',
  'backup.create',
  'examples.add',
  'settings.open',
  'search.open',
  'words.expand',
  'palette.open',
  'session.statistics',
  'marks.handAround',
  'signing.sign',
  'checking.open',
  'signing.identities',
  'meeting.step',
  'recording.fromStatement',
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

/** What begins so stands in a menu of its own. */
const SUBMENUS: readonly { readonly start: string; readonly label: Command['label'] }[] = [
  { start: 'turn.', label: { id: 'Ubah baris', en: 'Turn line into' } },
  { start: 'copy.', label: { id: 'Salin untuk ditempel', en: 'Copy for pasting' } },
];

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
  const within = new Map<string, CommandId[]>();
  for (const id of Object.keys(commands) as CommandId[]) {
    if (commands[id].menu !== menu) continue;
    if (GROUP_STARTS.has(id)) entries.push({ type: 'separator' });
    const submenu = SUBMENUS.find(({ start }) => id.startsWith(start));
    const begun = submenu && within.get(submenu.start);
    if (submenu === undefined) {
      entries.push({ type: 'command', id });
    } else if (begun === undefined) {
      const ids = [id];
      within.set(submenu.start, ids);
      entries.push({ type: 'submenu', label: submenu.label, ids });
    } else {
      begun.push(id);
    }
  }
  return entries;
}

/** The name of a menu where nothing opens it by a letter. */
export const menuTitle = (menu: MenuName, language: keyof Command['label']): string =>
  MENU_LABELS[menu][language].replace('&', '');
