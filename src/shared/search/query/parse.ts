import { filterOf } from './filters.ts';
import { describeQuery, USUAL_DISTANCE } from './format.ts';
import { allOf, anyOf, notOf, placeOf, termOf } from './nodes.ts';
import type { NoteCode, ParsedQuery, Place, SearchNode, SearchNote, WordTerm } from './query.ts';
import { resolveParts } from './resolve.ts';
import type { JoinToken, TextToken, Token } from './scan.ts';
import { scan } from './scan.ts';

export interface ParseOptions {
  /** The day that "kemarin" and "bulan lalu" are counted from, as an ISO date. */
  readonly today: string;
  /** Nothing is being typed any more, so the last word does not go on. */
  readonly isComplete?: boolean;
}

/** More parts than any question has; an index answers this many quickly. */
const MOST_PARTS = 48;
const DEEPEST_BRACKETS = 12;
const FARTHEST = 100;

interface Parser {
  readonly text: string;
  readonly tokens: readonly Token[];
  at: number;
  parts: number;
  depth: number;
  /** What is excluded counts only once it is written: "-d" would leave out nearly everything. */
  isExcluding: boolean;
  readonly note: (code: NoteCode, place: Place, read: readonly SearchNode[]) => void;
  readonly isTyped: (token: TextToken) => boolean;
  readonly today: string;
}

const isJoin = (token: Token | undefined, join: JoinToken['join']): token is JoinToken =>
  token?.type === 'join' && token.join === join;

function textNode(parser: Parser, token: TextToken): WordTerm | null {
  const term = termOf(token, parser.isTyped(token));
  if (!token.isClosed) parser.note('unclosed-quote', token, term === null ? [] : [term]);
  return term;
}

/** Makes words near each other of what was found; fewer than two have nothing to be near to. */
function nearOf(
  parser: Parser,
  place: Place,
  terms: readonly WordTerm[],
  typed: string | null,
): SearchNode | null {
  const [first] = terms;
  if (first === undefined || terms.length < 2) {
    parser.note('dangling-operator', place, terms);
    return first ?? null;
  }
  const distance = Math.min(Math.max(Number(typed ?? USUAL_DISTANCE), 1), FARTHEST);
  const node: SearchNode = { type: 'near', terms, distance, ...place };
  if (typed !== null && distance !== Number(typed)) parser.note('distance-limited', place, [node]);
  return node;
}

/** NEAR(a b, 5): everything up to the closing bracket. */
function calledNear(parser: Parser, call: JoinToken): SearchNode | null {
  const terms: WordTerm[] = [];
  let typed = call.distance;
  let end = parser.tokens[parser.at]?.end ?? call.end;
  let isAfterComma = false;
  let isClosed = false;
  // The bracket that opens is known to be there.
  parser.at += 1;
  while (!isClosed && parser.at < parser.tokens.length) {
    const token = parser.tokens[parser.at];
    if (token === undefined) break;
    parser.at += 1;
    end = token.end;
    if (token.type === 'close') isClosed = true;
    else if (token.type === 'text') {
      if (isAfterComma && /^\d{1,4}$/u.test(token.text) && !token.isQuoted) typed = token.text;
      else if (parser.parts < MOST_PARTS) {
        parser.parts += 1;
        const term = textNode(parser, token);
        if (term !== null) terms.push(term);
      }
    } else if (token.type !== 'comma' && !isJoin(token, 'near') && !isJoin(token, 'and')) {
      parser.note('near-without-words', token, []);
    }
    isAfterComma = token.type === 'comma';
  }
  const place = { start: call.start, end };
  const node = nearOf(parser, place, terms, typed);
  if (!isClosed) parser.note('unpaired-bracket', place, node === null ? [] : [node]);
  return node;
}

function group(parser: Parser, open: Place): SearchNode | null {
  if (parser.depth >= DEEPEST_BRACKETS) {
    parser.note('unpaired-bracket', open, []);
    return null;
  }
  parser.depth += 1;
  const parts = parseParts(parser);
  parser.depth -= 1;
  const closing = parser.tokens[parser.at];
  if (closing?.type === 'close') parser.at += 1;
  else parser.note('unpaired-bracket', open, parts);
  return parts.length === 0 ? null : allOf(parts);
}

/** What stands behind "-" or BUKAN. */
function excluded(parser: Parser, sign: Place): SearchNode | null {
  const next = parser.tokens[parser.at];
  const before = parser.isExcluding;
  parser.isExcluding = true;
  const part = isOperand(next) ? operand(parser) : null;
  parser.isExcluding = before;
  if (part !== null) return notOf(part, sign.start);
  parser.note('dangling-operator', sign, []);
  return null;
}

function isOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.type === 'join') return token.join === 'not' || token.isCall;
  return token.type !== 'close' && token.type !== 'comma' && token.type !== 'lone-minus';
}

/** One part; null where nothing is left of it. The token at hand is an operand. */
function operand(parser: Parser): SearchNode | null {
  const token = parser.tokens[parser.at];
  if (token === undefined) return null;
  parser.at += 1;
  switch (token.type) {
    case 'text':
    case 'unknown':
    case 'filter':
      parser.parts += 1;
      break;
    case 'minus':
      return excluded(parser, token);
    case 'open':
      return group(parser, token);
    case 'join':
      return token.isCall ? calledNear(parser, token) : excluded(parser, token);
    case 'close':
    case 'comma':
    case 'lone-minus':
      return null;
  }
  if (token.type === 'filter') return filterOf(token, parser);
  if (token.type === 'text') return textNode(parser, token);
  const term = termOf(
    { ...token, type: 'text', isQuoted: false, isClosed: true, isStarred: false },
    false,
  );
  parser.note('unknown-operator', token, term === null ? [] : [term]);
  return term;
}

/** One part, or terms joined by NEAR. */
function nearParts(parser: Parser): SearchNode | null {
  const first = operand(parser);
  let node = first;
  let terms: readonly WordTerm[] = first?.type === 'term' ? [first] : [];
  let typed: string | null = null;
  for (;;) {
    const near = parser.tokens[parser.at];
    if (!isJoin(near, 'near') || near.isCall || parser.parts >= MOST_PARTS) return node;
    parser.at += 1;
    typed = near.distance ?? typed;
    const next = parser.tokens[parser.at];
    if (!isOperand(next)) {
      parser.note('dangling-operator', near, node === null ? [] : [node]);
      return node;
    }
    const right = operand(parser);
    if (right === null) continue;
    if (node === null) {
      node = right;
      terms = right.type === 'term' ? [right] : [];
    } else if (terms.length > 0 && right.type === 'term') {
      terms = [...terms, right];
      node = nearOf(parser, placeOf(terms), terms, typed);
    } else {
      const both: SearchNode = allOf([node, right]);
      parser.note('near-without-words', near, [both]);
      node = both;
      terms = [];
    }
  }
}

/** Parts joined by ATAU, which binds closer than standing side by side. */
function anyParts(parser: Parser): SearchNode | null {
  const first = nearParts(parser);
  const parts = first === null ? [] : [first];
  for (;;) {
    const or = parser.tokens[parser.at];
    if (!isJoin(or, 'or') || parser.parts >= MOST_PARTS) break;
    parser.at += 1;
    const next = isOperand(parser.tokens[parser.at]) ? nearParts(parser) : null;
    const isDangling = next === null || parts.length === 0;
    if (next !== null) parts.push(next);
    if (isDangling) parser.note('dangling-operator', or, parts);
    else if (parser.text.slice(or.start, or.end).startsWith('a')) {
      parser.note('operator-in-lower-case', or, [anyOf(parts)]);
    }
  }
  return parts.length === 0 ? null : anyOf(parts);
}

/** Something that stands where a part is expected and is none. */
function strayToken(parser: Parser, token: Token): SearchNode | null {
  parser.at += 1;
  if (token.type === 'close') parser.note('unpaired-bracket', token, []);
  if (token.type === 'lone-minus') parser.note('dangling-operator', token, []);
  if (token.type !== 'join' || token.join === 'and') return null;
  // "atau" with nothing before it is a word.
  const typed = parser.text.slice(token.start, token.end);
  if (typed === 'atau') {
    const word: TextToken = {
      type: 'text',
      text: typed,
      isQuoted: false,
      isClosed: true,
      isStarred: false,
      start: token.start,
      end: token.end,
    };
    return termOf(word, parser.isTyped(word));
  }
  parser.note('dangling-operator', token, []);
  return null;
}

/** Parts side by side, up to a closing bracket or the end. */
function parseParts(parser: Parser): readonly SearchNode[] {
  const parts: SearchNode[] = [];
  while (parser.at < parser.tokens.length) {
    const token = parser.tokens[parser.at];
    if (token === undefined || (token.type === 'close' && parser.depth > 0)) break;
    if (parser.parts >= MOST_PARTS) {
      parser.note('too-many-parts', { start: token.start, end: parser.text.length }, []);
      parser.at = parser.tokens.length;
      break;
    }
    const part = isOperand(token) ? anyParts(parser) : strayToken(parser, token);
    if (part !== null) parts.push(part);
  }
  return resolveParts(parts, parser.note);
}

/** Reads what stands in the search box. Every text has a reading; `notes` tell where it was bent. */
export function parseQuery(text: string, options: ParseOptions): ParsedQuery {
  const notes: SearchNote[] = [];
  const parser: Parser = {
    text,
    tokens: scan(text, options.today),
    at: 0,
    parts: 0,
    depth: 0,
    isExcluding: false,
    today: options.today,
    note: (code, { start, end }, read) => {
      const typed = text.slice(start, end);
      notes.push({ code, start, end, typed, read: describeQuery({ all: read }) });
    },
    // The word at the very end is still being typed, in quotes that are open too.
    isTyped: (token) =>
      options.isComplete !== true &&
      !parser.isExcluding &&
      token.end === text.length &&
      !(token.isQuoted && token.isClosed) &&
      !/\s$/u.test(token.text),
  };
  const all = parseParts(parser);
  return { text, all, notes: notes.toSorted((a, b) => a.start - b.start) };
}
