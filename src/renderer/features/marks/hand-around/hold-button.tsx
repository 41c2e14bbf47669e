import type { CSSProperties, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';

import './hold-button.css';

/** Long enough that nobody does it by mistake. */
const HOLD_MS = 1500;

interface HoldButtonProps {
  readonly onHeld: () => void;
  readonly children: ReactNode;
  /** Told when it was let go too soon. */
  readonly onTooShort: () => void;
}

/** Does something only after it was held for a while, by a finger, a mouse, Enter or Space. */
export function HoldButton({ onHeld, onTooShort, children }: HoldButtonProps) {
  const timer = useRef(0);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const start = (): void => {
    setHeld(true);
    timer.current = window.setTimeout(() => {
      timer.current = 0;
      setHeld(false);
      onHeld();
    }, HOLD_MS);
  };
  const end = (): void => {
    if (timer.current !== 0) onTooShort();
    window.clearTimeout(timer.current);
    timer.current = 0;
    setHeld(false);
  };
  return (
    <Button
      className="hold-button"
      data-held={isHeld || undefined}
      style={{ '--hold-ms': `${HOLD_MS}ms` } as CSSProperties}
      onPressStart={start}
      onPressEnd={end}
    >
      <span className="hold-button-fill" aria-hidden />
      <span className="hold-button-text">{children}</span>
    </Button>
  );
}
