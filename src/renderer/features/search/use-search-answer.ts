import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { SearchAnswer, SearchQuery } from '../../../shared/contract/search.ts';
import { api } from '../../api/client.ts';
import type { SearchState } from './search-state.ts';

/** While the index is behind, the answer is asked for again this often. */
const REFRESH_MS = 700;

export interface ShownAnswer extends SearchAnswer {
  /** What was asked; with a quick typist the field may be a letter ahead. */
  readonly asked: string;
}

async function ask(query: SearchQuery): Promise<ShownAnswer> {
  return { ...(await api('search.query', query)), asked: query.text };
}

/** The answer to what is asked now; the one before stays on screen until it is there. */
export function useSearchAnswer({ text, sort, limit }: SearchState) {
  const query: SearchQuery = { text, sort, limit };
  return useQuery({
    queryKey: ['search', query],
    queryFn: () => ask(query),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 60_000,
    refetchInterval: ({ state }) =>
      state.data && (state.data.pendingChanges > 0 || state.data.isRebuilding) ? REFRESH_MS : false,
  });
}
