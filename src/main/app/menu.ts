import { Menu, app } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

import { acceleratorOf, commands } from '../../shared/contract/commands.ts';
import type { Command, CommandId } from '../../shared/contract/commands.ts';

type Language = keyof Command['label'];
type MenuName = Command['menu'];

/** No letter twice, and none that Alt already makes a command of. */
const MENU_LABELS: Readonly<Record<MenuName, Readonly<Record<Language, string>>>> = {
  file: { id: '&Berkas', en: '&File' },
  edit: { id: '&Sunting', en: '&Edit' },
  session: { id: 'S&esi', en: '&Session' },
  insert: { id: 'S&isipkan', en: '&Insert' },
  format: { id: '&Format', en: 'F&ormat' },
  table: { id: '&Tabel', en: '&Table' },
  view: { id: 'Ta&mpilan', en: '&View' },
  help: { id: 'Ba&ntuan', en: '&Help' },
};

const ROLE_LABELS = {
  cut: { id: 'Potong', en: 'Cut' },
  copy: { id: 'Salin', en: 'Copy' },
  paste: { id: 'Tempel', en: 'Paste' },
  selectAll: { id: 'Pilih semua', en: 'Select all' },
  resetZoom: { id: 'Ukuran sebenarnya', en: 'Actual size' },
  zoomIn: { id: 'Perbesar', en: 'Zoom in' },
  zoomOut: { id: 'Perkecil', en: 'Zoom out' },
  quit: { id: 'Keluar', en: 'Quit' },
} as const satisfies Partial<
  Record<NonNullable<MenuItemConstructorOptions['role']>, Record<Language, string>>
>;

interface MenuOptions {
  readonly language: Language;
  readonly onCommand: (command: CommandId) => void;
}

/** Builds the application menu from the table of commands. */
export function installMenu({ language, onCommand }: MenuOptions): void {
  const role = (name: keyof typeof ROLE_LABELS): MenuItemConstructorOptions => ({
    role: name,
    label: ROLE_LABELS[name][language],
  });
  const own = (menu: MenuName): MenuItemConstructorOptions[] =>
    (Object.keys(commands) as CommandId[])
      .filter((id) => commands[id].menu === menu)
      .map((id) => {
        const accelerator = acceleratorOf(id, process.platform === 'darwin');
        return {
          id,
          label: commands[id].label[language],
          ...(accelerator === null ? {} : { accelerator }),
          click: () => onCommand(id),
        };
      });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const extra: Readonly<Record<MenuName, MenuItemConstructorOptions[]>> = {
    file: [separator, role('quit')],
    edit: [separator, role('cut'), role('copy'), role('paste'), role('selectAll')],
    session: [],
    insert: [],
    format: [],
    table: [],
    view: [separator, role('zoomIn'), role('zoomOut'), role('resetZoom')],
    help: [],
  };
  const menus = (Object.keys(MENU_LABELS) as MenuName[]).map((name) => ({
    label: MENU_LABELS[name][language],
    submenu: [...own(name), ...extra[name]],
  }));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      process.platform === 'darwin' ? [{ label: app.name, role: 'appMenu' }, ...menus] : menus,
    ),
  );
}
