import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AboutPromise, AboutSubject } from '../../../shared/contract/about.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { OpenAbout } from './about-dialog.tsx';
import { dateWords } from './dates.ts';
import { EntryList } from './entry-list.tsx';
import { useSessionLine } from './statements-view.tsx';

interface PromisesViewProps {
  readonly subject: AboutSubject;
  readonly onOpen: OpenAbout;
}

const PAGE_LENGTH = 100;
const isOpen = ({ status }: AboutPromise): boolean => status === 'belum' || status === 'berjalan';

/** What somebody is to do, open first. */
export function PromisesView({ subject, onOpen }: PromisesViewProps) {
  const { t } = useTranslation('about');
  const [shown, setShown] = useState(PAGE_LENGTH);
  const promises = useQuery({
    queryKey: ['about', 'promises', subject],
    queryFn: () => api('about.promises', { subject }),
    staleTime: 0,
    gcTime: 0,
  });
  if (promises.isError) {
    return (
      <EmptyState
        title={describeError(promises.error)}
        actions={<Button onPress={() => void promises.refetch()}>{t('retry')}</Button>}
      />
    );
  }
  if (promises.data === undefined) return <output>{t('loading')}</output>;
  if (promises.data.length === 0) {
    return <EmptyState title={t('noPromises')}>{t('noPromisesHint')}</EmptyState>;
  }
  const openCount = promises.data.filter(isOpen).length;
  const settledCount = promises.data.length - openCount;
  return (
    <EntryList
      label={t('promisesList')}
      entries={promises.data.slice(0, shown).map((promise) => ({
        key: `${promise.session.id}-${promise.blockId}`,
        heading: isOpen(promise)
          ? t('open', { total: openCount })
          : t('settled', { total: settledCount }),
        subheading: null,
        body: <Promised promise={promise} />,
        onOpen: () =>
          onOpen({ sessionId: promise.session.id, blockId: promise.blockId, tab: 'minutes' }),
      }))}
      hasMore={promises.data.length > shown}
      isLoadingMore={false}
      onMore={() => setShown((count) => count + PAGE_LENGTH)}
    />
  );
}

/** Today where this computer stands, as an ISO date. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function Promised({ promise }: { readonly promise: AboutPromise }) {
  const { t, i18n } = useTranslation('about');
  const sessionLine = useSessionLine();
  const { dueDate, status } = promise;
  const isOverdue = isOpen(promise) && dueDate !== null && dueDate < today();
  return (
    <>
      <span className="about-facts">
        <span className="about-status" data-status={status}>
          {t(`status_${status}`)}
        </span>
        {dueDate !== null && (
          <span className={isOverdue ? 'about-overdue' : ''}>
            {t(isOverdue ? 'overdue' : 'due', { date: dateWords(dueDate, i18n.language) })}
          </span>
        )}
      </span>
      <span className="about-text">
        {promise.text}
        {promise.isCut && <span className="about-quiet"> … ({t('continued')})</span>}
      </span>
      <span className="about-facts">{t('responsible', { name: promise.responsible })}</span>
      <span className="about-facts">{sessionLine(promise.session)}</span>
    </>
  );
}
