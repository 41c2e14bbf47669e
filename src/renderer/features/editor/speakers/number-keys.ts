import { Plugin, PluginKey } from '@tiptap/pm/state';

import type { SpeakerKeys } from '../../../../shared/contract/editor-keys.ts';

type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** The digit of a key press, by the key's place: with Alt or Shift it types something else. */
export function digitOf(event: Pick<KeyboardEvent, 'code'>): number | null {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  return digit === undefined ? null : Number(digit);
}

const hasModifiers = (event: KeyPress, isAlt: boolean, isShift: boolean): boolean =>
  event.altKey === isAlt && event.shiftKey === isShift && !event.ctrlKey && !event.metaKey;

/** Reads the keys of numbered speakers from key presses, one after the other. */
export interface NumberKeys {
  /** The number asked for, "prefix" for a key that begins one, null for any other key. */
  readonly read: (event: KeyPress) => number | 'prefix' | null;
}

export function createNumberKeys(chosen: () => SpeakerKeys): NumberKeys {
  let isPrefixed = false;
  return {
    read(event) {
      const wasPrefixed = isPrefixed;
      isPrefixed = false;
      switch (chosen()) {
        case 'alt':
          return hasModifiers(event, true, false) ? digitOf(event) : null;
        case 'alt-shift':
          return hasModifiers(event, true, true) ? digitOf(event) : null;
        case 'f9':
          if (event.key === 'F9' && hasModifiers(event, false, false)) {
            isPrefixed = true;
            return 'prefix';
          }
          return wasPrefixed && hasModifiers(event, false, false) ? digitOf(event) : null;
      }
    },
  };
}

/** The keys that start a statement of a numbered speaker. */
export function numberKeys(keys: NumberKeys, onNumber: (number: number) => void): Plugin {
  return new Plugin({
    key: new PluginKey('speakerNumberKeys'),
    props: {
      handleKeyDown(_view, event) {
        if (event.isComposing) return false;
        const read = keys.read(event);
        if (typeof read === 'number') onNumber(read);
        return read !== null;
      },
    },
  });
}
