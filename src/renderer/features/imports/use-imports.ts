import type { QueryClient } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';

import type { ImportProgress, ImportRun } from '../../../shared/contract/imports.ts';
import type { ImportId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';

const RUNS = ['imports'] as const;
const PROGRESS = ['import-progress'] as const;
const filesKey = (id: ImportId) => ['import-files', id] as const;

export const useRuns = () =>
  useQuery({ queryKey: RUNS, queryFn: () => api('imports.list', {}), staleTime: 0 });

export const useFiles = (id: ImportId) =>
  useQuery({ queryKey: filesKey(id), queryFn: () => api('imports.files', { id }), staleTime: 0 });

/** How the import goes that was heard of last. */
export function useProgress(): ImportProgress | null {
  const { data } = useQuery<ImportProgress | null>({
    queryKey: PROGRESS,
    queryFn: () => null,
    enabled: false,
    initialData: null,
  });
  return data;
}

/** Enters what is told of a run into what is shown of it. */
export function noteProgress(queries: QueryClient, progress: ImportProgress): void {
  const { id, state, counts } = progress;
  queries.setQueryData<ImportProgress | null>(PROGRESS, progress);
  queries.setQueryData<readonly ImportRun[]>(RUNS, (runs) =>
    runs?.map((run) => (run.id === id ? { ...run, state, counts } : run)),
  );
}

/** Reads anew what became of files, and the sessions made of them. */
export function refreshFiles(queries: QueryClient, id: ImportId): void {
  void queries.invalidateQueries({ queryKey: filesKey(id) });
  void queries.invalidateQueries({ queryKey: RUNS });
  void queries.invalidateQueries({ queryKey: ['sessions'] });
}
