import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../../../shared/ids.ts';
import type { CodeReport } from '../../../../shared/signing/verification.ts';
import { certificateMoment, fingerprint } from '../../../api/certificate-facts.ts';
import { Button } from '../../../ui/button.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { CodeCheckState } from './use-code-check.ts';

type FoundSession = Extract<CodeReport, { found: 'session' }>;

interface FoundProps {
  readonly report: FoundSession;
  readonly onOpenSession: (id: SessionId) => void;
}

/** Which session and which of its versions a code names, to be compared with the paper. */
function Found({ report, onOpenSession }: FoundProps) {
  const { t } = useTranslation('check-code');
  const { sessionId, title, documentNumber, version, isNewestVersion, sha256, atMs } = report;
  const versionName =
    version === 0
      ? t('version_final')
      : t(version === 1 ? 'version_one' : 'version_many', { number: version });
  const facts = [
    { label: t('title'), value: title || t('untitled') },
    { label: t('number'), value: documentNumber || t('noNumber') },
    {
      label: t('version'),
      value: isNewestVersion ? t('newest', { version: versionName }) : versionName,
    },
    { label: t('date'), value: certificateMoment(atMs) },
    { label: t('hash'), value: fingerprint(sha256), isCode: true },
  ];
  return (
    <Notice
      tone={isNewestVersion ? 'info' : 'warning'}
      title={t(isNewestVersion ? 'found' : 'foundOlder')}
      isAnnounced
    >
      <FactList facts={facts} />
      <span>{isNewestVersion ? t('compare') : `${t('older')} ${t('compare')}`}</span>
      <div>
        <Button onPress={() => onOpenSession(sessionId)}>{t('openSession')}</Button>
      </div>
    </Notice>
  );
}

interface CodeOutcomeProps {
  readonly state: Exclude<CodeCheckState, { type: 'reading' }>;
  readonly onOpenSession: (id: SessionId) => void;
}

function OutcomeNotice({ state, onOpenSession }: CodeOutcomeProps) {
  const { t } = useTranslation('check-code');
  switch (state.type) {
    case 'idle':
      return null;
    case 'checked':
      return state.report.found === 'session' ? (
        <Found report={state.report} onOpenSession={onOpenSession} />
      ) : (
        <Notice tone="warning" title={t('nothing')} isAnnounced>
          {t('nothingText')}
        </Notice>
      );
    case 'not-read': {
      const key = ({ nothing: 'noCode', other: 'otherCode', 'no-picture': 'noPicture' } as const)[
        state.why
      ];
      return (
        <Notice tone="warning" title={t(key)} isAnnounced>
          {t(`${key}Text`)}
        </Notice>
      );
    }
    case 'failed':
      return (
        <Notice tone="danger" role="alert">
          {state.problem}
        </Notice>
      );
  }
}

/** What came of a code, or of looking for one in a picture; it is seen where it appears. */
export function CodeOutcome({ state, onOpenSession }: CodeOutcomeProps) {
  const rootRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.type !== 'idle') rootRef.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return (
    <div ref={rootRef}>
      <OutcomeNotice state={state} onOpenSession={onOpenSession} />
    </div>
  );
}
