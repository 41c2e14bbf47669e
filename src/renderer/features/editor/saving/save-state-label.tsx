import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AppErrorCode } from '../../../../shared/contract/errors.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { describeError } from '../../../api/describe-error.ts';
import type { SaveStateStore } from './save-state-store.ts';
import './save-state-label.css';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** "14.03.22" on this computer's clock. */
function clockText(atMs: number): string {
  const at = new Date(atMs);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join('.');
}

/** 'waiting': no answer for too long; otherwise why the last attempt failed. */
type Trouble = AppErrorCode | 'waiting';

/**
 * What became of the words typed last. It changes several times a second while somebody types, and
 * every commit of React with the caret in the page walks the whole document to keep the selection:
 * so the quiet states are written into the element itself, and only trouble is drawn by React.
 * Screen readers hear that saving fails and that it works again, not every save.
 */
export function SaveStateLabel({ store }: { readonly store: SaveStateStore }) {
  const { t } = useTranslation('editor');
  const quiet = useRef<HTMLSpanElement>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [hadTrouble, setHadTrouble] = useState(false);
  if (trouble !== null && !hadTrouble) setHadTrouble(true);

  useEffect(() => {
    let savedText = '';
    const write = (type: 'saved' | 'saving' | 'none', text: string): void => {
      if (!quiet.current) return;
      quiet.current.className = `save-state save-state-${type}`;
      quiet.current.textContent = text;
    };
    const show = (): void => {
      const state = store.current();
      setTrouble(state?.type === 'unsaved' ? (state.error ?? 'waiting') : null);
      switch (state?.type) {
        case 'saved':
          savedText = t('saved', { time: clockText(state.atMs) });
          write('saved', savedText);
          break;
        case 'saving':
          // The last acknowledged save stays in sight, so that typing does not make it blink.
          write('saving', savedText === '' ? t('saving') : `${savedText} …`);
          break;
        case 'unsaved':
        case undefined:
          write('none', '');
      }
    };
    show();
    return store.subscribe(show);
  }, [store, t]);

  const why =
    trouble === null
      ? ''
      : trouble === 'waiting'
        ? t('unsavedWaiting')
        : describeError(new AppError(trouble));
  // The word for "saved" stays in place from then on, so it is spoken once after each trouble.
  const spoken = trouble !== null ? `${t('unsaved')}. ${why}` : hadTrouble ? t('savedQuiet') : '';

  return (
    <>
      <span ref={quiet} className="save-state" hidden={trouble !== null} />
      {trouble !== null && (
        <span className="save-state save-state-unsaved">
          <CircleAlert size={14} aria-hidden />
          <strong>{t('unsaved')}</strong>
          <span className="save-state-why">{why}</span>
        </span>
      )}
      <span className="visually-hidden" aria-live="polite">
        {spoken}
      </span>
    </>
  );
}
