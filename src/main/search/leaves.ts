import { isTitleAfter, splitTitles } from '../../shared/minutes/titles.ts';
import {
  abbreviationsOf,
  LONGEST_WRITING_WORDS,
} from '../../shared/search/indonesian/abbreviations.ts';
import { nearWords } from '../../shared/search/indonesian/near-words.ts';
import type { WordTerm } from '../../shared/search/query/query.ts';
import type { Names } from './names.ts';
import { someTags } from './names.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Lexicon {
  readonly vocabulary: Vocabulary;
  readonly names: Names;
}

/** One thing that is looked for, in all the ways in which it may be written. */
export interface Leaf {
  readonly term: WordTerm;
  /** The word as it is searched: the typed one, or the one that was meant. */
  readonly word: string;
  /** Whole words: the typed one, then those of its family, the most frequent first. */
  readonly words: ReadonlySet<string>;
  /** Words that begin as the one that is being typed, the most frequent ones. */
  readonly completions: readonly string[];
  /** What a word may begin with to be one of those; null where none is being typed. */
  readonly prefix: string | null;
  /** Several words in a row. */
  readonly phrases: readonly Phrase[];
  /** Tags of speakers' names, and of positions and organizations. */
  readonly speakerTags: readonly string[];
  readonly postTags: readonly string[];
  /** Of whose names there are more than the tags that the index can be asked for. */
  readonly hasMoreSpeakers: boolean;
  readonly hasMorePosts: boolean;
  /** The word that was taken for the typed one, which stands nowhere. */
  readonly corrected: string | null;
}

export interface Phrase {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** Words that a beginning may stand for; fewer where others narrow the answer anyway. */
const COMPLETIONS_ALONE = 128;
const COMPLETIONS_AMONG_OTHERS = 48;
/** A family has some dozen words; more would be a mistake of the root finder. */
const LARGEST_FAMILY = 60;

function namesOf(
  { names }: Lexicon,
  words: readonly string[],
  isPrefix: boolean,
): Pick<Leaf, 'speakerTags' | 'postTags' | 'hasMoreSpeakers' | 'hasMorePosts'> {
  const speakers = names.tagsWithAll('s', words, isPrefix);
  const posts = names.tagsWithAll('p', words, isPrefix);
  const speakerTags = someTags(speakers);
  const postTags = someTags(posts);
  return {
    speakerTags,
    postTags,
    hasMoreSpeakers: speakerTags.length < speakers.length,
    hasMorePosts: postTags.length < posts.length,
  };
}

function phraseLeaf(term: WordTerm, lexicon: Lexicon, limit: number): Leaf {
  const { words, isPrefix, isExact } = term;
  const last = words.at(-1) ?? '';
  const others = isExact ? [] : abbreviationsOf(words);
  return {
    term,
    word: words.join(' '),
    words: new Set(others.filter(isSingle).map(([word]) => word)),
    completions: isPrefix ? lexicon.vocabulary.completions(last, limit) : [],
    prefix: null,
    phrases: [
      { words, isPrefix },
      ...others.filter((one) => !isSingle(one)).map((one) => ({ words: one, isPrefix: false })),
    ],
    ...namesOf(lexicon, words, isPrefix),
    corrected: null,
  };
}

const isSingle = (words: readonly string[]): words is readonly [string] => words.length === 1;

/** The word of the vocabulary that was most likely meant by one that stands nowhere. */
function meantWord(word: string, { vocabulary, names }: Lexicon): string | null {
  const countOf = (other: string): number => vocabulary.countOf(other) + names.countOf(other);
  return nearWords(word, countOf)[0]?.word ?? null;
}

function byFrequency(words: readonly string[], { countOf }: Vocabulary): readonly string[] {
  return words.toSorted((a, b) => countOf(b) - countOf(a) || (a < b ? -1 : 1));
}

function wordLeaf(term: WordTerm, typed: string, lexicon: Lexicon, limit: number): Leaf {
  const { vocabulary } = lexicon;
  const build = (word: string, isOpen: boolean, corrected: string | null): Leaf => {
    const family = term.isExact ? [] : byFrequency(vocabulary.family(word), vocabulary);
    const writings = term.isExact ? [] : abbreviationsOf([word]);
    return {
      term,
      word,
      words: new Set([
        word,
        ...family.slice(0, LARGEST_FAMILY),
        ...writings.filter(isSingle).map(([one]) => one),
      ]),
      completions: isOpen ? vocabulary.completions(word, limit) : [],
      prefix: isOpen ? word : null,
      phrases: writings
        .filter((one) => !isSingle(one))
        .map((words) => ({ words, isPrefix: false })),
      ...namesOf(lexicon, [word], isOpen),
      corrected,
    };
  };
  const leaf = build(typed, term.isPrefix, null);
  const isKnown =
    leaf.completions.length > 0 ||
    leaf.phrases.length > 0 ||
    leaf.speakerTags.length > 0 ||
    leaf.postTags.length > 0 ||
    [...leaf.words].some((word) => vocabulary.countOf(word) > 0);
  const meant = isKnown || term.isExact ? null : meantWord(typed, lexicon);
  return meant === null ? leaf : build(meant, false, meant);
}

/** All ways in which a term may be written in this archive. */
export function leafOf(term: WordTerm, lexicon: Lexicon, isAlone: boolean): Leaf {
  const limit = isAlone ? COMPLETIONS_ALONE : COMPLETIONS_AMONG_OTHERS;
  const [word = ''] = term.words;
  return term.words.length === 1
    ? wordLeaf(term, word, lexicon, limit)
    : phraseLeaf(term, lexicon, limit);
}

/** Words that stand for one thing together, such as "daftar pemilih tetap", and its other writings. */
export interface Writing {
  readonly from: number;
  readonly to: number;
  readonly others: readonly (readonly string[])[];
}

/** Finds the longest writings among words that follow each other in a query. */
export function writingsIn(terms: readonly (WordTerm | null)[]): readonly Writing[] {
  const found: Writing[] = [];
  for (let from = 0; from < terms.length; from += 1) {
    const longest = Math.min(terms.length, from + LONGEST_WRITING_WORDS);
    for (let to = longest; to > from + 1; to -= 1) {
      const run = terms.slice(from, to);
      if (run.some((term) => term === null || term.isExact)) continue;
      const others = abbreviationsOf(run.flatMap((term) => term?.words ?? []));
      if (others.length === 0) continue;
      found.push({ from, to, others });
      from = to - 1;
      break;
    }
  }
  return found;
}

const SALUTATIONS = new Set(['pak', 'bu', 'bapak', 'ibu', 'bpk', 'sdr', 'sdri', 'saudara']);

/**
 * The terms without titles and ways of address: "Dr. H. Budi Contoh, S.H." is found where only "Budi
 * Contoh" stands. What is no title for certain counts as one beside the name of somebody.
 */
export function withoutTitles(
  terms: readonly WordTerm[],
  text: string,
  { names }: Lexicon,
): readonly WordTerm[] {
  const isName = (term: WordTerm | undefined): boolean =>
    term !== undefined && term.words.some((word) => names.tagsWith('s', word, false).length > 0);
  const kept = terms.filter((term, at) => {
    if (term.isExact || term.isPrefix) return true;
    const typed = text.slice(term.start, term.end).replace(/[,;]+$/u, '');
    const hasDot = typed.includes('.') || text.charAt(term.end) === '.';
    const dotted = hasDot && !typed.endsWith('.') ? `${typed}.` : typed;
    if (hasDot && /\p{L}/u.test(typed)) {
      return !isTitleAfter(dotted) && splitTitles(`${dotted} Xyz`).titleBefore === '';
    }
    if (SALUTATIONS.has(term.words.join(' '))) return !isName(terms[at + 1]);
    return !(isTitleAfter(typed) && (isName(terms[at - 1]) || isName(terms[at + 1])));
  });
  return kept.length === 0 ? terms : kept;
}
