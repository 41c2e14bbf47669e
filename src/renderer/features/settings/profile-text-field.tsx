import { useEffect, useRef, useState } from 'react';

import { holdsUnsaved } from '../../api/unsaved.ts';
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

  /** Answers whether the archive has what was typed. */
  async function commit(): Promise<boolean> {
    if (draft === null || draft === stored) {
      setDraft(null);
      return true;
    }
    const problem = await save(draft);
    setError(problem);
    if (problem === null) setDraft(null);
    return problem === null;
  }

  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });
  useEffect(() => {
    const release = holdsUnsaved(() => latest.current());
    return () => {
      release();
      void latest.current();
    };
  }, []);

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
