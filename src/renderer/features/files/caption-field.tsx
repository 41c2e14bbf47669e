import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LONGEST_CAPTION } from '../../../shared/contract/files.ts';
import type { SessionFile } from '../../../shared/contract/files.ts';
import { useUnsaved } from '../../api/use-unsaved.ts';
import { TextField } from '../../ui/text-field.tsx';
import { createPendingText } from './pending-text.ts';

/** How long typing must pause before the caption is saved. */
const PAUSE_MS = 700;

interface CaptionFieldProps {
  readonly file: SessionFile;
  /** Answers with what went wrong, or null. */
  readonly onSave: (caption: string) => Promise<string | null>;
}

/** What a file shows, in words; saved while typing pauses, and before the field or window goes. */
export function CaptionField({ file, onSave }: CaptionFieldProps) {
  const { t } = useTranslation('files');
  const [text, setText] = useState(file.caption);
  const [error, setError] = useState<string | null>(null);
  const [pending] = useState(createPendingText);
  const timer = useRef(0);
  const input = useRef<HTMLInputElement>(null);

  const saveNow = async (): Promise<boolean> => {
    window.clearTimeout(timer.current);
    const problem = await pending.saveNow(onSave);
    setError(problem);
    return problem === null;
  };
  useUnsaved(saveNow, () => input.current?.focus());

  const type = (typed: string): void => {
    setText(typed);
    window.clearTimeout(timer.current);
    pending.type(typed);
    timer.current = window.setTimeout(() => void saveNow(), PAUSE_MS);
  };
  return (
    <TextField
      label={t('caption')}
      placeholder={file.isFrozen ? '' : t('captionHint')}
      maxLength={LONGEST_CAPTION}
      isReadOnly={file.isFrozen}
      inputRef={input}
      value={text}
      error={error}
      onChange={type}
      onBlur={() => void saveNow()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void saveNow();
        else event.continuePropagation();
      }}
    />
  );
}
