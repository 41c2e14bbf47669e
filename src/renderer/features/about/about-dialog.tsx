import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AboutOverview, AboutSubject } from '../../../shared/contract/about.ts';
import type { BlockId, SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AttendanceView } from './attendance-view.tsx';
import { countWords } from './dates.ts';
import { PromisesView } from './promises-view.tsx';
import { rememberSubject } from './recent-subjects.ts';
import { StatementsView } from './statements-view.tsx';
import { SubjectPicker } from './subject-picker.tsx';
import './about.css';

/** Opens a session where something was found; null: at no place of its minutes. */
export type OpenAbout = (place: {
  readonly sessionId: SessionId;
  readonly blockId: BlockId | null;
  readonly tab: 'minutes' | 'attendance';
}) => void;

export interface AboutDialogProps {
  /** null: it is asked for first. */
  readonly subject: AboutSubject | null;
  readonly onOpen: OpenAbout;
  readonly onClose: () => void;
}

/** Everything one person or organization ever said, attended and promised. */
export function AboutDialog({ subject: first, onOpen, onClose }: AboutDialogProps) {
  const { t } = useTranslation('about');
  const [subject, setSubject] = useState(first);
  const overview = useQuery({
    queryKey: ['about', 'overview', subject],
    queryFn: () => (subject === null ? null : api('about.overview', { subject })),
    staleTime: 0,
    gcTime: 0,
  });
  const facts = overview.data ?? null;
  useEffect(() => {
    if (subject !== null && facts !== null) rememberSubject({ subject, ...facts });
  }, [subject, facts]);

  return (
    <Dialog
      isOpen
      size="large"
      title={subject === null || facts === null ? t('title') : t('titleOf', { name: facts.name })}
      onClose={onClose}
      actions={
        <>
          {subject !== null && <span className="about-keys">{t('keys')}</span>}
          {subject !== null && <Button onPress={() => setSubject(null)}>{t('another')}</Button>}
          <Button variant="primary" onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      {renderBody()}
    </Dialog>
  );

  function renderBody() {
    if (subject === null) return <SubjectPicker onChoose={(one) => setSubject(one.subject)} />;
    if (overview.isError) {
      return (
        <EmptyState
          title={describeError(overview.error)}
          actions={<Button onPress={() => void overview.refetch()}>{t('retry')}</Button>}
        />
      );
    }
    if (facts === null) return <output>{t('loading')}</output>;
    return <Overview key={subject.id} subject={subject} facts={facts} onOpen={onOpen} />;
  }
}

interface OverviewProps {
  readonly subject: AboutSubject;
  readonly facts: AboutOverview;
  readonly onOpen: OpenAbout;
}

const sumOf = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);

function Overview({ subject, facts, onOpen }: OverviewProps) {
  const { t, i18n } = useTranslation('about');
  const detailRef = useRef<HTMLParagraphElement>(null);
  // The focus goes on from the name that was chosen to what is shown of it, once that is drawn.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const tab = detailRef.current?.parentElement?.querySelector('[role=tab]');
      if (tab instanceof HTMLElement) tab.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const { promises, openPromises } = facts;
  const words = (count: number): string => countWords(count, i18n.language);
  return (
    <>
      <p ref={detailRef} className="about-detail">
        {facts.detail}
      </p>
      <Tabs
        label={t('views')}
        tabs={[
          {
            id: 'statements',
            title: t('statements', { total: words(sumOf(facts.statements)) }),
            content: () => (
              <StatementsView subject={subject} counts={facts.statements} onOpen={onOpen} />
            ),
          },
          {
            id: 'attendance',
            title: t('attendance', { total: words(sumOf(facts.sessions)) }),
            content: () => (
              <AttendanceView subject={subject} counts={facts.sessions} onOpen={onOpen} />
            ),
          },
          {
            id: 'promises',
            title: t(openPromises > 0 ? 'promisesOpen' : 'promises', {
              total: words(promises),
              open: words(openPromises),
            }),
            content: () => <PromisesView subject={subject} onOpen={onOpen} />,
          },
        ]}
      />
    </>
  );
}
