import type { SpellingAnswer, SpellingRequest } from './spelling-messages.ts';

/** The thread that knows the dictionary, shared by all documents of the window. */
export interface SpellerClient {
  /** Which of these words are wrong; all are right where the dictionary cannot be read. */
  readonly wrongOf: (words: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly suggestionsFor: (word: string) => Promise<readonly string[]>;
  /** False once it is known that the dictionary cannot be read. */
  readonly isAvailable: () => boolean;
}

let client: SpellerClient | null = null;

/** Starts the thread with the first word that is to be checked. */
export function spellerClient(): SpellerClient {
  client ??= startClient();
  return client;
}

function startClient(): SpellerClient {
  const worker = new Worker(new URL('./spelling.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (words: readonly string[]) => void>();
  let lastId = 0;
  let isAvailable = true;

  const giveUp = (): void => {
    isAvailable = false;
    for (const answer of waiting.values()) answer([]);
    waiting.clear();
    worker.terminate();
  };
  worker.addEventListener('error', giveUp);
  worker.addEventListener('message', ({ data }: MessageEvent<SpellingAnswer>) => {
    if (data.type === 'unavailable') {
      giveUp();
      return;
    }
    waiting.get(data.id)?.(data.type === 'checked' ? data.wrong : data.words);
    waiting.delete(data.id);
  });

  async function ask(question: (id: number) => SpellingRequest): Promise<readonly string[]> {
    if (!isAvailable) return [];
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage(question(id));
    });
  }

  return {
    wrongOf: async (words) => new Set(await ask((id) => ({ type: 'check', id, words }))),
    isAvailable: () => isAvailable,
    suggestionsFor: (word) => ask((id) => ({ type: 'suggest', id, word })),
  };
}
