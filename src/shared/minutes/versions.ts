import type { VersionId } from '../ids.ts';

/** Why the window asks for a version. */
export const REQUESTED_VERSION_REASONS = [
  'closed',
  'exported',
  'manual',
  'before-restore',
  'before-replace',
] as const;

/** Why there is a version. Every one but "interval" is an important step and stays for good. */
export const VERSION_REASONS = [
  ...REQUESTED_VERSION_REASONS,
  'interval',
  'opened',
  'meeting-started',
  'meeting-adjourned',
  'meeting-resumed',
  'meeting-ended',
  'finalised',
] as const;
export type VersionReason = (typeof VERSION_REASONS)[number];

/** One earlier state of the minutes, as the list of them shows it. */
export interface VersionInfo {
  readonly id: VersionId;
  readonly atMs: number;
  readonly reason: VersionReason;
  /** Who used the app; "" where not given. */
  readonly actor: string;
  readonly blockCount: number;
  /** How many blocks differ from the version before. */
  readonly changedCount: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Days are those of western Indonesia. */
const ZONE_OFFSET_MS = 7 * HOUR_MS;

/**
 * Which versions have served their time, of those of one session. Important steps and the newest
 * version stay. Those made while typing went on stay for a day, then the last one of each hour for two
 * weeks, then the last one of each day.
 */
export function versionsToDrop(
  versions: readonly Pick<VersionInfo, 'id' | 'atMs' | 'reason'>[],
  nowMs: number,
): readonly VersionId[] {
  const newestFirst = versions.toSorted((a, b) => b.atMs - a.atMs);
  const taken = new Set<string>();
  return newestFirst.flatMap(({ id, atMs, reason }, index) => {
    const ageMs = nowMs - atMs;
    if (reason !== 'interval' || index === 0 || ageMs < DAY_MS) return [];
    const slot =
      ageMs < 14 * DAY_MS
        ? `hour ${Math.floor(atMs / HOUR_MS)}`
        : `day ${Math.floor((atMs + ZONE_OFFSET_MS) / DAY_MS)}`;
    if (taken.has(slot)) return [id];
    taken.add(slot);
    return [];
  });
}
