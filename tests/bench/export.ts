// The Notula of 2,000 statements of 60 words and 300 attendees, in the real app: from the shortcut
// to the file in its place, the archive read and the job's process started on the way. Beside it,
// in the same run, pandoc making DOCX from HTML of the same words, and XML written by hand and
// zipped, which is the least that any program would have to do. Run by `npm run bench:export`.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { launchNotula } from '../e2e/launch.ts';
import type { Notula } from '../e2e/launch.ts';
import { prepareLargeSession } from '../fixtures/large-session.ts';
import { PREPARED_SESSION_ID } from '../fixtures/prepared-archive.ts';
import { floorMs, pandocRun } from './export-baselines.ts';
import { watchJobMemory } from './job-memory.ts';
import { median, printReport, printTable } from './report.ts';

const ROUNDS = Number(process.argv[2] ?? 7);
const SIZE = { statements: 2000, attendees: 300 } as const;
const EXPORT_LIMIT_MS = 60_000;
const POLL_MS = 4;
/** For what the window still does after the file is there: it says so. */
const AFTERWARDS_MS = 400;

interface Round {
  readonly exportMs: number;
  readonly peakMemoryMb: number;
  /** Longest time that nothing else could run in the window, and on the main process's thread. */
  readonly windowTaskMs: number;
  readonly mainTaskMs: number;
}

declare global {
  /** Longest wait between two turns of a timer: nothing else could run so long. */
  var longestGapMs: number;
}

/**
 * Starts such a timer. In the window the wait between turns comes first, in the main process after
 * Electron, which Playwright hands over: so it is the last.
 */
function noteGaps(...args: readonly unknown[]): void {
  const pollMs = Number(args.at(-1));
  globalThis.longestGapMs = 0;
  let lastMs = performance.now();
  setInterval(() => {
    const nowMs = performance.now();
    globalThis.longestGapMs = Math.max(globalThis.longestGapMs, nowMs - lastMs - pollMs);
    lastMs = nowMs;
  }, pollMs);
}

function takeGap(): number {
  const gapMs = globalThis.longestGapMs;
  globalThis.longestGapMs = 0;
  return Math.round(gapMs);
}

async function watchTasks({ app, window }: Notula): Promise<void> {
  await window.evaluate(noteGaps, POLL_MS);
  await app.evaluate(noteGaps, POLL_MS);
}

async function takeTasks({ app, window }: Notula) {
  return {
    windowTaskMs: await window.evaluate(takeGap),
    mainTaskMs: await app.evaluate(takeGap),
  };
}

async function exportOnce(notula: Notula, file: string, userData: string): Promise<Round> {
  rmSync(file, { force: true });
  await takeTasks(notula);
  const memory = watchJobMemory(userData);
  const startedAtMs = performance.now();
  await notula.window.keyboard.press('Control+Shift+e');
  while (!existsSync(file)) {
    if (performance.now() - startedAtMs > EXPORT_LIMIT_MS) throw new Error('no file was written');
    await delay(POLL_MS);
  }
  const exportMs = Math.round(performance.now() - startedAtMs);
  await delay(AFTERWARDS_MS);
  const peakMemoryMb = memory.end();
  return { exportMs, peakMemoryMb, ...(await takeTasks(notula)) };
}

async function measureApp(root: string): Promise<readonly Round[]> {
  const file = join(root, 'Notula.docx');
  prepareLargeSession(join(root, 'arsip.db'), SIZE);
  writeFileSync(
    join(root, 'preferensi.json'),
    JSON.stringify({ openSessionId: PREPARED_SESSION_ID }),
  );
  const notula = await launchNotula({ userDataDir: root });
  try {
    await notula.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await notula.window.locator('[contenteditable=true]:focus').waitFor();
    await watchTasks(notula);
    // The first does not count: it fills the system's file cache with the program's parts.
    await exportOnce(notula, file, root);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push(await exportOnce(notula, file, root));
    }
    process.stdout.write(`Notula.docx: ${Math.round(statSync(file).size / 1024)} KB\n\n`);
    return rounds;
  } finally {
    await notula.close();
  }
}

const times = (value: number, base: number): number => Math.round((value / base) * 100) / 100;

const root = mkdtempSync(join(tmpdir(), 'notula-bench-export-'));
try {
  const rounds = await measureApp(root);
  const pandoc = await pandocRun(root, SIZE);
  const floor = floorMs(SIZE);
  printTable(rounds.map((round, index) => ({ round: index + 1, ...round })));
  const exportMs = Math.round(median(rounds.map((round) => round.exportMs)));
  const worst = (key: keyof Round): number => Math.max(...rounds.map((round) => round[key]));
  printTable([
    { what: 'Notula, shortcut to file', ms: exportMs, timesFloor: times(exportMs, floor) },
    ...(pandoc === null
      ? []
      : [{ what: 'pandoc, HTML to DOCX', ms: pandoc, timesFloor: times(pandoc, floor) }]),
    { what: 'XML by hand, zipped', ms: floor, timesFloor: 1 },
  ]);
  if (pandoc === null) process.stdout.write('pandoc is not installed: not compared\n\n');
  printReport({
    name: 'export',
    figures: {
      medianMs: exportMs,
      peakMemoryMb: worst('peakMemoryMb'),
      longestWindowTaskMs: worst('windowTaskMs'),
      longestMainProcessTaskMs: worst('mainTaskMs'),
      ...(pandoc === null ? {} : { timesFasterThanPandoc: times(pandoc, exportMs) }),
      timesFloor: times(exportMs, floor),
      rounds: rounds.length,
    },
    goals: {
      medianMs: { max: 1000 },
      peakMemoryMb: { max: 300 },
      longestWindowTaskMs: { max: 50 },
      timesFasterThanPandoc: { min: 3 },
    },
    baseline: { floorMs: floor, ...(pandoc === null ? {} : { pandocMs: pandoc }) },
  });
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
