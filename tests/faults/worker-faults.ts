import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import {
  PREPARED_SESSION_ID,
  PREPARED_TITLE,
  plainStatements,
  prepareArchive,
} from '../fixtures/prepared-archive.ts';
import { textInArchive } from './archive-words.ts';
import type { FaultResult } from './faults.ts';
import { closeApp, editorOf, openSession, startApp } from './running-app.ts';
import type { RunningApp } from './running-app.ts';
import { missing, numbered, stateOf, typeAtEnd, waitUntilSaved } from './typing.ts';
import { planDeath, sentBatches, watchThreads } from './worker-deaths.ts';
import type { Death, SentBatch } from './worker-deaths.ts';

interface PlannedDeath {
  readonly death: Death;
  /** How many numbers the saves of a session may grow by, from the one before the death to the one after it. */
  readonly sequenceSteps: readonly number[];
  /** Whether she goes on typing meanwhile. */
  readonly isTyping: boolean;
}

/** Five, the most restarts that the app makes within ten minutes. Those without typing come last. */
const DEATHS: readonly PlannedDeath[] = [
  { death: 'before the batch', sequenceSteps: [1], isTyping: true },
  { death: 'amid the batch', sequenceSteps: [1, 2], isTyping: true },
  { death: 'after the batch', sequenceSteps: [2], isTyping: true },
  { death: 'before the batch', sequenceSteps: [1], isTyping: false },
  { death: 'after the batch', sequenceSteps: [2], isTyping: false },
];

/**
 * The storage thread dies five times, while somebody types and while she pauses: it is started
 * again, what it had not confirmed is sent again once, and no word is lost or doubled.
 */
export async function deadStorageThread(): Promise<FaultResult> {
  const root = mkdtempSync(join(tmpdir(), 'notula-fault-'));
  prepareArchive(join(root, 'arsip.db'), plainStatements(5));
  const running = await startApp(root);
  const { app, window } = running;
  try {
    await openSession(window, PREPARED_TITLE);
    await watchThreads(app);
    const words = [...numbered('awal', 3)];
    await typeAtEnd(window, words);
    await waitUntilSaved(window);
    const wrong: string[] = [];
    let told = '';
    for (const [index, planned] of DEATHS.entries()) {
      const typed = numbered(`maut${index}x`, planned.isTyping ? 60 : 1);
      words.push(...typed);
      told = await dieOnce(running, planned, typed);
    }
    wrong.push(...wrongIn(await sentBatches(app)));
    const places = [
      ['on screen', await editorOf(window).innerText()],
      ['in the archive', textInArchive(root, PREPARED_SESSION_ID)],
    ] as const;
    for (const [place, text] of places) {
      const lost = missing(text, words);
      if (lost.length > 0) wrong.push(`${lost.length} words are not ${place} once`);
    }
    return { told, wrong };
  } finally {
    await closeApp(running, root);
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Types while the thread dies; the user must read that it is not saved, and then that it is. */
async function dieOnce(
  { app, window }: RunningApp,
  { death, isTyping }: PlannedDeath,
  words: readonly string[],
): Promise<string> {
  await planDeath(app, death);
  const unsaved = stateOf(window).filter({ hasText: 'Belum tersimpan' });
  const [told] = await Promise.all([
    unsaved.waitFor({ timeout: 15_000 }).then(() => unsaved.innerText()),
    // At one stroke it is one batch.
    isTyping ? typeAtEnd(window, words) : window.keyboard.insertText(`${words.join(' ')} `),
  ]);
  await waitUntilSaved(window);
  return told;
}

function wrongIn(batches: readonly SentBatch[]): readonly string[] {
  const lost = batches.flatMap(({ receipt }, index) => (receipt === null ? [index] : []));
  if (lost.length !== DEATHS.length) return [`${lost.length} batches were not confirmed`];
  const wrong: string[] = [];
  const sequenceSteps = batches.map(() => [1]);
  DEATHS.forEach(({ death, isTyping, sequenceSteps: steps }, count) => {
    const at = lost[count] ?? 0;
    sequenceSteps[at + 1] = [...steps];
    const wrongHere = wrongAround(batches.slice(at, at + 2), isTyping);
    if (wrongHere) wrong.push(`death ${death}: ${wrongHere}`);
  });
  // Each save is numbered, so a batch that was applied twice, or never, shows.
  batches.reduce((before, { receipt }, index) => {
    if (receipt === null) return before;
    const step = receipt.sequence - before;
    if (index > 0 && !sequenceSteps[index]?.includes(step)) wrong.push(`save ${index} is +${step}`);
    return receipt.sequence;
  }, 0);
  const isQuietEnd = batches.length - (lost.at(-1) ?? 0) === 2;
  if (!isQuietEnd) wrong.push('something was saved after the last word');
  return wrong;
}

/** What is wrong with a batch that was lost and with the one after it. */
function wrongAround([lost, again]: readonly SentBatch[], isTyping: boolean): string | null {
  if (!lost || !again?.receipt) return 'it was not sent again at once';
  if (again.thread !== lost.thread + 1) return 'it did not go to the next thread';
  if (!isTyping) return isDeepStrictEqual(again.input, lost.input) ? null : 'it was sent changed';
  const ids = new Set(again.input.upserts.map(({ attrs }) => attrs.id));
  return lost.input.upserts.every(({ attrs }) => ids.has(attrs.id)) ? null : 'blocks are missing';
}
