import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AboutSession, AboutSubject, YearCount } from '../../../shared/contract/about.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Entry } from './entry-list.tsx';
import { EntryList } from './entry-list.tsx';
import type { ChosenYear } from './year-choice.tsx';
import { useYearText, YearChoice } from './year-choice.tsx';

const PAGE_LENGTH = 100;

interface PageInput {
  readonly subject: AboutSubject;
  readonly year: ChosenYear;
  readonly offset: number;
  readonly limit: number;
}

interface PagedListProps<Item extends { readonly session: AboutSession }> {
  readonly name: 'statements' | 'attendance';
  readonly label: string;
  readonly empty: string;
  readonly subject: AboutSubject;
  readonly counts: readonly YearCount[];
  readonly ask: (page: PageInput) => Promise<readonly Item[]>;
  readonly entryOf: (item: Item) => Omit<Entry, 'heading'>;
}

/** A list of what is spread over the years, of which more is read as it is asked for. */
export function PagedList<Item extends { readonly session: AboutSession }>({
  name,
  label,
  empty,
  subject,
  counts,
  ask,
  entryOf,
}: PagedListProps<Item>) {
  const { t } = useTranslation('about');
  const yearText = useYearText();
  const [year, setYear] = useState<ChosenYear>(null);
  const pages = useInfiniteQuery({
    queryKey: ['about', name, subject, year],
    queryFn: ({ pageParam }) => ask({ subject, year, offset: pageParam, limit: PAGE_LENGTH }),
    initialPageParam: 0,
    getNextPageParam: (last, _all, offset) =>
      last.length < PAGE_LENGTH ? undefined : offset + PAGE_LENGTH,
    staleTime: 0,
    gcTime: 0,
  });
  if (counts.length === 0) return <EmptyState title={empty} />;
  const items = pages.data?.pages.flat() ?? [];
  const headings = new Map(counts.map((count) => [count.year, yearText(count)]));
  const entries = items.map((item): Entry => {
    const itsYear = item.session.firstDate?.slice(0, 4) ?? null;
    return { ...entryOf(item), heading: headings.get(itsYear) ?? itsYear ?? '' };
  });
  return (
    <>
      <YearChoice counts={counts} chosen={year} onChoose={setYear} />
      {pages.isError && (
        <EmptyState
          title={describeError(pages.error)}
          actions={<Button onPress={() => void pages.refetch()}>{t('retry')}</Button>}
        />
      )}
      {pages.isPending && <output>{t('loading')}</output>}
      {entries.length > 0 && (
        <EntryList
          key={year}
          label={label}
          entries={entries}
          hasMore={pages.hasNextPage}
          isLoadingMore={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}
