import type { FilterNode, NameValue, SearchNode } from '../../shared/search/query/query.ts';
import { followUpStatuses } from '../../shared/search/query/query.ts';
import { allOf, anyOf, EVERYTHING, leafExpression, quoted, saidExpression } from './expression.ts';
import type { IndexStore } from './index-store.ts';
import type { Question } from './question.ts';
import type { SessionTest } from './session-filter.ts';
import { isOfSessions, nameWritings, sessionTest } from './session-filter.ts';
import { CLOSING_TAG, followUpTag, PART_TAGS } from './session-items.ts';

/** How a question is put to the index. What it finds is checked against the archive afterwards. */
export interface Plan {
  /** Null where nothing is asked. */
  readonly expression: string | null;
  /** Which sessions may hold it; null where any may. */
  readonly isIn: SessionTest | null;
}

/** An expression that finds all that is meant, and perhaps more. */
interface Compiled {
  readonly expression: string;
  readonly isExact: boolean;
}

const exact = (expression: string): Compiled => ({ expression, isExact: true });
const ANYTHING: Compiled = { expression: EVERYTHING, isExact: false };

function nameExpression(value: NameValue, kinds: string, { names }: IndexStore): string {
  const writings = nameWritings(value).map((words, writing) =>
    allOf(
      words.map((word, at) => {
        const isOpen = value.isPrefix && writing === 0 && at === words.length - 1;
        return anyOf(names.tagsWith(kinds, word, isOpen).map(quoted));
      }),
    ),
  );
  return anyOf(writings);
}

function filterExpression(node: FilterNode, question: Question, index: IndexStore): Compiled {
  const withTerm = (part: string): Compiled => {
    if (!('term' in node) || node.term === null) return exact(part);
    return exact(allOf([part, saidExpression(question.leafOf(node.term))]));
  };
  switch (node.key) {
    case 'pembicara':
      return exact(allOf([quoted(PART_TAGS.statement), nameExpression(node.value, 'sp', index)]));
    case 'lembaga':
      return exact(nameExpression(node.value, 'p', index));
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
  const all = allOf(found.map((part) => part.expression));
  return {
    expression: out.length === 0 ? all : `(${all} NOT ${anyOf(out)})`,
    isExact: [...found, ...left].every((part) => part.isExact),
  };
}

/** Somebody who leaves out a word does not mean everything that an organization of that name said. */
function compileExcluded(node: SearchNode, question: Question, index: IndexStore): Compiled {
  return node.type === 'term'
    ? exact(saidExpression(question.leafOf(node)))
    : compile(node, question, index);
}

function compile(node: SearchNode, question: Question, index: IndexStore): Compiled {
  switch (node.type) {
    case 'term':
      return exact(leafExpression(question.leafOf(node)));
    case 'near':
      // FTS5 takes no families there; how near they are is seen in the text.
      return {
        expression: allOf(node.terms.map((term) => saidExpression(question.leafOf(term)))),
        isExact: false,
      };
    case 'any': {
      const parts = node.parts.map((part) => compile(part, question, index));
      return {
        expression: anyOf(parts.map((part) => part.expression)),
        isExact: parts.every((part) => part.isExact),
      };
    }
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
  return anyOf(terms.map(saidExpression));
}

/** Makes of some parts, all of which must hold, what the index is asked. */
export function expressionOf(
  nodes: readonly SearchNode[],
  question: Question,
  index: IndexStore,
): string {
  const { expression } = compileAll(nodes, question, index);
  const said = saidPart(nodes, question);
  return said === null ? expression : allOf([expression, said]);
}

const asksAttendance = (node: SearchNode): boolean =>
  node.type === 'filter' && node.key === 'hadir';

export function planOf(question: Question, index: IndexStore): Plan {
  const { nodes } = question;
  if (nodes.length === 0) return { expression: null, isIn: null };
  const tests = nodes.filter(isOfSessions).map((node) => sessionTest(node, index));
  const others = nodes.filter((node) => !isOfSessions(node));
  // Nothing but filters of sessions asks for the sessions themselves.
  const part = nodes.some(asksAttendance) ? PART_TAGS.attendance : PART_TAGS.session;
  return {
    expression: others.length === 0 ? quoted(part) : expressionOf(others, question, index),
    isIn: tests.length === 0 ? null : (session) => tests.every((test) => test(session)),
  };
}
