import type { Handlers } from '../../shared/contract/index.ts';
import type { SearchAnswer, SearchHit, SearchQuery } from '../../shared/contract/search.ts';
import { blockIdSchema, sessionIdSchema } from '../../shared/ids.ts';
import type { TermMatch } from '../../shared/search/matches.ts';
import { findMatches } from '../../shared/search/matches.ts';
import type { SearchTerm } from '../../shared/search/terms.ts';
import { parseSearchText } from '../../shared/search/terms.ts';
import type { ArchiveReader, ArchiveSession } from './archive-reader.ts';
import { attendanceFacts, blockText, FACT_SEPARATOR, sessionFacts } from './archive-reader.ts';
import type { OpenIndex, SearchEngine } from './engine.ts';
import { excerptOf } from './excerpt.ts';
import type { IndexRow } from './index-store.ts';
import { matchExpression } from './match-expression.ts';
import type { RowRange } from './row-key.ts';
import { ALL_ROWS, ATTENDANCE_ORDINAL, baseOf, rangeOfDates, rangeOfSession } from './row-key.ts';
import { createTermCounter } from './series-terms.ts';

/** Blocks whose words are counted for one answer: some tenths of a second of reading. */
const MAX_TEXTS_READ = 10_000;

/** Rows that are looked at for one answer: a bound for an index that is far behind the archive. */
const MAX_ROWS_READ = 4000;

interface FoundHit {
  readonly base: bigint;
  /** Place in the session; -2 and -1 for its data and its attendance. */
  readonly position: number;
  readonly hit: SearchHit;
}

function hasAllTerms(terms: readonly SearchTerm[], ...found: (readonly TermMatch[])[]): boolean {
  const seen = new Set(found.flat().map((match) => match.term));
  return seen.size === terms.length;
}

/** Of an attendance of hundreds, only those who match are shown. */
function excerptOfFacts(facts: readonly string[], terms: readonly SearchTerm[]) {
  const matching = facts.filter((fact) => findMatches(fact, terms).length > 0);
  const text = (matching.length > 0 ? matching : facts).join(FACT_SEPARATOR);
  return excerptOf(text, findMatches(text, terms));
}

/** Reads what a row of the index stands for; an index that is behind gives no wrong answer. */
function createHitReader(
  { index }: OpenIndex,
  archive: ArchiveReader,
  terms: readonly SearchTerm[],
) {
  const sessions = new Map<bigint, ArchiveSession | null>();
  const speakers = new Map<string, string | null>();

  function sessionAt(base: bigint): ArchiveSession | null {
    let session = sessions.get(base);
    if (session === undefined) {
      const known = index.sessionByBase(base);
      session = known === null ? null : archive.session(known.session_id);
      sessions.set(base, session);
    }
    return session;
  }

  function speakerLabel(id: string | null): string | null {
    if (id === null) return null;
    let label = speakers.get(id);
    if (label === undefined) {
      label = archive.speakerLabel(id);
      speakers.set(id, label);
    }
    return label;
  }

  function contentOf(session: ArchiveSession, row: IndexRow) {
    if (row.block_id !== null) {
      const block = archive.block(session.id, row.block_id);
      if (block === null) return null;
      return {
        position: block.position,
        blockId: blockIdSchema.parse(row.block_id),
        field: 'block' as const,
        facts: [blockText(block)],
        speaker: speakerLabel(block.speaker_id),
      };
    }
    const isAttendance = row.rowid - baseOf(row.rowid) === ATTENDANCE_ORDINAL;
    return {
      position: isAttendance ? -1 : -2,
      blockId: null,
      field: isAttendance ? ('attendance' as const) : ('session' as const),
      facts: isAttendance ? attendanceFacts(archive.attendees(session.id)) : sessionFacts(session),
      speaker: null,
    };
  }

  return (rowid: bigint): FoundHit | null => {
    const base = baseOf(rowid);
    const session = sessionAt(base);
    const row = session === null ? null : index.rowById(rowid);
    const content = session === null || row === null ? null : contentOf(session, row);
    if (session === null || content === null) return null;
    const { position, blockId, field, facts, speaker } = content;
    const matches = findMatches(facts.join(FACT_SEPARATOR), terms);
    if (!hasAllTerms(terms, matches, findMatches(speaker ?? '', terms))) return null;
    return {
      base,
      position,
      hit: {
        sessionId: sessionIdSchema.parse(session.id),
        sessionTitle: session.title,
        sessionKind: session.kind,
        sessionDate: session.first_date,
        blockId,
        field,
        speaker,
        excerpt: excerptOfFacts(facts, terms),
      },
    };
  };
}

/** Where matches may lie, newest first: sessions that began in the dates asked for or ran into them. */
function rangesOf({ index }: OpenIndex, query: SearchQuery): readonly RowRange[] {
  const { dateFrom, dateTo } = query;
  if (dateFrom === null && dateTo === null) return [ALL_ROWS];
  const isTurned = dateFrom !== null && dateTo !== null && dateFrom > dateTo;
  const [from, to] = isTurned ? [dateTo, dateFrom] : [dateFrom, dateTo];
  const running = from === null ? [] : index.basesRunningInto(from);
  return [rangeOfDates(from, to), ...running.map(rangeOfSession)];
}

/** Within a session the order is that of the minutes, also for blocks that were moved since. */
function inReadingOrder(found: readonly FoundHit[]): readonly SearchHit[] {
  const bySession = new Map<bigint, FoundHit[]>();
  for (const one of found) bySession.set(one.base, [...(bySession.get(one.base) ?? []), one]);
  return [...bySession.values()].flatMap((hits) =>
    hits.toSorted((a, b) => a.position - b.position).map(({ hit }) => hit),
  );
}

function answerQuery(open: OpenIndex, archive: ArchiveReader, query: SearchQuery): SearchAnswer {
  const pendingChanges = open.indexer.countPending();
  const terms = parseSearchText(query.text);
  const expression = matchExpression(terms, query.kinds, open.index.completions);
  const found: FoundHit[] = [];
  if (expression === null) return { hits: [], hasMore: false, pendingChanges };

  const readHit = createHitReader(open, archive, terms);
  const pageSize = Math.min(query.limit + 1, 200);
  let rowsRead = 0;
  for (const range of rangesOf(open, query)) {
    let first = range.first;
    while (found.length <= query.limit && rowsRead < MAX_ROWS_READ) {
      const rowids = open.index.matches(expression, { first, last: range.last }, pageSize);
      for (const rowid of rowids) {
        const hit = found.length > query.limit ? null : readHit(rowid);
        if (hit !== null) found.push(hit);
      }
      rowsRead += rowids.length;
      const last = rowids.at(-1);
      if (last === undefined || rowids.length < pageSize) break;
      first = last + 1n;
    }
  }
  return {
    hits: inReadingOrder(found.slice(0, query.limit)),
    hasMore: found.length > query.limit || rowsRead >= MAX_ROWS_READ,
    pendingChanges,
  };
}

/** Answers searches from the index and the archive as they are at this moment. */
export function createSearchService(engine: SearchEngine): Handlers<'search'> {
  const { archive } = engine;
  return {
    'search.query': (query) =>
      engine.use((open) => archive.inOneView(() => answerQuery(open, archive, query))),
    'words.terms': ({ sessionId, limit }) => {
      const counter = createTermCounter();
      for (const text of archive.seriesTexts(sessionId, MAX_TEXTS_READ)) counter.add(text);
      return counter.terms(limit);
    },
  };
}
