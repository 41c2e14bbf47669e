import { spawnSync } from 'node:child_process';

import MiniSearch from 'minisearch';

import { median } from './report.ts';

/** How long ripgrep takes to go through the same text for a word; null where it is not installed. */
export function ripgrepMs(textFile: string, words: readonly string[]): number | null {
  const times: number[] = [];
  for (const word of words) {
    const startedMs = performance.now();
    const { error } = spawnSync('rg', ['-i', '-c', '-w', word.trim(), textFile]);
    if (error !== undefined) return null;
    times.push(performance.now() - startedMs);
  }
  return median(times);
}

export interface MiniSearchTimes {
  readonly buildS: number;
  readonly times: readonly number[];
}

/** MiniSearch over the same texts, with the last word open as it is while one types. */
export function miniSearchTimes(
  texts: readonly string[],
  queries: readonly string[],
): MiniSearchTimes {
  const startedMs = performance.now();
  const index = new MiniSearch<{ readonly id: number; readonly text: string }>({
    fields: ['text'],
  });
  texts.forEach((text, id) => index.add({ id, text }));
  const buildS = (performance.now() - startedMs) / 1000;
  const times = queries.map((query) => {
    const askedMs = performance.now();
    index.search(query, { prefix: true, combineWith: 'AND' });
    return performance.now() - askedMs;
  });
  return { buildS, times };
}
