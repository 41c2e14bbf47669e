type PressedKey = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'>;

/**
 * What a key asks of the review. One that is held down says only once that a file is right: whoever
 * says so has to see each of them.
 */
export function reviewKey(pressed: PressedKey): 'confirm' | 'next' | 'previous' | null {
  if (pressed.key === 'Enter' && (pressed.ctrlKey || pressed.metaKey)) {
    return pressed.repeat ? null : 'confirm';
  }
  if (pressed.altKey && pressed.key === 'ArrowDown') return 'next';
  if (pressed.altKey && pressed.key === 'ArrowUp') return 'previous';
  return null;
}
