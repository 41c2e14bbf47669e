import { Switch } from 'react-aria-components';

interface OptionSwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is on or off, from the moment it is changed. */
export function OptionSwitch({ label, isOn, onChange }: OptionSwitchProps) {
  return (
    <Switch className="words-switch" isSelected={isOn} onChange={onChange}>
      <span className="words-switch-track" aria-hidden />
      {label}
    </Switch>
  );
}
