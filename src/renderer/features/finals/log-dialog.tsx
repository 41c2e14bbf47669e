import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { Session } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { logWords } from './log-words.ts';
import { momentIn } from './moments.ts';
import './log.css';

const STATUS_KEYS = {
  rencana: 'app:statusRencana',
  berlangsung: 'app:statusBerlangsung',
  selesai: 'app:statusSelesai',
  final: 'app:statusFinal',
} as const;

export interface LogDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** What was done with a session, newest first, and whether the record of it is whole. */
export function LogDialog({ session, onClose }: LogDialogProps) {
  const { t, i18n } = useTranslation('finals');
  const log = useInfiniteQuery({
    queryKey: ['log', session.id],
    queryFn: ({ pageParam }) => api('log.list', { sessionId: session.id, beforeSeq: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries, hasOlder }) =>
      hasOlder ? (entries.at(-1)?.seq ?? null) : undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const pages = log.data?.pages ?? [];
  const entries = pages.flatMap((page) => page.entries);
  const brokenAtSeq = pages[0]?.brokenAtSeq ?? null;
  // The oldest entry shown here that no longer follows: where the break lies for this session.
  const firstBroken =
    brokenAtSeq === null ? null : (entries.findLast(({ seq }) => seq >= brokenAtSeq)?.seq ?? null);
  return (
    <Dialog
      isOpen
      isReadOnly
      size="large"
      title={t('logTitle')}
      onClose={onClose}
      actions={
        <>
          {log.hasNextPage && (
            <Button isDisabled={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()}>
              {t('logOlder')}
            </Button>
          )}
          <Button variant="primary" onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p className="log-intro">{t('logIntro')}</p>
      {log.isPending && <output>{t('logLoading')}</output>}
      {log.isError && (
        <Notice tone="danger" role="alert">
          {describeError(log.error)}
        </Notice>
      )}
      {brokenAtSeq !== null && (
        <Notice tone="danger" role="alert" title={t('logBrokenTitle')}>
          {t('logBroken', { seq: brokenAtSeq })}
        </Notice>
      )}
      {log.isSuccess && entries.length === 0 && <p>{t('logEmpty')}</p>}
      {entries.length > 0 && (
        <ol className="log-list" reversed aria-label={t('logTitle')}>
          {entries.map((entry) => (
            <li key={entry.seq} className="log-entry">
              <span className="log-number">{entry.seq}</span>
              <span className="log-when">{momentIn(entry.atMs, session.zone, i18n.language)}</span>
              <span className="log-who">{entry.actor || t('nobody')}</span>
              <span className="log-words">
                {logWords(entry, t, (status) => t(STATUS_KEYS[status]))}
                {entry.seq === firstBroken && (
                  <strong className="log-break"> {t('logBrokenHere')}</strong>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      {log.isSuccess && brokenAtSeq === null && entries.length > 0 && (
        <p className="log-intro">{t('logWhole')}</p>
      )}
    </Dialog>
  );
}
