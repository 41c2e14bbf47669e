import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { AppError } from '../../../../shared/contract/errors.ts';
import { describeError } from '../../../api/describe-error.ts';
import type { SaveState } from './save-queue.ts';
import './save-state-label.css';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** "14.03.22" on this computer's clock. */
function clockText(atMs: number): string {
  const at = new Date(atMs);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join('.');
}

/**
 * What became of the words typed last. Screen readers hear only that saving fails and that it works
 * again, not every save.
 */
export function SaveStateLabel({ state }: { readonly state: SaveState }) {
  const { t } = useTranslation('editor');
  const [hadTrouble, setHadTrouble] = useState(false);
  const unsavedText =
    state.type === 'unsaved'
      ? state.error === null
        ? t('unsavedWaiting')
        : describeError(new AppError(state.error))
      : '';

  const [savedAtMs, setSavedAtMs] = useState<number | null>(null);
  if (state.type === 'saved' && state.atMs !== savedAtMs) setSavedAtMs(state.atMs);
  if (state.type === 'unsaved' && !hadTrouble) setHadTrouble(true);
  // The word for "saved" stays in place from then on, so it is spoken once after each trouble.
  const spoken =
    state.type === 'unsaved'
      ? `${t('unsaved')}. ${unsavedText}`
      : hadTrouble
        ? t('savedQuiet')
        : '';

  return (
    <span className={`save-state save-state-${state.type}`}>
      {state.type === 'saved' && t('saved', { time: clockText(state.atMs) })}
      {state.type === 'saving' &&
        // The last acknowledged save stays in sight, so that typing does not make the corner blink.
        (savedAtMs === null ? t('saving') : `${t('saved', { time: clockText(savedAtMs) })} …`)}
      {state.type === 'unsaved' && (
        <>
          <CircleAlert size={14} aria-hidden />
          <strong>{t('unsaved')}</strong>
          <span className="save-state-why" title={unsavedText}>
            {unsavedText}
          </span>
        </>
      )}
      <span className="visually-hidden" aria-live="polite">
        {spoken}
      </span>
    </span>
  );
}
