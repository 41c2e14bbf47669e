import { useCallback, useRef, useState } from 'react';

import { reportFailure } from '../../../api/report-failure.ts';
import type { PictureProblem } from './decode-picture.ts';
import { decodePicture } from './decode-picture.ts';
import type { Pixels } from './remove-background.ts';
import { USUAL_THRESHOLD } from './remove-background.ts';

/** The picture of a signature that was brought in last, and how its paper is told from its ink. */
export function usePicture() {
  const [picture, setPicture] = useState<{ pixels: Pixels; sha256: string } | null>(null);
  const [threshold, setThreshold] = useState(USUAL_THRESHOLD);
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  const [hasInk, setHasInk] = useState(false);
  const latest = useRef(0);

  const read = useCallback(async (file: Blob): Promise<void> => {
    latest.current += 1;
    const own = latest.current;
    const decoded = await decodePicture(file);
    // Another one was brought in meanwhile.
    if (own !== latest.current) return;
    setProblem(decoded.ok ? null : decoded.problem);
    if (!decoded.ok) return;
    setThreshold(USUAL_THRESHOLD);
    setPicture({ pixels: decoded.pixels, sha256: decoded.sha256 });
  }, []);
  const take = useCallback(
    (file: Blob | undefined): void => {
      if (file !== undefined) read(file).catch(reportFailure);
    },
    [read],
  );
  return {
    pixels: picture?.pixels ?? null,
    sha256: picture?.sha256 ?? null,
    threshold,
    setThreshold,
    problem,
    hasInk: picture !== null && hasInk,
    setHasInk,
    take,
  };
}
export type Picture = ReturnType<typeof usePicture>;
