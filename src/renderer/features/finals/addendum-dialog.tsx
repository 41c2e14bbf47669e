import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { BlockId } from '../../../shared/ids.ts';
import type { Addendum } from '../../../shared/minutes/final.ts';
import { LONGEST_ADDENDUM } from '../../../shared/minutes/final.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioList } from '../../ui/radio-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { finalStateQuery } from './queries.ts';
import './addenda.css';

/** The block that was chosen in the page. */
export interface CorrectedBlock {
  readonly blockId: BlockId;
  readonly text: string;
}

export interface AddendumDialogProps {
  readonly session: Session;
  /** null: nothing was chosen, so that it is about the minutes as a whole. */
  readonly corrected: CorrectedBlock | null;
  readonly onClose: () => void;
  readonly onAdded: (addendum: Addendum) => void;
}

/** Writes a numbered correction; it is asked once more, because nothing takes it back. */
export function AddendumDialog({ session, corrected, onClose, onAdded }: AddendumDialogProps) {
  const { t } = useTranslation('finals');
  const queries = useQueryClient();
  const state = useQuery(finalStateQuery(session.id));
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => api('profile.get', {}) });
  const [about, setAbout] = useState<'block' | 'whole'>(corrected === null ? 'whole' : 'block');
  const [text, setText] = useState('');
  const [isTextMissing, setTextMissing] = useState(false);
  const [step, setStep] = useState<'writing' | 'confirming' | 'recording'>('writing');
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const number = (state.data?.addenda.length ?? 0) + 1;
  const who = profile.data?.notulisName.trim() || t('nobody');

  const confirm = (): void => {
    if (text.trim() === '') {
      setTextMissing(true);
      form.current?.querySelector('textarea')?.focus();
      return;
    }
    setProblem(null);
    setStep('confirming');
  };
  const record = async (): Promise<void> => {
    setStep('recording');
    try {
      const blockId = about === 'block' ? (corrected?.blockId ?? null) : null;
      const added = await api('finals.addAddendum', { sessionId: session.id, blockId, text });
      await queries.invalidateQueries({ queryKey: finalStateQuery(session.id).queryKey });
      onAdded(added);
    } catch (error) {
      setProblem(describeError(error));
      setStep('confirming');
    }
  };

  const quoted = corrected !== null && about === 'block' && (
    <figure className="addendum-quoted">
      <figcaption className="field-label">{t('corrected')}</figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- safe: what scrolls must be reached by keys (WCAG 2.1.1) */}
      <blockquote tabIndex={0} lang="id">
        {corrected.text || t('placeEmpty')}
      </blockquote>
    </figure>
  );

  if (step !== 'writing') {
    const isRecording = step === 'recording';
    return (
      <Dialog
        isOpen
        role="alertdialog"
        title={t('confirmTitle', { number })}
        onClose={() => {
          if (!isRecording) setStep('writing');
        }}
        actions={
          <>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- safe: a dialog that asks puts the focus on the answer that changes nothing (ARIA alertdialog pattern) */}
            <Button autoFocus isDisabled={isRecording} onPress={() => setStep('writing')}>
              {t('edit')}
            </Button>
            <Button variant="primary" isDisabled={isRecording} onPress={() => void record()}>
              {t(isRecording ? 'recording' : 'record')}
            </Button>
          </>
        }
      >
        <p>{t('confirmText', { number, who })}</p>
        {quoted}
        <div className="addendum-preview" lang="id">
          <strong>{`Adendum ${number}`}</strong>
          <p className="addendum-text">{text.trim()}</p>
        </div>
        {problem !== null && (
          <Notice tone="danger" role="alert">
            {problem}
          </Notice>
        )}
      </Dialog>
    );
  }

  return (
    <Dialog
      isOpen
      title={t('addendumTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={(state.data ?? null) === null} onPress={confirm}>
            {t('next')}
          </Button>
        </>
      }
    >
      <div ref={form} className="addendum-form">
        <p>{t('addendumIntro')}</p>
        {corrected !== null && (
          <RadioList
            label={t('about')}
            options={[
              { value: 'block', label: t('aboutThis') },
              { value: 'whole', label: t('aboutAll') },
            ]}
            value={about}
            onChange={setAbout}
          />
        )}
        {quoted}
        <TextField
          label={t('addendumText')}
          description={t('addendumHint')}
          error={isTextMissing && text.trim() === '' ? t('addendumEmpty') : null}
          rows={5}
          maxLength={LONGEST_ADDENDUM}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- safe: the dialog was opened to write into its only field of text
          autoFocus
          value={text}
          onChange={setText}
        />
      </div>
    </Dialog>
  );
}
