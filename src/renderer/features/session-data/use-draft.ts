import { useContext, useEffect, useRef, useState } from 'react';

import { OpenFields } from './open-fields.ts';

/** How long typing must pause before a text is saved while its field still has the focus. */
const PAUSE_MS = 700;

export type DraftState = 'idle' | 'saving' | 'saved';

interface DraftOptions {
  /** The text as the archive has it. */
  readonly stored: string;
  /** Understands and saves a text; answers with what went wrong, or null. */
  readonly save: (text: string) => Promise<string | null>;
  /** False for typed forms: half a date may be another date. */
  readonly isSavedWhileTyping: boolean;
}

export interface Draft {
  readonly text: string;
  readonly error: string | null;
  readonly state: DraftState;
  readonly setText: (text: string) => void;
  /** Saves now; afterwards the field shows the text as it was understood. */
  readonly commit: (chosen?: string) => void;
  /** Goes back to what was stored before typing began; false where nothing else was typed. */
  readonly revert: () => boolean;
}

/**
 * A field's text between typing and saving. What was not understood or could not be saved stays in
 * the field, with the reason; the archive is not touched then.
 */
export function useDraft({ stored, save, isSavedWhileTyping }: DraftOptions): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [state, setState] = useState<DraftState>('idle');
  /** The text on its way to the archive or there already, as it was typed. */
  const sent = useRef<string | null>(null);
  /** What was stored when typing began: what Esc goes back to. */
  const before = useRef(stored);

  /** Whether the text that was sent last was taken. */
  const outcome = useRef(Promise.resolve(true));

  /** Answers whether the archive has the text. */
  function submit(text: string, isLeaving: boolean): Promise<boolean> {
    const settle = (): void => {
      if (isLeaving) setDraft((current) => (current === text ? null : current));
    };
    if (text === sent.current && error === null) {
      settle();
      return outcome.current;
    }
    if (text === stored && sent.current === null) {
      setError(null);
      settle();
      return Promise.resolve(true);
    }
    sent.current = text;
    setState('saving');
    outcome.current = save(text).then((problem) => {
      if (sent.current !== text) return problem === null;
      setError(problem);
      setState(problem === null ? 'saved' : 'idle');
      if (problem === null) settle();
      else sent.current = null;
      return problem === null;
    });
    return outcome.current;
  }

  const submitDraft = (chosen?: string): Promise<boolean> => {
    const text = chosen ?? draft;
    return text === null ? Promise.resolve(true) : submit(text, true);
  };
  const commit = (chosen?: string): void => void submitDraft(chosen);

  const latest = useRef({ submitDraft, submit });
  useEffect(() => {
    latest.current = { submitDraft, submit };
  });
  useEffect(() => {
    if (draft === null || !isSavedWhileTyping) return undefined;
    const timer = setTimeout(() => void latest.current.submit(draft, false), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, isSavedWhileTyping]);
  // What is typed is kept also where its field goes away, or the app closes, before it was left.
  const openFields = useContext(OpenFields);
  useEffect(() => {
    const submitLatest = (): Promise<boolean> => latest.current.submitDraft();
    openFields.add(submitLatest);
    return () => {
      openFields.delete(submitLatest);
      void submitLatest();
    };
  }, [openFields]);

  return {
    text: draft ?? stored,
    error,
    state,
    setText: (text) => {
      if (draft === null) before.current = stored;
      sent.current = null;
      setDraft(text);
      setError(null);
      setState('idle');
    },
    commit,
    revert: () => {
      const isChanged = draft !== null && (draft !== stored || before.current !== stored);
      sent.current = null;
      setDraft(null);
      setError(null);
      setState('idle');
      if (isChanged && before.current !== stored) void submit(before.current, true);
      return isChanged;
    },
  };
}
