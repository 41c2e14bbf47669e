import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AppErrorCode } from '../../../../shared/contract/errors.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { describeError } from '../../../api/describe-error.ts';
import { Button } from '../../../ui/button.tsx';
import type { SaveState } from './save-queue.ts';
import type { SaveStateStore } from './save-state-store.ts';
import './save-state-label.css';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** "14.03.22" on this computer's clock. */
function clockText(atMs: number): string {
  const at = new Date(atMs);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join('.');
}

type Refused = Extract<SaveState, { readonly type: 'refused' }>;

/** 'waiting': no answer for too long; otherwise why the last attempt failed, or what is refused. */
type Trouble = AppErrorCode | 'waiting' | Refused;

/** The same trouble stays the same object, so that typing on does not draw it again. */
function troubleOf(state: SaveState | null, former: Trouble | null): Trouble | null {
  if (state?.type === 'unsaved') return state.error ?? 'waiting';
  if (state?.type !== 'refused') return null;
  const isSame =
    former !== null &&
    typeof former === 'object' &&
    former.count === state.count &&
    former.failure === state.failure;
  return isSame ? former : state;
}

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
    const write = (type: 'saved' | 'again' | 'saving' | 'none', text: string): void => {
      if (!quiet.current) return;
      quiet.current.className = `save-state save-state-${type}`;
      quiet.current.textContent = text;
    };
    const show = (): void => {
      const state = store.current();
      setTrouble((former) => troubleOf(state, former));
      switch (state?.type) {
        case 'saved':
          savedText = t('saved', { time: clockText(state.atMs) });
          write('saved', savedText);
          break;
        case 'saving':
          // The last acknowledged save stays in sight, so that typing does not make it blink.
          if (savedText === '') write('saving', t('saving'));
          else write('again', savedText);
          break;
        case 'unsaved':
        case 'refused':
        case undefined:
          write('none', '');
      }
    };
    show();
    return store.subscribe(show);
  }, [store, t]);

  const refused = trouble !== null && typeof trouble === 'object' ? trouble : null;
  const title = refused === null ? t('unsaved') : t('refused', { total: refused.count });
  const why = describeTrouble(trouble, t('unsavedWaiting'));
  // The word for "saved" stays in place from then on, so it is spoken once after each trouble.
  const spoken = trouble !== null ? `${title}. ${why}` : hadTrouble ? t('savedQuiet') : '';

  return (
    <>
      <span ref={quiet} className="save-state" hidden={trouble !== null} />
      {trouble !== null && (
        <span className="save-state save-state-unsaved">
          <CircleAlert size={14} aria-hidden />
          <strong>{title}</strong>
          <span className="save-state-why">{why}</span>
          {refused !== null && <Button onPress={refused.show}>{t('showRefused')}</Button>}
        </span>
      )}
      <span className="visually-hidden" aria-live="polite">
        {spoken}
      </span>
    </>
  );
}

function describeTrouble(trouble: Trouble | null, waiting: string): string {
  if (trouble === null) return '';
  if (trouble === 'waiting') return waiting;
  return describeError(typeof trouble === 'object' ? trouble.failure : new AppError(trouble));
}
