// How fast the search answers: every key of 30 typed queries, single words, phrases and operators, with
// the index warm, out of the cache, and while minutes are written and indexed; beside ripgrep and
// MiniSearch on the same text.
// Run by `npm run bench:search` (1,000,000 statements) or `npm run bench:search -- quick` (100,000).
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

import { openDatabase } from '../../src/main/db/database.ts';
import type { SearchSort } from '../../src/shared/contract/search.ts';
import { openRelevanceArchive, readQuestions } from '../db/search-relevance.ts';
import { printReport, printTable } from './report.ts';
import { makeBenchArchive } from './search-archive.ts';
import { miniSearchTimes, ripgrepMs } from './search-baselines.ts';
import { processorTimes } from './search-cpu.ts';
import { dropFromCache, startSearch, timed, timesOf, untilIndexed } from './search-driver.ts';
import type { SearchFiles } from './search-driver.ts';
import { paintedTimes } from './search-painted.ts';
import { keysOf, querySets, TYPED_QUERIES } from './search-queries.ts';
import { keyTimes } from './typing-page.ts';

const SEED = 7;
const isQuick = process.argv.includes('quick');
const STATEMENTS = isQuick ? 100_000 : 1_000_000;
const SESSIONS = STATEMENTS / 100;
/** MiniSearch keeps everything in memory: a million statements do not fit. */
const MOST_IN_MINISEARCH = 100_000;
const COLD_STARTS = 6;
const WRITE_EVERY_MS = 250;
const PAINTED_QUERIES = 5;

const folder = mkdtempSync(join(tmpdir(), 'notula-bench-search-'));
const figures: Record<string, number> = {};
const baseline: Record<string, number> = {};
const rounded = (value: number): number => Math.round(value * 100) / 100;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const files: SearchFiles = {
  archiveFile: join(folder, 'arsip.db'),
  searchFile: join(folder, 'search.db'),
  rootWordsFile: join(import.meta.dirname, '../../resources/dictionaries/id_ID.dic'),
};
const textFile = join(folder, 'teks.txt');
const rows: Record<string, string | number>[] = [];

function note(what: string, times: readonly number[], key: string | null): void {
  const { p50, p95, p99 } = keyTimes(times);
  rows.push({ what, n: times.length, p50, p95, p99 });
  if (key === null) return;
  figures[`${key}P50Ms`] = p50;
  figures[`${key}P95Ms`] = p95;
  figures[`${key}P99Ms`] = p99;
}

/** Goes on saving statements of a meeting, as somebody who types does. */
function writeMinutes(): () => void {
  const db = openDatabase(files.archiveFile, { nativeBinding: null });
  const sessionId = db.prepare('SELECT id FROM sessions ORDER BY id LIMIT 1').pluck().get();
  const put = db.prepare(
    `INSERT INTO blocks (session_id, id, position, type, node, plain_text, sequence)
     VALUES (?, ?, ?, 'statement', '{"attrs":{"kind":"pernyataan"}}', ?, 1)`,
  );
  const queue = db.prepare('INSERT INTO index_queue (session_id, block_id) VALUES (?, ?)');
  let written = 0;
  const timer = setInterval(() => {
    db.transaction(() => {
      for (let at = 0; at < 5; at += 1) {
        const id = `baru-${(written += 1)}`;
        put.run(sessionId, id, 1_000_000 + written, `kpu menyampaikan data pemilih ${written}`);
        queue.run(sessionId, id);
      }
    })();
  }, WRITE_EVERY_MS);
  return () => {
    clearInterval(timer);
    db.close();
  };
}

async function makeArchive(): Promise<readonly string[]> {
  const texts: string[] = [];
  const lines = createWriteStream(textFile);
  const { textBytes } = makeBenchArchive(files.archiveFile, {
    statements: STATEMENTS,
    sessions: SESSIONS,
    seed: SEED,
    onText: (_id, text) => {
      lines.write(`${text}\n`);
      if (texts.length < MOST_IN_MINISEARCH) texts.push(text);
    },
  });
  await finished(lines.end());
  figures['textMb'] = rounded(textBytes / 1e6);
  return texts;
}

async function measureWorker(): Promise<void> {
  const builtFromMs = performance.now();
  let client = await startSearch(files);
  await untilIndexed(client);
  figures['buildS'] = rounded((performance.now() - builtFromMs) / 1000);
  // Merging goes on when nobody waits.
  await new Promise((resolve) => setTimeout(resolve, isQuick ? 15_000 : 60_000));
  await client.stop();
  figures['indexMb'] = rounded(statSync(files.searchFile).size / 1e6);
  figures['indexShare'] = rounded((figures['indexMb'] ?? 0) / (figures['textMb'] ?? 1));

  const keys = TYPED_QUERIES.flatMap(keysOf);
  for (const sort of ['terbaru', 'relevan'] satisfies SearchSort[]) {
    note(
      `every key, ${sort}, processor time`,
      processorTimes(files, keys, sort),
      `${sort}KeyProcessor`,
    );
  }
  client = await startSearch(files);
  for (const sort of ['terbaru', 'relevan'] satisfies SearchSort[]) {
    await timesOf(client, TYPED_QUERIES, sort);
    note(`every key, ${sort}, warm`, await timesOf(client, keys, sort), `${sort}Key`);
    for (const [what, texts] of Object.entries(querySets(SEED))) {
      note(`${what}, ${sort}, warm`, await timesOf(client, texts, sort), null);
    }
  }
  const stopWriting = writeMinutes();
  note('every key, terbaru, under load', await timesOf(client, keys, 'terbaru'), 'loadKey');
  stopWriting();
  await client.stop();

  const cold: number[] = [];
  const first: number[] = [];
  for (let round = 0; round < COLD_STARTS; round += 1) {
    if (!dropFromCache([files.searchFile, files.archiveFile])) {
      say('cold: skipped, as nothing here takes files out of the cache');
      break;
    }
    client = await startSearch(files);
    first.push(await timed(client, 'kpu', 'terbaru'));
    for (const query of TYPED_QUERIES.slice(round * 5, round * 5 + 5)) {
      dropFromCache([files.searchFile, files.archiveFile]);
      cold.push(...(await timesOf(client, keysOf(query), 'terbaru')));
    }
    await client.stop();
  }
  if (cold.length > 0) {
    note('every key, terbaru, out of the cache', cold, 'coldKey');
    note('first search after a start', first, 'firstSearch');
  }
}

function measureBaselines(texts: readonly string[]): void {
  const words = querySets(SEED)['single words, common'] ?? [];
  const ripgrep = ripgrepMs(textFile, words.slice(0, 10));
  if (ripgrep === null) say('ripgrep: skipped, as it is not installed (apt install ripgrep)');
  else baseline['ripgrepMs'] = rounded(ripgrep);
  const keys = TYPED_QUERIES.slice(0, 6).flatMap(keysOf);
  const mini = miniSearchTimes(texts, keys);
  const { p50, p95, p99 } = keyTimes(mini.times);
  rows.push({
    what: `MiniSearch, ${texts.length} texts, every key`,
    n: keys.length,
    p50,
    p95,
    p99,
  });
  baseline['miniSearchKeyP95Ms'] = p95;
  baseline['miniSearchBuildS'] = rounded(mini.buildS);
  baseline['miniSearchStatements'] = texts.length;
}

function measureRelevance(): void {
  const archive = openRelevanceArchive();
  try {
    for (const half of ['dev', 'held'] as const) {
      const questions = readQuestions(half);
      const phrases = questions.filter(({ type }) => type === 'phrase');
      figures[`${half}RecallAt10`] = rounded(archive.recall(questions, 'relevan'));
      figures[`${half}NewestRecallAt10`] = rounded(archive.recall(questions, 'terbaru'));
      figures[`${half}PhraseRecall`] = rounded(archive.recall(phrases, 'relevan'));
    }
  } finally {
    archive.close();
  }
}

try {
  measureRelevance();
  const texts = await makeArchive();
  await measureWorker();
  measureBaselines(texts);
  rmSync(textFile);
  try {
    const typed = TYPED_QUERIES.slice(0, PAINTED_QUERIES).map(keysOf);
    note('key → painted, in the app', await paintedTimes(folder, typed), 'painted');
  } catch (error) {
    say(`painted: skipped, ${String(error)}`);
  }
  printTable(rows);
  printReport({
    name: isQuick ? 'search-quick' : 'search',
    seed: SEED,
    figures: { statements: STATEMENTS, sessions: SESSIONS, ...figures },
    goals: {
      terbaruKeyP95Ms: { max: 10 },
      relevanKeyP95Ms: { max: 10 },
      loadKeyP95Ms: { max: 16 },
      terbaruKeyP99Ms: { max: 40 },
      loadKeyP99Ms: { max: 40 },
      paintedP95Ms: { max: 50 },
      indexShare: { max: 0.5 },
      buildS: { max: 90 },
      heldRecallAt10: { min: 0.95 },
      devRecallAt10: { min: 0.95 },
      heldPhraseRecall: { min: 1 },
      devPhraseRecall: { min: 1 },
    },
    baseline,
  });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
