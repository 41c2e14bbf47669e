import type { Block } from '../document/block.ts';
import { blockPlainText } from '../document/plain-text.ts';
import type { ClosingFinding } from './closing-checks.ts';
import { isOneTypoAway } from './near-words.ts';
import type { Attendance } from './people.ts';

interface DifferingName {
  readonly block: Block;
  readonly name: NonNullable<ClosingFinding['name']>;
}

/** A word of a name: "Holik", "Al-Fatih", "Ma'ruf". */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’ʼ`-][\p{L}\p{M}]+)*/gu;

/** The same as it is written in a text: with a capital letter, or one of the little words in names. */
const WORD_IN_TEXT =
  /\p{Lu}[\p{L}\p{M}]*(?:['’ʼ`-][\p{L}\p{M}]+)*|(?<![\p{L}\p{M}])(?:bin(?:ti)?|ibnu?|van|von|de[nr]?|al|el)(?![\p{L}\p{M}])/gu;

/** What may stand between two words of one name: a space, and the dot of a short form ("Moh. Rizki"). */
const LONGEST_SHORT_FORM = 3;

interface Word {
  readonly written: string;
  /** Letters' case and the form of an apostrophe make no other name. */
  readonly key: string;
  /** Whether it follows the word before as a part of the same name would. */
  readonly isNext: boolean;
}

const keyOf = (word: string): string => word.toLowerCase().replace(/['’ʼ`]/g, "'");

/** Gives words their keys, each once: the same words come again and again. */
function createKeys() {
  const known = new Map<string, string>();
  return (word: string): string => {
    const key = known.get(word) ?? keyOf(word);
    known.set(word, key);
    return key;
  };
}

function wordsIn(text: string, toKey: (word: string) => string): readonly Word[] {
  const words: Word[] = [];
  let end = -1;
  for (const found of text.matchAll(WORD_IN_TEXT)) {
    const [written] = found;
    const gap = end < 0 ? '' : text.slice(end, found.index);
    const isAfterShortForm = (words.at(-1)?.written.length ?? 0) <= LONGEST_SHORT_FORM;
    words.push({
      written,
      key: toKey(written),
      isNext: gap === ' ' || (gap === '. ' && isAfterShortForm),
    });
    end = found.index + written.length;
  }
  return words;
}

/** A name as it may be said: the whole of it, or what is left where the last words are not said. */
interface Said {
  /** As the attendance has it, without titles. */
  readonly name: string;
  readonly keys: readonly string[];
}

function namesOf(attendance: readonly Attendance[]): readonly Said[] {
  return attendance.flatMap(({ type, name }) => {
    const keys = (name.normalize('NFC').match(WORD) ?? []).map(keyOf);
    // One word alone is as likely another word that is like it.
    return type === 'person' && keys.length >= 2 ? [{ name, keys }] : [];
  });
}

const waysToSay = ({ name, keys }: Said): readonly Said[] =>
  keys.slice(1).map((_key, index) => ({ name, keys: keys.slice(0, index + 2) }));

/** A run of words with one of them left open. */
const pattern = (keys: readonly string[], open: number): string =>
  keys.map((key, index) => (index === open ? '*' : key)).join(' ');

/** Finds who is meant by words that are nearly a name. */
function openNames(attendance: readonly Attendance[]) {
  const names = namesOf(attendance);
  const said = names.flatMap(waysToSay);
  const right = new Set(said.map(({ keys }) => keys.join(' ')));
  // "Nur Aisyah" is nobody's wrongly written name where it is the end of another one's.
  for (const { keys } of names) {
    for (let start = 1; start < keys.length - 1; start += 1) right.add(keys.slice(start).join(' '));
  }
  const patterns = new Map<string, { readonly name: string; readonly meant: string }[]>();
  for (const { name, keys } of said) {
    for (const [open, meant] of keys.entries()) {
      const one = pattern(keys, open);
      const found = patterns.get(one) ?? [];
      found.push({ name, meant });
      patterns.set(one, found);
    }
  }
  const answers = new Map<string, string | null>();

  function find(keys: readonly string[], run: string): string | null {
    if (right.has(run)) return null;
    for (const [open, written] of keys.entries()) {
      const meant = patterns.get(pattern(keys, open)) ?? [];
      const found = meant.find((one) => isOneTypoAway(written, one.meant));
      if (found !== undefined) return found.name;
    }
    return null;
  }

  return {
    words: new Set(said.flatMap(({ keys }) => keys)),
    /** The longest first: what is said of a name is also the beginning of what is said. */
    lengths: [...new Set(said.map(({ keys }) => keys.length))].toSorted((a, b) => b - a),
    /** The name that is meant and was not written; null where it was, or where none is. */
    meant(keys: readonly string[]): string | null {
      const run = keys.join(' ');
      const known = answers.get(run);
      if (known !== undefined) return known;
      const answer = find(keys, run);
      answers.set(run, answer);
      return answer;
    },
  };
}

type Names = ReturnType<typeof openNames>;

function namesIn(
  text: string,
  names: Names,
  toKey: (word: string) => string,
): readonly DifferingName['name'][] {
  // Most blocks name nobody, and are done with quickly.
  const hasKnown = text.match(WORD_IN_TEXT)?.some((word) => names.words.has(toKey(word)));
  if (!hasKnown) return [];
  const words = wordsIn(text, toKey);
  const isKnown = words.map(({ key }) => names.words.has(key));
  const nameAt = (start: number): readonly DifferingName['name'][] => {
    for (const length of names.lengths) {
      if (start + length > words.length) continue;
      let known = 0;
      for (let at = start; at < start + length; at += 1) if (isKnown[at]) known += 1;
      if (known < length - 1) continue;
      const run = words.slice(start, start + length);
      if (!run.slice(1).every(({ isNext }) => isNext)) continue;
      const meant = names.meant(run.map(({ key }) => key));
      if (meant !== null)
        return [{ written: run.map((one) => one.written).join(' '), known: meant }];
    }
    return [];
  };
  return words.flatMap((_word, start) => nameAt(start));
}

/** Where names stand in a block: in its words, and in who is to follow something up. */
const textOf = (block: Block): string =>
  block.type === 'followUp'
    ? `${blockPlainText(block)}\n${block.attrs.responsible ?? ''}`
    : blockPlainText(block);

/**
 * Names in the minutes that are nearly, and not quite, those of the attendance: all words but one the
 * same, and that one a slip of the fingers away. Each way of writing is told once, where it stands
 * first. Names of one word, and words that begin with a small letter, are left alone.
 */
export function differingNames(
  blocks: readonly Block[],
  attendance: readonly Attendance[],
): readonly DifferingName[] {
  const names = openNames(attendance);
  if (names.words.size === 0) return [];
  const toKey = createKeys();
  const told = new Map<string, DifferingName>();
  for (const block of blocks) {
    for (const name of namesIn(textOf(block).normalize('NFC'), names, toKey)) {
      const key = keyOf(name.written);
      if (!told.has(key)) told.set(key, { block, name });
    }
  }
  return [...told.values()];
}
