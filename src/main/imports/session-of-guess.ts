import type { NewAttendance } from '../../shared/contract/people.ts';
import type { SessionChanges } from '../../shared/contract/sessions.ts';
import type { Block } from '../../shared/document/block.ts';
import type { Paragraph } from '../../shared/document/rich-text.ts';
import type { AttendanceId, BlockId, DayId, PersonId } from '../../shared/ids.ts';
import type {
  GuessedAttendance,
  GuessedBlock,
  GuessedName,
  MinutesGuess,
} from '../../shared/imports/guess.ts';
import type { Person } from '../../shared/minutes/people.ts';
import { MAX_NAME_LENGTH } from '../../shared/minutes/people.ts';
import {
  MAX_TITLE_LENGTH,
  endTimeSchema,
  isoDateSchema,
  timeOfDaySchema,
} from '../../shared/minutes/session.ts';
import { cleanLine, nameKey } from '../../shared/minutes/titles.ts';

/** A text that fits into its field. What is longer was no such fact; the original still says it. */
function fitting(text: string | null | undefined, limit: number): string {
  const cleaned = cleanLine(text ?? '');
  return cleaned.length <= limit ? cleaned : '';
}

/** What minutes are called that do not say it themselves. */
function titleOfPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]{1,5}$/, '');
  return cleanLine(name.replaceAll('_', ' ')).slice(0, MAX_TITLE_LENGTH);
}

interface Check {
  readonly safeParse: (value: unknown) => { readonly success: boolean };
}

const orNull = <T>(check: Check, value: T | null): T | null =>
  value !== null && check.safeParse(value).success ? value : null;

/** The facts of a session as they were recognised; what was not is left out. */
export function changesOf(
  guess: MinutesGuess,
  path: string,
  newDayId: () => DayId,
): SessionChanges & { readonly days: NonNullable<SessionChanges['days']> } {
  const days = guess.days.slice(0, 60).map(({ value }) => ({
    id: newDayId(),
    date: orNull(isoDateSchema, value.date),
    start: orNull(timeOfDaySchema, value.start),
    end: orNull(endTimeSchema, value.end),
  }));
  const hosts = guess.hosts.map(({ value }) => fitting(value, 300)).filter((name) => name !== '');
  return {
    title: fitting(guess.title?.value, MAX_TITLE_LENGTH) || titleOfPath(path),
    kind: fitting(guess.kind?.value, 80),
    theme: fitting(guess.theme?.value, 4000),
    documentNumber: fitting(guess.documentNumber?.value, 200),
    invitation: fitting(guess.invitation?.value, 4000),
    place: fitting(guess.place?.value, 1000),
    link: fitting(guess.link?.value, 2000),
    mode: guess.mode?.value ?? null,
    ...(guess.zone === null ? {} : { zone: guess.zone.value }),
    hosts: hosts.slice(0, 20).map((name) => ({ name })),
    days: days.length > 0 ? days : [{ id: newDayId(), date: null, start: null, end: null }],
  };
}

/**
 * Finds who is meant among the people that are known: by the whole name and the organization, or by
 * the name alone where one of the two says no organization, the name has several words and nobody
 * else bears it. Whoever is not surely the same is somebody new.
 */
function knownPeople(persons: readonly Person[]) {
  const byName = Map.groupBy(persons, ({ name }) => nameKey(name));
  return ({ name, organization }: GuessedName): PersonId | null => {
    const key = nameKey(name);
    const namesakes = byName.get(key) ?? [];
    const place = nameKey(organization);
    const same = namesakes.find((person) => nameKey(person.organizationName) === place);
    if (same !== undefined && place !== '') return same.id;
    const [only, other] = namesakes;
    if (only === undefined || other !== undefined || !key.includes(' ')) return null;
    return only.organizationId === null || nameKey(organization) === '' ? only.id : null;
  };
}

type Entry = Pick<GuessedAttendance, 'type' | 'role' | 'presence' | 'headCount'> & GuessedName;

/** A line of the attendance; null where nothing is left by which anybody could be known. */
function entryOf(
  line: Entry,
  personOf: (name: GuessedName) => PersonId | null,
): NewAttendance | null {
  const name = fitting(line.name, line.type === 'group' ? 300 : MAX_NAME_LENGTH);
  const position = fitting(line.position, 300);
  const organizationName = fitting(line.organization, 300);
  const role = fitting(line.role, 80) || null;
  const { presence } = line;
  if (line.type === 'group') {
    const groupName = name || organizationName || position;
    if (groupName === '') return null;
    return { type: 'group', name: groupName, headCount: line.headCount, role, presence };
  }
  const common = { type: 'person', position, organizationName, role, presence } as const;
  if (name === '') {
    const isKnown = position !== '' || organizationName !== '';
    return isKnown ? { ...common, person: { unnamed: true } } : null;
  }
  const personId = personOf({ ...line, name, organization: organizationName });
  if (personId !== null) return { ...common, person: { personId } };
  const titles = {
    titleBefore: fitting(line.titleBefore, 100),
    titleAfter: fitting(line.titleAfter, 200),
  };
  // Two who are told of by a name alone may be two people: nobody says that they are one.
  const other = organizationName === '' ? ({ isNew: true } as const) : {};
  return { ...common, person: { name, ...titles, ...other } };
}

interface GuessedLines {
  readonly entries: readonly NewAttendance[];
  /** For each speaker of the guess their place in `entries`; null where they have none. */
  readonly speakers: readonly (number | null)[];
}

/** The attendance of a session: who is listed, and after them who only speaks. */
export function linesOf(guess: MinutesGuess, persons: readonly Person[]): GuessedLines {
  const personOf = knownPeople(persons);
  const entries: NewAttendance[] = [];
  const add = (line: Entry): number | null => {
    const entry = entryOf(line, personOf);
    return entry === null ? null : entries.push(entry) - 1;
  };
  const listed = guess.attendance.map(add);
  const speakers = guess.speakers.map((speaker) => {
    const line = speaker.attendance === null ? null : (listed[speaker.attendance] ?? null);
    return line ?? add({ ...speaker, type: 'person', role: null, presence: null, headCount: null });
  });
  return { entries, speakers };
}

function paragraph(text: string): Paragraph {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const content = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ type: 'hardBreak' as const }]),
    { type: 'text' as const, text: line },
  ]);
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
}

interface BlockContext {
  readonly dayId: DayId | null;
  readonly newBlockId: () => BlockId;
  /** Who speaks, by their place in the guess. */
  readonly speakerId: (speaker: number | null) => AttendanceId | null;
}

function blockOf(block: GuessedBlock, { dayId, newBlockId, speakerId }: BlockContext): Block {
  const common = { id: newBlockId(), dayId };
  if (block.type === 'agendaItem') {
    const text = cleanLine(block.text);
    return { type: 'agendaItem', attrs: common, content: text ? [{ type: 'text', text }] : [] };
  }
  const paragraphs = block.paragraphs.map(paragraph);
  const content = paragraphs.length > 0 ? paragraphs : [paragraph('')];
  switch (block.type) {
    case 'statement':
      return {
        type: 'statement',
        attrs: {
          ...common,
          speakerId: speakerId(block.speaker),
          kind: fitting(block.kind, 80) || 'pernyataan',
          spokenAtMs: null,
        },
        content,
      };
    case 'narration':
    case 'recommendation':
      return { type: block.type, attrs: common, content };
    case 'decision': {
      const votes = { method: null, inFavour: null, against: null, abstained: null };
      return { type: 'decision', attrs: { ...common, ...votes }, content };
    }
    case 'followUp':
      return {
        type: 'followUp',
        attrs: {
          ...common,
          responsible: fitting(block.responsible, 300) || null,
          dueDate: orNull(isoDateSchema, block.dueDate),
          // Old minutes say what was to be done, never what became of it.
          status: 'belum',
        },
        content,
      };
  }
}

/** The minutes themselves, in the order of the file. */
export const blocksOf = (guess: MinutesGuess, context: BlockContext): readonly Block[] =>
  guess.blocks.map((block) => blockOf(block, context));
