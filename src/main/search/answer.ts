import type { SearchAnswer, SearchHit, SearchQuery } from '../../shared/contract/search.ts';
import type { ArchiveReader } from './archive-reader.ts';
import { wordsExpression } from './expression.ts';
import type { OpenIndex } from './engine.ts';
import type { Highlights } from './hits.ts';
import { hitOf } from './hits.ts';
import type { Evidence } from './judge.ts';
import { createJudge } from './judge.ts';
import { createMatcher } from './matcher.ts';
import { highlightsOf } from './name-highlights.ts';
import { expressionOf, planOf } from './plan.ts';
import type { Question } from './question.ts';
import { scoreOf, weightsOf } from './rank.ts';
import type { RowContent } from './row-content.ts';
import { createRowReader } from './row-content.ts';
import { rangeOf } from './row-key.ts';
import { streamRows } from './row-stream.ts';

/** Rows that are read for one answer, for an index that is far behind the archive. */
const MOST_READ = 1500;
/** Fewer answers than this, and sessions whose own data hold some of the words are looked into. */
const FEW = 20;
const MOST_SESSIONS = 20;
const ROWS_OF_A_SESSION = 5;
/** Of the newest matches, so many are ranked. */
const NEWEST_RANKED = 80;
const BEST_SESSIONS = 8;
/** What a session that is all about it adds to each of its rows, of the best row's score. */
const SESSION_WEIGHT = 0.25;

interface Found {
  readonly content: RowContent;
  readonly evidence: Evidence;
}

/** Puts one question to the index, and judges all that it finds by the archive. */
export function createInquiry(open: OpenIndex, archive: ArchiveReader, question: Question) {
  const { index } = open;
  const { leaves, nodes } = question;
  const reader = createRowReader(index, archive);
  const find = createMatcher(leaves);
  const judge = createJudge(question, reader, find);
  const plan = planOf(question, index);
  const seen = new Set<bigint>();
  let rowsRead = 0;

  function read(rowid: bigint, isWanted: typeof judge.isAnswer): Found | null {
    if (seen.has(rowid) || rowsRead >= MOST_READ) return null;
    seen.add(rowid);
    rowsRead += 1;
    const content = reader.read(rowid);
    if (content === null) return null;
    const evidence = judge.evidenceOf(content);
    return isWanted(content, evidence) ? { content, evidence } : null;
  }

  /** The newest answers, at most `limit`. */
  function newest(limit: number): readonly Found[] {
    const found: Found[] = [];
    for (const rowid of streamRows(index, plan)) {
      if (found.length >= limit || rowsRead >= MOST_READ) break;
      const one = read(rowid, judge.isAnswer);
      if (one !== null) found.push(one);
    }
    return found;
  }

  /** Rows of one session, by words that are still to be found in it. */
  function inSession(
    number: number,
    expression: string,
    isWanted: typeof judge.isAnswer,
  ): readonly Found[] {
    const session = index.sessions.byNumber(number);
    if (session === null || (plan.isIn !== null && !plan.isIn(session))) return [];
    return index.rows
      .matches(expression, rangeOf(session), ROWS_OF_A_SESSION)
      .flatMap((rowid) => read(rowid, isWanted) ?? []);
  }

  /** "juli 2024" stands in the session's date, the other words in what was said there. */
  function besideSessions(): readonly Found[] {
    const terms = nodes.flatMap((node) => (node.type === 'term' ? [node] : []));
    if (terms.length < 2) return [];
    const held = new Map<number, Set<(typeof terms)[number]>>();
    for (const term of terms) {
      const expression = `facts : ${wordsExpression(question.leafOf(term))}`;
      for (const number of index.meetings.matching(expression)) {
        held.set(number, (held.get(number) ?? new Set()).add(term));
      }
    }
    const baseOf = (number: number): bigint => index.sessions.byNumber(number)?.base ?? 0n;
    return [...held]
      .filter(([, of]) => of.size < terms.length)
      .toSorted(([a, ofA], [b, ofB]) => ofB.size - ofA.size || (baseOf(a) < baseOf(b) ? -1 : 1))
      .slice(0, MOST_SESSIONS)
      .flatMap(([number, of]) => {
        const rest = nodes.filter((node) => node.type !== 'term' || !of.has(node));
        return inSession(number, expressionOf(rest, question, index), judge.isAnswer);
      });
  }

  return { question, index, plan, find, judge, leaves, newest, inSession, besideSessions };
}
type Inquiry = ReturnType<typeof createInquiry>;

const byRow = (a: Found, b: Found): number => (a.content.rowid < b.content.rowid ? -1 : 1);

/** Newest first, and within a session in the order of its minutes, also for blocks moved since. */
function inReadingOrder(found: readonly Found[]): readonly Found[] {
  const bySession = new Map<string, Found[]>();
  for (const one of found.toSorted(byRow)) {
    const { id } = one.content.session;
    bySession.set(id, [...(bySession.get(id) ?? []), one]);
  }
  return [...bySession.values()].flatMap((hits) =>
    hits.toSorted((a, b) => a.content.position - b.content.position),
  );
}

function newestFirst(inquiry: Inquiry, limit: number): readonly Found[] {
  const found = inquiry.newest(limit + 1);
  const all = found.length < FEW ? [...found, ...inquiry.besideSessions()] : found;
  return all.toSorted(byRow);
}

/** The best of the newest, and of the sessions that are best of all times. */
function bestFirst(inquiry: Inquiry): readonly Found[] {
  const { index, leaves, plan, judge } = inquiry;
  const found = [...inquiry.newest(NEWEST_RANKED)];
  const sessionScores = new Map<number, number>();
  if (leaves.length > 0 && plan.expression !== null) {
    const words = leaves.map(wordsExpression);
    const ask = (join: string) => index.meetings.best(words.join(join), BEST_SESSIONS * 2);
    const addBest = (join: string, isWanted: typeof judge.isAnswer, of: string): void => {
      for (const { number, score } of ask(join).slice(0, BEST_SESSIONS)) {
        sessionScores.set(number, Math.max(score, sessionScores.get(number) ?? 0));
        found.push(...inquiry.inSession(number, of, isWanted));
      }
    };
    addBest(' AND ', judge.isAnswer, plan.expression);
    if (found.length < FEW) found.push(...inquiry.besideSessions());
    if (found.length < FEW && leaves.length > 1) {
      const any = `(${leaves.map(wordsExpressionOfRow).join(' OR ')})`;
      addBest(' OR ', judge.isNearAnswer, any);
    }
  }
  const weights = weightsOf(leaves, index.vocabulary);
  const highest = Math.max(1, ...sessionScores.values());
  const scored = found.map((one) => {
    const { content, evidence } = one;
    const session = (sessionScores.get(content.indexed.number) ?? 0) / highest;
    const own = scoreOf(content, evidence, leaves, weights);
    return { one, score: own * (1 + SESSION_WEIGHT * session) };
  });
  return scored.toSorted((a, b) => b.score - a.score || byRow(a.one, b.one)).map(({ one }) => one);

  function wordsExpressionOfRow(leaf: (typeof leaves)[number]): string {
    return expressionOf([leaf.term], inquiry.question, index);
  }
}

/** Of a file only the first passage, or the best, is shown. */
function oneForEachFile(found: readonly Found[]): readonly Found[] {
  const files = new Set<string>();
  return found.filter(({ content: { file } }) => {
    if (file === null) return true;
    const isNew = !files.has(file.id);
    files.add(file.id);
    return isNew;
  });
}

export function answerQuestion(
  open: OpenIndex,
  archive: ArchiveReader,
  question: Question,
  { sort, limit }: Pick<SearchQuery, 'sort' | 'limit'>,
): SearchAnswer {
  const state = {
    pendingChanges: open.indexer.countPending(),
    isRebuilding: open.indexer.isRebuilding(),
    reading: question.reading,
  };
  const inquiry = createInquiry(open, archive, question);
  if (inquiry.plan.expression === null) return { ...state, hits: [], hasMore: false, total: 0 };
  const found = oneForEachFile(
    sort === 'terbaru' ? newestFirst(inquiry, limit) : bestFirst(inquiry),
  );
  const hasMore = found.length > limit;
  const shown = found.slice(0, limit);
  const highlights: Highlights = highlightsOf(question, inquiry.find);
  const hits = (sort === 'terbaru' ? inReadingOrder(shown) : shown).map(
    ({ content, evidence }): SearchHit => hitOf(content, evidence.matches, highlights, archive),
  );
  return { ...state, hits, hasMore, total: hasMore ? null : hits.length };
}
