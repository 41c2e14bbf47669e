// Key → painted frame in sessions of 200, 2,000 and 6,000 statements of 60 words with 300 participants,
// in the middle and at the end, beside a bare contenteditable that holds the same text; then with a
// processor four times slower, and with an archive on a disk that needs half a second for a sync.
// Run by `npm run bench:typing`; for development, `-- quick` types less and `only2000` leaves the other sizes out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import { prepareLargeSession } from '../fixtures/large-session.ts';
import { PREPARED_SESSION_ID, plainStatements } from '../fixtures/prepared-archive.ts';
import { startPage } from './devtools.ts';
import type { StartedPage } from './devtools.ts';
import { findReplaceTimes } from './find-replace.ts';
import { median, printReport, printTable, seededRandom } from './report.ts';
import { slowDisk } from './slow-disk.ts';
import type { KeyTimes } from './typing-page.ts';
import {
  clickInto,
  heapBytes,
  keyTimes,
  pressWithAlt,
  record,
  setViewport,
  taken,
  throttle,
  typeKeys,
} from './typing-page.ts';

const MIDDLE_SIZE = 2000;
const LARGEST_SIZE = 6000;
const IS_QUICK = process.argv.includes('quick');
const SIZES = process.argv.includes('only2000') ? [MIDDLE_SIZE] : [200, MIDDLE_SIZE, LARGEST_SIZE];
const ATTENDEES = 300;
const KEYS = IS_QUICK ? 60 : 250;
const WARM_UP_KEYS = 10;
const OPENINGS = IS_QUICK ? 3 : 7;
const NEW_STATEMENTS = IS_QUICK ? 5 : 20;
const HEAP_CHARACTERS = IS_QUICK ? 2000 : 20_000;
const SYNC_DELAY_MS = 500;
const SEED = 7;
const APP_FOLDER = join(import.meta.dirname, '..', '..');
const BARE_FOLDER = join(import.meta.dirname, 'bare-app');

const random = seededRandom(SEED);
/** Between the keys of a fast typist, from one key's frame to the next key. */
const pauseMs = (): number => 40 + 40 * random();

type Place = 'middle' | 'end';
const PLACES: readonly Place[] = ['middle', 'end'];

const isEditing = 'document.activeElement?.isContentEditable === true';
const textOf = (place: Place, size: number): string => {
  const index = place === 'middle' ? size / 2 : size - 1;
  return `document.querySelector('[data-block-id="pernyataan-${String(index).padStart(5, '0')}"] p')`;
};

interface Run {
  readonly program: 'notula' | 'bare';
  readonly statements: number;
  readonly condition: 'plain' | 'slow processor' | 'slow disk';
  readonly place: Place;
  readonly times: KeyTimes;
  readonly longTasks: number;
}
const runs: Run[] = [];

async function typeAt(
  page: StartedPage,
  place: Place,
  facts: Omit<Run, 'place' | 'times' | 'longTasks'>,
): Promise<void> {
  await clickInto(page, textOf(place, facts.statements));
  await typeKeys(page, WARM_UP_KEYS, pauseMs);
  await taken(page);
  await typeKeys(page, KEYS, pauseMs);
  const { times, longTasks } = await taken(page);
  if (times.length !== KEYS) throw new Error(`${times.length} of ${KEYS} keys were painted`);
  runs.push({ ...facts, place, times: keyTimes(times), longTasks: longTasks.length });
}

async function typeInto(page: StartedPage, program: Run['program'], size: number): Promise<void> {
  for (const [condition, rate] of [
    ['plain', 1],
    ['slow processor', 4],
  ] as const) {
    await throttle(page, rate);
    for (const place of PLACES) await typeAt(page, place, { program, statements: size, condition });
  }
  await throttle(page, 1);
}

/** The same text in the same measure and type, with nothing but the browser's own editing. */
async function typeIntoBare(size: number): Promise<void> {
  const page = await startPage(BARE_FOLDER, join(root, 'bare'), (url) => url.startsWith('file:'));
  try {
    await setViewport(page);
    const texts = plainStatements(size).map(blockPlainText);
    await page.evaluate(`
      (() => {
        const host = document.querySelector('[contenteditable]');
        host.style.cssText = 'font: 16px/1.5 Arial, sans-serif; max-width: 35rem; margin: 0 auto';
        host.replaceChildren(...${JSON.stringify(texts)}.map((text, index) => {
          const block = document.createElement('div');
          block.dataset.blockId = 'pernyataan-' + String(index).padStart(5, '0');
          const paragraph = document.createElement('p');
          paragraph.textContent = text;
          block.append(paragraph);
          return block;
        }));
      })()
    `);
    await record(page);
    await typeInto(page, 'bare', size);
  } finally {
    await page.end();
  }
}

const isOurs = (url: string): boolean => url.startsWith('app:');

function folderOf(size: number): string {
  return join(root, `notula-${size}`);
}

function makeFolder(size: number): void {
  mkdirSync(folderOf(size));
  prepareLargeSession(join(folderOf(size), 'arsip.db'), { statements: size, attendees: ATTENDEES });
}

function leaveOpen(size: number, openSessionId: string | null): void {
  writeFileSync(join(folderOf(size), 'preferensi.json'), JSON.stringify({ openSessionId }));
}

async function openSession(size: number, env: Readonly<Record<string, string>> = {}) {
  leaveOpen(size, PREPARED_SESSION_ID);
  const page = await startPage(APP_FOLDER, folderOf(size), isOurs, env);
  try {
    await setViewport(page);
    await page.until(isEditing);
    await record(page);
  } catch (error) {
    await page.end();
    throw error;
  }
  return page;
}

interface NotulaFigures {
  readonly newStatementMs: readonly number[];
  readonly heapGrowth: number | null;
  /** A word that stands in every statement is looked for and replaced everywhere. */
  readonly findReplaceMs: number | null;
}

async function typeIntoNotula(size: number): Promise<NotulaFigures> {
  const page = await openSession(size);
  try {
    await typeInto(page, 'notula', size);
    const newStatementMs = await startStatements(page, size);
    return {
      newStatementMs,
      heapGrowth: size === MIDDLE_SIZE ? await heapGrowth(page, size) : null,
      findReplaceMs: size === LARGEST_SIZE ? await findReplaceMs(page) : null,
    };
  } finally {
    await page.end();
  }
}

/** Alt+n → the caret is painted in the new statement of the nth speaker. */
async function startStatements(page: StartedPage, size: number): Promise<readonly number[]> {
  const newStatementMs: number[] = [];
  await clickInto(page, textOf('middle', size));
  for (let index = 0; index < NEW_STATEMENTS; index += 1) {
    await typeKeys(page, 5, pauseMs);
    await taken(page);
    await pressWithAlt(page, 1 + (index % 9));
    await page.evaluate('typed.painted()');
    newStatementMs.push(...(await taken(page)).times);
  }
  return newStatementMs;
}

async function findReplaceMs(page: StartedPage): Promise<number> {
  const words = ['pengawas', 'panitia'] as const;
  const times = await findReplaceTimes(page, { rounds: IS_QUICK ? 3 : 7, words });
  return times.findReplaceMs;
}

/** Of the script's heap while so many characters are typed, as a multiple of what it was. */
async function heapGrowth(page: StartedPage, size: number): Promise<number> {
  await clickInto(page, textOf('end', size));
  await typeKeys(page, 200, () => 0);
  const before = await heapBytes(page);
  await typeKeys(page, HEAP_CHARACTERS, () => 0);
  await taken(page);
  return (await heapBytes(page)) / before;
}

async function typeOnSlowDisk(size: number): Promise<void> {
  const disk = slowDisk(root, SYNC_DELAY_MS);
  if ('skippedBecause' in disk) {
    process.stdout.write(`Slow disk: skipped, ${disk.skippedBecause}\n\n`);
    return;
  }
  const page = await openSession(size, disk.env);
  try {
    for (const place of PLACES) {
      await typeAt(page, place, { program: 'notula', statements: size, condition: 'slow disk' });
    }
  } finally {
    await page.end();
  }
}

/** Enter on the session in the library → the page that takes keys is painted. */
async function openingMs(size: number): Promise<number> {
  leaveOpen(size, null);
  const page = await startPage(APP_FOLDER, folderOf(size), isOurs);
  try {
    await setViewport(page);
    const row = `[...document.querySelectorAll('[role=grid] [role=row]')].find((row) => row.textContent.includes('Sesi uji'))`;
    await page.until(`${row} !== undefined`);
    await page.evaluate(`
      document.querySelector('[role=grid]').focus();
      globalThis.opened = new Promise((resolve) => {
        addEventListener('keydown', ({ timeStamp }) => {
          const look = () => {
            if (!(${isEditing})) requestAnimationFrame(look);
            else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
          };
          look();
        }, { once: true, capture: true });
      });
      0;
    `);
    await page.press('Enter');
    return Number(await page.evaluate('globalThis.opened'));
  } finally {
    await page.end();
  }
}

/** The slower place of the two counts. */
function worstPlace(filter: Partial<Pick<Run, 'program' | 'statements' | 'condition'>>): number {
  const fitting = runs.filter(
    (run) =>
      (filter.program ?? run.program) === run.program &&
      (filter.statements ?? run.statements) === run.statements &&
      (filter.condition ?? run.condition) === run.condition,
  );
  return Math.max(...fitting.map(({ times }) => times.p95));
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

const root = mkdtempSync(join(tmpdir(), 'notula-bench-typing-'));
try {
  mkdirSync(join(root, 'bare'));
  const newStatementMs: number[] = [];
  let growth: number | null = null;
  let replacingMs: number | null = null;
  for (const size of SIZES) {
    makeFolder(size);
    await typeIntoBare(size);
    const figures = await typeIntoNotula(size);
    newStatementMs.push(...figures.newStatementMs);
    growth ??= figures.heapGrowth;
    replacingMs ??= figures.findReplaceMs;
  }
  await typeOnSlowDisk(MIDDLE_SIZE);
  const openings: number[] = [];
  for (let round = 0; round <= OPENINGS; round += 1) openings.push(await openingMs(MIDDLE_SIZE));

  printTable(
    runs.map(({ program, statements, condition, place, times, longTasks }) => ({
      statements,
      condition,
      place,
      program,
      ...times,
      longTasks,
    })),
  );
  const notula = (statements: number, condition: Run['condition'] = 'plain') =>
    worstPlace({ program: 'notula', statements, condition });
  const bare = (statements: number) =>
    worstPlace({ program: 'bare', statements, condition: 'plain' });
  const saving = runs.filter(
    ({ program, condition }) => program === 'notula' && condition !== 'slow processor',
  );
  printReport({
    name: 'typing',
    figures: {
      ...Object.fromEntries(SIZES.map((size) => [`p95At${size}Ms`, notula(size)])),
      times6000To200: rounded(notula(6000) / notula(200)),
      timesFasterThanBareAt2000: rounded(bare(2000) / notula(2000)),
      p95SlowProcessorMs: worstPlace({ program: 'notula', condition: 'slow processor' }),
      ...(runs.some(({ condition }) => condition === 'slow disk')
        ? { timesSlowDisk: rounded(notula(2000, 'slow disk') / notula(2000)) }
        : {}),
      p95NewStatementMs: keyTimes(newStatementMs).p95,
      // The first opening fills the system's file cache.
      medianOpening2000Ms: Math.round(median(openings.slice(1))),
      longTasks: saving.reduce((sum, { longTasks }) => sum + longTasks, 0),
      heapGrowth: rounded(growth ?? Number.NaN),
      ...(replacingMs === null ? {} : { findReplaceMs: replacingMs }),
    },
    goals: {
      ...Object.fromEntries(SIZES.map((size) => [`p95At${size}Ms`, { max: 12 }])),
      times6000To200: { max: 1.2 },
      timesFasterThanBareAt2000: { min: 3 },
      p95SlowProcessorMs: { max: 33 },
      p95NewStatementMs: { max: 50 },
      medianOpening2000Ms: { max: 600 },
      longTasks: { max: 0 },
      heapGrowth: { max: 1.1 },
      findReplaceMs: { max: 300 },
    },
    baseline: Object.fromEntries(SIZES.map((size) => [`p95At${size}Ms`, bare(size)])),
    seed: SEED,
  });
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
