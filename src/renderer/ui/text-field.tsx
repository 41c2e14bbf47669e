import type { Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components';

import './field.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string;
  readonly description?: string | undefined;
  /** Shown under the field; its presence marks the field invalid. */
  readonly error?: string | null | undefined;
  /** More than one row makes a text area. */
  readonly rows?: number;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  isLabelHidden = false,
  placeholder,
  description,
  error = null,
  rows = 1,
  className = '',
  inputRef,
  ...props
}: TextFieldProps) {
  const hint = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField
      {...props}
      isInvalid={error !== null}
      validationBehavior="aria"
      className={`field ${className}`}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {rows > 1 ? (
        <TextArea className="field-textarea" rows={rows} {...hint} />
      ) : (
        <Input className="field-input" {...hint} {...(inputRef ? { ref: inputRef } : {})} />
      )}
      {description && (
        <Text slot="description" className="field-help">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
