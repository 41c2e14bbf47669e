import { Copy, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { FinalState } from '../../../shared/minutes/final.ts';
import { finalVersion, versionHash } from '../../../shared/minutes/final.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { momentIn } from './moments.ts';
import { partWords } from './part-words.ts';
import './final-bar.css';

/** As many letters of a hash as are printed and compared by eye. */
const SHOWN_HASH_LETTERS = 16;

interface FinalBarProps {
  readonly session: Session;
  /** undefined: not read yet. */
  readonly state: FinalState | undefined;
  readonly error: unknown;
  readonly onAddendum: () => void;
  readonly onAddenda: () => void;
  readonly onLog: () => void;
}

/** That a session is final: since when and by whom, in which version, and whether it still is as it was. */
export function FinalBar({ session, state, error, onAddendum, onAddenda, onLog }: FinalBarProps) {
  const { t, i18n } = useTranslation('finals');
  return (
    <section className="final-bar" aria-label={t('finalBar')}>
      <div className="final-line">
        <Lock size={14} aria-hidden />
        {state === undefined ? (
          <output className="final-words">
            {error === null
              ? t('loadingState')
              : t('stateFailed', { reason: describeError(error) })}
          </output>
        ) : (
          <FinalFacts session={session} state={state} language={i18n.language} />
        )}
        <div className="final-actions">
          {state !== undefined && state.addenda.length > 0 && (
            <Button variant="quiet" onPress={onAddenda}>
              {t('addenda', { count: state.addenda.length })}
            </Button>
          )}
          <Button variant="quiet" onPress={onLog}>
            {t('logTitle')}
          </Button>
          <Button onPress={onAddendum}>{t('addendum')}</Button>
        </div>
      </div>
      {state !== undefined && state.changedParts.length > 0 && (
        <Notice tone="danger" role="alert" title={t('changedTitle')}>
          {t(state.changedParts.includes('frozen-copy') ? 'changedCopyText' : 'changedText', {
            parts: partWords(state.changedParts, t),
          })}
        </Notice>
      )}
    </section>
  );
}

interface FinalFactsProps {
  readonly session: Session;
  readonly state: FinalState;
  readonly language: string;
}

function FinalFacts({ session, state, language }: FinalFactsProps) {
  const { t } = useTranslation('finals');
  const version = finalVersion(state);
  const hash = versionHash(state, version) ?? '';
  const when = momentIn(state.atMs, session.zone, language);
  const copyHash = async (): Promise<void> => {
    try {
      await api('app.copyText', { text: hash });
      showToast({ tone: 'success', text: t('hashCopied') });
    } catch (failure) {
      showToast({ tone: 'error', text: describeError(failure) });
    }
  };
  return (
    <p className="final-words">
      <strong>
        {version === 0 ? t('versionFinal') : t('versionAddenda', { number: version })}
      </strong>
      <span>
        {state.actor === ''
          ? t('finalisedAt', { when })
          : t('finalisedBy', { when, who: state.actor })}
      </span>
      {hash !== '' && (
        <span className="final-hash">
          {t('hash')} <code>{hash.slice(0, SHOWN_HASH_LETTERS)}</code>
          <Button
            variant="quiet"
            isIcon
            aria-label={t('copyHash')}
            className="final-copy"
            onPress={() => void copyHash()}
          >
            <Copy size={12} aria-hidden />
          </Button>
        </span>
      )}
      <span className="final-read-only" title={state.reason}>
        {state.reason === '' ? t('readOnly') : t('withReason', { reason: state.reason })}
      </span>
    </p>
  );
}
