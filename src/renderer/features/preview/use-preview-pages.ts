import { useCallback, useEffect, useRef, useState } from 'react';

import { AppError } from '../../../shared/contract/errors.ts';
import type { SessionId } from '../../../shared/ids.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DEFAULT_DOCUMENT_OPTIONS } from '../../../shared/official/document-options.ts';
import type { DocumentOptions } from '../../../shared/official/document-options.ts';
import { api } from '../../api/client.ts';
import { saveEverything } from '../../api/unsaved.ts';
import type { PdfPages } from './pdf-document.ts';

/** After the last save and the last key: who types on has the whole computer. */
const QUIET_MS = 1500;

export interface PreviewState {
  /** Those shown now, perhaps of a moment ago; null before the first. */
  readonly pages: PdfPages | null;
  readonly kind: DocumentKind | null;
  /** Of the pages shown. */
  readonly font: string | null;
  readonly isWorking: boolean;
  readonly error: AppError | null;
}

interface Options {
  readonly sessionId: SessionId;
  readonly kind: DocumentKind;
  /** Calls back after each acknowledged save; the answer stops that. */
  readonly onSaved: (listener: () => void) => () => void;
  /** What is shown beside the minutes; another value means other pages. */
  readonly facts: unknown;
}

/** What was chosen for exports counts for the pages that are looked at. */
export async function chosenOptions(): Promise<DocumentOptions> {
  return (await api('exports.choice', {}))?.options ?? DEFAULT_DOCUMENT_OPTIONS;
}

/** The pages of one document, made anew in the background when the session has changed. */
export function usePreviewPages({ sessionId, kind, onSaved, facts }: Options): PreviewState & {
  readonly refresh: () => void;
} {
  const [state, setState] = useState<PreviewState>({
    pages: null,
    kind: null,
    font: null,
    isWorking: true,
    error: null,
  });
  const wanted = useRef(kind);
  const work = useRef({ isRunning: false, isStale: false, isClosed: false });

  const refresh = useCallback(
    function makePages(): void {
      const current = work.current;
      if (current.isRunning) {
        current.isStale = true;
        return;
      }
      current.isRunning = true;
      current.isStale = false;
      setState((now) => ({ ...now, isWorking: true, error: null }));
      const made = wanted.current;
      const run = async (): Promise<void> => {
        await saveEverything({ isShown: false });
        const options = await chosenOptions();
        const [{ openPdf }, { address, font }] = await Promise.all([
          import('./pdf-document.ts'),
          api('preview.pages', { sessionId, kind: made, options }),
        ]);
        const answer = await fetch(address);
        if (!answer.ok) throw new AppError('preview-failed');
        const pages = await openPdf(new Uint8Array(await answer.arrayBuffer()));
        if (current.isClosed || made !== wanted.current) return pages.close();
        setState((now) => {
          now.pages?.close();
          return { pages, kind: made, font, isWorking: current.isStale, error: null };
        });
      };
      run()
        .catch((error: unknown) => {
          // Called off by a newer wish, which answers for itself.
          if (made !== wanted.current || current.isClosed) return;
          const told = error instanceof AppError ? error : new AppError('preview-failed');
          setState((now) => ({ ...now, isWorking: false, error: told }));
        })
        .finally(() => {
          current.isRunning = false;
          if (!current.isClosed && (current.isStale || made !== wanted.current)) makePages();
        });
    },
    [sessionId],
  );

  useEffect(() => {
    wanted.current = kind;
    refresh();
  }, [kind, refresh]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isChanged = false;
    const wait = (): void => {
      clearTimeout(timer);
      if (!isChanged) return;
      timer = setTimeout(() => {
        isChanged = false;
        refresh();
      }, QUIET_MS);
    };
    const stopListening = onSaved(() => {
      isChanged = true;
      wait();
    });
    window.addEventListener('keydown', wait, true);
    return () => {
      clearTimeout(timer);
      stopListening();
      window.removeEventListener('keydown', wait, true);
    };
  }, [onSaved, refresh]);

  const seenFacts = useRef(facts);
  useEffect(() => {
    if (seenFacts.current === facts) return undefined;
    seenFacts.current = facts;
    const timer = setTimeout(refresh, QUIET_MS);
    return () => clearTimeout(timer);
  }, [facts, refresh]);

  useEffect(() => {
    const current = work.current;
    current.isClosed = false;
    return () => {
      current.isClosed = true;
      setState((now) => {
        now.pages?.close();
        return { ...now, pages: null };
      });
      void api('preview.close', {});
    };
  }, []);

  return { ...state, refresh };
}
