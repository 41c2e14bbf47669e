export interface SplitName {
  readonly name: string;
  readonly titleBefore: string;
  readonly titleAfter: string;
}

/** Ways of address that are said, not part of the name. */
const SALUTATION =
  /^(?:bapak|ibu|pak|bu|bpk|sdr|sdri|saudara|saudari|yth)(?:\s*\/\s*(?:bapak|ibu|pak|bu|sdr|sdri|saudari))?(?:\.\s*|\s+)(?=\S)/iu;

/**
 * Titles that stand before a name. Those in the first group are titles also without their dot;
 * the others are taken only with it, because "H" or "R" alone may be an initial.
 */
const TITLE_BEFORE =
  /^(?:(?:prof|dr|drs|dra|drg|drh|ir|hj|kh|ust|ustadz|ustaz|ustadzah|pdt|apt|akbp|akp|kompol|kombes pol|kombes|brigjen pol|brigjen|irjen pol|irjen|komjen|ipda|iptu|aiptu|aipda|bripka|(?:letkol|mayor|kapten|kolonel|lettu|letda) (?:inf|arm|kav|czi|cpl|caj|chb|cba|laut|mar|pnb)|letkol)(?:\.\s*|\s+)|(?:h|k\.h|hc|ns|adv|tgk)\.\s*|\((?:h\.\s*c|cand)\.?\)\s*)(?=\p{L}|\()/iu;

/** Academic degrees and certificates with dots, as they stand after a comma: S.H., M.Si, Ph.D. */
const DOTTED_TITLE =
  /^(?:[SMDAB]\.\p{Lu}\p{L}{0,5}(?:\.\p{L}{1,4})*|S[pP]\.\p{Lu}{1,2}\p{L}{0,3}(?:\([^)]*\)|\.\p{L}{1,5})*|Ph\.?D|LL\.?[BMD]|Lc|Dipl\.\p{L}{2,6}|Ed\.D|C\.\p{Lu}\p{L}{0,5}(?:\.\p{L}{1,4})*|Q\.\p{Lu}\.\p{Lu})\.?$/u;

/** Degrees as they are written without dots. */
const PLAIN_TITLE =
  /^(?:S(?:H|HI|E|EI|T|P|IP|IK|I|Sos|SosI|Kom|Ag|Pd|PdI|Psi|Si|Kep|KM|Hut|Pt|TP|S|Ik|Stat|An)|M(?:H|M|T|E|A|P|Si|Pd|PdI|Ag|Kn|Kom|Sos|AP|IP|Hum|Psi|Sc|BA|PA|Med|Eng|Kes|IKom|Ak)|A(?:Md|MdKep|k)|Ph\.?D|CPA|CA|CRMP|CLA|QIA|LLM|LLB|Lc|SIK|CTM|CPM)$/u;

/** Degrees that are certain enough to be taken from the end of a name without a comma. */
const UNMISTAKABLE =
  /^(?:S\.(?:H|E|T|IP|I\.?K|Sos|Kom|Ag|Pd|Psi|Si|Kep|KM|Hut|Pt|H\.?I|Pd\.?I|Sos\.?I|E\.?I)|M\.(?:H|M|T|Si|Pd|Ag|Kn|Kom|Sos|AP|IP|Hum|Psi|Sc|Pd\.?I|I\.?Kom)|A\.Md|Ph\.D)\.?$/u;

/** One line of text without control characters, invisible marks and doubled spaces. */
export function cleanLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** What makes two typed names the same: letters' case and spacing do not count. */
export function nameKey(name: string): string {
  return cleanLine(name).toLowerCase();
}

/** Whether a piece of text after a comma is nothing but degrees: "S.H.", "S.Pd M.Pd". */
export function isTitleAfter(piece: string): boolean {
  return titlesIn(piece) !== null;
}

function titlesIn(piece: string): readonly string[] | null {
  // "M. Si" and "S. Sos" are one degree each.
  const joined = piece.replace(/\b([SMDAB]|Sp|Ph|LL)\.\s+(?=\p{Lu})/gu, '$1.');
  const tokens = joined.split(/\s+/u).filter(Boolean);
  if (tokens.length === 0) return null;
  const isEveryTitle = tokens.every(
    (token) => DOTTED_TITLE.test(token) || PLAIN_TITLE.test(token.replace(/\.$/u, '')),
  );
  return isEveryTitle ? tokens : null;
}

function takeBefore(text: string): readonly [before: string, rest: string] {
  const titles: string[] = [];
  let rest = text;
  for (;;) {
    const found = TITLE_BEFORE.exec(rest)?.[0];
    // A title without a name after it is no title: "Ustadz" alone stays a name.
    if (found === undefined || rest.length === found.length) break;
    titles.push(found.trim());
    rest = rest.slice(found.length);
  }
  return [titles.join(' '), rest];
}

function takeUnmistakable(name: string): readonly [name: string, titles: readonly string[]] {
  const words = name.split(' ');
  let end = words.length;
  while (end > 1 && UNMISTAKABLE.test(words[end - 1] ?? '')) end -= 1;
  return [words.slice(0, end).join(' '), words.slice(end)];
}

/**
 * Splits a typed name into the titles before it, the bare name and the titles after it.
 * "Bapak", "Ibu", "Pak", "Bu" and "Sdr." are dropped. Where it is not certain that the words
 * around a name are titles, the name is left as it was typed.
 */
export function splitTitles(typed: string): SplitName {
  const line = cleanLine(typed);
  let rest = line;
  for (;;) {
    const salutation = SALUTATION.exec(rest)?.[0];
    if (salutation === undefined) break;
    rest = rest.slice(salutation.length);
  }
  const [front, ...pieces] = rest.split(/\s*,\s*/u);
  const after: string[] = [];
  for (const piece of pieces.filter(Boolean)) {
    const titles = titlesIn(piece);
    // Something else follows a comma ("Contoh, Budi"; "Budi, Ketua"): that is not for us to cut.
    if (titles === null) return { name: rest, titleBefore: '', titleAfter: '' };
    after.push(...titles);
  }
  const [before, bare] = takeBefore(front ?? '');
  const [name, unmistakable] = takeUnmistakable(bare);
  if (!/\p{L}/u.test(name)) return { name: line, titleBefore: '', titleAfter: '' };
  return { name, titleBefore: before, titleAfter: [...unmistakable, ...after].join(', ') };
}
