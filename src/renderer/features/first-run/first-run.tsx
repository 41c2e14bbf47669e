import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from 'react-aria-components';
import { Check } from 'lucide-react';

import type { Profile } from '../../../shared/contract/profile.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { holdsUnsaved } from '../../api/unsaved.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './first-run.css';

export interface FirstRunProps {
  readonly onDone: () => void;
}

/** Asks once, on the first start, who keeps the minutes; everything may be skipped. */
export function FirstRun({ onDone }: FirstRunProps) {
  const { t } = useTranslation('first-run');
  const queryClient = useQueryClient();
  // Names that were typed before a window was closed here are there again.
  const [stored] = useState(() => queryClient.getQueryData<Profile>(['profile']));
  const [officeName, setOfficeName] = useState(stored?.officeName ?? '');
  const [notulisName, setNotulisName] = useState(stored?.notulisName ?? '');
  const [hasExamples, setHasExamples] = useState(true);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const officeRef = useRef<HTMLInputElement>(null);

  useEffect(() => officeRef.current?.focus(), []);

  /** Keeps the names as they are typed now; the question itself stays open. */
  async function keepNames(): Promise<boolean> {
    if (isSaving) return true;
    try {
      await api('profile.update', { changes: { officeName, notulisName } });
      return true;
    } catch (error) {
      setProblem(describeError(error));
      return false;
    }
  }
  const keepLatest = useRef(keepNames);
  useEffect(() => {
    keepLatest.current = keepNames;
  });
  useEffect(() => holdsUnsaved(() => keepLatest.current()), []);

  /** Skipping writes nothing but that the question was asked: no names and no examples. */
  async function finish(isSkipped: boolean): Promise<void> {
    setSaving(true);
    try {
      if (!isSkipped && hasExamples) await api('examples.add', {});
      const names = isSkipped ? {} : { officeName, notulisName };
      const profile = await api('profile.update', { changes: { ...names, isSetUp: true } });
      queryClient.setQueryData(['profile'], profile);
      onDone();
    } catch (error) {
      setProblem(describeError(error));
      setSaving(false);
    }
  }

  return (
    <main className="first-run">
      <form
        className="first-run-card"
        onSubmit={(event) => {
          event.preventDefault();
          void finish(false);
        }}
      >
        <h1>{t('title')}</h1>
        <p className="first-run-intro">{t('intro')}</p>
        <TextField
          label={t('office')}
          placeholder={t('officeHint')}
          value={officeName}
          onChange={setOfficeName}
          inputRef={officeRef}
        />
        <TextField
          label={t('notulis')}
          placeholder={t('notulisHint')}
          value={notulisName}
          onChange={setNotulisName}
        />
        <Checkbox className="first-run-check" isSelected={hasExamples} onChange={setHasExamples}>
          <span className="first-run-box" aria-hidden>
            {hasExamples && <Check size={13} strokeWidth={3} />}
          </span>
          <span>
            {t('examples')}
            <span className="first-run-help">{t('examplesHelp')}</span>
          </span>
        </Checkbox>
        {problem !== null && (
          <p role="alert" className="field-error">
            {problem}
          </p>
        )}
        <div className="first-run-actions">
          <Button variant="quiet" isDisabled={isSaving} onPress={() => void finish(true)}>
            {t('skip')}
          </Button>
          <Button variant="primary" type="submit" isDisabled={isSaving}>
            {t('start')}
          </Button>
        </div>
      </form>
    </main>
  );
}
