import { useEffect, useState, useSyncExternalStore } from 'react';

import type { Words } from '../../../../../shared/contract/words.ts';
import { describeError } from '../../../../api/describe-error.ts';
import { wordsStore } from '../words-store.ts';

/** All words of the office; null until they are read. */
export function useWords(): Words | null {
  useEffect(() => void wordsStore.load(), []);
  return useSyncExternalStore(wordsStore.subscribe, wordsStore.get);
}

/** Makes changes and keeps what went wrong with the last one. */
export function useWordsChange() {
  const [problem, setProblem] = useState<string | null>(null);
  const change: typeof wordsStore.change = async (name, input) => {
    try {
      const words = await wordsStore.change(name, input);
      setProblem(null);
      return words;
    } catch (error) {
      setProblem(describeError(error));
      throw error;
    }
  };
  /** Whether the archive has it. */
  const attempt = async (...given: Parameters<typeof change>): Promise<boolean> => {
    try {
      await change(...given);
      return true;
    } catch {
      return false;
    }
  };
  return { problem, attempt };
}
