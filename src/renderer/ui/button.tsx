import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';

import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  /** "primary" for the one main action of a view, "danger" where something is lost. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** Square, for a single icon; give it an aria-label. */
  readonly isIcon?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant = 'secondary',
  isIcon = false,
  className = '',
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={`button button-${variant} ${isIcon ? 'button-icon' : ''} ${className}`}
    />
  );
}
