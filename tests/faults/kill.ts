// kill -9 of the whole app at random moments while numbered words are typed into it. After every
// kill the archive is read and the app started again. Run by `npm run test:kill [-- ROUNDS SEED]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import { printReport, printTable, seededRandom } from '../bench/report.ts';
import {
  PREPARED_SESSION_ID,
  PREPARED_TITLE,
  plainStatements,
  prepareArchive,
} from '../fixtures/prepared-archive.ts';
import { textInArchive } from './archive-words.ts';
import { editorOf, killWhole, openSession, startApp } from './running-app.ts';

const ROUNDS = Number(process.argv[2] ?? 30);
const SEED = Number(process.argv[3] ?? 20_261_122);
const SHORTEST_TYPING_MS = 400;
const LONGEST_TYPING_MS = 6000;
const WORDS_PER_PARAGRAPH = 12;

const random = seededRandom(SEED);

interface Typed {
  /** When each word of this round was wholly typed, in order. */
  readonly typedAtMs: number[];
  /** How many of them the window had shown as saved. */
  acknowledged: number;
}

interface KilledRound {
  readonly typed: Typed;
  readonly typingMs: number;
  readonly killedAtMs: number;
  /** The text in the window before typing began, after the kill of the round before. */
  readonly shown: string;
}

/** A word that says in which round it was typed and as which. */
const word = (round: number, index: number): string =>
  `r${String(round).padStart(2, '0')}k${String(index).padStart(4, '0')}`;

const wordsIn = (text: string, round: number): readonly string[] =>
  text.match(new RegExp(`r${String(round).padStart(2, '0')}k\\d{4}`, 'g')) ?? [];

/**
 * Reports from inside the window, at each moment the state turns to "Tersimpan", how many words
 * the page then holds: those are the acknowledged ones.
 */
async function reportSaves(window: Page, round: number): Promise<void> {
  await window.evaluate(
    (prefix) => {
      const state = document.querySelector('.session-save-state');
      const editor = document.querySelector('.ProseMirror');
      if (state === null || editor === null) throw new Error('no state of saving is shown');
      const words = new RegExp(`${prefix}\\d{4}`, 'g');
      new MutationObserver(() => {
        if (!state.textContent.startsWith('Tersimpan')) return;
        console.log(`saved ${editor.textContent.match(words)?.length ?? 0}`);
      }).observe(state, { childList: true, characterData: true, subtree: true, attributes: true });
    },
    `r${String(round).padStart(2, '0')}k`,
  );
}

async function typeUntilKilled(window: Page, round: number, typed: Typed): Promise<void> {
  await window.keyboard.press('Control+End');
  await window.keyboard.press('Enter');
  for (let index = 1; ; index += 1) {
    const keyDelayMs = 5 + random() * 40;
    await window.keyboard.type(word(round, index), { delay: keyDelayMs });
    typed.typedAtMs.push(Date.now());
    await window.keyboard.press(index % WORDS_PER_PARAGRAPH === 0 ? 'Enter' : 'Space');
  }
}

async function killRound(folder: string, round: number): Promise<KilledRound> {
  const running = await startApp(folder);
  const { window } = running;
  const typed: Typed = { typedAtMs: [], acknowledged: 0 };
  window.on('console', (message) => {
    const count = /^saved (\d+)$/.exec(message.text())?.[1];
    if (count !== undefined) typed.acknowledged = Number(count);
  });
  await openSession(window, PREPARED_TITLE);
  const shown = await editorOf(window).innerText();
  await reportSaves(window, round);

  const typingMs = Math.round(
    SHORTEST_TYPING_MS + random() * (LONGEST_TYPING_MS - SHORTEST_TYPING_MS),
  );
  // The kill breaks the typing off: that failure is the expected end of it.
  const typing = typeUntilKilled(window, round, typed).catch(() => undefined);
  await delay(typingMs);
  const killedAtMs = Date.now();
  await killWhole(running, folder);
  await typing;
  return { typed, typingMs, killedAtMs, shown };
}

/** What one kill cost. */
function rowOf(killed: KilledRound, round: number, kept: readonly string[]) {
  const { typed, typingMs, killedAtMs } = killed;
  const distinctCount = new Set(kept).size;
  const firstMissingAtMs = typed.typedAtMs[distinctCount] ?? killedAtMs;
  return {
    round,
    typingMs,
    typed: typed.typedAtMs.filter((atMs) => atMs <= killedAtMs).length,
    acknowledged: typed.acknowledged,
    kept: kept.length,
    lostAcknowledged: Math.max(0, typed.acknowledged - distinctCount),
    duplicated: kept.length - distinctCount,
    inOrder: kept.every((one, index) => one === word(round, index + 1)) ? 'yes' : 'NO',
    missingMs: Math.max(0, killedAtMs - firstMissingAtMs),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'notula-kill-'));
try {
  prepareArchive(join(folder, 'arsip.db'), plainStatements(20));
  const rows: ReturnType<typeof rowOf>[] = [];
  const keptByRound: (readonly string[])[] = [];
  let changedEarlierRounds = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const killed = await killRound(folder, round);
    const text = textInArchive(folder, PREPARED_SESSION_ID);
    // What earlier rounds left must be in the window and in the archive as it was then.
    keptByRound.forEach((earlier, index) => {
      const isSame = (now: string) => wordsIn(now, index + 1).join() === earlier.join();
      if (!isSame(killed.shown) || !isSame(text)) changedEarlierRounds += 1;
    });
    keptByRound.push(wordsIn(text, round));
    rows.push(rowOf(killed, round, wordsIn(text, round)));
  }
  printTable(rows);
  const sum = (key: 'lostAcknowledged' | 'duplicated' | 'typed' | 'acknowledged'): number =>
    rows.reduce((total, row) => total + row[key], 0);
  printReport({
    name: 'kill',
    figures: {
      lostAcknowledgedWords: sum('lostAcknowledged'),
      duplicatedWords: sum('duplicated'),
      roundsOutOfOrder: rows.filter(({ inOrder }) => inOrder === 'NO').length,
      worstMissingMs: Math.max(...rows.map(({ missingMs }) => missingMs)),
      changedEarlierRounds,
      typedWords: sum('typed'),
      acknowledgedWords: sum('acknowledged'),
      rounds: rows.length,
    },
    goals: {
      lostAcknowledgedWords: { max: 0 },
      duplicatedWords: { max: 0 },
      roundsOutOfOrder: { max: 0 },
      changedEarlierRounds: { max: 0 },
      worstMissingMs: { max: 500 },
      rounds: { min: 30 },
    },
    seed: SEED,
  });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
