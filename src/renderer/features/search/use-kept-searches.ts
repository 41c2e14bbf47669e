import type { QueryClient } from '@tanstack/react-query';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { SearchSort } from '../../../shared/contract/search.ts';
import type { KeptSearches, SavedSearch } from '../../../shared/contract/searches.ts';
import type { SavedSearchId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { showToast } from '../../ui/toast.tsx';

const KEY = ['searches'];
const NOTHING: KeptSearches = { saved: [], asked: [] };

/** Takes over what is kept after a change; a failure is told and leaves everything as it was. */
async function change(queries: QueryClient, changed: Promise<KeptSearches>): Promise<boolean> {
  try {
    queries.setQueryData(KEY, await changed);
    return true;
  } catch (error) {
    showToast({ tone: 'error', text: describeError(error) });
    return false;
  }
}

/** Searches that have a name and what was asked lately, and everything that is done with them. */
export function useKeptSearches() {
  const { t } = useTranslation('search');
  const queries = useQueryClient();
  const { data = NOTHING } = useQuery({ queryKey: KEY, queryFn: () => api('searches.get', {}) });
  const restore = (lost: KeptSearches): void =>
    void change(
      queries,
      api('searches.restore', { saved: [...lost.saved], asked: [...lost.asked] }),
    );

  return {
    kept: data,
    save: (name: string, query: string, sort: SearchSort): Promise<boolean> =>
      change(queries, api('searches.save', { name, query, sort })),
    rename: (id: SavedSearchId, name: string): Promise<boolean> =>
      change(queries, api('searches.rename', { id, name })),
    remove: async (search: SavedSearch): Promise<void> => {
      if (!(await change(queries, api('searches.remove', { id: search.id })))) return;
      showToast({
        tone: 'info',
        text: t('removed', { name: search.name }),
        action: { label: t('undo'), run: () => restore({ saved: [search], asked: [] }) },
      });
    },
    clearAsked: async (): Promise<void> => {
      const { asked } = data;
      if (!(await change(queries, api('searches.clearAsked', {})))) return;
      showToast({
        tone: 'info',
        text: t('askedCleared'),
        action: { label: t('undo'), run: () => restore({ saved: [], asked }) },
      });
    },
    /** Remembers a question whose answer was of use; failing at it is nobody's concern. */
    note: (query: string): void => {
      if (query.trim() === '') return;
      api('searches.note', { query }).then(
        (kept) => queries.setQueryData(KEY, kept),
        () => undefined,
      );
    },
  };
}

export type KeptSearchesDesk = ReturnType<typeof useKeptSearches>;
