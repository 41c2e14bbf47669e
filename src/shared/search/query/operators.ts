import { isOneTypoAway } from '../../minutes/near-words.ts';
import type { FilterKey } from './query.ts';
import { FILTER_KEYS } from './query.ts';

/** Other names of filters, in Indonesian and English; without spaces and hyphens, lower case. */
const OTHER_NAMES: Readonly<Record<FilterKey, readonly string[]>> = {
  pembicara: ['penutur', 'oleh', 'speaker', 'from', 'by'],
  lembaga: ['instansi', 'organisasi', 'organization', 'organisation', 'institution'],
  jenis: ['kind', 'type'],
  seri: ['series'],
  hadir: ['peserta', 'attended', 'attendee', 'present'],
  tanggal: ['tgl', 'date', 'bulan', 'month'],
  tahun: ['thn', 'year'],
  keputusan: ['decision', 'putusan'],
  rekomendasi: ['recommendation'],
  penutup: ['closing', 'closingstatement'],
  lampiran: ['attachment', 'berkas', 'file'],
  tindaklanjut: ['tl', 'followup', 'rtl'],
  status: ['state'],
};

const KEY_OF_NAME = new Map<string, FilterKey>(
  FILTER_KEYS.flatMap((key) =>
    [key, ...OTHER_NAMES[key]].map((name): [string, FilterKey] => [name, key]),
  ),
);

/** Words of their own that are one or two letters away from a filter's name. */
const OTHER_WORDS: ReadonlySet<string> = new Set([
  'hari',
  'tahu',
  'tahan',
  'tahunan',
  'tinggal',
  'tunggal',
  'tangga',
  'pembicaraan',
  'pembaca',
  'lampirkan',
  'keputihan',
  'keputusasaan',
  'statuta',
  'statistik',
  'sari',
  'sera',
  'serah',
  'serial',
  'penutupan',
  'penuntut',
  'penurut',
  'jenius',
  'hadiah',
  'hadis',
  'hakir',
  'lembah',
]);

/** The name as it is looked up: "Tindak lanjut", "tindak-lanjut" and "tindaklanjut" are one. */
const plainName = (typed: string): string => typed.toLowerCase().replace(/[\s-]+/gu, '');

export interface NamedFilter {
  readonly key: FilterKey;
  /** The name was written with a slip. */
  readonly isGuessed: boolean;
}

/** The filter that a word before a colon names, one slip forgiven; null: none. */
export function filterNamed(typed: string): NamedFilter | null {
  const name = plainName(typed);
  const key = KEY_OF_NAME.get(name);
  if (key !== undefined) return { key, isGuessed: false };
  if (OTHER_WORDS.has(name)) return null;
  const near = FILTER_KEYS.find((one) => isOneTypoAway(name, one));
  return near === undefined ? null : { key: near, isGuessed: true };
}

/** Two letters begin too many of the other names. */
const SHORTEST_OTHER_NAME = 3;

/** Filters whose name, or another name of theirs, begins like what is typed; their own names first. */
export function namesBeginningWith(typed: string): readonly FilterKey[] {
  const name = plainName(typed);
  const beginsWith = (key: FilterKey): number => {
    if (key.startsWith(name)) return 0;
    const isLong = name.length >= SHORTEST_OTHER_NAME;
    return isLong && OTHER_NAMES[key].some((other) => other.startsWith(name)) ? 1 : 2;
  };
  return FILTER_KEYS.filter((key) => beginsWith(key) < 2).toSorted(
    (a, b) => beginsWith(a) - beginsWith(b),
  );
}

export type JoinWord = 'or' | 'near' | 'not' | 'and';

/**
 * The operator that a bare word is. All but "atau" must be in capitals: the others are words that
 * minutes are full of, as "tidak" is, which is no operator at all.
 */
export function joinWord(word: string): JoinWord | null {
  switch (word) {
    case 'ATAU':
    case 'Atau':
    case 'atau':
    case 'OR':
    case '||':
      return 'or';
    case 'NEAR':
    case 'DEKAT':
      return 'near';
    case 'BUKAN':
    case 'NOT':
      return 'not';
    case 'DAN':
    case 'AND':
    case '&&':
      return 'and';
    default:
      return null;
  }
}
