import { FreeComboBox } from '../../ui/combo-box.tsx';
import { FieldState } from './field-state.tsx';
import { useDraft } from './use-draft.ts';

interface AutoSuggestFieldProps {
  readonly label: string;
  readonly stored: string;
  readonly suggestions: readonly string[];
  readonly placeholder: string;
  readonly save: (text: string) => Promise<string | null>;
  readonly isReadOnly: boolean;
  readonly className?: string;
}

/** A field with suggestions that saves when a word is chosen or the field is left. */
export function AutoSuggestField({
  label,
  stored,
  suggestions,
  placeholder,
  save,
  isReadOnly,
  className = '',
}: AutoSuggestFieldProps) {
  // Half a word would become a kind or a series of its own.
  const draft = useDraft({ stored, save, isSavedWhileTyping: false });
  return (
    <div className={`session-field ${className}`}>
      <FreeComboBox
        label={label}
        suggestions={suggestions}
        placeholder={isReadOnly ? '' : placeholder}
        value={draft.text}
        error={draft.error}
        isReadOnly={isReadOnly}
        onInputChange={(text) => {
          if (text !== draft.text) draft.setText(text);
        }}
        onCommit={(text) => {
          if (text !== draft.text) draft.setText(text);
          draft.commit(text);
        }}
        onEscape={draft.revert}
      />
      <FieldState state={draft.state} />
    </div>
  );
}
