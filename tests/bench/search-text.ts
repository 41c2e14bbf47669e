import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources');

/** How steep the frequencies of words fall: word n is as frequent as 1 / n to this power. */
const ZIPF_EXPONENT = 1.07;
/** How many of the words come from the long tail, the others from what was really said. */
const TAIL_SHARE = 0.22;
const MIN_WORDS = 12;
const MEAN_WORDS = 62;
/** Words in a row that are taken from the real sessions as they stand there. */
const LONGEST_RUN = 7;

/** All prose of the example sessions, as runs of words. */
function realWords(): readonly string[] {
  const words: string[] = [];
  const read = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.includes(' '))
        words.push(...(value.match(/[\p{L}\p{N}][\p{L}\p{N}’'./-]*/gu) ?? []));
    } else if (Array.isArray(value)) value.forEach(read);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(read);
  };
  read(JSON.parse(readFileSync(join(RESOURCES, 'examples', 'sessions.json'), 'utf8')));
  return words;
}

const NASALS: readonly (readonly [RegExp, string])[] = [
  [/^[aeiougqh]/, 'meng'],
  [/^k/, 'meng-'],
  [/^[bf]/, 'mem'],
  [/^p/, 'mem-'],
  [/^[dcj]/, 'men'],
  [/^t/, 'men-'],
  [/^s/, 'meny-'],
];

/** The active form of a root; "-" stands for the first letter, which falls. */
function withMe(root: string): string {
  const prefix = NASALS.find(([start]) => start.test(root))?.[1] ?? 'me';
  return prefix.endsWith('-') ? prefix.slice(0, -1) + root.slice(1) : prefix + root;
}

/** A root and its usual forms, the plain ones first. */
function formsOf(root: string): readonly string[] {
  const me = withMe(root);
  return [
    root,
    me,
    `di${root}`,
    `${me}kan`,
    `di${root}kan`,
    `${root}an`,
    `${me.replace(/^me/, 'pe')}an`,
    `ber${root}`,
    `ter${root}`,
    `${root}nya`,
    `${me}i`,
  ];
}

function rootWords(): readonly string[] {
  return readFileSync(join(RESOURCES, 'dictionaries', 'id_ID.dic'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('/')[0] ?? '')
    .filter((word) => /^[a-z]{3,12}$/.test(word));
}

export interface TextMaker {
  /** The text of a statement: 12 to about 200 words, 62 in the mean. */
  readonly statement: () => string;
  readonly title: () => string;
  /** Words of the tail by their rank, the most frequent first. */
  readonly tail: readonly string[];
}

/** Makes Indonesian texts whose words are as frequent, and as many, as in a real archive. */
export function createTextMaker(random: () => number): TextMaker {
  const real = realWords();
  const roots = rootWords();
  const tail: string[] = [];
  for (let at = roots.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const word = roots[at] ?? '';
    (roots as string[])[at] = roots[other] ?? '';
    (roots as string[])[other] = word;
  }
  for (const root of roots) {
    const forms = formsOf(root);
    // Few roots are used in all their forms.
    tail.push(...forms.slice(0, 1 + Math.floor(random() ** 2 * forms.length)));
  }
  const total = tail.length;
  // The integral of the frequencies turned round: one step for each word.
  const tailWord = (): string => {
    const power = 1 - ZIPF_EXPONENT;
    const rank = (1 - random() * (1 - total ** power)) ** (1 / power);
    return tail[Math.min(total - 1, Math.floor(rank) - 1)] ?? '';
  };

  function words(count: number): string[] {
    const made: string[] = [];
    while (made.length < count) {
      if (random() < TAIL_SHARE * 2.5) {
        made.push(tailWord());
        continue;
      }
      const from = Math.floor(random() * (real.length - LONGEST_RUN));
      const run = 2 + Math.floor(random() * (LONGEST_RUN - 1));
      made.push(...real.slice(from, from + run));
    }
    return made.slice(0, count);
  }

  return {
    tail,
    statement: () => {
      const spread = -Math.log(1 - random()) * (MEAN_WORDS - MIN_WORDS);
      const made = words(Math.min(200, MIN_WORDS + Math.floor(spread)));
      // Sentences: punctuation is part of what is read and highlighted.
      const text = made.map((word, at) => (at % 14 === 13 ? `${word}.` : word)).join(' ');
      return text.charAt(0).toUpperCase() + text.slice(1);
    },
    title: () => words(6 + Math.floor(random() * 5)).join(' '),
  };
}
