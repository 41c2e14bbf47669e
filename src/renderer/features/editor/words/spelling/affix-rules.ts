/** One way to make a form: what is taken from the word's end or beginning, and what comes there. */
export interface Affix {
  readonly flag: string;
  readonly strip: string;
  readonly add: string;
  /** Whether a word has what the affix asks of its end (a suffix) or beginning (a prefix). */
  readonly fits: (word: string) => boolean;
  /** Further affixes that the form may take. */
  readonly allows: ReadonlySet<string>;
}

/** A dictionary in Hunspell's format, as far as the Indonesian one uses it. */
export interface Dictionary {
  /** Each word with the flags of its affixes; the same word may stand there several times. */
  readonly words: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
  /** By what they add. */
  readonly prefixes: ReadonlyMap<string, readonly Affix[]>;
  readonly suffixes: ReadonlyMap<string, readonly Affix[]>;
  /** Both halves of "ber-…-an" carry it: neither stands without the other. */
  readonly circumfix: string;
  /** A word that never stands without an affix. */
  readonly needsAffix: string;
  /** Slips that are often made: what was written, and what was meant. */
  readonly replacements: readonly (readonly [written: string, meant: string])[];
}

const NO_FLAGS: ReadonlySet<string> = new Set();

/** Two characters for each flag ("FLAG long"). */
function flagsOf(text: string | undefined): ReadonlySet<string> {
  return text === undefined ? NO_FLAGS : new Set(text.match(/../g));
}

function condition(pattern: string, isSuffix: boolean): (word: string) => boolean {
  if (pattern === '.' || pattern === '') return () => true;
  // "[^k^h]" means neither k nor h; a "^" inside a class is no letter of a word.
  const source = pattern.replace(/\[(\^?)([^\]]*)\]/g, (_, not: string, letters: string) => {
    return `[${not}${letters.replaceAll('^', '')}]`;
  });
  const expression = new RegExp(isSuffix ? `${source}$` : `^${source}`);
  return (word) => expression.test(word);
}

const nothingFor = (text: string): string => (text === '0' ? '' : text);

/** Reads the two files of a dictionary. */
export function readDictionary(affixText: string, wordText: string): Dictionary {
  const prefixes = new Map<string, Affix[]>();
  const suffixes = new Map<string, Affix[]>();
  const replacements: [string, string][] = [];
  let circumfix = '';
  let needsAffix = '';
  for (const line of affixText.split(/\r?\n/)) {
    const [kind = '', flag = '', third = '', fourth, fifth = '.'] = line.trim().split(/\s+/);
    if (kind === 'CIRCUMFIX') circumfix = flag;
    else if (kind === 'NEEDAFFIX') needsAffix = flag;
    else if (kind === 'REP' && third !== '') replacements.push([flag, third]);
    // The first line of a group counts the others and has no form of its own.
    const isForm = (kind === 'PFX' || kind === 'SFX') && !/^[YN]$/.test(third);
    if (!isForm || fourth === undefined) continue;
    const [add = '', allowed] = fourth.split('/');
    const table = kind === 'PFX' ? prefixes : suffixes;
    const affix: Affix = {
      flag,
      strip: nothingFor(third),
      add: nothingFor(add),
      fits: condition(fifth.startsWith('#') ? '.' : fifth, kind === 'SFX'),
      allows: flagsOf(allowed),
    };
    table.set(affix.add, [...(table.get(affix.add) ?? []), affix]);
  }

  const words = new Map<string, ReadonlySet<string>[]>();
  for (const line of wordText.split(/\r?\n/).slice(1)) {
    const [word = '', flags] = line.trim().split('/');
    if (word === '') continue;
    const known = words.get(word);
    if (known) known.push(flagsOf(flags));
    else words.set(word, [flagsOf(flags)]);
  }
  return { words, prefixes, suffixes, circumfix, needsAffix, replacements };
}
