import { createContext } from 'react';

import type { SaveNow } from '../../api/unsaved.ts';

/** How to save each field that is on screen, for when everything must be saved at once. */
export const OpenFields = createContext<Set<SaveNow>>(new Set());
