import { Menu, app } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

import { acceleratorOf, commands } from '../../shared/contract/commands.ts';
import { refusalIn } from '../../shared/contract/command-refusals.ts';
import type { Command } from '../../shared/contract/command.ts';
import type { CommandId } from '../../shared/contract/commands.ts';
import type { MenuName } from '../../shared/contract/menus.ts';
import { MENU_LABELS, entriesOf } from '../../shared/contract/menus.ts';
import type { SessionStatus } from '../../shared/minutes/session.ts';

type Language = keyof Command['label'];

const ROLE_LABELS = {
  undo: { id: 'Urungkan', en: 'Undo' },
  redo: { id: 'Ulangi', en: 'Redo' },
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

/** Offers in the menu only what can be done with the session that is open; null: none is. */
export function enableFor(status: SessionStatus | null): void {
  const menu = Menu.getApplicationMenu();
  for (const id of Object.keys(commands) as CommandId[]) {
    const item = menu?.getMenuItemById(id);
    // Without a session a command says itself that it needs one.
    if (item) item.enabled = status === null || refusalIn(id, status) === null;
  }
}

/** Builds the application menu from the table of commands. */
export function installMenu({ language, onCommand }: MenuOptions): void {
  const role = (name: keyof typeof ROLE_LABELS): MenuItemConstructorOptions => ({
    role: name,
    label: ROLE_LABELS[name][language],
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const own = (id: CommandId): MenuItemConstructorOptions => {
    const accelerator = acceleratorOf(id, process.platform === 'darwin');
    return {
      id,
      label: commands[id].label[language],
      ...(accelerator === null ? {} : { accelerator }),
      click: () => onCommand(id),
    };
  };
  const itemsOf = (name: MenuName): MenuItemConstructorOptions[] =>
    entriesOf(name).map((entry) => {
      switch (entry.type) {
        case 'separator':
          return separator;
        case 'command':
          return own(entry.id);
        case 'submenu':
          return { label: entry.label[language], submenu: entry.ids.map(own) };
      }
    });
  const before: Partial<Readonly<Record<MenuName, MenuItemConstructorOptions[]>>> = {
    edit: [
      role('undo'),
      role('redo'),
      separator,
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
      separator,
    ],
  };
  const after: Partial<Readonly<Record<MenuName, MenuItemConstructorOptions[]>>> = {
    file: [separator, role('quit')],
    view: [separator, role('zoomIn'), role('zoomOut'), role('resetZoom')],
  };
  const menus = (Object.keys(MENU_LABELS) as MenuName[]).map((name) => ({
    label: MENU_LABELS[name][language],
    submenu: [...(before[name] ?? []), ...itemsOf(name), ...(after[name] ?? [])],
  }));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      process.platform === 'darwin' ? [{ label: app.name, role: 'appMenu' }, ...menus] : menus,
    ),
  );
}
