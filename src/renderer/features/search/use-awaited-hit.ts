import { useEffect, useRef } from 'react';

/**
 * Enter that comes before its answer. What was asked then is remembered, and its first hit is opened
 * as soon as it is there; asking something else gives that up, and so does closing the search.
 */
export function useAwaitedHit<Hit>(options: {
  /** Counts what was asked. */
  readonly asked: number;
  /** Whether the hits answer what is asked now, or will never come. */
  readonly isSettled: boolean;
  readonly first: Hit | undefined;
  readonly open: (hit: Hit) => void;
}): () => void {
  const { asked, isSettled, first, open } = options;
  const awaited = useRef<number | null>(null);
  useEffect(() => {
    if (awaited.current === null || !isSettled) return;
    const isStillAsked = awaited.current === asked;
    awaited.current = null;
    if (isStillAsked && first !== undefined) open(first);
  }, [asked, isSettled, first, open]);
  return () => {
    if (!isSettled) awaited.current = asked;
  };
}
