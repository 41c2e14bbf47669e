// How many words of Indonesian families come to one root, and how many of different families do: by
// the app's root finder, and beside it by Sastrawi and Snowball, on families that were written by
// hand. Of the held-out half only sums are printed. Run by `npm run bench:stems`.
import { readFileSync } from 'node:fs';

import { stemmer as snowball } from '@orama/stemmers/indonesian';
import { Stemmer } from 'sastrawijs';
import { z } from 'zod';

import { nearWords } from '../../src/shared/search/indonesian/near-words.ts';
import { createRootFinder } from '../../src/shared/search/indonesian/root-finder.ts';
import { readRootWords } from '../../src/shared/search/indonesian/root-words.ts';
import { median, printReport, printTable, seededRandom } from './report.ts';

const SEED = 6;
const VOCABULARY_WORDS = 130_000;
const MISTYPED_WORDS = 300;

const familiesSchema = z.object({
  families: z.array(z.object({ root: z.string(), words: z.array(z.string()) })),
  loners: z.array(z.string()),
});
type Families = z.infer<typeof familiesSchema>;
type RootOf = (word: string) => string;

const fileUrl = (path: string): URL => new URL(`../../${path}`, import.meta.url);

function readFamilies(half: 'dev' | 'held'): Families {
  const text = readFileSync(fileUrl(`tests/fixtures/search/families-${half}.json`), 'utf8');
  return familiesSchema.parse(JSON.parse(text));
}

interface Score {
  /** Pairs of one family with one root, of all pairs of one family. */
  readonly joinedPercent: number;
  /** Pairs of two families, or with a word that has none, with one root, of all such pairs. */
  readonly falsePercent: number;
  readonly pairs: number;
  readonly otherPairs: number;
  readonly wronglyJoined: readonly string[];
  readonly leftApart: readonly string[];
}

const percent = (part: number, whole: number): number => Math.round((part / whole) * 1e5) / 1e3;

function score({ families, loners }: Families, rootOf: RootOf): Score {
  const words = [
    ...families.flatMap(({ words: own }, family) =>
      [...new Set(own)].map((word) => ({ word, family, root: rootOf(word.toLowerCase()) })),
    ),
    ...loners.map((word, index) => ({
      word,
      family: families.length + index,
      root: rootOf(word.toLowerCase()),
    })),
  ];
  let pairs = 0;
  let otherPairs = 0;
  const wronglyJoined: string[] = [];
  const leftApart: string[] = [];
  words.forEach((one, index) => {
    for (const other of words.slice(index + 1)) {
      const isSame = one.root === other.root;
      const pair = `${one.word} (${one.root}) – ${other.word} (${other.root})`;
      if (one.family === other.family) {
        pairs += 1;
        if (!isSame) leftApart.push(pair);
      } else {
        otherPairs += 1;
        if (isSame) wronglyJoined.push(pair);
      }
    }
  });
  return {
    joinedPercent: percent(pairs - leftApart.length, pairs),
    falsePercent: percent(wronglyJoined.length, otherPairs),
    pairs,
    otherPairs,
    wronglyJoined,
    leftApart,
  };
}

const words = readRootWords(readFileSync(fileUrl('resources/dictionaries/id_ID.dic'), 'latin1'));

/** As many words as a large archive has: forms of the list's words, and as many that are unknown. */
function vocabulary(): readonly string[] {
  const random = seededRandom(SEED);
  const roots = [...words.flags.keys()];
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const before = ['', 'di', 'ke', 'ber', 'ter', 'meng', 'mem', 'pen', 'per', 'memper', 'se'];
  const after = ['', 'kan', 'i', 'an', 'nya', 'annya', 'kannya', 'lah'];
  return Array.from({ length: VOCABULARY_WORDS }, (_one, index) => {
    const root = pick(roots) ?? '';
    const stem = index % 2 === 0 ? root : `${root.slice(0, 4)}${(pick(roots) ?? '').slice(2)}`;
    return `${pick(before)}${stem}${pick(after)}`;
  });
}

interface Seconds {
  readonly wall: number;
  /** Of the processor: the same whatever else the machine does. */
  readonly processor: number;
}

const seconds = (ms: number): number => Math.round(ms) / 1000;

function secondsFor(rootOf: RootOf, all: readonly string[]): Seconds {
  const startedAtMs = performance.now();
  const before = process.cpuUsage();
  for (const word of all) rootOf(word);
  const used = process.cpuUsage(before);
  return {
    wall: seconds(performance.now() - startedAtMs),
    processor: seconds((used.user + used.system) / 1000),
  };
}

/** How long the words near one with a letter left out take to find, in the middle of many. */
function nearWordMs(all: readonly string[]): number {
  const counts = new Map(all.map((word, index) => [word, index]));
  const times = all.slice(0, MISTYPED_WORDS).map((word) => {
    const startedAtMs = performance.now();
    nearWords(word.slice(0, 2) + word.slice(3), (one) => counts.get(one) ?? 0);
    return performance.now() - startedAtMs;
  });
  return Math.round(median(times) * 100) / 100;
}

const { rootOf: ours } = createRootFinder(words);
const sastrawiStemmer = new Stemmer();
const finders: readonly (readonly [string, RootOf])[] = [
  ['Notula', ours],
  ['sastrawijs 1.1.0', (word) => sastrawiStemmer.stem(word)],
  ['Snowball (@orama/stemmers)', (word) => snowball(word)],
  ['the word itself', (word) => word],
];

const scores = (['dev', 'held'] as const).map((half) => {
  const families = readFamilies(half);
  return {
    half,
    scores: finders.map(([name, rootOf]) => [name, score(families, rootOf)] as const),
  };
});
for (const { half, scores: own } of scores) {
  const first = own[0]?.[1];
  process.stdout.write(
    `${half}: ${first?.pairs} pairs within families, ${first?.otherPairs} pairs of others\n\n`,
  );
  printTable(
    own.map(([name, { joinedPercent, falsePercent }]) => ({
      finder: name,
      'joined %': joinedPercent,
      'falsely joined %': falsePercent,
    })),
  );
}
const dev = scores[0]?.scores[0]?.[1];
const held = scores[1]?.scores[0]?.[1];
if (process.argv.includes('words')) {
  process.stdout.write(`dev, left apart:\n${dev?.leftApart.join('\n')}\n\n`);
  process.stdout.write(`dev, wrongly joined:\n${dev?.wronglyJoined.join('\n')}\n\n`);
}

const all = vocabulary();
const taken = secondsFor(ours, all);
const nearMs = nearWordMs(all);
process.stdout.write(
  `roots of ${VOCABULARY_WORDS} words: ${taken.wall} s (${taken.processor} s of the processor); words near one of them: ${nearMs} ms\n\n`,
);

const baseline = Object.fromEntries(
  scores.flatMap(({ half, scores: own }) =>
    own.slice(1, 3).flatMap(([name, { joinedPercent, falsePercent }]) => {
      const key = name.startsWith('sastrawi') ? 'Sastrawi' : 'Snowball';
      return [
        [`${half}Joined${key}Percent`, joinedPercent],
        [`${half}False${key}Percent`, falsePercent],
      ];
    }),
  ),
);
printReport({
  name: 'stems',
  figures: {
    devJoinedPercent: dev?.joinedPercent ?? 0,
    devFalsePercent: dev?.falsePercent ?? 100,
    heldJoinedPercent: held?.joinedPercent ?? 0,
    heldFalsePercent: held?.falsePercent ?? 100,

    vocabularySeconds: taken.wall,
    vocabularyProcessorSeconds: taken.processor,
    nearWordMs: nearMs,
  },
  goals: {
    heldJoinedPercent: { min: 97 },
    heldFalsePercent: { max: 0.3 },
    devJoinedPercent: { min: 97 },
    devFalsePercent: { max: 0.3 },
    vocabularySeconds: { max: 1 },
    nearWordMs: { max: 1 },
  },
  baseline,
  seed: SEED,
});
