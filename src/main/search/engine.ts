import type { ArchiveDatabase, NativeBinding } from '../db/database.ts';
import type { ArchiveReader } from './archive-reader.ts';
import { createArchiveReader } from './archive-reader.ts';
import type { IndexDatabase } from './index-database.ts';
import { createIndexDatabase, isDamage, openIndexDatabase } from './index-database.ts';
import type { IndexStore } from './index-store.ts';
import { createIndexStore } from './index-store.ts';
import type { Indexer } from './indexer.ts';
import { createIndexer } from './indexer.ts';

interface EngineOptions {
  /** Read only. */
  readonly archive: ArchiveDatabase;
  readonly indexFile: string;
  readonly nativeBinding: NativeBinding;
  readonly log: (text: string) => void;
}

/** The index as it is now; another one takes its place when it has to be made anew. */
export interface OpenIndex {
  readonly index: IndexStore;
  readonly indexer: Indexer;
}

export interface SearchEngine {
  readonly archive: ArchiveReader;
  /** Works on the index; one that turns out to be damaged is made anew, and the work done on that. */
  readonly use: <T>(work: (open: OpenIndex) => T) => T;
  readonly close: () => void;
}

/** A disk that damages every new index would otherwise keep the worker busy for ever. */
const MAX_REBUILDS = 3;

/** Opens search.db beside the archive; whatever is wrong with it, the answer is a new one. */
export function createSearchEngine(options: EngineOptions): SearchEngine {
  const { indexFile, nativeBinding, log } = options;
  const archive = createArchiveReader(options.archive);
  let rebuilds = 0;
  let db: IndexDatabase = openIndexDatabase(indexFile, nativeBinding);
  let current: OpenIndex = open();

  function assemble(): OpenIndex {
    const index = createIndexStore(db);
    return { index, indexer: createIndexer(archive, index) };
  }

  function rebuild(reason: string): OpenIndex {
    rebuilds += 1;
    log(`search.db is made anew: ${reason}`);
    db.close();
    db = createIndexDatabase(indexFile, nativeBinding);
    const fresh = assemble();
    fresh.indexer.reconcile();
    return fresh;
  }

  function open(): OpenIndex {
    try {
      const opened = assemble();
      return opened.indexer.reconcile() ? opened : rebuild('it is not of this archive');
    } catch (error) {
      if (!isDamage(error)) throw error;
      return rebuild(String(error));
    }
  }

  return {
    archive,
    use: (work) => {
      try {
        return work(current);
      } catch (error) {
        if (!isDamage(error) || rebuilds >= MAX_REBUILDS) throw error;
        current = rebuild(String(error));
        return work(current);
      }
    },
    close: () => db.close(),
  };
}
