import { readFileSync } from 'node:fs';

import { openDatabase } from '../../src/main/db/database.ts';
import { createSearchEngine } from '../../src/main/search/engine.ts';
import { createSearchService } from '../../src/main/search/service.ts';
import type { SearchSort } from '../../src/shared/contract/search.ts';
import { createRootFinder } from '../../src/shared/search/indonesian/root-finder.ts';
import { readRootWords } from '../../src/shared/search/indonesian/root-words.ts';
import type { SearchFiles } from './search-driver.ts';
import { LIMIT } from './search-driver.ts';

/**
 * Processor time of each search in this thread: what it costs whatever else the machine does. The
 * index must be finished, and no worker may have it open.
 */
export function processorTimes(
  { archiveFile, searchFile, rootWordsFile }: SearchFiles,
  texts: readonly string[],
  sort: SearchSort,
): readonly number[] {
  const archive = openDatabase(archiveFile, { nativeBinding: null, isReadOnly: true });
  const engine = createSearchEngine({
    archive,
    indexFile: searchFile,
    nativeBinding: null,
    rootOf: createRootFinder(readRootWords(readFileSync(rootWordsFile, 'latin1'))).rootOf,
    clock: Date.now,
    log: (text) => process.stdout.write(`${text}\n`),
  });
  try {
    const search = createSearchService(engine, Date.now);
    void search['search.query']({ text: 'a', sort, limit: LIMIT });
    return texts.map((text) => {
      const before = process.threadCpuUsage();
      void search['search.query']({ text, sort, limit: LIMIT });
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    });
  } finally {
    engine.close();
    archive.close();
  }
}
