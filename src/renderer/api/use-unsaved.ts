import { useEffect, useRef } from 'react';

import type { SaveNow } from './unsaved.ts';
import { holdsUnsaved } from './unsaved.ts';

/**
 * A field that may hold words the archive does not have yet: they are saved before the window closes
 * or goes on, and also where the field goes away first.
 */
export function useUnsaved(saveNow: SaveNow, show: () => void): void {
  const latest = useRef({ saveNow, show });
  useEffect(() => {
    latest.current = { saveNow, show };
  });
  useEffect(() => {
    const leave = holdsUnsaved(
      () => latest.current.saveNow(),
      () => latest.current.show(),
    );
    return () => {
      leave();
      void latest.current.saveNow();
    };
  }, []);
}
