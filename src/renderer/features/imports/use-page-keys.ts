import { useEffect, useRef } from 'react';

/**
 * Listens to keys that nothing with the focus has taken, also where nothing has it. What lies over
 * the page keeps its keys to itself.
 */
export function usePageKeys(onKeyDown: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKeyDown);
  useEffect(() => {
    latest.current = onKeyDown;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented) latest.current(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
