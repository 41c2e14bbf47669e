import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChosenFolder, ImportRun } from '../../../shared/contract/imports.ts';
import type { ImportId, SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ChoiceDialog } from './choice-dialog.tsx';
import { ImportReviewView } from './review.tsx';
import { RunDetails } from './run-details.tsx';
import { RunList } from './run-list.tsx';
import { useRuns } from './use-imports.ts';
import { usePageKeys } from './use-page-keys.ts';
import './imports.css';

export interface ImportsPageProps {
  readonly onClose: () => void;
  readonly onOpenSession: (id: SessionId) => void;
  /** False where a session that is open cannot be left yet. */
  readonly leaveSession: () => Promise<boolean>;
}

/** The imports of old minutes: begun, watched, and compared with their originals. */
export function ImportsPage({ onClose, onOpenSession, leaveSession }: ImportsPageProps) {
  const { t } = useTranslation('imports');
  const runs = useRuns();
  const [chosenId, setChosenId] = useState<ImportId | null>(null);
  const [choice, setChoice] = useState<ChosenFolder | null>(null);
  const [isLooking, setLooking] = useState(false);
  const [reviewed, setReviewed] = useState<string | null>(null);
  /** The file from whose review the list is shown again. */
  const [left, setLeft] = useState<string | null>(null);
  const chooseRef = useRef<HTMLButtonElement>(null);
  // Read while rendering: once the page is there, the focus is in it.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);
  // The button stands elsewhere once there is an import.
  const isEmpty = runs.data?.length === 0;
  const isLoaded = runs.data !== undefined;
  useEffect(() => {
    if (isLoaded) chooseRef.current?.focus();
  }, [isLoaded, isEmpty]);

  const run = runs.data?.find(({ id }) => id === chosenId) ?? runs.data?.[0];

  async function chooseFolder(): Promise<void> {
    setLooking(true);
    try {
      setChoice(await api('imports.choose', {}));
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    } finally {
      setLooking(false);
    }
  }

  async function start({ chosen }: ChosenFolder): Promise<void> {
    setChoice(null);
    try {
      const begun = await api('imports.start', { chosen });
      setChosenId(begun.id);
      await runs.refetch();
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  }

  const leaveReview = (): void => {
    setLeft(reviewed);
    setReviewed(null);
  };
  usePageKeys((event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (reviewed === null) onClose();
    else leaveReview();
  });

  const chooseButton = (
    <Button
      ref={chooseRef}
      variant="primary"
      isDisabled={isLooking}
      onPress={() => void chooseFolder()}
    >
      {isLooking ? t('looking') : t('chooseFolder')}
    </Button>
  );
  return (
    <dialog open className="imports" aria-label={t('title')}>
      {run !== undefined && reviewed !== null ? (
        <ImportReviewView
          run={run}
          path={reviewed}
          onMove={setReviewed}
          onBack={leaveReview}
          onOpenSession={onOpenSession}
        />
      ) : (
        <>
          <header className="imports-header">
            <h1>{t('title')}</h1>
            {!isEmpty && chooseButton}
            <Button variant="quiet" isIcon aria-label={t('close')} onPress={onClose}>
              <X size={16} aria-hidden />
            </Button>
          </header>
          {runs.isError && (
            <EmptyState
              title={t('loadFailed')}
              actions={<Button onPress={() => void runs.refetch()}>{t('retry')}</Button>}
            >
              <p role="alert">{describeError(runs.error)}</p>
            </EmptyState>
          )}
          {isEmpty && (
            <EmptyState title={t('emptyTitle')} actions={chooseButton}>
              <p>{t('emptyText')}</p>
            </EmptyState>
          )}
          {run !== undefined && runs.data !== undefined && (
            <div className="imports-body">
              <RunList
                runs={runs.data}
                chosen={run.id}
                onChoose={({ id }: ImportRun) => {
                  setLeft(null);
                  setChosenId(id);
                }}
              />
              <RunDetails
                key={run.id}
                run={run}
                left={left}
                onReview={setReviewed}
                onOpenSession={onOpenSession}
                leaveSession={leaveSession}
              />
            </div>
          )}
        </>
      )}
      {choice !== null && (
        <ChoiceDialog
          choice={choice}
          onStart={() => void start(choice)}
          onClose={() => setChoice(null)}
        />
      )}
    </dialog>
  );
}
