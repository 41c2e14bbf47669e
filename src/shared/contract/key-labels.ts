/** The signs of macOS, in the order in which it writes them. */
const MAC_SIGNS: readonly (readonly [string, string])[] = [
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['CmdOrCtrl', '⌘'],
];
const ARROWS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** An Electron accelerator as it is printed: "Ctrl+Shift+E", on macOS "⇧⌘E"; "" where there is none. */
export function keyLabel(accelerator: string | null, isMac: boolean): string {
  const parts = (accelerator ?? '').split('+');
  const key = (parts.pop() ?? '').replaceAll(
    /\b(?:Up|Down|Left|Right)\b/g,
    (name) => ARROWS[name] ?? name,
  );
  if (!isMac) return [...parts.map((part) => part.replace('CmdOrCtrl', 'Ctrl')), key].join('+');
  const signs = MAC_SIGNS.filter(([name]) => parts.includes(name)).map(([, sign]) => sign);
  return signs.join('') + key;
}

/** A sentence that names keys, with the names they have on this system. */
export const withKeyNames = (text: string, isMac: boolean): string =>
  isMac
    ? text.replaceAll(/(?:(?:Ctrl|Alt|Shift)\+)+/g, (keys) =>
        keyLabel(keys.replace('Ctrl', 'CmdOrCtrl'), true),
      )
    : text;
