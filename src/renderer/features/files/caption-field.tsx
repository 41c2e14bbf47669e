import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LONGEST_CAPTION } from '../../../shared/contract/files.ts';
import type { SessionFile } from '../../../shared/contract/files.ts';
import { TextField } from '../../ui/text-field.tsx';

/** How long typing must pause before the caption is saved. */
const PAUSE_MS = 700;

interface CaptionFieldProps {
  readonly file: SessionFile;
  /** Answers with what went wrong, or null. */
  readonly onSave: (caption: string) => Promise<string | null>;
}

/** What a file shows, in words; saved while typing pauses, and when the field goes away. */
export function CaptionField({ file, onSave }: CaptionFieldProps) {
  const { t } = useTranslation('files');
  const [text, setText] = useState(file.caption);
  const [error, setError] = useState<string | null>(null);
  /** Saves what is typed and not saved yet. */
  const pending = useRef<(() => void) | null>(null);
  const timer = useRef(0);
  useEffect(() => () => pending.current?.(), []);

  const type = (typed: string): void => {
    setText(typed);
    window.clearTimeout(timer.current);
    pending.current = () => {
      window.clearTimeout(timer.current);
      pending.current = null;
      void onSave(typed).then(setError);
    };
    timer.current = window.setTimeout(() => pending.current?.(), PAUSE_MS);
  };
  return (
    <TextField
      label={t('caption')}
      placeholder={file.isFrozen ? '' : t('captionHint')}
      maxLength={LONGEST_CAPTION}
      isReadOnly={file.isFrozen}
      value={text}
      error={error}
      onChange={type}
      onBlur={() => pending.current?.()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') pending.current?.();
        else event.continuePropagation();
      }}
    />
  );
}
