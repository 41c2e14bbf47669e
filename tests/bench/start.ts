// Process start → first key typed into a session of 300 statements, beside a bare Electron window
// with one contenteditable, measured in turns in the same run: once where the app goes on with the
// session that was open, once where it is opened from the library. Run by `npm run bench:start`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  PREPARED_SESSION_ID,
  plainStatements,
  prepareArchive,
} from '../fixtures/prepared-archive.ts';
import { startPage } from './devtools.ts';
import type { StartedPage } from './devtools.ts';
import { median, printReport, printTable } from './report.ts';

const ROUNDS = Number(process.argv[2] ?? 10);
const STATEMENTS = 300;
const APP_FOLDER = join(import.meta.dirname, '..', '..');
const BARE_FOLDER = join(import.meta.dirname, 'bare-app');

const isEditing = 'document.activeElement?.isContentEditable === true';

/** Presses a key and answers when the page had drawn it, since the process was started. */
async function firstKeyMs(page: StartedPage): Promise<number> {
  await page.until(isEditing);
  await page.evaluate(`
    addEventListener('input', () => {
      requestAnimationFrame(() => setTimeout(() => {
        globalThis.firstKeyAtMs ??= performance.timeOrigin + performance.now();
      }));
    });
  `);
  await page.press('x');
  await page.until('globalThis.firstKeyAtMs > 0');
  return Math.round(Number(await page.evaluate('globalThis.firstKeyAtMs')) - page.startedAtMs);
}

async function bareWindow(folder: string): Promise<{ readonly totalMs: number }> {
  const page = await startPage(BARE_FOLDER, folder, (url) => url.startsWith('file:'));
  try {
    return { totalMs: await firstKeyMs(page) };
  } finally {
    await page.end();
  }
}

const isOurs = (url: string): boolean => url.startsWith('app:');

function leaveOpen(folder: string, openSessionId: string | null): void {
  writeFileSync(join(folder, 'preferensi.json'), JSON.stringify({ openSessionId }));
}

/** The session was open when the app ended, and is open again. */
async function reopened(folder: string): Promise<{ readonly totalMs: number }> {
  leaveOpen(folder, PREPARED_SESSION_ID);
  const page = await startPage(APP_FOLDER, folder, isOurs);
  try {
    return { totalMs: await firstKeyMs(page) };
  } finally {
    await page.end();
  }
}

async function fromLibrary(
  folder: string,
): Promise<{ readonly totalMs: number; readonly libraryMs: number }> {
  leaveOpen(folder, null);
  const page = await startPage(APP_FOLDER, folder, isOurs);
  try {
    const row = `[...document.querySelectorAll('[role=grid] [role=row]')].find((row) => row.textContent.includes('Sesi uji'))`;
    await page.until(`${row} !== undefined`);
    const libraryMs = Date.now() - page.startedAtMs;
    await page.evaluate("document.querySelector('[role=grid]').focus()");
    await page.press('Enter');
    return { libraryMs, totalMs: await firstKeyMs(page) };
  } finally {
    await page.end();
  }
}

const times = (ours: number, bare: number): number => Math.round((ours / bare) * 100) / 100;

const root = mkdtempSync(join(tmpdir(), 'notula-bench-start-'));
try {
  const notulaFolder = join(root, 'notula');
  const bareFolder = join(root, 'bare');
  mkdirSync(notulaFolder);
  mkdirSync(bareFolder);
  prepareArchive(join(notulaFolder, 'arsip.db'), plainStatements(STATEMENTS));

  // One start of each that does not count: the first one fills the system's file cache.
  await bareWindow(bareFolder);
  await fromLibrary(notulaFolder);

  const rows = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const bare = await bareWindow(bareFolder);
    const ours = await reopened(notulaFolder);
    const library = await fromLibrary(notulaFolder);
    rows.push({
      round,
      bareMs: bare.totalMs,
      notulaMs: ours.totalMs,
      libraryMs: library.libraryMs,
      fromLibraryMs: library.totalMs,
    });
  }
  printTable(rows);
  const bareMs = median(rows.map((row) => row.bareMs));
  const notulaMs = median(rows.map((row) => row.notulaMs));
  const fromLibraryMs = median(rows.map((row) => row.fromLibraryMs));
  printReport({
    name: 'start',
    figures: {
      medianMs: notulaMs,
      medianLibraryMs: median(rows.map((row) => row.libraryMs)),
      medianFromLibraryMs: fromLibraryMs,
      timesBareWindow: times(notulaMs, bareMs),
      timesBareWindowFromLibrary: times(fromLibraryMs, bareMs),
      rounds: rows.length,
    },
    goals: { timesBareWindow: { max: 1.5 } },
    baseline: { medianMs: bareMs },
  });
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
