import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Label, ProgressBar } from 'react-aria-components';

import type { ExportProgress } from '../../../shared/contract/exports.ts';
import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import type { ExportRunState } from './use-export-run.ts';

interface ExportStateProps {
  readonly state: ExportRunState;
  readonly onCancel: () => void;
}

/** Over the buttons: how far an export is, or how it ended. */
export function ExportState({ state, onCancel }: ExportStateProps) {
  const { t } = useTranslation('export');
  switch (state.type) {
    case 'idle':
      return null;
    case 'running':
      // Nothing to see while the system asks for a place.
      return state.progress === null ? null : (
        <RunningExport progress={state.progress} onCancel={onCancel} />
      );
    case 'saved':
      return <SavedState state={state} />;
    case 'cancelled':
      return <p className="export-state export-state-info">{t('cancelled')}</p>;
    case 'unsaved':
      return (
        <p className="export-state export-state-error" role="alert">
          {t('unsaved')}
        </p>
      );
    case 'failed':
      return (
        <p className="export-state export-state-error" role="alert">
          {state.text}
        </p>
      );
  }
}

interface RunningExportProps {
  readonly progress: ExportProgress;
  readonly onCancel: () => void;
}

function RunningExport({ progress, onCancel }: RunningExportProps) {
  const { t } = useTranslation('export');
  const { done, total, kind } = progress;
  const step =
    kind === null
      ? t('placing')
      : t('making', { name: DOCUMENT_NAMES[kind], number: done + 1, total });
  return (
    <div className="export-state export-state-running">
      <ProgressBar
        className="export-progress"
        value={done}
        maxValue={total}
        valueLabel={t('doneOf', { done, total })}
      >
        <Label>{step}</Label>
        <div className="export-progress-track" aria-hidden>
          <div
            className="export-progress-fill"
            style={{ inlineSize: `${(done / total) * 100}%` }}
          />
        </div>
      </ProgressBar>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that began the export is off now, and this is the one thing left to do */}
      <Button autoFocus isDisabled={kind === null} onPress={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}

interface SavedStateProps {
  readonly state: Extract<ExportRunState, { readonly type: 'saved' }>;
}

function SavedState({ state: { request, saved } }: SavedStateProps) {
  const { t } = useTranslation('export');
  const [problem, setProblem] = useState<string | null>(null);
  const open = (call: 'exports.openLast' | 'exports.showLastInFolder'): void => {
    setProblem(null);
    api(call, {}).catch((error: unknown) => setProblem(describeError(error)));
  };
  const isFolder = request.type === 'all' && request.target === 'folder';
  const values = { fileName: saved.fileName, count: saved.documentCount };
  const text =
    request.type === 'all'
      ? t(isFolder ? 'savedFolder' : 'savedZip', values)
      : t('savedOne', values);
  return (
    <div className="export-state export-state-saved">
      <CircleCheck size={16} aria-hidden />
      <div className="export-state-text">
        <output>{text}</output>
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
      {!isFolder && (
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the focus was on what ran, which is gone; this is the next thing to do
        <Button autoFocus onPress={() => open('exports.openLast')}>
          {t('openFile')}
        </Button>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the same where there is no one file */}
      <Button autoFocus={isFolder} onPress={() => open('exports.showLastInFolder')}>
        {t('showFolder')}
      </Button>
    </div>
  );
}
