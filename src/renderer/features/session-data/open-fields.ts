import { createContext } from 'react';

/** How to save each field that is on screen, for when everything must be saved at once. */
export const OpenFields = createContext<Set<() => void>>(new Set());
