import type { ElectronApplication } from '@playwright/test';

import type { SaveBatch, SaveReceipt } from '../../src/shared/contract/documents.ts';
import type { SealedEnvelope } from '../../src/shared/contract/envelope.ts';
import { openEnvelope, openInput } from '../../src/shared/contract/envelope.ts';

/** When the storage thread dies, seen from the batch that is on its way. */
export type Death = 'before the batch' | 'amid the batch' | 'after the batch';

/** One batch that went to a storage thread. */
export interface SentBatch {
  /** Counts the storage threads of this run from 0. */
  readonly thread: number;
  readonly input: SaveBatch;
  /** What the app was answered; null where the thread died first. */
  readonly receipt: SaveReceipt | null;
}

interface RecordedBatch {
  readonly thread: number;
  readonly callId: number;
  /** As it was sent. */
  readonly input: unknown;
  readonly isDeadly: boolean;
  answer: SealedEnvelope | null;
}

interface ThreadBook {
  readonly batches: RecordedBatch[];
  nextDeath: Death | null;
}

type Message = Partial<{
  readonly type: string;
  readonly id: number;
  readonly name: string;
  readonly input: SaveBatch;
  readonly envelope: SealedEnvelope;
}>;

type WithBook = typeof globalThis & { threadBook: ThreadBook };

/**
 * Writes down every batch that goes to a storage thread, and ends the thread where a death is
 * planned. The app has no door for this: it is put around Node's own `Worker` through the
 * debugger's connection, which only a test has.
 */
export async function watchThreads(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    type Thread = InstanceType<typeof Worker>;
    const book: ThreadBook = { batches: [], nextDeath: null };
    Object.assign(globalThis, { threadBook: book });
    const threads: Thread[] = [];

    const numberOf = (thread: Thread): number => {
      if (!threads.includes(thread)) {
        threads.push(thread);
        const emit = thread.emit.bind(thread);
        thread.emit = (event: string | symbol, ...values: unknown[]) =>
          isAnswered(thread, event, values[0] as Message) && emit(event, ...values);
      }
      return threads.indexOf(thread);
    };
    /** False where the answer is to a deadly batch: the thread kept it and died before saying so. */
    const isAnswered = (thread: Thread, event: string | symbol, message: Message): boolean => {
      if (event !== 'message' || message.type !== 'answer') return true;
      const number = threads.indexOf(thread);
      const sent = book.batches.find(
        ({ callId, thread: at }) => at === number && callId === message.id,
      );
      if (sent?.isDeadly) {
        void thread.terminate();
        return false;
      }
      if (sent) sent.answer = message.envelope ?? null;
      return true;
    };

    const { prototype } = Worker;
    const post = Reflect.get(prototype, 'postMessage');
    prototype.postMessage = function postMessage(this: Thread, ...values: [Message]) {
      const [{ type, name, id = 0, input }] = values;
      const death = book.nextDeath;
      const isBatch = type === 'call' && name === 'documents.save' && input !== undefined;
      if (isBatch) {
        const thread = numberOf(this);
        book.batches.push({ thread, callId: id, input, isDeadly: death !== null, answer: null });
        book.nextDeath = null;
      }
      if (isBatch && death === 'before the batch') void this.terminate();
      Reflect.apply(post, this, values);
      if (isBatch && death === 'amid the batch') setTimeout(() => void this.terminate(), 1);
    };
  });
}

/** The thread dies with the next batch. */
export const planDeath = (app: ElectronApplication, death: Death): Promise<void> =>
  app.evaluate((_electron, planned) => {
    (globalThis as WithBook).threadBook.nextDeath = planned;
  }, death);

/** Every batch so far, in the order of sending. */
export async function sentBatches(app: ElectronApplication): Promise<readonly SentBatch[]> {
  const batches = await app.evaluate(() => (globalThis as WithBook).threadBook.batches);
  return batches.map(({ thread, input, answer }) => {
    const envelope = answer === null ? null : openEnvelope(answer);
    const receipt = envelope?.ok ? (envelope.value as SaveReceipt) : null;
    return { thread, input: openInput(input) as SaveBatch, receipt };
  });
}
