import { Label, Radio, RadioGroup } from 'react-aria-components';

import './radio-list.css';

export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
}

interface RadioListProps<Value extends string> {
  readonly label: string;
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

/** One of a few, all of them in sight; the arrow keys go from one to the next. */
export function RadioList<Value extends string>({
  label,
  options,
  value,
  onChange,
  isDisabled = false,
}: RadioListProps<Value>) {
  return (
    <RadioGroup
      className="radio-list"
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      <Label className="field-label">{label}</Label>
      <div className="radio-list-options">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="radio-list-option">
            <span className="radio-list-mark" aria-hidden />
            <span className="radio-list-text">
              <span>{option.label}</span>
              {option.description && (
                <span className="radio-list-description">{option.description}</span>
              )}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
