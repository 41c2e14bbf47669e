/** `menu` names the menu it stands in; `needs: 'session'`: it works only while a session is open. */
export interface Command {
  readonly menu:
    | 'file'
    | 'edit'
    | 'session'
    | 'sign'
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

export const command = (
  menu: Command['menu'],
  id: string,
  en: string,
  accelerator: string | null = null,
  needs: Command['needs'] = null,
): Command => ({ menu, label: { id, en }, accelerator, needs });
