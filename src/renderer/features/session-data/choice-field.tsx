import { useState } from 'react';

import type { SelectOption } from '../../ui/select.tsx';
import { Select } from '../../ui/select.tsx';
import { FieldState } from './field-state.tsx';
import type { DraftState } from './use-draft.ts';

/** Stands for "nothing chosen", which a list of choices cannot hold. */
const NOTHING = '';

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly options: readonly SelectOption<Value>[];
  readonly stored: Value | null;
  /** What is shown for no choice; where it is missing, one must be chosen. */
  readonly emptyLabel?: string;
  readonly isReadOnly: boolean;
  readonly save: (value: Value | null) => Promise<string | null>;
}

/** One of a few values, saved as soon as it is chosen. */
export function ChoiceField<Value extends string>({
  label,
  options,
  stored,
  emptyLabel,
  isReadOnly,
  save,
}: ChoiceFieldProps<Value>) {
  const [state, setState] = useState<DraftState>('idle');
  const [error, setError] = useState<string | null>(null);

  async function choose(value: Value | typeof NOTHING): Promise<void> {
    setState('saving');
    const problem = await save(options.find((option) => option.value === value)?.value ?? null);
    setError(problem);
    setState(problem === null ? 'saved' : 'idle');
  }

  return (
    <div className="session-field">
      <Select<Value | typeof NOTHING>
        label={label}
        options={
          emptyLabel === undefined ? options : [{ value: NOTHING, label: emptyLabel }, ...options]
        }
        value={stored ?? NOTHING}
        isDisabled={isReadOnly}
        className={stored === null ? 'session-choice-open' : ''}
        onChange={(value) => void choose(value)}
      />
      {error !== null && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
      <FieldState state={state} />
    </div>
  );
}
