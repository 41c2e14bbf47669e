import { calendarDay } from './dates.ts';

/** Largest number that is written in words here. */
export const LARGEST_IN_WORDS = 999_999_999_999;

const ONES = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

const SCALES = [
  { value: 1_000_000_000, word: 'miliar' },
  { value: 1_000_000, word: 'juta' },
  { value: 1000, word: 'ribu' },
] as const;

/** 0 to 999, "" for 0. */
function belowThousand(value: number): string {
  if (value < 12) return ONES[value] ?? '';
  if (value < 20) return `${ONES[value - 10]} belas`;
  const [size, word] = value < 100 ? [10, 'puluh'] : [100, 'ratus'];
  const count = Math.floor(value / size);
  // One hundred is "seratus"; "satu ratus" is not said.
  const head = size === 100 && count === 1 ? 'seratus' : `${ONES[count]} ${word}`;
  return `${head} ${belowThousand(value % size)}`.trimEnd();
}

/**
 * A number as it is said: 2025 is "dua ribu dua puluh lima". Throws RangeError for anything but a
 * whole number from 0 to LARGEST_IN_WORDS.
 */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > LARGEST_IN_WORDS) {
    throw new RangeError(`no words for ${value}`);
  }
  if (value === 0) return 'nol';
  const parts: string[] = [];
  let rest = value;
  for (const scale of SCALES) {
    const count = Math.floor(rest / scale.value);
    rest %= scale.value;
    if (count === 0) continue;
    // "seribu", but "satu juta" and, within a larger number, "dua puluh satu ribu".
    const isSingleThousand = scale.value === 1000 && count === 1;
    parts.push(isSingleThousand ? 'seribu' : `${belowThousand(count)} ${scale.word}`);
  }
  if (rest > 0) parts.push(belowThousand(rest));
  return parts.join(' ');
}

/**
 * A date as a Berita Acara begins with it: "Selasa, tanggal delapan belas bulan Februari tahun dua
 * ribu dua puluh lima". Throws RangeError where the text is no ISO date.
 */
export function dateFullyInWords(isoDate: string): string {
  const { weekday, dayOfMonth, month, year } = calendarDay(isoDate);
  return `${weekday}, tanggal ${numberInWords(dayOfMonth)} bulan ${month} tahun ${numberInWords(year)}`;
}
