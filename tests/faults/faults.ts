// Faults of disk and files, each in the real app: what the user is told, and that nothing is lost
// or changed by halves. Run by `npm run test:faults`.
import { printReport, printTable } from '../bench/report.ts';
import { fullDiskForImage, killedCapture } from './capture-faults.ts';
import { damagedArchive, damagedBackup, newerArchive, readOnlyFolder } from './file-faults.ts';
import { fullDisk, lostWindow } from './typing-faults.ts';
import { deadStorageThread } from './worker-faults.ts';

/** What a fault showed: the sentence the user read, and what was wrong; nothing wrong is a pass. */
export interface FaultResult {
  readonly told: string;
  readonly wrong: readonly string[];
  /** Set where the fault cannot be made here. */
  readonly skipped?: string | undefined;
}

const FAULTS: readonly (readonly [name: string, run: () => Promise<FaultResult>])[] = [
  ['archive of a newer version', newerArchive],
  ['archive that is no database', damagedArchive],
  ['backup that was edited', damagedBackup],
  ['read-only data folder', readOnlyFolder],
  ['full disk while typing', fullDisk],
  ['full disk while an image is stored', fullDiskForImage],
  ['killed while a meeting is captured', killedCapture],
  ['window process killed while typing', lostWindow],
  ['storage thread killed while typing', deadStorageThread],
];

const chosen = process.argv[2];
const rows: Readonly<Record<string, string>>[] = [];
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const [name, run] of FAULTS) {
  if (chosen !== undefined && !name.includes(chosen)) continue;
  const result = await run().catch((error: unknown) => ({
    told: '',
    wrong: [error instanceof Error ? error.message : String(error)],
    skipped: undefined,
  }));
  const outcome = outcomeOf(result);
  counts[outcome] += 1;
  rows.push({
    fault: name,
    outcome,
    told: result.skipped ?? result.told.replaceAll(/\s+/g, ' ').slice(0, 110),
    wrong: result.wrong.join('; ').replaceAll(/\s+/g, ' ').slice(0, 300),
  });
}
printTable(rows);
printReport({
  name: 'faults',
  figures: {
    passedFaults: counts.passed,
    failedFaults: counts.failed,
    skippedFaults: counts.skipped,
  },
  goals: { failedFaults: { max: 0 } },
});

function outcomeOf({ wrong, skipped }: FaultResult): keyof typeof counts {
  if (skipped !== undefined) return 'skipped';
  return wrong.length === 0 ? 'passed' : 'failed';
}
