import { CLOSING_STATEMENT_KIND } from '../../shared/document/block.ts';
import type { ArchiveAttendee } from './archive-people.ts';
import type { ArchiveReader, ArchiveSession, IndexedBlock } from './archive-reader.ts';
import { filePassages } from './file-passages.ts';
import type { NameKind } from './names.ts';
import { tag } from './names.ts';
import type { RowWords } from './row-texts.ts';
import {
  attendanceFacts,
  blockText,
  FACT_SEPARATOR,
  hostsOf,
  sessionFacts,
} from './session-facts.ts';
import { textHash } from './text-hash.ts';

/**
 * What one row of the index is to hold. Keys: "s" the session's data, "h" its attendance, "a2" an
 * addendum, "f…:3" a passage of a file, "b…" a block.
 */
export interface Item {
  readonly key: string;
  /** Differs whenever its words do. */
  readonly state: bigint;
  readonly words: () => RowWords;
}

export const SESSION_KEY = 's';
export const ATTENDANCE_KEY = 'h';
export const addendumKey = (number: number): string => `a${number}`;
export const blockKey = (id: string): string => `b${id}`;
/** The first passage has the file's name and caption with it. */
export const passageKey = (fileId: string, passage: number): string =>
  `${passageKeys(fileId)}${passage}`;
/** What the keys of all passages of a file begin with. */
export const passageKeys = (fileId: string): `${string}:` => `f${fileId}:`;

/** Tags by what a row is. */
export const PART_TAGS = {
  session: tag('zsession'),
  attendance: tag('zattendance'),
  addendum: tag('zaddendum'),
  file: tag('zfile'),
  agendaItem: tag('zagenda'),
  statement: tag('zstatement'),
  narration: tag('znarration'),
  decision: tag('zdecision'),
  recommendation: tag('zrecommendation'),
  followUp: tag('zfollowup'),
  break: tag('zbreak'),
} as const;
/** Beside the tag of a statement. */
export const CLOSING_TAG = tag('zclosing');
export const followUpTag = (status: string): string => tag('y', status);

export type TagName = (kind: NameKind, name: string) => string;

/** Speakers as they are found: by name, and by position and organization. */
export interface Speakers {
  readonly stateOf: (id: string | null) => number;
  readonly tagsOf: (id: string | null) => readonly string[];
}

export function speakersOf(
  find: (id: string) => ArchiveAttendee | null,
  tagName: TagName,
): Speakers {
  const known = new Map<string, { readonly state: number; readonly tags: readonly string[] }>();
  const speaker = (id: string) => {
    let one = known.get(id);
    if (one === undefined) {
      const { label = '', post = '' } = find(id) ?? {};
      one = { state: textHash(label, post), tags: [tagName('s', label), tagName('p', post)] };
      known.set(id, one);
    }
    return one;
  };
  return {
    stateOf: (id) => (id === null ? 0 : speaker(id).state),
    tagsOf: (id) => (id === null ? [] : speaker(id).tags),
  };
}

export function blockItem(block: IndexedBlock, speakers: Speakers): Item {
  const { sequence, type, speaker_id: speakerId } = block;
  return {
    key: blockKey(block.id),
    state: BigInt(Math.imul(speakers.stateOf(speakerId) ^ sequence, 0x01000193)),
    words: () => ({
      text: blockText(block),
      tags: [
        PART_TAGS[type],
        block.statement_kind === CLOSING_STATEMENT_KIND ? CLOSING_TAG : '',
        block.follow_up_status === null ? '' : followUpTag(block.follow_up_status),
        ...speakers.tagsOf(speakerId),
      ]
        .filter(Boolean)
        .join(' '),
    }),
  };
}

function textItem(key: string, text: string, tags: readonly string[]): Item {
  const joined = tags.filter(Boolean).join(' ');
  return {
    key,
    state: BigInt(textHash(text, joined)),
    words: () => ({ text, tags: joined }),
  };
}

function fileItems(archive: ArchiveReader, sessionId: string): readonly Item[] {
  return archive.fileHeads(sessionId).flatMap(({ id, name, caption, text_length: length }) => {
    const state = BigInt(textHash(name, caption, String(length)));
    const title = [name, caption].filter(Boolean).join(FACT_SEPARATOR);
    const passages = length === 0 ? [''] : filePassages(archive.fileText(id));
    return (passages.length === 0 ? [''] : passages).map((text, passage): Item => {
      const words = { text: passage === 0 ? `${title}\n${text}` : text, tags: PART_TAGS.file };
      return { key: passageKey(id, passage), state, words: () => words };
    });
  });
}

/** All that can be found of a session beside its blocks. */
export function sessionItems(
  archive: ArchiveReader,
  session: ArchiveSession,
  attendees: readonly ArchiveAttendee[],
  tagName: TagName,
): readonly Item[] {
  const present = attendees.filter((one) => one.isPresent);
  const facts = sessionFacts(session).join(FACT_SEPARATOR);
  const lines = attendanceFacts(attendees).join(FACT_SEPARATOR);
  const attendanceTags = [
    PART_TAGS.attendance,
    ...new Set(present.flatMap((one) => [tagName('s', one.label), tagName('p', one.post)])),
  ];
  return [
    textItem(SESSION_KEY, facts, [
      PART_TAGS.session,
      ...hostsOf(session).map((host) => tagName('p', host)),
    ]),
    ...(lines === '' ? [] : [textItem(ATTENDANCE_KEY, lines, attendanceTags)]),
    ...archive
      .addenda(session.id)
      .map(({ number, text }) => textItem(addendumKey(number), text, [PART_TAGS.addendum])),
    ...fileItems(archive, session.id),
  ];
}
