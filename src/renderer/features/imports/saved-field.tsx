import { useEffect, useRef, useState } from 'react';

import { useUnsaved } from '../../api/use-unsaved.ts';
import { isLeaving } from '../../ui/leaving.ts';
import { TextField } from '../../ui/text-field.tsx';

interface SavedFieldProps {
  readonly label: string;
  readonly stored: string;
  /** Answers with what went wrong, or null. */
  readonly save: (text: string) => Promise<string | null>;
  /** Where its value comes from. */
  readonly note: string;
  readonly onLook: () => void;
  readonly placeholder?: string;
  readonly isReadOnly: boolean;
  readonly isFirst?: boolean;
  readonly className?: string;
}

/** A field that is saved when it is left, by Enter, and before the window or the review goes on. */
export function SavedField({
  label,
  stored,
  save,
  note,
  onLook,
  placeholder,
  isReadOnly,
  isFirst = false,
  className = '',
}: SavedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function submit(): Promise<boolean> {
    if (draft === null) return true;
    const problem = draft === stored ? null : await save(draft);
    setError(problem);
    if (problem === null) setDraft((current) => (current === draft ? null : current));
    return problem === null;
  }
  useUnsaved(submit, () => input.current?.focus());
  useEffect(() => {
    if (isFirst) input.current?.focus();
  }, [isFirst]);

  return (
    <TextField
      label={label}
      className={className}
      inputRef={input}
      value={draft ?? stored}
      error={error}
      description={note}
      isReadOnly={isReadOnly}
      {...(placeholder === undefined || isReadOnly ? {} : { placeholder })}
      onFocus={onLook}
      onChange={(text) => {
        setDraft(text);
        setError(null);
      }}
      onBlur={(event) => {
        if (isLeaving(event)) void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          void submit();
        } else if (event.key === 'Escape' && draft !== null && draft !== stored) {
          setDraft(null);
          setError(null);
        } else {
          event.continuePropagation();
        }
      }}
    />
  );
}
