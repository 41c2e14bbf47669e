import type { ArchiveDatabase, NativeBinding } from '../db/database.ts';
import type { ArchiveReader } from './archive-reader.ts';
import { createArchiveReader } from './archive-reader.ts';
import { createFileGuard } from './file-guard.ts';
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
  /** The root of a folded Indonesian word. */
  readonly rootOf: (word: string) => string;
  readonly clock: () => number;
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
  const { indexFile, nativeBinding, rootOf, clock, log } = options;
  const archive = createArchiveReader(options.archive);
  const guard = createFileGuard(indexFile);
  let rebuilds = 0;
  let db: IndexDatabase = openIndexDatabase(indexFile, nativeBinding);
  let current: OpenIndex = open();

  function assemble(): OpenIndex {
    const index = createIndexStore(db, rootOf);
    return { index, indexer: createIndexer(archive, index, clock, log) };
  }

  function rebuild(reason: string): OpenIndex {
    rebuilds += 1;
    log(`search.db is made anew: ${reason}`);
    db.close();
    db = createIndexDatabase(indexFile, nativeBinding);
    const fresh = assemble();
    fresh.indexer.reconcile();
    guard.remember();
    return fresh;
  }

  function open(): OpenIndex {
    try {
      const opened = assemble();
      if (!opened.indexer.reconcile()) return rebuild('it is not of this archive');
      guard.remember();
      return opened;
    } catch (error) {
      if (!isDamage(error)) throw error;
      return rebuild(String(error));
    }
  }

  /** What the file holds is known to be ours again after each piece of work. */
  function guarded<T>(work: (open: OpenIndex) => T): T {
    try {
      return work(current);
    } finally {
      guard.remember();
    }
  }

  return {
    archive,
    use: (work) => {
      if (rebuilds < MAX_REBUILDS && guard.wasTouched()) {
        current = rebuild('somebody else changed it, or took it away');
      }
      try {
        return guarded(work);
      } catch (error) {
        if (!isDamage(error) || rebuilds >= MAX_REBUILDS) throw error;
        current = rebuild(String(error));
        return guarded(work);
      }
    },
    close: () => db.close(),
  };
}
