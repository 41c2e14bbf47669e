import { CLOSING_STATEMENT_KIND } from '../../shared/document/block.ts';
import type { FilterNode, NearNode, SearchNode } from '../../shared/search/query/query.ts';
import { followUpStatuses } from '../../shared/search/query/query.ts';
import type { TermMatch } from '../../shared/search/matches.ts';
import { foldedWords } from '../../shared/search/words.ts';
import type { Leaf } from './leaves.ts';
import type { Find } from './matcher.ts';
import { createMatcher } from './matcher.ts';
import type { Question } from './question.ts';
import type { RowContent, RowReader } from './row-content.ts';
import { hasName, isWithin } from './session-filter.ts';
import { FACT_SEPARATOR, hostsOf, sessionFacts } from './session-facts.ts';

/** Where the words of a question stand in one row, by leaf. */
export interface Evidence {
  readonly text: string;
  readonly matches: readonly TermMatch[];
  readonly inText: ReadonlySet<number>;
  readonly inSpeaker: ReadonlySet<number>;
  readonly inPost: ReadonlySet<number>;
  /** In the title, the date, the place of its session. */
  readonly inSession: ReadonlySet<number>;
}

const leavesOf = (matches: readonly TermMatch[]): ReadonlySet<number> =>
  new Set(matches.map((match) => match.term));

/** Whether all words of a leaf stand in a name, in any order. */
function isNamed(leaf: Leaf, own: readonly string[]): boolean {
  const has = (wanted: string, isOpen: boolean): boolean =>
    own.some((word) => (isOpen ? word.startsWith(wanted) : word === wanted));
  if (leaf.term.words.length === 1) return has(leaf.word, leaf.prefix !== null);
  const last = leaf.term.words.length - 1;
  return leaf.term.words.every((word, at) => has(word, leaf.term.isPrefix && at === last));
}

/** Judges rows as the archive has them: whether they are what a question asks for. */
export function createJudge(question: Question, reader: RowReader, find: Find) {
  const { leaves, nodes } = question;
  const sessionMatches = new Map<string, ReadonlySet<number>>();
  const leavesNamed = new Map<string, ReadonlySet<number>>();

  /** The same few people speak in all rows of an answer. */
  function leavesIn(name: string): ReadonlySet<number> {
    let named = leavesNamed.get(name);
    if (named === undefined) {
      const own = foldedWords(name);
      named = new Set(leaves.flatMap((leaf, at) => (isNamed(leaf, own) ? [at] : [])));
      leavesNamed.set(name, named);
    }
    return named;
  }

  function inSessionOf({ session }: RowContent): ReadonlySet<number> {
    let found = sessionMatches.get(session.id);
    if (found === undefined) {
      found = leavesOf(find(sessionFacts(session).join(FACT_SEPARATOR)));
      sessionMatches.set(session.id, found);
    }
    return found;
  }

  function evidenceOf(content: RowContent): Evidence {
    const text = content.facts.join(FACT_SEPARATOR);
    const matches = find(text);
    return {
      text,
      matches,
      inText: leavesOf(matches),
      inSpeaker: leavesIn(content.speaker?.label ?? ''),
      inPost: leavesIn(content.speaker?.post ?? ''),
      inSession: inSessionOf(content),
    };
  }

  function isNear({ terms, distance }: NearNode, { matches, text }: Evidence): boolean {
    const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map((word) => word.index);
    const wordAt = (start: number): number => words.indexOf(start);
    const places = terms.map((term) => {
      const leaf = question.placeOf(term);
      return matches.filter((match) => match.term === leaf).map((match) => wordAt(match.start));
    });
    const [first = [], ...others] = places;
    return first.some((at) =>
      others.every((list) => list.some((other) => Math.abs(other - at) <= distance + 1)),
    );
  }

  function filterHolds(node: FilterNode, content: RowContent, evidence: Evidence): boolean {
    const { block, speaker, session } = content;
    const saysTerm = (): boolean =>
      !('term' in node) || node.term === null || evidence.inText.has(question.placeOf(node.term));
    const isBlock = (type: string): boolean => block?.type === type && saysTerm();
    switch (node.key) {
      case 'pembicara':
        return speaker !== null && hasName(`${speaker.label} ${speaker.post}`, node.value);
      case 'lembaga': {
        const names =
          content.field === 'session'
            ? hostsOf(session)
            : content.field === 'attendance'
              ? reader.attendeesOf(session.id).map((one) => one.post)
              : [speaker?.post ?? ''];
        return names.some((name) => hasName(name, node.value));
      }
      case 'jenis':
        return hasName(session.kind, node.value);
      case 'seri':
        return hasName(session.series_title ?? '', node.value);
      case 'hadir':
        return reader
          .attendeesOf(session.id)
          .some((one) => one.isPresent && hasName(one.line, node.value));
      case 'tanggal':
      case 'tahun':
        return isWithin(session.first_date, session.last_date, node);
      case 'status':
        return session.status === node.status;
      case 'keputusan':
        return isBlock('decision');
      case 'rekomendasi':
        return isBlock('recommendation');
      case 'penutup':
        return block?.statement_kind === CLOSING_STATEMENT_KIND && saysTerm();
      case 'lampiran':
        return content.field === 'file' && saysTerm();
      case 'tindaklanjut': {
        const status = block?.follow_up_status ?? null;
        return status !== null && followUpStatuses(node.state).includes(status) && saysTerm();
      }
    }
  }

  function holds(node: SearchNode, content: RowContent, evidence: Evidence): boolean {
    switch (node.type) {
      case 'term': {
        const leaf = question.placeOf(node);
        const { inText, inSpeaker, inPost, inSession } = evidence;
        return [inText, inSpeaker, inPost, inSession].some((found) => found.has(leaf));
      }
      case 'near':
        return isNear(node, evidence);
      case 'any':
        return node.parts.some((part) => holds(part, content, evidence));
      case 'all':
        return node.parts.every((part) => holds(part, content, evidence));
      case 'not':
        return !isExcluded(node.part, content, evidence);
      case 'filter':
        return filterHolds(node, content, evidence);
    }
  }

  /** What must not be found is no leaf of the question: it is looked for apart. */
  function isExcluded(node: SearchNode, content: RowContent, evidence: Evidence): boolean {
    switch (node.type) {
      case 'term': {
        const leaf = question.leafOf(node);
        const isSaid = excludedFinder(leaf)(evidence.text).length > 0;
        return isSaid || isNamed(leaf, foldedWords(content.speaker?.label ?? ''));
      }
      case 'near':
        return node.terms.every((term) => isExcluded(term, content, evidence));
      case 'any':
        return node.parts.some((part) => isExcluded(part, content, evidence));
      case 'all':
        return node.parts.every((part) => isExcluded(part, content, evidence));
      case 'not':
        return !isExcluded(node.part, content, evidence);
      case 'filter':
        return filterHolds(node, content, evidence);
    }
  }

  const finders = new Map<Leaf, Find>();
  function excludedFinder(leaf: Leaf): Find {
    let finder = finders.get(leaf);
    if (finder === undefined) {
      finder = createMatcher([leaf]);
      finders.set(leaf, finder);
    }
    return finder;
  }

  const asksWords = leaves.length > 0;
  return {
    evidenceOf,
    /** Whether all that is asked for holds, and one of the words is really said. */
    isAnswer: (content: RowContent, evidence: Evidence): boolean => {
      const isSaid = evidence.inText.size > 0 || evidence.inSpeaker.size > 0;
      return (!asksWords || isSaid) && nodes.every((node) => holds(node, content, evidence));
    },
    /** Whether nothing speaks against it but words that are missing. */
    isNearAnswer: (content: RowContent, evidence: Evidence): boolean => {
      return (
        evidence.inText.size > 0 &&
        nodes.every((node) => node.type === 'term' || holds(node, content, evidence))
      );
    },
  };
}
export type Judge = ReturnType<typeof createJudge>;
