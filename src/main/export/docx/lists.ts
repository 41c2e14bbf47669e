import type { Xml } from './elements.ts';

/** Word has nine levels of lists. */
export const DEEPEST_LEVEL = 8;
export const LARGEST_START = 32_767;

export const BULLETS = ['•', '–', '▪'] as const;
export const NUMBERS = [
  { isLetter: false, suffix: '.' },
  { isLetter: true, suffix: '.' },
  { isLetter: false, suffix: ')' },
  { isLetter: true, suffix: ')' },
] as const;

const LEVELS = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => level);

/** What heads the items of a list on one level; indents are set on each paragraph. */
interface LevelLook {
  readonly format: 'bullet' | 'decimal' | 'lowerLetter';
  readonly text: string;
}

const bulletLook = (level: number): LevelLook => ({
  format: 'bullet',
  text: BULLETS[level % BULLETS.length] ?? '•',
});

function numberLook(level: number): LevelLook {
  const { isLetter, suffix } = NUMBERS[level % NUMBERS.length] ?? NUMBERS[0];
  return { format: isLetter ? 'lowerLetter' : 'decimal', text: `%${level + 1}${suffix}` };
}

const levelElement = ({ format, text }: LevelLook, level: number, start: number): Xml =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>` +
  `<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;

/** Where a paragraph stands in the lists of its document. */
export interface ListPlace {
  readonly listId: number;
  readonly level: number;
}

export interface ListStyles {
  /** A list of its own, which counts from `start`, at the given depth. */
  readonly open: (type: 'bulletList' | 'orderedList', level: number, start: number) => ListPlace;
  /** The lists that were given out, as the document's numbering names them. */
  readonly elements: () => Xml;
}

/** Gives out the lists of one document; each ordered list counts anew. */
export function createListStyles(): ListStyles {
  /** By their ids, from 1: what each list counts from; null of the bullets, which are one list. */
  const lists: (number | null)[] = [];
  const add = (start: number | null): number => lists.push(start);
  return {
    open: (type, depth, wantedStart) => {
      const level = Math.min(depth, DEEPEST_LEVEL);
      if (type === 'orderedList') {
        return { listId: add(Math.min(Math.max(wantedStart, 0), LARGEST_START)), level };
      }
      const present = lists.indexOf(null) + 1;
      return { listId: present > 0 ? present : add(null), level };
    },
    elements: () => {
      // Lists that count from the same number share how they look.
      const kinds = [...new Set(lists)];
      const looks = kinds.map((start, index) => {
        const levels = LEVELS.map((level) =>
          levelElement(start === null ? bulletLook(level) : numberLook(level), level, start ?? 1),
        );
        return (
          `<w:abstractNum w:abstractNumId="${index + 1}"><w:multiLevelType w:val="hybridMultilevel"/>` +
          `${levels.join('')}</w:abstractNum>`
        );
      });
      const instances = lists.map((start, index) => {
        const restarts = LEVELS.map(
          (level) =>
            `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start ?? 1}"/></w:lvlOverride>`,
        );
        const look = `<w:abstractNumId w:val="${kinds.indexOf(start) + 1}"/>`;
        return `<w:num w:numId="${index + 1}">${look}${restarts.join('')}</w:num>`;
      });
      return [...looks, ...instances].join('');
    },
  };
}
