import { useQuery } from '@tanstack/react-query';

import type { SearchCandidates } from '../../../shared/contract/search.ts';
import { api } from '../../api/client.ts';

/** New names come with new sessions, which nobody makes while searching. */
const STALE_MS = 30_000;

const NONE: SearchCandidates = {
  speakers: [],
  organizations: [],
  kinds: [],
  series: [],
  years: [],
};

/** The names that operators can be completed with; none until they are read. */
export function useCandidates(): SearchCandidates {
  const { data } = useQuery({
    queryKey: ['search-candidates'],
    queryFn: () => api('search.candidates', {}),
    staleTime: STALE_MS,
  });
  return data ?? NONE;
}
