import type {
  GuessedAttendance,
  GuessedName,
  GuessedSpeaker,
} from '../../../shared/imports/guess.ts';
import { nameKey } from '../../../shared/minutes/titles.ts';
import { withoutEnumerator } from './labels.ts';
import type { Unit } from './units.ts';

/** Those who can be meant by a name, and who has spoken so far. */
export interface Roster {
  /** Place in the attendance of the one who is surely meant; null: nobody, or one of several. */
  readonly match: (who: GuessedName, label: string) => number | null;
  /** Whether a text stands before a colon more than once. */
  readonly isRepeated: (label: string) => boolean;
  /** Place among the speakers, where they stand from now on. */
  readonly speaker: (who: GuessedName, from: number, isSure: boolean) => number;
  readonly speakers: () => readonly GuessedSpeaker[];
}

const ROLE_OF: readonly (readonly [pattern: RegExp, role: string])[] = [
  [/^(?:pimpinan|ketua|pemimpin)(?: (?:rapat|sidang))?$/u, 'pimpinan'],
  [/^moderator$/u, 'moderator'],
  [/^notulis$/u, 'notulis'],
  [/^narasumber$/u, 'narasumber'],
  [/^(?:host|pembawa acara|mc)$/u, 'host'],
  [/^pewawancara$/u, 'pewawancara'],
];

const wordsOf = (name: string): readonly string[] =>
  nameKey(name)
    .split(/[\s.,]+/u)
    .filter(Boolean);

/** Whether every word of the shorter name stands in the longer one. */
function isPartOf(short: string, long: string): boolean {
  const words = wordsOf(long);
  const parts = wordsOf(short);
  return parts.length > 0 && parts.every((part) => words.includes(part));
}

function onlyIndex(
  list: readonly GuessedAttendance[],
  test: (entry: GuessedAttendance) => boolean,
): number | null {
  const found = list.flatMap((entry, index) => (test(entry) ? [index] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function matchIn(
  attendance: readonly GuessedAttendance[],
  who: GuessedName,
  label: string,
): number | null {
  if (who.name !== '') {
    const exact = attendance.findIndex(
      ({ name }) => name !== '' && nameKey(name) === nameKey(who.name),
    );
    if (exact !== -1) return exact;
    return onlyIndex(attendance, ({ name }) => name !== '' && isPartOf(who.name, name));
  }
  const plain = nameKey(withoutEnumerator(label));
  const office = nameKey([who.position, who.organization].filter(Boolean).join(' '));
  const placed = onlyIndex(attendance, ({ position, organization, name, type }) => {
    const whole = nameKey([position, organization].filter(Boolean).join(' '));
    return (
      (whole !== '' && (whole === plain || whole === office)) ||
      (type === 'group' && nameKey(name) === plain)
    );
  });
  if (placed !== null) return placed;
  const role = ROLE_OF.find(([pattern]) => pattern.test(plain))?.[1];
  if (role !== undefined) return onlyIndex(attendance, (entry) => entry.role === role);
  if (who.position === '') return null;
  // "Ketua KPU Kota Contoh", where the list of that office's own people says "Ketua".
  return onlyIndex(
    attendance,
    ({ position, organization }) =>
      nameKey(position) === nameKey(who.position) &&
      (who.organization === '' || organization === ''),
  );
}

/** How often each text stands before a colon, with the emphasis on names: only short ones count. */
function labelsOf(units: readonly Unit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) {
    if (unit.type !== 'paragraph') continue;
    const label = /^([^:]{2,80}):\s/u.exec(withoutEnumerator(unit.text))?.[1];
    if (label === undefined) continue;
    counts.set(nameKey(label), (counts.get(nameKey(label)) ?? 0) + 1);
  }
  return counts;
}

const speakerKey = ({ name, position, organization }: GuessedName): string =>
  name === '' ? nameKey(`${position}|${organization}`) : nameKey(name);

/** Larger lists are looked through once for each label. */
export function createRoster(
  attendance: readonly GuessedAttendance[],
  units: readonly Unit[],
): Roster {
  const labels = labelsOf(units);
  const matches = new Map<string, number | null>();
  const speakers: GuessedSpeaker[] = [];
  const places = new Map<string, number>();
  const match: Roster['match'] = (who, label) => {
    const key = `${speakerKey(who)}|${label}`;
    const known = matches.get(key);
    if (known !== undefined) return known;
    const found = matchIn(attendance, who, label);
    matches.set(key, found);
    return found;
  };
  return {
    match,
    isRepeated: (label) => (labels.get(nameKey(label)) ?? 0) > 1,
    speaker: (who, from, isSure) => {
      const label = [who.position, who.organization].filter(Boolean).join(' ');
      const at = match(who, label);
      const listed = at === null ? undefined : attendance[at];
      const named = listed ?? nearest(speakers, who);
      const key = at === null ? speakerKey(named) : `#${at}`;
      const known = places.get(key);
      if (known !== undefined) return known;
      const { name, titleBefore, titleAfter, position, organization } = named;
      places.set(key, speakers.length);
      speakers.push({
        name,
        titleBefore,
        titleAfter,
        position,
        organization,
        attendance: at,
        from: [from],
        confidence: isSure ? 'pasti' : 'dugaan',
      });
      return speakers.length - 1;
    },
    speakers: () => speakers,
  };
}

/** Somebody who spoke before under a longer name: "Pak Budi" after "Budi Contoh". */
function nearest(speakers: readonly GuessedSpeaker[], who: GuessedName): GuessedName {
  if (who.name === '') return who;
  const longer = speakers.filter(
    ({ name, attendance }) => attendance === null && name !== '' && isPartOf(who.name, name),
  );
  return longer.length === 1 ? (longer[0] ?? who) : who;
}
