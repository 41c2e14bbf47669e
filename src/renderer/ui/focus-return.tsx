import { useEffect, useState } from 'react';

/**
 * Stands in what lies over the window, and gives the focus back the moment that is gone. React Aria does so a frame
 * later; what is typed until then, on a busy computer whole words, would reach nobody.
 */
export function FocusReturn() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    },
    [before],
  );
  return null;
}
