import type { Handlers } from '../../shared/contract/index.ts';
import type { SearchAnswer, SearchHit, SearchQuery } from '../../shared/contract/search.ts';
import { findMatches } from '../../shared/search/matches.ts';
import { parseSearchText } from '../../shared/search/terms.ts';
import type { ArchiveReader } from './archive-reader.ts';
import type { OpenIndex, SearchEngine } from './engine.ts';
import type { Find } from './hits.ts';
import { hitOf } from './hits.ts';
import { matchExpression } from './match-expression.ts';
import { passageOf } from './passage.ts';
import type { RowContent } from './row-content.ts';
import { createRowReader } from './row-content.ts';
import { ALL_ROWS } from './row-key.ts';
import { createTermCounter } from './series-terms.ts';

/** Blocks whose words are counted for one answer: some tenths of a second of reading. */
const MAX_TEXTS_READ = 10_000;

/** Rows that are looked at for one answer: a bound for an index that is far behind the archive. */
const MAX_ROWS_READ = 4000;

interface FoundHit {
  readonly content: RowContent;
  readonly hit: SearchHit;
}

/** Within a session the order is that of the minutes, also for blocks that were moved since. */
function inReadingOrder(found: readonly FoundHit[]): readonly SearchHit[] {
  const bySession = new Map<bigint, FoundHit[]>();
  for (const one of found) {
    const { base } = one.content;
    bySession.set(base, [...(bySession.get(base) ?? []), one]);
  }
  return [...bySession.values()].flatMap((hits) =>
    hits.toSorted((a, b) => a.content.position - b.content.position).map(({ hit }) => hit),
  );
}

function answerQuery(open: OpenIndex, archive: ArchiveReader, query: SearchQuery): SearchAnswer {
  const pendingChanges = open.indexer.countPending();
  const terms = parseSearchText(query.text);
  const state = {
    total: null,
    pendingChanges,
    isRebuilding: open.indexer.isRebuilding(),
    reading: { corrected: null, widened: [], notes: [] },
  };
  const expression = matchExpression(terms, [], open.index.completions);
  const found: FoundHit[] = [];
  if (expression === null) return { ...state, hits: [], hasMore: false };

  const readRow = createRowReader(open.index, archive);
  const find: Find = (text) => findMatches(text, terms);
  const readHit = (rowid: bigint): FoundHit | null => {
    const content = readRow(rowid);
    if (content === null) return null;
    const texts = [...content.facts, content.speaker?.label ?? ''];
    const seen = new Set(texts.flatMap(find).map((match) => match.term));
    return seen.size === terms.length ? { content, hit: hitOf(content, find, archive) } : null;
  };
  const pageSize = Math.min(query.limit + 1, 200);
  let rowsRead = 0;
  let { first } = ALL_ROWS;
  while (found.length <= query.limit && rowsRead < MAX_ROWS_READ) {
    const rowids = open.index.matches(expression, { ...ALL_ROWS, first }, pageSize);
    for (const rowid of rowids) {
      const hit = found.length > query.limit ? null : readHit(rowid);
      if (hit !== null) found.push(hit);
    }
    rowsRead += rowids.length;
    const last = rowids.at(-1);
    if (last === undefined || rowids.length < pageSize) break;
    first = last + 1n;
  }
  return {
    ...state,
    hits: inReadingOrder(found.slice(0, query.limit)),
    hasMore: found.length > query.limit || rowsRead >= MAX_ROWS_READ,
  };
}

/** Answers searches from the index and the archive as they are at this moment. */
export function createSearchService(engine: SearchEngine): Handlers<'search'> {
  const { archive } = engine;
  return {
    'search.query': (query) =>
      engine.use((open) => archive.inOneView(() => answerQuery(open, archive, query))),
    'search.passage': (input) => {
      const terms = parseSearchText(input.text);
      return archive.inOneView(() => passageOf(archive, input, (text) => findMatches(text, terms)));
    },
    'search.candidates': () => archive.inOneView(archive.candidates),
    'words.terms': ({ sessionId, limit }) => {
      const counter = createTermCounter();
      for (const text of archive.seriesTexts(sessionId, MAX_TEXTS_READ)) counter.add(text);
      return counter.terms(limit);
    },
  };
}
