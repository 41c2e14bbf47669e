import { FileCheck, FileQuestionMark } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../../shared/ids.ts';
import type { CertificateFacts } from '../../../shared/signing/certificates.ts';
import type { FileReport } from '../../../shared/signing/verification.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { fileFacts, knownInWords, lineInWords } from './describe-report.ts';
import { PartList } from './part-list.tsx';
import { ReportHeadline } from './report-headline.tsx';
import { SignatureCard } from './signature-card.tsx';

interface FileReportViewProps {
  readonly report: FileReport;
  readonly onOpenSession: (id: SessionId) => void;
  readonly onTrust: (certificate: CertificateFacts) => void;
}

/** Everything that was found out about one file, the most important first. */
export function FileReportView({ report, onOpenSession, onTrust }: FileReportViewProps) {
  const { t } = useTranslation('checking');
  const { fileName, signatures, uncoveredParts, openLines, known } = report;
  const rootRef = useRef<HTMLElement>(null);
  // What was pressed or dropped is gone; reading goes on here, by keys too.
  useEffect(() => rootRef.current?.focus(), [report.sha256, report.checkedAtMs]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- takes the focus when it appears, never by Tab
    <section
      ref={rootRef}
      tabIndex={-1}
      className="checking-report"
      aria-label={t('reportHeading', { fileName })}
    >
      <p className="checking-file-name">{fileName}</p>
      <ReportHeadline report={report} />
      <Notice tone="info" icon={known === null ? FileQuestionMark : FileCheck}>
        <div className="checking-known">
          <span>{knownInWords(known)}</span>
          {known !== null && (
            <Button onPress={() => onOpenSession(known.sessionId)}>{t('openSession')}</Button>
          )}
        </div>
      </Notice>
      {signatures.length > 0 && (
        <>
          <h3 className="checking-heading">{t('signatures', { count: signatures.length })}</h3>
          <ol className="checking-cards">
            {signatures.map((signature, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a signature is nothing but its place in the file
              <SignatureCard key={index} signature={signature} onTrust={onTrust} />
            ))}
          </ol>
        </>
      )}
      {uncoveredParts.length > 0 && (
        <>
          <h3 className="checking-heading">{t('uncovered', { count: uncoveredParts.length })}</h3>
          <PartList names={uncoveredParts} />
        </>
      )}
      {openLines.length > 0 && (
        <>
          <h3 className="checking-heading">{t('openLines')}</h3>
          <ul className="checking-parts">
            {openLines.map((line) => (
              <li key={line.setupId}>{lineInWords(line)}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className="checking-heading">{t('file')}</h3>
      <FactList facts={fileFacts(report)} />
    </section>
  );
}
