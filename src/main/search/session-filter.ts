import { abbreviationsOf } from '../../shared/search/indonesian/abbreviations.ts';
import { nameWords } from '../../shared/search/indonesian/names.ts';
import type { FilterNode, NameValue, SearchNode } from '../../shared/search/query/query.ts';
import { foldedWords } from '../../shared/search/words.ts';
import type { IndexedSession } from './directory.ts';
import { allOf, anyOf, quoted } from './expression.ts';
import type { IndexStore } from './index-store.ts';
import { MOST_NAME_TAGS } from './names.ts';
import { PART_TAGS } from './session-items.ts';

/** Null where only the session itself can tell. */
export type SessionTest = (session: IndexedSession) => boolean | null;

const SESSION_FILTERS = new Set(['jenis', 'seri', 'status', 'tanggal', 'tahun', 'hadir']);

/** Whether a part of a query says something of whole sessions alone. */
export function isOfSessions(node: SearchNode): boolean {
  switch (node.type) {
    case 'filter':
      return SESSION_FILTERS.has(node.key);
    case 'any':
    case 'all':
      return node.parts.every(isOfSessions);
    case 'not':
      return isOfSessions(node.part);
    case 'term':
    case 'near':
      return false;
  }
}

/** The words of a name in the ways in which it may be written; titles do not count. */
export function nameWritings(value: NameValue): readonly (readonly string[])[] {
  const bare = nameWords(value.text);
  const words = bare.length > 0 ? bare : value.words;
  return [words, ...abbreviationsOf(words)];
}

/** Whether a name has all the words of a filter, in any order. */
export function hasName(name: string, value: NameValue): boolean {
  const own = foldedWords(name);
  return nameWritings(value).some((words, writing) =>
    words.every((wanted, at) => {
      const isOpen = value.isPrefix && writing === 0 && at === words.length - 1;
      return own.some((word) => (isOpen ? word.startsWith(wanted) : word === wanted));
    }),
  );
}

/** Numbers of the sessions where somebody of a name was. */
function sessionsWith(value: NameValue, { names, rows, sessions }: IndexStore): SessionTest {
  const tags = nameWritings(value).flatMap((words, writing) =>
    names.tagsWithAll('sp', words, value.isPrefix && writing === 0),
  );
  if (tags.length === 0) return () => false;
  if (tags.length > MOST_NAME_TAGS) return () => null;
  const expression = allOf([quoted(PART_TAGS.attendance), anyOf(tags.map(quoted))]);
  const all = { first: 0n, last: (1n << 63n) - 1n };
  const found = rows.matches(expression, all, sessions.all().length + 1);
  const numbers = new Set(found.map((rowid) => sessions.at(rowid)?.number));
  return (session) => numbers.has(session.number);
}

function filterTest(node: FilterNode, index: IndexStore): SessionTest {
  switch (node.key) {
    case 'jenis':
      return remembered(node.value, ({ kind }) => kind);
    case 'seri':
      return remembered(node.value, ({ series }) => series);
    case 'status':
      return (session) => session.status === node.status;
    case 'tanggal':
    case 'tahun':
      return ({ firstDate, lastDate }) => isWithin(firstDate, lastDate, node);
    case 'hadir':
      return sessionsWith(node.value, index);
    case 'keputusan':
    case 'lampiran':
    case 'lembaga':
    case 'pembicara':
    case 'penutup':
    case 'rekomendasi':
    case 'tindaklanjut':
      return () => true;
  }
}

/** Ten thousand sessions have a handful of kinds: each is read once. */
function remembered(value: NameValue, nameOf: (session: IndexedSession) => string): SessionTest {
  const known = new Map<string, boolean>();
  return (session) => {
    const name = nameOf(session);
    let has = known.get(name);
    if (has === undefined) {
      has = hasName(name, value);
      known.set(name, has);
    }
    return has;
  };
}

/** Whether a session of some days lies within a span, or runs into it. */
export function isWithin(
  firstDate: string | null,
  lastDate: string | null,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): boolean {
  if (firstDate === null) return false;
  const last = lastDate ?? firstDate;
  return (from === null || last >= from) && (to === null || firstDate <= to);
}

/** All tests as one. */
export function everyTest(tests: readonly SessionTest[]): SessionTest {
  return (session) => {
    let all: boolean | null = true;
    for (const test of tests) {
      const holds = test(session);
      if (holds === false) return false;
      if (holds === null) all = null;
    }
    return all;
  };
}

/** What a part of a query that is about sessions asks of one. */
export function sessionTest(node: SearchNode, index: IndexStore): SessionTest {
  switch (node.type) {
    case 'filter':
      return filterTest(node, index);
    case 'any': {
      const tests = node.parts.map((part) => sessionTest(part, index));
      return (session) => {
        const found = tests.map((test) => test(session));
        return found.includes(true) || (found.includes(null) ? null : false);
      };
    }
    case 'all': {
      const tests = node.parts.map((part) => sessionTest(part, index));
      return everyTest(tests);
    }
    case 'not': {
      const test = sessionTest(node.part, index);
      return (session) => {
        const holds = test(session);
        return holds === null ? null : !holds;
      };
    }
    case 'term':
    case 'near':
      return () => true;
  }
}
