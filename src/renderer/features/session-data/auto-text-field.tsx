import { isLeaving } from '../../ui/leaving.ts';
import { TextField } from '../../ui/text-field.tsx';
import { FieldState } from './field-state.tsx';
import { useDraft } from './use-draft.ts';

interface AutoTextFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly stored: string;
  readonly save: (text: string) => Promise<string | null>;
  readonly placeholder?: string;
  readonly rows?: number;
  /** Whether Enter ends the field although it is shown in several rows. */
  readonly isOneLine?: boolean;
  /** For dates, times and numbers: saved when left, never while half of it is typed. */
  readonly isTypedForm?: boolean;
  readonly isReadOnly?: boolean;
  readonly className?: string;
}

/** A field that saves by itself: on leaving it, on Enter, and while typing pauses. */
export function AutoTextField({
  label,
  isLabelHidden = false,
  stored,
  save,
  placeholder,
  rows = 1,
  isOneLine = rows === 1,
  isTypedForm = false,
  isReadOnly = false,
  className = '',
}: AutoTextFieldProps) {
  const draft = useDraft({ stored, save, isSavedWhileTyping: !isTypedForm });
  return (
    <div className={`session-field ${className}`}>
      <TextField
        label={label}
        isLabelHidden={isLabelHidden}
        rows={rows}
        // What is closed shows what is known: an example could be taken for it.
        {...(placeholder === undefined || isReadOnly ? {} : { placeholder })}
        isReadOnly={isReadOnly}
        value={draft.text}
        error={draft.error}
        onChange={draft.setText}
        onBlur={(event) => {
          if (isLeaving(event)) draft.commit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (isOneLine || event.ctrlKey)) {
            event.preventDefault();
            draft.commit();
          } else if (event.key !== 'Escape' || !draft.revert()) {
            event.continuePropagation();
          }
        }}
      />
      <FieldState state={draft.state} />
    </div>
  );
}
