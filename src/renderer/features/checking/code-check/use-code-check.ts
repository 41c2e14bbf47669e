import { useEffect, useRef, useState } from 'react';

import type { CodeReport } from '../../../../shared/signing/verification.ts';
import { api } from '../../../api/client.ts';
import { describeError } from '../../../api/describe-error.ts';
import type { PictureOutcome } from './picture-messages.ts';
import { readPicture } from './read-picture.ts';

export type CodeCheckState =
  | { readonly type: 'idle' }
  | { readonly type: 'reading' }
  | { readonly type: 'checked'; readonly report: CodeReport }
  /** No code came of the picture. */
  | { readonly type: 'not-read'; readonly why: Exclude<PictureOutcome['found'], 'code'> }
  | { readonly type: 'failed'; readonly problem: string };

export interface CodeCheck {
  readonly code: string;
  readonly state: CodeCheckState;
  readonly setCode: (code: string) => void;
  /** What is typed. */
  readonly check: () => void;
  readonly checkPicture: (file: Blob) => void;
  readonly cancel: () => void;
}

const IDLE: CodeCheckState = { type: 'idle' };

export const isPicture = ({ type }: Pick<Blob, 'type'>): boolean => type.startsWith('image/');

/** The check of one code after the other, typed or in a picture. */
export function useCodeCheck(): CodeCheck {
  const [code, setCode] = useState('');
  const [state, setState] = useState<CodeCheckState>(IDLE);
  // What comes back after the user has gone on is not about what is shown.
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const begin = (next: CodeCheckState): AbortSignal => {
    running.current?.abort();
    running.current = new AbortController();
    setState(next);
    return running.current.signal;
  };
  const look = async (asked: string, signal: AbortSignal): Promise<void> => {
    let next: CodeCheckState;
    try {
      next = { type: 'checked', report: await api('checking.code', { code: asked }) };
    } catch (error) {
      next = { type: 'failed', problem: describeError(error) };
    }
    if (!signal.aborted) setState(next);
  };

  return {
    code,
    state,
    setCode(typed) {
      setCode(typed);
      begin(IDLE);
    },
    check() {
      if (code.trim() !== '') void look(code, begin(state));
    },
    checkPicture(file) {
      const signal = begin({ type: 'reading' });
      void readPicture(file, signal).then((outcome) => {
        if (signal.aborted) return;
        if (outcome.found !== 'code') {
          setState({ type: 'not-read', why: outcome.found });
          return;
        }
        setCode(outcome.code);
        void look(outcome.code, signal);
      });
    },
    cancel: () => void begin(IDLE),
  };
}
