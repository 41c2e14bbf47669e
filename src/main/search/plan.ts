import type {
  FilterNode,
  NameValue,
  NearNode,
  SearchNode,
} from '../../shared/search/query/query.ts';
import { followUpStatuses } from '../../shared/search/query/query.ts';
import {
  allOf,
  anyOf,
  EVERYTHING,
  leafExpression,
  quoted,
  saidExpression,
  writingsOf,
} from './expression.ts';
import type { IndexStore } from './index-store.ts';
import type { Leaf } from './leaves.ts';
import type { NameKind } from './names.ts';
import { MOST_NAME_TAGS } from './names.ts';
import type { Question } from './question.ts';
import type { SessionTest } from './session-filter.ts';
import { everyTest, isOfSessions, nameWritings, sessionTest } from './session-filter.ts';
import { CLOSING_TAG, followUpTag, PART_TAGS } from './session-items.ts';

/** How a question is put to the index. What it finds is checked against the archive afterwards. */
export interface Plan {
  /** Null where nothing is asked. */
  readonly expression: string | null;
  /** Which sessions may hold it; null where any may. */
  readonly isIn: SessionTest | null;
  /** There are more names than the index can be asked for; only some of them are. */
  readonly isCut: boolean;
}

/** An expression that finds all that is meant, and perhaps more. */
interface Compiled {
  readonly expression: string;
  readonly isExact: boolean;
  /** Finds what is most likely meant, for a question that nothing else narrows. */
  readonly narrow?: string;
}

const exact = (expression: string): Compiled => ({ expression, isExact: true });
const ANYTHING: Compiled = { expression: EVERYTHING, isExact: false };
const narrowOf = ({ narrow, expression }: Compiled): string => narrow ?? expression;
const isUnbound = ({ expression }: Compiled): boolean => expression === EVERYTHING;

function anyOfAll(parts: readonly Compiled[]): Compiled {
  const isAnyUnbound = parts.some(isUnbound);
  return {
    expression: isAnyUnbound ? EVERYTHING : anyOf(parts.map((part) => part.expression)),
    isExact: parts.every((part) => part.isExact),
    ...(isAnyUnbound && parts.every((part) => narrowOf(part) !== EVERYTHING)
      ? { narrow: anyOf(parts.map(narrowOf)) }
      : {}),
  };
}

/** Parts that do not narrow an answer are left to the archive, unless there are no others. */
function allOfAll(parts: readonly Compiled[]): Compiled {
  const isExact = parts.every((part) => part.isExact);
  const closed = parts.filter((part) => !isUnbound(part));
  const narrow = parts.map(narrowOf).filter((part) => part !== EVERYTHING);
  return {
    expression: allOf(closed.map((part) => part.expression)),
    isExact,
    ...(closed.length === 0 && narrow.length > 0 ? { narrow: allOf(narrow) } : {}),
  };
}

/** The words of one term; of very many names only some, and only where nothing else narrows. */
function termExpression(leaf: Leaf): Compiled {
  const expression = leafExpression(leaf);
  if (!leaf.hasMoreSpeakers && !leaf.hasMorePosts) return exact(expression);
  return { ...ANYTHING, narrow: expression };
}

/** Ways of writing all words of a NEAR; with more, they are only asked to stand in one row. */
const MOST_NEAR = 150;

/** Whether they really are that near is seen in the text: this finds all that may be, and more. */
function nearExpression({ terms, distance }: NearNode, question: Question): Compiled {
  const writings = terms.map((term) => writingsOf(question.leafOf(term)));
  const count = writings.reduce((product, { length }) => product * length, 1);
  if (count > MOST_NEAR) return { expression: allOf(writings.map(anyOf)), isExact: false };
  // The archive measures from the first word to each side, FTS5 from one end to the other.
  const span = terms.length === 2 ? distance : 2 * distance + 1;
  const rows = writings.reduce<readonly string[]>(
    (before, own) => before.flatMap((start) => own.map((words) => `${start} ${words}`.trim())),
    [''],
  );
  return { expression: anyOf(rows.map((words) => `NEAR(${words}, ${span})`)), isExact: false };
}

/** Words of a name that are looked for in every way in which its two sorts may share them. */
const MOST_SHARED_WORDS = 4;

/** Which of some words are the speaker's name; the others are the position or organization. */
function sharings(count: number, kinds: 'p' | 'sp'): readonly number[] {
  return kinds === 'p' ? [0] : Array.from({ length: 2 ** count }, (_, chosen) => chosen);
}

/** Names that have all words of a filter, whole: `sp` where the words are of both sorts together. */
function nameExpression(value: NameValue, kinds: 'p' | 'sp', { names }: IndexStore): Compiled {
  const found: Compiled[] = [];
  nameWritings(value).forEach((all, writing) => {
    const words = kinds === 'p' ? all : all.slice(0, MOST_SHARED_WORDS);
    const isOpen = value.isPrefix && writing === 0 && words.length === all.length;
    const tagsOf = (kind: NameKind, own: readonly string[]) =>
      names.tagsWithAll(kind, own, isOpen && own.at(-1) === words.at(-1));
    for (const chosen of sharings(words.length, kinds)) {
      const speaker = words.filter((_, at) => (chosen & (1 << at)) !== 0);
      const post = words.filter((_, at) => (chosen & (1 << at)) === 0);
      const lists = [
        ...(speaker.length > 0 ? [tagsOf('s', speaker)] : []),
        ...(post.length > 0 ? [tagsOf('p', post)] : []),
      ];
      if (lists.some((tags) => tags.length === 0)) continue;
      // A word of very many names tells little: who is meant is seen in the archive.
      const few = lists.filter((tags) => tags.length <= MOST_NAME_TAGS);
      found.push({
        expression: allOf(few.map((tags) => anyOf(tags.map(quoted)))),
        isExact: few.length === lists.length && words.length === all.length,
      });
    }
  });
  return anyOfAll(found);
}

function filterExpression(node: FilterNode, question: Question, index: IndexStore): Compiled {
  const withTerm = (part: string): Compiled => {
    if (!('term' in node) || node.term === null) return exact(part);
    return exact(allOf([part, saidExpression(question.leafOf(node.term))]));
  };
  switch (node.key) {
    case 'pembicara':
      return allOfAll([
        exact(quoted(PART_TAGS.statement)),
        nameExpression(node.value, 'sp', index),
      ]);
    case 'lembaga':
      return nameExpression(node.value, 'p', index);
    case 'keputusan':
      return withTerm(quoted(PART_TAGS.decision));
    case 'rekomendasi':
      return withTerm(quoted(PART_TAGS.recommendation));
    case 'penutup':
      return withTerm(quoted(CLOSING_TAG));
    case 'lampiran':
      return withTerm(quoted(PART_TAGS.file));
    case 'tindaklanjut':
      return withTerm(
        node.state === 'semua'
          ? quoted(PART_TAGS.followUp)
          : anyOf(followUpStatuses(node.state).map((status) => quoted(followUpTag(status)))),
      );
    case 'hadir':
    case 'jenis':
    case 'seri':
    case 'status':
    case 'tahun':
    case 'tanggal':
      return ANYTHING;
  }
}

function compileAll(parts: readonly SearchNode[], question: Question, index: IndexStore): Compiled {
  const wanted = parts.filter((part) => part.type !== 'not');
  const excluded = parts.flatMap((part) => (part.type === 'not' ? [part.part] : []));
  const found = wanted.map((part) => compile(part, question, index));
  const left = excluded.map((part) => compileExcluded(part, question, index));
  const out = left.filter((part) => part.isExact).map((part) => part.expression);
  const all = allOfAll(found);
  const without = (from: string): string =>
    out.length === 0 ? from : `(${from} NOT ${anyOf(out)})`;
  return {
    expression: without(all.expression),
    isExact: all.isExact && left.every((part) => part.isExact),
    ...(all.narrow === undefined ? {} : { narrow: without(all.narrow) }),
  };
}

/** Somebody who leaves out a word does not mean everything that an organization of that name said. */
function compileExcluded(node: SearchNode, question: Question, index: IndexStore): Compiled {
  if (node.type !== 'term') return compile(node, question, index);
  const leaf = question.leafOf(node);
  return { expression: saidExpression(leaf), isExact: !leaf.hasMoreSpeakers };
}

function compile(node: SearchNode, question: Question, index: IndexStore): Compiled {
  switch (node.type) {
    case 'term':
      return termExpression(question.leafOf(node));
    case 'near':
      return nearExpression(node, question);
    case 'any':
      return anyOfAll(node.parts.map((part) => compile(part, question, index)));
    case 'all':
      return compileAll(node.parts, question, index);
    case 'not':
      return compileAll([node], question, index);
    case 'filter':
      return isOfSessions(node) ? ANYTHING : filterExpression(node, question, index);
  }
}

/** One of the words must be said, not only stand in somebody's position or organization. */
function saidPart(nodes: readonly SearchNode[], question: Question): string | null {
  const words = nodes.filter((node) => node.type !== 'filter' && node.type !== 'not');
  const terms = words.flatMap((node) => (node.type === 'term' ? [question.leafOf(node)] : []));
  if (terms.length === 0 || terms.length < words.length) return null;
  if (terms.every((leaf) => leaf.postTags.length === 0)) return null;
  if (terms.some((leaf) => leaf.hasMoreSpeakers)) return null;
  return anyOf(terms.map(saidExpression));
}

/** Makes of some parts, all of which must hold, what the index is asked. */
export function expressionOf(
  nodes: readonly SearchNode[],
  question: Question,
  index: IndexStore,
): Pick<Plan, 'isCut'> & { readonly expression: string } {
  const compiled = compileAll(nodes, question, index);
  const said = saidPart(nodes, question);
  if (said !== null) {
    const { expression } = allOfAll([compiled, exact(said)]);
    return { expression, isCut: false };
  }
  const { narrow, expression } = compiled;
  return { expression: narrow ?? expression, isCut: narrow !== undefined };
}

const asksAttendance = (node: SearchNode): boolean =>
  node.type === 'filter' && node.key === 'hadir';

export function planOf(question: Question, index: IndexStore): Plan {
  const { nodes } = question;
  if (nodes.length === 0) return { expression: null, isIn: null, isCut: false };
  const tests = nodes.filter(isOfSessions).map((node) => sessionTest(node, index));
  const others = nodes.filter((node) => !isOfSessions(node));
  // Nothing but filters of sessions asks for the sessions themselves.
  const part = nodes.some(asksAttendance) ? PART_TAGS.attendance : PART_TAGS.session;
  return {
    ...(others.length === 0
      ? { expression: quoted(part), isCut: false }
      : expressionOf(others, question, index)),
    isIn: tests.length === 0 ? null : everyTest(tests),
  };
}
