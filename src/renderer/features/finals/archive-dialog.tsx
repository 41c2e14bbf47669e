import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../../shared/ids.ts';
import type { ArchiveReport } from '../../../shared/minutes/final.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import {
  archiveReportText,
  fileFaultLine,
  fileLine,
  filesLine,
  finalsLine,
  isWhole,
  logLine,
} from './archive-report-text.ts';
import { momentHere } from './moments.ts';
import { partWords } from './part-words.ts';
import './archive-dialog.css';

export interface ArchiveDialogProps {
  readonly onClose: () => void;
  readonly onOpenSession: (id: SessionId) => void;
}

/** Checks every final session, the record of actions and the file, and tells what it found. */
export function ArchiveDialog({ onClose, onOpenSession }: ArchiveDialogProps) {
  const { t, i18n } = useTranslation('finals');
  const check = useQuery({
    queryKey: ['archive-check'],
    queryFn: () => api('archive.check', {}),
    staleTime: 0,
    gcTime: 0,
  });
  const report = check.isFetching ? undefined : check.data;
  const copyReport = async (): Promise<void> => {
    if (report === undefined) return;
    try {
      await api('app.copyText', { text: archiveReportText(report, t, i18n.language) });
      showToast({ tone: 'success', text: t('reportCopied') });
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  };
  return (
    <Dialog
      isOpen
      title={t('archiveTitle')}
      onClose={onClose}
      isReadOnly={
        report !== undefined && report.changed.length === 0 && report.fileFaults.length === 0
      }
      actions={
        <>
          {!check.isFetching && (
            <Button onPress={() => void check.refetch()}>{t('checkAgain')}</Button>
          )}
          {report && <Button onPress={() => void copyReport()}>{t('copyReport')}</Button>}
          <Button variant="primary" onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      {check.isFetching && (
        <output className="archive-running">
          <span className="archive-progress" aria-hidden />
          <span>{t('archiveRunning')}</span>
        </output>
      )}
      {!check.isFetching && check.isError && (
        <Notice tone="danger" role="alert" title={t('archiveFailed')}>
          {describeError(check.error)}
        </Notice>
      )}
      {report && <Report report={report} onOpenSession={onOpenSession} />}
    </Dialog>
  );
}

interface ReportProps {
  readonly report: ArchiveReport;
  readonly onOpenSession: (id: SessionId) => void;
}

function Report({ report, onOpenSession }: ReportProps) {
  const { t, i18n } = useTranslation('finals');
  const isFine = isWhole(report);
  return (
    <>
      <Notice tone={isFine ? 'success' : 'danger'} title={t(isFine ? 'archiveFine' : 'archiveBad')}>
        <span>{t('archiveAt', { when: momentHere(report.atMs, i18n.language) })}</span>
        {!isFine && <span>{t('archiveAdvice')}</span>}
      </Notice>
      <Section title={t('finals')} isFine={report.changed.length === 0}>
        <p>{finalsLine(report, t)}</p>
        {report.changed.length > 0 && (
          <ul className="archive-changed">
            {report.changed.map(({ sessionId, title, parts }) => (
              <li key={sessionId}>
                <span>
                  <strong>{title || t('untitled')}</strong>: {partWords(parts, t)}
                </span>
                <Button
                  aria-label={`${t('openSession')}: ${title || t('untitled')}`}
                  onPress={() => onOpenSession(sessionId)}
                >
                  {t('openSession')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('log')} isFine={report.brokenAtSeq === null}>
        <p>{logLine(report, t)}</p>
      </Section>
      <Section title={t('file')} isFine={report.isFileSound}>
        <p>{fileLine(report, t)}</p>
      </Section>
      <Section title={t('files')} isFine={report.fileFaults.length === 0}>
        <p>{filesLine(report, t)}</p>
        {report.fileFaults.length > 0 && (
          <ul className="archive-changed">
            {report.fileFaults.map((fault) => (
              <li key={`${fault.sessionId}/${fault.name}`}>
                <span>{fileFaultLine(fault, t)}</span>
                <Button
                  aria-label={`${t('openSession')}: ${fault.title || t('untitled')}`}
                  onPress={() => onOpenSession(fault.sessionId)}
                >
                  {t('openSession')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly isFine: boolean;
  readonly children: ReactNode;
}

function Section({ title, isFine, children }: SectionProps) {
  const Icon = isFine ? CircleCheck : CircleAlert;
  return (
    <section className={`archive-section ${isFine ? 'is-fine' : ''}`}>
      <Icon size={16} aria-hidden />
      <div>
        <h3 className="archive-section-title">{title}</h3>
        {children}
      </div>
    </section>
  );
}
