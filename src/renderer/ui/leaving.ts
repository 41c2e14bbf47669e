import type { FocusEvent } from 'react';

/**
 * Whether a field is left for another part of the window. When the whole window loses the focus the
 * field gets a blur as well, but the writer comes back to it: half a date must wait for the rest.
 */
export function isLeaving(event: FocusEvent): boolean {
  return document.activeElement !== event.target;
}
