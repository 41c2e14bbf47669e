// kill -9 of the whole app at random moments while numbered words are typed into it. After every
// kill the archive is read and the app started again. Run by `npm run test:kill [-- ROUNDS SEED]`.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
/** Between two keys: far faster than anybody types, so that much is at stake at any moment. */
const LONGEST_PAUSE_MS = 20;

const random = seededRandom(SEED);

interface Typed {
  /** Every letter and digit that the window took, in order, and when it was struck. */
  readonly keys: { readonly key: string; readonly atMs: number }[];
  /** How many words of this round the window had shown as saved. */
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
 * Reports from inside the window, at each moment the state says that all is saved, how many words
 * the page then holds: those are the acknowledged ones.
 */
async function reportSaves(window: Page, round: number): Promise<void> {
  await window.evaluate(
    (prefix) => {
      // While a save is under way the place still shows the time of the one before.
      const state = document.querySelector('.session-save-state');
      const editor = document.querySelector('.ProseMirror');
      if (state === null || editor === null) throw new Error('no state of saving is shown');
      const words = new RegExp(`${prefix}\\d{4}`, 'g');
      new MutationObserver(() => {
        if (state.querySelector('.save-state-saved') === null) return;
        console.log(`saved ${editor.textContent.match(words)?.length ?? 0}`);
      }).observe(state, { childList: true, characterData: true, subtree: true, attributes: true });
    },
    `r${String(round).padStart(2, '0')}k`,
  );
}

async function typeUntilKilled(window: Page, round: number, typed: Typed): Promise<void> {
  await window.keyboard.press('Control+End');
  // Not Enter: on a paragraph that a kill left empty it opens the speaker list, which types elsewhere.
  await window.keyboard.press('Space');
  for (let index = 1; ; index += 1) {
    for (const key of word(round, index)) {
      const atMs = Date.now();
      await window.keyboard.press(key);
      typed.keys.push({ key, atMs });
      await delay(random() * LONGEST_PAUSE_MS);
    }
    await window.keyboard.press(index % WORDS_PER_PARAGRAPH === 0 ? 'Enter' : 'Space');
  }
}

async function killRound(folder: string, round: number): Promise<KilledRound> {
  const running = await startApp(folder);
  const { window } = running;
  const typed: Typed = { keys: [], acknowledged: 0 };
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

/** Leaves what a bad round left behind with the run's results. */
function keepEvidence(folder: string, round: number, texts: object): void {
  const results = process.env['NOTULA_RESULTS_DIR'];
  if (results === undefined) return;
  const evidence = join(results, `kill-round-${round}`);
  for (const name of readdirSync(folder).filter((one) => /^(arsip|cadangan|catatan)/.test(one))) {
    cpSync(join(folder, name), join(evidence, name), { recursive: true });
  }
  writeFileSync(join(evidence, 'round.json'), JSON.stringify(texts, null, 2));
}

/** Text without its spacing, which the editor may write in its own way. */
const letters = (text: string): string => text.replaceAll(/\s/g, '');

/** What one kill cost, from the archive's text before the round and after the kill. */
function rowOf(killed: KilledRound, round: number, before: string, after: string) {
  const { typed, typingMs, killedAtMs } = killed;
  const words = wordsIn(after, round);
  const distinctCount = new Set(words).size;
  const typedText = typed.keys.map(({ key }) => key).join('');
  const isBeforeKept = letters(after).startsWith(letters(before));
  const added = letters(after).slice(letters(before).length);
  const firstMissingAtMs = typed.keys[added.length]?.atMs ?? killedAtMs;
  return {
    round,
    typingMs,
    keys: typed.keys.length,
    words: wordsIn(typedText, round).length,
    acknowledged: typed.acknowledged,
    kept: words.length,
    lostAcknowledged: Math.max(0, typed.acknowledged - distinctCount),
    duplicated: words.length - distinctCount,
    // The window may have taken one more key than was reported before the kill.
    inOrder: isBeforeKept && typedText.startsWith(added.slice(0, typedText.length)) ? 'yes' : 'NO',
    missingKeys: Math.max(0, typed.keys.length - added.length),
    missingMs: Math.max(0, killedAtMs - firstMissingAtMs),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'notula-kill-'));
try {
  prepareArchive(join(folder, 'arsip.db'), plainStatements(20));
  const rows: ReturnType<typeof rowOf>[] = [];
  const keptByRound: (readonly string[])[] = [];
  let roundsNotShown = 0;
  let before = textInArchive(folder, PREPARED_SESSION_ID);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const killed = await killRound(folder, round);
    // The window that was opened after the kill before must have shown what was kept then.
    const isShown = keptByRound.every(
      (earlier, index) => wordsIn(killed.shown, index + 1).join() === earlier.join(),
    );
    if (!isShown) roundsNotShown += 1;
    const after = textInArchive(folder, PREPARED_SESSION_ID);
    keptByRound.push(wordsIn(after, round));
    const row = rowOf(killed, round, before, after);
    rows.push(row);
    if (row.lostAcknowledged + row.duplicated > 0 || row.missingMs > 500 || row.inOrder !== 'yes') {
      keepEvidence(folder, round, { ...killed, before, after });
    }
    before = after;
  }
  printTable(rows);
  const sum = (key: 'lostAcknowledged' | 'duplicated' | 'words' | 'acknowledged'): number =>
    rows.reduce((total, row) => total + row[key], 0);
  printReport({
    name: 'kill',
    figures: {
      lostAcknowledgedWords: sum('lostAcknowledged'),
      duplicatedWords: sum('duplicated'),
      roundsOutOfOrder: rows.filter(({ inOrder }) => inOrder === 'NO').length,
      worstMissingMs: Math.max(...rows.map(({ missingMs }) => missingMs)),
      roundsNotShown,
      typedWords: sum('words'),
      acknowledgedWords: sum('acknowledged'),
      rounds: rows.length,
    },
    goals: {
      lostAcknowledgedWords: { max: 0 },
      duplicatedWords: { max: 0 },
      roundsOutOfOrder: { max: 0 },
      roundsNotShown: { max: 0 },
      worstMissingMs: { max: 500 },
      rounds: { min: 30 },
    },
    seed: SEED,
  });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
