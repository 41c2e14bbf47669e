import { LevelFormat } from 'docx';
import type { ILevelsOptions } from 'docx';

/** Word has nine levels of lists. */
export const DEEPEST_LEVEL = 8;
export const LARGEST_START = 32_767;

/**
 * docx writes "{reference-instance}" into the XML and replaces it at the end, in running text too.
 * This character cannot be in a text (see xmlText), so nothing that anybody typed is replaced.
 */
const RESERVED = '\uffff';

export const BULLETS = ['•', '–', '▪'] as const;
export const NUMBERS = [
  { isLetter: false, suffix: '.' },
  { isLetter: true, suffix: '.' },
  { isLetter: false, suffix: ')' },
  { isLetter: true, suffix: ')' },
] as const;

const LEVELS = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => level);

const bulletLevels = LEVELS.map((level): ILevelsOptions => ({
  level,
  format: LevelFormat.BULLET,
  text: BULLETS[level % BULLETS.length] ?? '•',
}));

function numberLevels(start: number): readonly ILevelsOptions[] {
  return LEVELS.map((level) => {
    const { isLetter, suffix } = NUMBERS[level % NUMBERS.length] ?? NUMBERS[0];
    const format = isLetter ? LevelFormat.LOWER_LETTER : LevelFormat.DECIMAL;
    return { level, format, text: `%${level + 1}${suffix}`, start };
  });
}

export interface ListNumbering {
  readonly reference: { readonly reference: string; readonly levels: readonly ILevelsOptions[] };
  readonly instance: number;
  readonly level: number;
  /** Indents are set on each paragraph, so docx's own list style stays away. */
  readonly custom: true;
}

export interface ListStyles {
  /** A list of its own, which counts from `start`, at the given depth. */
  readonly open: (
    type: 'bulletList' | 'orderedList',
    level: number,
    start: number,
  ) => ListNumbering;
}

/** Gives out the lists of one document; each ordered list counts anew. */
export function createListStyles(): ListStyles {
  let lastInstance = 0;
  return {
    open: (type, depth, wantedStart) => {
      const level = Math.min(depth, DEEPEST_LEVEL);
      if (type === 'bulletList') {
        const reference = { reference: `${RESERVED}bullet`, levels: bulletLevels };
        return { reference, instance: 1, level, custom: true };
      }
      const start = Math.min(Math.max(wantedStart, 0), LARGEST_START);
      lastInstance += 1;
      const reference = { reference: `${RESERVED}from${start}`, levels: numberLevels(start) };
      return { reference, instance: lastInstance, level, custom: true };
    },
  };
}
