/** What a press of a key says of itself, as in the DOM's KeyboardEvent. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const ARROWS: Readonly<Record<string, string>> = { Up: 'ArrowUp', Down: 'ArrowDown' };

function codeOf(key: string, isOption: boolean): string | null {
  if (/^\d$/.test(key)) return `Digit${key}`;
  if (isOption && /^[A-Z]$/.test(key)) return `Key${key}`;
  return key === "'" ? 'Quote' : null;
}

/**
 * Whether a press of a key is that accelerator of Electron's form ("CmdOrCtrl+Shift+E"); Cmd counts
 * on macOS only. Capital letters say nothing: with Caps Lock on, Shift makes small ones.
 */
export function isAccelerator(press: KeyPress, accelerator: string, isMac: boolean): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const code = codeOf(key, isMac && parts.includes('Alt'));
  const isCommand = parts.includes('CmdOrCtrl');
  return (
    (isMac ? press.metaKey : press.ctrlKey) === isCommand &&
    !(isMac ? press.ctrlKey : press.metaKey) &&
    press.altKey === parts.includes('Alt') &&
    press.shiftKey === parts.includes('Shift') &&
    // Alt changes what a digit key types, on macOS also what a letter does, and Shift what a quote
    // does, so those are matched by their place on the keyboard.
    (code !== null
      ? press.code === code
      : press.key.toLowerCase() === (ARROWS[key] ?? key).toLowerCase())
  );
}
