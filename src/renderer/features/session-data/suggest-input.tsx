import { ChevronDown } from 'lucide-react';
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';

import { isLeaving } from './leaving.ts';

interface SuggestInputProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly suggestions: readonly string[];
  readonly text: string;
  readonly error: string | null;
  readonly placeholder: string;
  readonly isReadOnly?: boolean;
  readonly onText: (text: string) => void;
  /** The text is meant: it was chosen, or the field was left or ended with Enter. */
  readonly onCommit: (text: string) => void;
  /** Esc while no suggestions are open; true where it did something. */
  readonly onEscape: () => boolean;
}

/** A text field with suggestions that takes any other words as well. */
export function SuggestInput({
  label,
  isLabelHidden = false,
  suggestions,
  text,
  error,
  placeholder,
  isReadOnly = false,
  onText,
  onCommit,
  onEscape,
}: SuggestInputProps) {
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      defaultItems={suggestions.map((name) => ({ name }))}
      inputValue={text}
      onInputChange={onText}
      onSelectionChange={(key) => {
        if (key !== null) onCommit(String(key));
      }}
      onBlur={(event) => {
        if (isLeaving(event)) onCommit(text);
      }}
      isInvalid={error !== null}
      isReadOnly={isReadOnly}
      validationBehavior="aria"
      menuTrigger="input"
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="field-group">
        <Input
          className="field-input"
          placeholder={placeholder}
          onKeyDown={(event) => {
            // Keys of the open list belong to the list.
            const isListOpen = event.currentTarget.getAttribute('aria-expanded') === 'true';
            const hasChoice = event.currentTarget.hasAttribute('aria-activedescendant');
            if (event.key === 'Enter' && !(isListOpen && hasChoice)) onCommit(text);
            if (event.key === 'Escape' && !isListOpen && onEscape()) event.stopPropagation();
          }}
        />
        <Button className="field-button">
          <ChevronDown size={14} aria-hidden />
        </Button>
      </div>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox className="list-box">
          {(item: { readonly name: string }) => (
            <ListBoxItem id={item.name} textValue={item.name} className="list-box-item">
              {item.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
