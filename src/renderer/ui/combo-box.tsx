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

import './field.css';

interface FreeComboBoxProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly suggestions: readonly string[];
  readonly value: string;
  readonly onInputChange: (value: string) => void;
  /** Called when the field is left or Enter is pressed. */
  readonly onCommit?: (value: string) => void;
  readonly placeholder?: string;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** A text field with suggestions that also takes any other words. */
export function FreeComboBox({
  label,
  isLabelHidden = false,
  suggestions,
  value,
  onInputChange,
  onCommit,
  placeholder,
  error = null,
  isDisabled = false,
  className = '',
}: FreeComboBoxProps) {
  const items = suggestions.map((name) => ({ name }));
  return (
    <AriaComboBox
      className={`field ${className}`}
      allowsCustomValue
      defaultItems={items}
      inputValue={value}
      onInputChange={onInputChange}
      onSelectionChange={(key) => {
        if (key !== null) onCommit?.(String(key));
      }}
      onBlur={() => onCommit?.(value)}
      isInvalid={error !== null}
      isDisabled={isDisabled}
      validationBehavior="aria"
      menuTrigger="input"
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="field-group">
        <Input className="field-input" {...(placeholder === undefined ? {} : { placeholder })} />
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
