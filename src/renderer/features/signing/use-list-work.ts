import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { describeError } from '../../api/describe-error.ts';
import type { ListOutcome } from './list-state.tsx';

/** Does something with a list that is shown, says how it went, and reads the list anew. */
export function useListWork(queryKey: readonly string[]) {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<ListOutcome | null>(null);
  const succeed = (text: string): void => setOutcome({ tone: 'success', text });
  /** `run` answers what to say, or null where it was given up. */
  const work = async (run: () => Promise<string | null>): Promise<void> => {
    setOutcome(null);
    try {
      const text = await run();
      if (text !== null) succeed(text);
    } catch (error) {
      setOutcome({ tone: 'danger', text: describeError(error) });
    } finally {
      void queries.invalidateQueries({ queryKey });
    }
  };
  return { outcome, succeed, work };
}
