import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ClosingFinding } from '../../../shared/minutes/closing-checks.ts';
import { LONGEST_FINAL_REASON } from '../../../shared/minutes/final.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { saveEverything } from '../../api/unsaved.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CheckList } from './check-list.tsx';
import './finalise-dialog.css';

export interface FinaliseDialogProps {
  readonly session: Session;
  /** What was written of the reason, also before a look at a finding. */
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
  /** Goes to the place of a finding; the dialog closes for it. */
  readonly onGoTo: (finding: ClosingFinding) => void;
  /** Brings what could not be saved into sight; the dialog closes for it. */
  readonly onShowUnsaved: () => void;
  readonly onEndMeeting: () => void;
  readonly onFinalised: (session: Session) => void;
}

type Checked =
  | { readonly type: 'unsaved' }
  | { readonly type: 'checked'; readonly findings: readonly ClosingFinding[] };

/** The checklist before a session is made final, and the step itself. */
export function FinaliseDialog(props: FinaliseDialogProps) {
  const { session, reason, onReason, onClose, onGoTo, onShowUnsaved, onEndMeeting } = props;
  const { t } = useTranslation('finals');
  const queries = useQueryClient();
  const [isFinalising, setFinalising] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isReasonMissing, setReasonMissing] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const isRunning = session.status === 'berlangsung';
  const queryKey = ['closing-check', session.id];
  const check = useQuery({
    queryKey,
    queryFn: async (): Promise<Checked> => {
      if (!(await saveEverything({ isShown: false }))) return { type: 'unsaved' };
      return { type: 'checked', findings: await api('finals.check', { sessionId: session.id }) };
    },
    enabled: !isRunning,
    staleTime: 0,
    gcTime: 0,
  });
  const isChecking = check.isFetching;
  const checked = isChecking ? undefined : check.data;
  const findings = checked?.type === 'checked' ? checked.findings : [];

  const checkAgain = (): void => {
    setProblem(null);
    void queries.invalidateQueries({ queryKey });
  };
  const finalise = async (): Promise<void> => {
    if (findings.length > 0 && reason.trim() === '') {
      setReasonMissing(true);
      form.current?.querySelector('textarea')?.focus();
      return;
    }
    setFinalising(true);
    setProblem(null);
    try {
      // Another part may have taken words since the check.
      if (await saveEverything({ isShown: false })) {
        props.onFinalised(await api('finals.finalise', { sessionId: session.id, reason }));
        return;
      }
      await queries.invalidateQueries({ queryKey });
    } catch (error) {
      setProblem(describeError(error));
      await queries.invalidateQueries({ queryKey });
    }
    setFinalising(false);
  };

  const body = isRunning ? (
    <Notice tone="info" title={t('runningTitle')}>
      {t('runningText')}
    </Notice>
  ) : isChecking ? (
    <output>{t('checking')}</output>
  ) : check.isError ? (
    <Notice tone="danger" role="alert" title={t('checkFailed')}>
      {describeError(check.error)}
    </Notice>
  ) : checked?.type === 'unsaved' ? (
    <Notice tone="danger" role="alert" title={t('unsavedTitle')}>
      {t('unsavedText')}
    </Notice>
  ) : (
    <div ref={form} className="finalise-checked">
      <output>
        {findings.length === 0 ? t('allFine') : t('found', { count: findings.length })}
      </output>
      <CheckList findings={findings} onGoTo={onGoTo} />
      {findings.length > 0 && (
        <TextField
          label={t('reason')}
          description={t('reasonHint')}
          error={isReasonMissing && reason.trim() === '' ? t('reasonMissing') : null}
          rows={2}
          maxLength={LONGEST_FINAL_REASON}
          isRequired
          value={reason}
          onChange={onReason}
        />
      )}
      <Notice tone="warning" title={t('meaningTitle')}>
        {t('meaningText')}
      </Notice>
    </div>
  );

  return (
    <Dialog
      isOpen
      size="large"
      title={t('finaliseTitle')}
      onClose={() => {
        if (!isFinalising) onClose();
      }}
      // Without findings nothing in it takes the focus, and it may be longer than the window.
      isReadOnly={checked?.type === 'checked' && findings.length === 0}
      actions={
        <>
          <Button isDisabled={isFinalising} onPress={onClose}>
            {t('cancel')}
          </Button>
          {isRunning && (
            <Button variant="primary" onPress={onEndMeeting}>
              {t('endMeeting')}
            </Button>
          )}
          {checked?.type === 'unsaved' && (
            <Button onPress={onShowUnsaved}>{t('unsavedShow')}</Button>
          )}
          {!isRunning && !isChecking && checked?.type !== 'checked' && (
            <Button variant="primary" onPress={checkAgain}>
              {t('checkAgain')}
            </Button>
          )}
          {checked?.type === 'checked' && (
            <Button variant="primary" isDisabled={isFinalising} onPress={() => void finalise()}>
              {t(isFinalising ? 'finalising' : 'finalise')}
            </Button>
          )}
        </>
      }
    >
      {body}
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}
