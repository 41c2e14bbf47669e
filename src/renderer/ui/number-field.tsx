import { Input, Label, NumberField as AriaNumberField } from 'react-aria-components';

import './field.css';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  readonly className?: string;
}

/** A number within limits: the arrow keys change it by a step, and on leaving it is one of the steps. */
export function NumberField({
  label,
  value,
  min,
  max,
  step,
  onChange,
  className = '',
}: NumberFieldProps) {
  return (
    <AriaNumberField
      className={`field ${className}`}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      formatOptions={{ maximumFractionDigits: 2 }}
      onChange={(next) => {
        // Emptied: what was there comes back.
        if (!Number.isNaN(next)) onChange(next);
      }}
    >
      <Label className="field-label">{label}</Label>
      <Input className="field-input" />
    </AriaNumberField>
  );
}
