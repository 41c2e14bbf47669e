import { QrCode } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../../../shared/ids.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CodeOutcome } from './code-outcome.tsx';
import type { CodeCheck as Check } from './use-code-check.ts';
import { isPicture } from './use-code-check.ts';
import './code-check.css';

const LONGEST_TYPED = 200;
const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'];

interface CodeCheckProps {
  readonly codeCheck: Check;
  /** Shows the session that a code leads to; the dialog closes for it. */
  readonly onOpenSession: (id: SessionId) => void;
}

/** The code under a printed page: typed, or read in a picture that is chosen, pasted or dropped. */
export function CodeCheck({ codeCheck, onOpenSession }: CodeCheckProps) {
  const { t } = useTranslation('check-code');
  const { code, state, setCode, check, checkPicture, cancel } = codeCheck;
  const latest = useRef(checkPicture);
  useEffect(() => {
    latest.current = checkPicture;
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener(
      'paste',
      (event) => {
        const picture = [...(event.clipboardData?.files ?? [])].find(isPicture);
        if (picture === undefined) return;
        event.preventDefault();
        latest.current(picture);
      },
      { signal: listening.signal },
    );
    return () => listening.abort();
  }, []);

  return (
    <section className="code-check" aria-labelledby="code-check-heading">
      <h3 id="code-check-heading" className="code-check-heading">
        <QrCode size={18} aria-hidden />
        {t('heading')}
      </h3>
      <p className="code-check-hint">{t('hint')}</p>
      <form
        className="code-check-form"
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <TextField
          label={t('code')}
          className="code-check-field"
          placeholder={t('placeholder')}
          value={code}
          onChange={setCode}
          maxLength={LONGEST_TYPED}
          autoComplete="off"
          spellCheck="false"
        />
        <Button type="submit" isDisabled={code.trim() === ''}>
          {t('check')}
        </Button>
        <FileTrigger
          acceptedFileTypes={PICTURE_TYPES}
          onSelect={(files) => {
            const [picture] = files ?? [];
            if (picture !== undefined) checkPicture(picture);
          }}
        >
          <Button>{t('choosePicture')}</Button>
        </FileTrigger>
      </form>
      {state.type === 'reading' ? (
        <div className="code-check-reading">
          <output>{t('reading')}</output>
          <Button onPress={cancel}>{t('cancelReading')}</Button>
        </div>
      ) : (
        <CodeOutcome state={state} onOpenSession={onOpenSession} />
      )}
    </section>
  );
}
