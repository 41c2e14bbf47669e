import type { RefObject } from 'react';
import { useEffect } from 'react';

/**
 * Listens to keys pressed anywhere in an element, before the field that has the focus keeps them to
 * itself. What lies over the page, such as an open list of choices, stands elsewhere and is not heard.
 */
export function useKeysWithin(
  ref: RefObject<HTMLElement | null>,
  onKeyDown: (event: KeyboardEvent) => void,
): void {
  // After every render: the element may have come or gone with it.
  useEffect(() => {
    const element = ref.current;
    element?.addEventListener('keydown', onKeyDown, { capture: true });
    return () => element?.removeEventListener('keydown', onKeyDown, { capture: true });
  });
}
