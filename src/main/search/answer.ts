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
import type { RowStream } from './row-stream.ts';
import { createRowStream } from './row-stream.ts';
import { passageKeys } from './session-items.ts';

/** Rows that are read for one answer, for an index that is far behind the archive. */
const MOST_READ = 1500;
/** Fewer answers than this, and sessions whose own data hold some of the words are looked into. */
const FEW = 20;
const MOST_SESSIONS = 20;
const OF_A_SESSION = { answers: Infinity, rows: 5, passages: 1 };
/** Of the newest matches, so many are ranked. */
const NEWEST_RANKED = 80;
/** Of a file that is ranked, the best of its first passages is shown. */
const PASSAGES_RANKED = 24;
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
  const all = createRowStream(index, plan);
  const seen = new Set<bigint>();
  const filesSeen = new Set<string>();
  let rowsRead = 0;
  let { isCut } = plan;

  function read(rowid: bigint, isWanted: typeof judge.isAnswer): Found | null {
    if (seen.has(rowid)) return null;
    if (rowsRead >= MOST_READ) {
      isCut = true;
      return null;
    }
    seen.add(rowid);
    rowsRead += 1;
    const content = reader.read(rowid);
    if (content === null) return null;
    const evidence = judge.evidenceOf(content);
    return isWanted(content, evidence) ? { content, evidence } : null;
  }

  /** Answers of a stream until there are enough; of a file the first passages, which count as one. */
  function collect(
    stream: RowStream,
    isWanted: typeof judge.isAnswer,
    most: { readonly answers: number; readonly rows: number; readonly passages: number },
  ): readonly Found[] {
    const found: Found[] = [];
    let answers = 0;
    for (let rows = 0; answers < most.answers && rows < most.rows; rows += 1) {
      const rowid = stream.next();
      if (rowid === null) break;
      const one = read(rowid, isWanted);
      if (one === null) {
        if (rowsRead >= MOST_READ && isCut) break;
        continue;
      }
      found.push(one);
      const { file, indexed } = one.content;
      if (file === null) {
        answers += 1;
        continue;
      }
      if (!filesSeen.has(file.id)) answers += 1;
      filesSeen.add(file.id);
      const { last } = rangeOf(indexed);
      const behind = index.rows.nextOther(rowid, last, passageKeys(file.id)) ?? last + 1n;
      const others = most.passages - 1;
      found.push(
        ...stream
          .between({ first: rowid + 1n, last: behind - 1n }, others)
          .flatMap((other) => read(other, isWanted) ?? []),
      );
      stream.passTo(behind);
    }
    return found;
  }

  /** The newest answers that were not read before, at most so many. */
  const newest = (answers: number, passages = 1): readonly Found[] =>
    collect(all, judge.isAnswer, { answers, rows: Infinity, passages });

  /** Rows of one session, by words that are still to be found in it; null where it is not asked for. */
  function rowsOf(number: number, expression: string): RowStream | null {
    const session = index.sessions.byNumber(number);
    if (session === null || plan.isIn?.(session) === false) return null;
    return createRowStream(index, { expression, isIn: null }, [rangeOf(session)]);
  }

  function inSession(
    number: number,
    expression: string,
    isWanted: typeof judge.isAnswer,
  ): readonly Found[] {
    const stream = rowsOf(number, expression);
    return stream === null ? [] : collect(stream, isWanted, OF_A_SESSION);
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
    const looked = [...held]
      .filter(([, of]) => of.size < terms.length)
      .toSorted(([a, ofA], [b, ofB]) => ofB.size - ofA.size || (baseOf(a) < baseOf(b) ? -1 : 1));
    if (looked.length > MOST_SESSIONS) isCut = true;
    return looked.slice(0, MOST_SESSIONS).flatMap(([number, of]) => {
      const rest = nodes.filter((node) => node.type !== 'term' || !of.has(node));
      const asked = expressionOf(rest, question, index);
      const stream = rowsOf(number, asked.expression);
      if (stream === null) return [];
      const found = collect(stream, judge.isAnswer, OF_A_SESSION);
      if (asked.isCut || stream.next() !== null) isCut = true;
      return found;
    });
  }

  return {
    question,
    index,
    plan,
    find,
    judge,
    leaves,
    newest,
    inSession,
    besideSessions,
    /** Whether there may be answers that were not looked at. */
    isCut: (): boolean => isCut || all.isCut(),
  };
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

/** The best of the newest, and of the sessions that are best of all times; then all others. */
function bestFirst(inquiry: Inquiry, limit: number): readonly Found[] {
  const { index, leaves, plan, judge } = inquiry;
  const found = [...inquiry.newest(NEWEST_RANKED, PASSAGES_RANKED)];
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
  const ranked = oneForEachFile(
    scored.toSorted((a, b) => b.score - a.score || byRow(a.one, b.one)).map(({ one }) => one),
  );
  return [...ranked, ...inquiry.newest(limit + 1 - ranked.length)];

  function wordsExpressionOfRow(leaf: (typeof leaves)[number]): string {
    return expressionOf([leaf.term], inquiry.question, index).expression;
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
  if (inquiry.plan.expression === null) {
    return { ...state, hits: [], hasMore: false, isCut: false, total: 0 };
  }
  const found = oneForEachFile(
    sort === 'terbaru' ? newestFirst(inquiry, limit) : bestFirst(inquiry, limit),
  );
  const hasMore = found.length > limit;
  const shown = found.slice(0, limit);
  const highlights: Highlights = highlightsOf(question, inquiry.find);
  const hits = (sort === 'terbaru' ? inReadingOrder(shown) : shown).map(
    ({ content, evidence }): SearchHit => hitOf(content, evidence.matches, highlights, archive),
  );
  const isCut = inquiry.isCut();
  return { ...state, hits, hasMore, isCut, total: hasMore || isCut ? null : hits.length };
}
