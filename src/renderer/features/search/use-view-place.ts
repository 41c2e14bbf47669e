import { useSyncExternalStore } from 'react';

/** Where the passage of the chosen hit stands: beside the results, under them, or not at all. */
export type PassagePlace = 'beside' | 'below' | 'none';

/* The same as in search.css. */
const isWide = window.matchMedia('(width >= 1100px)');
const isHigh = window.matchMedia('(height >= 720px)');

function subscribe(listener: () => void): () => void {
  isWide.addEventListener('change', listener);
  isHigh.addEventListener('change', listener);
  return () => {
    isWide.removeEventListener('change', listener);
    isHigh.removeEventListener('change', listener);
  };
}

const placeNow = (): PassagePlace =>
  isWide.matches ? 'beside' : isHigh.matches ? 'below' : 'none';

export function usePassagePlace(): PassagePlace {
  return useSyncExternalStore(subscribe, placeNow);
}
