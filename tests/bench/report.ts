import { execFileSync } from 'node:child_process';
import { arch, cpus, platform, release, totalmem } from 'node:os';

type Figures = Readonly<Record<string, number>>;

export interface Report {
  readonly name: string;
  readonly figures: Figures;
  /** The goals, never what was reached. */
  readonly goals: Readonly<Record<string, { readonly max: number } | { readonly min: number }>>;
  readonly baseline?: Figures;
  readonly seed?: number;
}

/** Prints the last line of a bench or fault run: one JSON object for programs. */
export function printReport(report: Report): void {
  process.stdout.write(
    `${JSON.stringify({ ...report, machine: machine(), electron: electronVersion() })}\n`,
  );
}

/** Prints rows under their headings, columns aligned. */
export function printTable(rows: readonly Readonly<Record<string, string | number>>[]): void {
  const headings = Object.keys(rows[0] ?? {});
  const widths = headings.map((heading) =>
    Math.max(heading.length, ...rows.map((row) => String(row[heading]).length)),
  );
  const line = (cells: readonly (string | number)[]): string =>
    cells
      .map((cell, index) =>
        typeof cell === 'number'
          ? String(cell).padStart(widths[index] ?? 0)
          : cell.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const lines = [
    line(headings),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map((row) => line(headings.map((heading) => row[heading] ?? ''))),
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? 0)) / 2 : upper;
}

/** Numbers between 0 and 1 that a seed repeats (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The Electron under test; scripts/run-electron-tests.mjs names it. */
export function electronPath(): string {
  const path = process.env['NOTULA_ELECTRON_PATH'];
  if (path === undefined) throw new Error('start me through scripts/run-electron-tests.mjs');
  return path;
}

/** null where a bench needs no app. */
function electronVersion(): string | null {
  if (process.env['NOTULA_ELECTRON_PATH'] === undefined) return null;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return execFileSync(electronPath(), ['-p', 'process.versions.electron'], { env })
    .toString()
    .trim();
}

function machine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${model}, ${memoryGb} GB, ${platform()} ${arch()} ${release()}`;
}
