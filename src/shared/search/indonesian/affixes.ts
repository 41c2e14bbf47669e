/**
 * How Indonesian puts affixes before a word (Tata Bahasa Baku Bahasa Indonesia, chapter on the
 * verb): what stands before each rest, and what the rest was before the nasal took its first sound.
 */
export interface Unprefixed {
  /** The prefixes from the outside in: "meN", "meN+per". */
  readonly prefix: string;
  readonly stem: string;
  /** The stem kept a sound that the rule takes, as loans do: "memproses", "mengkaji". */
  readonly isIrregular: boolean;
}

const isVowel = (letter: string): boolean => 'aeiou'.includes(letter) && letter !== '';

/** One syllable, to which "menge-" and "penge-" go: "cek", "bom", "sah", "skor". */
export const isOneSyllable = (stem: string): boolean => /^[^aeiou]*[aeiou][^aeiou]*$/u.test(stem);

const BEFORE_SYLLABLE = { meN: 'menge', peN: 'penge' } as const;

/** What "meN-" or "peN-" may have been put before; `rest` is what follows "me" or "pe". */
function afterNasal(rest: string, prefix: 'meN' | 'peN'): readonly Unprefixed[] {
  const found: Unprefixed[] = [];
  const take = (stem: string, isIrregular = false): void => {
    found.push({ prefix, stem, isIrregular });
  };
  const first = rest.charAt(0);
  if ('lmnrwy'.includes(first)) take(rest);
  if (first === 'm') {
    const stem = rest.slice(1);
    if ('bfv'.includes(stem.charAt(0))) take(stem);
    else if (stem.startsWith('p')) take(stem, !/^p[lrs]/u.test(stem));
    if (isVowel(stem.charAt(0))) take(`p${stem}`);
    // "pemrosesan", beside "memproses".
    else if ('lr'.includes(stem.charAt(0))) take(`p${stem}`, true);
  }
  if (rest.startsWith('ng')) {
    const stem = rest.slice(2);
    if (isVowel(stem.charAt(0))) {
      take(stem);
      take(`k${stem}`);
      // "menge-" and "penge-" stand before one syllable only; that is seen when the end is off.
      if (stem.startsWith('e')) {
        found.push({ prefix: BEFORE_SYLLABLE[prefix], stem: stem.slice(1), isIrregular: false });
      }
    } else if ('lr'.includes(stem.charAt(0))) take(`k${stem}`, true);
    else if ('ghq'.includes(stem.charAt(0))) take(stem);
    else if (stem.startsWith('k')) take(stem, !/^k[hlr]/u.test(stem));
  } else if (rest.startsWith('ny')) {
    if (isVowel(rest.charAt(2))) take(`s${rest.slice(2)}`);
  } else if (first === 'n') {
    const stem = rest.slice(1);
    if ('cdjz'.includes(stem.charAt(0))) take(stem);
    else if ('ts'.includes(stem.charAt(0))) take(stem, !/^(?:tr|s[kmptwy])/u.test(stem));
    if (isVowel(stem.charAt(0))) take(`t${stem}`);
  }
  return found.filter(({ stem }) => stem.length > 1);
}

/** "ber-", "ter-" and "per-", which lose their r before another one. */
function afterR(word: string, letters: string, prefix: string): readonly Unprefixed[] {
  if (!word.startsWith(letters)) return [];
  const rest = word.slice(letters.length);
  if (rest.startsWith('r')) {
    const own = { prefix, stem: rest, isIrregular: false };
    return rest.length > 2 ? [own, { prefix, stem: rest.slice(1), isIrregular: false }] : [own];
  }
  // "bekerja", "pekerja": the r of the next syllable takes it too.
  return /^[^aeiou]er/u.test(rest) ? [{ prefix, stem: rest, isIrregular: false }] : [];
}

const plain = (word: string, letters: string, prefix: string): readonly Unprefixed[] =>
  word.startsWith(letters)
    ? [{ prefix, stem: word.slice(letters.length), isIrregular: false }]
    : [];

/** Which prefixes may stand inside others. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  meN: ['per', 'ber', 'ke', 'pe'],
  di: ['per', 'ber', 'ke', 'se', 'pe', 'peN'],
  ku: ['per'],
  ter: ['per', 'ke', 'se'],
  ber: ['ke', 'peN', 'se', 'per', 'pe'],
  ke: ['ter', 'ber', 'peN', 'se', 'pe', 'per', 'meN'],
  peN: ['ber', 'per', 'ke', 'se'],
  per: ['se', 'peN'],
  se: ['peN', 'per', 'ber', 'ke', 'ter', 'pe'],
};

function outermost(word: string): readonly Unprefixed[] {
  switch (word.charAt(0)) {
    case 'm':
      return word.startsWith('me') ? afterNasal(word.slice(2), 'meN') : [];
    case 'p':
      if (!word.startsWith('pe')) return [];
      return [
        ...afterNasal(word.slice(2), 'peN'),
        ...afterR(word, 'pe', 'per'),
        ...plain(word, 'pe', 'pe'),
      ];
    case 'b':
      return [...afterR(word, 'be', 'ber'), ...plain(word, 'be', 'be')];
    case 't':
      return [...afterR(word, 'te', 'ter'), ...plain(word, 'te', 'te')];
    case 'd':
      return plain(word, 'di', 'di');
    case 'k':
      return [...plain(word, 'ke', 'ke'), ...plain(word, 'ku', 'ku'), ...plain(word, 'kau', 'ku')];
    case 's':
      return plain(word, 'se', 'se');
    default:
      return [];
  }
}

const DEEPEST = 3;

/** Every way to take prefixes off a word; the word as it stands is the first. */
export function withoutPrefixes(word: string): readonly Unprefixed[] {
  const found: Unprefixed[] = [{ prefix: '', stem: word, isIrregular: false }, ...outermost(word)];
  let layerFrom = 1;
  for (let depth = 2; depth <= DEEPEST && layerFrom < found.length; depth += 1) {
    const layer = found.slice(layerFrom);
    layerFrom = found.length;
    for (const outer of layer) {
      // All prefixes that stand inside others have an e.
      if (outer.stem.charAt(1) !== 'e') continue;
      const inside = INSIDE[outer.prefix.slice(outer.prefix.lastIndexOf('+') + 1)];
      if (inside === undefined) continue;
      for (const inner of outermost(outer.stem)) {
        if (!inside.includes(inner.prefix)) continue;
        found.push({
          prefix: `${outer.prefix}+${inner.prefix}`,
          stem: inner.stem,
          // The p of "memper-" stays in every word.
          isIrregular: inner.isIrregular || (outer.isIrregular && !outer.stem.startsWith('pe')),
        });
      }
    }
  }
  return found;
}

/** What stands after a root. */
export interface Ending {
  /** How many letters it has. */
  readonly length: number;
  readonly suffix: '' | 'kan' | 'an' | 'i';
  /** Pronoun and particle after the suffix: "nya", "lah", "nyalah". */
  readonly clitic: string;
}

const NO_ENDING: Ending = { length: 0, suffix: '', clitic: '' };

function clitics(word: string): readonly string[] {
  const last = word.at(-1);
  if (last !== 'h' && last !== 'n' && last !== 'a' && last !== 'u') return [''];
  const particle = /(?:lah|kah|tah|pun)$/u.exec(word)?.[0] ?? '';
  const owner = /(?:nya|ku|mu)$/u.exec(word.slice(0, word.length - particle.length))?.[0] ?? '';
  return [...new Set(['', particle, owner + particle])];
}

/** Every way to read the end of a word; that it has no ending is the first. */
export function endingsOf(word: string): readonly Ending[] {
  const found: Ending[] = [];
  for (const clitic of clitics(word)) {
    const stem = clitic === '' ? word : word.slice(0, -clitic.length);
    found.push(clitic === '' ? NO_ENDING : { length: clitic.length, suffix: '', clitic });
    const add = (suffix: Ending['suffix'], letters: number): void => {
      found.push({ length: letters + clitic.length, suffix, clitic });
    };
    if (stem.endsWith('an')) {
      add('an', 2);
      if (stem.endsWith('kan')) {
        add('kan', 3);
        // "menunjukan": one k of "tunjuk" and "-kan" is often left out.
        add('kan', 2);
      }
    } else if (stem.endsWith('i')) add('i', 1);
  }
  return found;
}
