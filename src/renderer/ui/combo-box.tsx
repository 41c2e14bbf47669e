import { ChevronDown } from 'lucide-react';
import {
  Button,
  ComboBox as AriaComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';

import { isLeaving } from './leaving.ts';
import './field.css';

interface FreeComboBoxProps {
  readonly label: string;
  readonly suggestions: readonly string[];
  readonly value: string;
  readonly onInputChange: (value: string) => void;
  /** The text is meant: it was chosen, or the field was left or ended with Enter. */
  readonly onCommit?: (value: string) => void;
  /** Esc while no suggestions are open; true where it did something. */
  readonly onEscape?: () => boolean;
  readonly placeholder?: string;
  readonly error?: string | null;
  readonly isReadOnly?: boolean;
}

/** A text field with suggestions that also takes any other words. */
export function FreeComboBox({
  label,
  suggestions,
  value,
  onInputChange,
  onCommit,
  onEscape,
  placeholder,
  error = null,
  isReadOnly = false,
}: FreeComboBoxProps) {
  return (
    <AriaComboBox
      className="field"
      allowsCustomValue
      defaultItems={suggestions.map((name) => ({ name }))}
      inputValue={value}
      onInputChange={onInputChange}
      onSelectionChange={(key) => {
        if (key !== null) onCommit?.(String(key));
      }}
      onBlur={(event) => {
        if (isLeaving(event)) onCommit?.(value);
      }}
      isInvalid={error !== null}
      isReadOnly={isReadOnly}
      validationBehavior="aria"
      menuTrigger="input"
    >
      <Label className="field-label">{label}</Label>
      <div className="field-group">
        <Input
          className="field-input"
          {...(placeholder === undefined ? {} : { placeholder })}
          onKeyDown={(event) => {
            // Keys of the open list belong to the list.
            const isListOpen = event.currentTarget.getAttribute('aria-expanded') === 'true';
            const hasChoice = event.currentTarget.hasAttribute('aria-activedescendant');
            if (event.key === 'Enter' && !(isListOpen && hasChoice)) onCommit?.(value);
            if (event.key === 'Escape' && !isListOpen && onEscape?.()) event.stopPropagation();
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
    </AriaComboBox>
  );
}
