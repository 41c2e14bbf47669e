import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { z } from 'zod';

import type { SearchAnswer, SearchHit, SearchSort } from '../../src/shared/contract/search.ts';
import { sessionExchangeSchema } from '../../src/shared/exchange/session-exchange.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { migrate } from '../../src/main/db/migrations.ts';
import { createSearchEngine } from '../../src/main/search/engine.ts';
import { createSearchService } from '../../src/main/search/service.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import { indexAll, NOW_MS, rootOf } from './search-archive.ts';

/** Answers that a person looks at before asking anew. */
const LOOKED_AT = 10;

const questionsSchema = z.object({
  questions: z.array(
    z.object({
      query: z.string(),
      type: z.string(),
      expect: z.array(z.object({ session: z.string(), contains: z.string().optional() })).min(1),
    }),
  ),
});
export type Question = z.infer<typeof questionsSchema>['questions'][number];

const readFixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/search/${name}`, import.meta.url), 'utf8'));

export function readQuestions(half: 'dev' | 'held'): readonly Question[] {
  return questionsSchema.parse(readFixture(`questions-${half}.json`)).questions;
}

/** The five example sessions and the twenty invented ones, indexed. */
export function openRelevanceArchive() {
  const folder = mkdtempSync(join(tmpdir(), 'notula-relevance-'));
  const db = openDatabase(join(folder, 'arsip.db'), { nativeBinding: null });
  migrate(db);
  let ids = 0;
  const services = createStorageServices({
    db,
    clock: () => NOW_MS,
    newId: () => `id-${(ids += 1)}`,
    readExamples: () =>
      readFileSync(new URL('../../resources/examples/sessions.json', import.meta.url), 'utf8'),
  });
  services['examples.add']();
  const setStatus = db.prepare('UPDATE sessions SET status = ? WHERE id = ?');
  for (const one of z.array(sessionExchangeSchema).parse(readFixture('sessions-invented.json'))) {
    const { id } = services['exchange.takeIn'](one);
    setStatus.run(one.session.status, id);
  }
  const archive = openDatabase(join(folder, 'arsip.db'), { nativeBinding: null, isReadOnly: true });
  const engine = createSearchEngine({
    archive,
    indexFile: join(folder, 'search.db'),
    nativeBinding: null,
    rootOf,
    clock: () => NOW_MS,
    log: (text) => {
      throw new Error(text);
    },
  });
  indexAll(engine);
  const search = createSearchService(engine, () => NOW_MS);
  const plainText = db
    .prepare<[string, string], string>(
      'SELECT plain_text FROM blocks WHERE session_id = ? AND id = ?',
    )
    .pluck();

  const textOf = (hit: SearchHit): string =>
    hit.blockId === null
      ? hit.excerpt.map((piece) => piece.text).join('')
      : (plainText.get(hit.sessionId, hit.blockId) ?? '');

  /** Of what a question expects, what its first answers lack. */
  function missing({ query, expect }: Question, sort: SearchSort): readonly string[] {
    const answer = search['search.query']({ text: query, sort, limit: LOOKED_AT }) as SearchAnswer;
    const isFound = ({ session, contains }: Question['expect'][number]): boolean =>
      answer.hits.some(
        (hit) =>
          hit.sessionTitle === session &&
          (contains === undefined || textOf(hit).toLowerCase().includes(contains.toLowerCase())),
      );
    return expect.flatMap((one) => (isFound(one) ? [] : [one.contains ?? one.session]));
  }

  return {
    missing,
    /** Expected passages found among the first ten answers, of all that are expected. */
    recall(questions: readonly Question[], sort: SearchSort): number {
      const expected = questions.reduce((sum, { expect }) => sum + expect.length, 0);
      const lacking = questions.reduce((sum, one) => sum + missing(one, sort).length, 0);
      return expected === 0 ? 1 : 1 - lacking / expected;
    },
    close: (): void => {
      engine.close();
      archive.close();
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
