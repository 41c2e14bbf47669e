import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { LONGEST_PASSPHRASE } from '../../../shared/contract/signing.ts';
import { Button } from '../../ui/button.tsx';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
  readonly description?: string | undefined;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
}

/** A passphrase, hidden unless it is asked to be seen; says when Caps Lock is on. */
export function PassphraseField({
  label,
  value,
  onChange,
  onEnter,
  description,
  error = null,
  isDisabled = false,
}: PassphraseFieldProps) {
  const { t } = useTranslation('signing');
  const [isShown, setShown] = useState(false);
  const [hasCapsLock, setCapsLock] = useState(false);
  const onKey = (event: KeyboardEvent): void =>
    setCapsLock(event.getModifierState('CapsLock') && event.key !== 'CapsLock');
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      isDisabled={isDisabled}
      validationBehavior="aria"
      type={isShown ? 'text' : 'password'}
      autoComplete="off"
      spellCheck="false"
      maxLength={LONGEST_PASSPHRASE}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter?.();
        event.continuePropagation();
      }}
    >
      <Label className="field-label">{label}</Label>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only looks at whether Caps Lock is on while the field within is typed into */}
      <div
        className="field-group"
        onKeyDown={onKey}
        onKeyUp={onKey}
        onBlur={() => setCapsLock(false)}
      >
        <Input className="field-input" />
        <Button
          variant="quiet"
          isIcon
          className="signing-eye"
          isDisabled={isDisabled}
          aria-label={t(isShown ? 'passphraseHide' : 'passphraseShow')}
          onPress={() => setShown(!isShown)}
        >
          {isShown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
        </Button>
      </div>
      {description && (
        <Text slot="description" className="field-help">
          {description}
        </Text>
      )}
      <output className="signing-caps-lock">{hasCapsLock && t('capsLock')}</output>
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
