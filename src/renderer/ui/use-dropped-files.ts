import { useEffect, useRef, useState } from 'react';

/**
 * Takes files that are dropped anywhere on the window while this is shown, where a drop beside the
 * mark would be lost otherwise; answers with whether some are held over it now.
 */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [isHeldOver, setHeldOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const holdsFiles = ({ dataTransfer }: DragEvent): boolean =>
      dataTransfer?.types.includes('Files') === true;
    window.addEventListener(
      'dragover',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
        setHeldOver(true);
      },
      { signal },
    );
    window.addEventListener(
      'dragleave',
      (event) => {
        // Going from one element to the next within the window is no leaving.
        if (event.relatedTarget === null) setHeldOver(false);
      },
      { signal },
    );
    window.addEventListener(
      'drop',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setHeldOver(false);
        latest.current([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  return isHeldOver;
}
