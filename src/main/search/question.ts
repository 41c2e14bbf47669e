import type { SearchReading } from '../../shared/contract/search.ts';
import { parseQuery } from '../../shared/search/query/parse.ts';
import type { ParsedQuery, SearchNode, WordTerm } from '../../shared/search/query/query.ts';
import type { Leaf, Lexicon } from './leaves.ts';
import { leafOf, withoutTitles, writingsIn } from './leaves.ts';

/** A query with the ways in which its words are written in this archive. */
export interface Question {
  readonly parsed: ParsedQuery;
  /** What must hold, titles of names left out. */
  readonly nodes: readonly SearchNode[];
  /** Leaves of all words that are looked for; the others must not be found. */
  readonly leaves: readonly Leaf[];
  readonly leafOf: (term: WordTerm) => Leaf;
  /** Place of a leaf in `leaves`, by which matches name it; -1 for what must not be found. */
  readonly placeOf: (term: WordTerm) => number;
  readonly reading: SearchReading;
}

/** Forms that are told of one word. */
const MOST_FORMS = 12;

function termsIn(node: SearchNode): readonly WordTerm[] {
  switch (node.type) {
    case 'term':
      return [node];
    case 'near':
      return node.terms;
    case 'any':
    case 'all':
      return node.parts.flatMap(termsIn);
    case 'not':
      return termsIn(node.part);
    case 'filter':
      return 'term' in node && node.term !== null ? [node.term] : [];
  }
}

function wantedIn(node: SearchNode): readonly WordTerm[] {
  if (node.type === 'not') return [];
  if (node.type === 'any' || node.type === 'all') return node.parts.flatMap(wantedIn);
  return termsIn(node);
}

/** Words in a row that stand for one thing: "daftar pemilih tetap" is "DPT", too. */
function withWritings(nodes: readonly SearchNode[]): readonly SearchNode[] {
  const terms = nodes.map((node) => (node.type === 'term' ? node : null));
  const writings = writingsIn(terms);
  if (writings.length === 0) return nodes;
  const rewritten: SearchNode[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    const writing = writings.find(({ from }) => from === at);
    if (node === undefined) continue;
    if (writing === undefined) {
      rewritten.push(node);
      continue;
    }
    const parts = nodes.slice(writing.from, writing.to);
    const place = { start: node.start, end: parts.at(-1)?.end ?? node.end };
    const others = writing.others.map((words): WordTerm => {
      const source = words.join(' ');
      return { type: 'term', words, source, isPrefix: false, isExact: true, ...place };
    });
    rewritten.push({ type: 'any', parts: [{ type: 'all', parts, ...place }, ...others], ...place });
    at = writing.to - 1;
  }
  return rewritten;
}

function correctedText(text: string, leaves: readonly Leaf[]): string | null {
  const corrected = leaves
    .filter((leaf) => leaf.corrected !== null)
    .toSorted((a, b) => b.term.start - a.term.start);
  if (corrected.length === 0) return null;
  let result = text;
  for (const { term, corrected: word } of corrected) {
    result = result.slice(0, term.start) + (word ?? '') + result.slice(term.end);
  }
  return result.trim();
}

/** Reads a query and looks its words up. `today` is the day that "bulan lalu" is counted from. */
export function askQuestion(text: string, today: string, lexicon: Lexicon): Question {
  const parsed = parseQuery(text, { today });
  const plain = parsed.all.filter((node) => node.type === 'term');
  const kept = new Set<SearchNode>(withoutTitles(plain, text, lexicon));
  const nodes = withWritings(parsed.all.filter((node) => node.type !== 'term' || kept.has(node)));

  const terms = nodes.flatMap(termsIn);
  const wanted = new Set(nodes.flatMap(wantedIn));
  const byTerm = new Map<WordTerm, Leaf>();
  for (const term of terms) byTerm.set(term, leafOf(term, lexicon, terms.length === 1));
  const leaves = [...wanted].flatMap((term) => byTerm.get(term) ?? []);
  const places = new Map(leaves.map((leaf, place) => [leaf.term, place]));
  const widened = leaves
    .map((leaf) => ({
      word: leaf.word,
      forms: [...otherWords(leaf, lexicon), ...otherPhrases(leaf)].slice(0, MOST_FORMS),
    }))
    .filter(({ forms }) => forms.length > 0);
  return {
    parsed,
    nodes,
    leaves,
    leafOf: (term) => {
      const leaf = byTerm.get(term);
      if (leaf === undefined) throw new Error('every term of the query has a leaf');
      return leaf;
    },
    placeOf: (term) => places.get(term) ?? -1,
    reading: {
      corrected: correctedText(text, leaves),
      widened,
      notes: parsed.notes,
    },
  };
}

function otherWords({ words, word }: Leaf, { vocabulary }: Lexicon): readonly string[] {
  return [...words].filter((one) => one !== word && vocabulary.countOf(one) > 0);
}

function otherPhrases(leaf: Leaf): readonly string[] {
  const own = leaf.term.words.join(' ');
  return leaf.phrases.map(({ words }) => words.join(' ')).filter((words) => words !== own);
}
