import type { SessionZone } from '../../../shared/minutes/session.ts';
import {
  mentionedZone,
  parseEndTime,
  parseTimeOfDay,
} from '../../../shared/minutes/typed-forms.ts';

export interface TimesInText {
  readonly start: string | null;
  readonly end: string | null;
  readonly zone: SessionZone | null;
  readonly at: number;
}

const CLOCK = '\\d{1,2}[.:]\\d{2}(?:[.:]\\d{2})?';
const ZONE = '(?:\\s*(?:WIB|WITA|WIT)\\b)?';
const UNTIL = '(?:s\\.?\\s?d\\.?|s\\s?/\\s?d\\.?|sampai(?:\\s+dengan)?|hingga|-|–|—)';
const RANGE = new RegExp(
  `(?<mark>(?:pukul|pkl\\.?|jam|mulai)\\s*:?\\s*)?(?<![\\d./,-])(?<start>${CLOCK})(?<zone>${ZONE})(?:\\s*${UNTIL}\\s*(?:(?:pukul|jam)\\s*)?(?<end>${CLOCK}|selesai)(?<endZone>${ZONE}))?(?![\\d/-])`,
  'giu',
);

/**
 * Times of day in a text, in its order. Where it does not say by "pukul" or a zone that figures are a
 * time, they are one only in the value of a label that tells of times.
 */
export function timesIn(text: string, isAboutTimes = false): readonly TimesInText[] {
  return [...text.matchAll(RANGE)].flatMap((match): readonly TimesInText[] => {
    const { mark, start = '', zone = '', end, endZone = '' } = match.groups ?? {};
    const isTime =
      isAboutTimes ||
      mark !== undefined ||
      zone.trim() !== '' ||
      endZone.trim() !== '' ||
      end === 'selesai';
    const startTime = parseTimeOfDay(start);
    if (!isTime || startTime === null) return [];
    return [
      {
        start: startTime,
        end: end === undefined ? null : parseEndTime(end),
        zone: mentionedZone(`${zone} ${endZone}`),
        at: match.index,
      },
    ];
  });
}
