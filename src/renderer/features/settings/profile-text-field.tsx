import { useEffect, useRef, useState } from 'react';

import { TextField } from '../../ui/text-field.tsx';

interface ProfileTextFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly stored: string;
  /** Answers with what went wrong, or null. */
  readonly save: (text: string) => Promise<string | null>;
}

/** A name that is saved on Enter, on leaving the field and on closing the dialog; Esc closes it. */
export function ProfileTextField({ label, description, stored, save }: ProfileTextFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function commit(): Promise<void> {
    if (draft === null || draft === stored) return setDraft(null);
    const problem = await save(draft);
    setError(problem);
    if (problem === null) setDraft(null);
  }

  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });
  useEffect(() => () => void latest.current(), []);

  return (
    <TextField
      label={label}
      description={description}
      value={draft ?? stored}
      error={error}
      onChange={(text) => {
        setDraft(text);
        setError(null);
      }}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void commit();
        else event.continuePropagation();
      }}
    />
  );
}
