import { fullName, positionLine } from '../minutes/names.ts';
import { officersOf } from '../minutes/officers.ts';
import type { Attendance } from '../minutes/people.ts';
import type { SessionRecord } from '../minutes/record.ts';
import type { DocumentKind } from './document-kinds.ts';
import type { SignatureSetting } from './office-settings.ts';

/** One who signs a document, in the place that is theirs. */
export interface Signatory {
  readonly kind: DocumentKind;
  readonly blockIndex: number;
  /** "Pimpinan Sidang/Rapat"; may be "". */
  readonly capacity: string;
  readonly position: string;
  /** "" where not known. */
  readonly name: string;
  readonly key: string;
}

/** What of a session tells who signs its documents. */
export type SigningFacts = Pick<SessionRecord, 'attendance' | 'notulisName'>;

/** Who signs one block, as it is known; every text may be "". */
export interface Signer {
  readonly position: string;
  readonly name: string;
  readonly rank: string;
  readonly nip: string;
  /** Tells people apart, so that a visible signature is never printed over another one's name. */
  readonly key: string;
}

const nameKey = (name: string): string => `nama:${name.replace(/\s+/g, ' ').trim()}`;

const personKey = ({ id, personId, name }: Attendance): string => {
  if (personId !== null) return `orang:${personId}`;
  return name.trim() === '' ? `baris:${id}` : nameKey(name);
};

/** Who came instead of an attendee on one day; null where nobody did. */
export function representativeOn({ days }: Attendance, dayId: string): string | null {
  const day = days.find((each) => each.dayId === dayId);
  const name = day?.presence === 'diwakili' ? day.representedBy.trim() : '';
  return name === '' ? null : name;
}

/**
 * Whose signature stands on a line of the attendance on one day: who came instead signs, and a name
 * that is spelled right later leaves it the same person's.
 */
export function attendeeKey(attendee: Attendance, dayId: string): string {
  const representative = representativeOn(attendee, dayId);
  return representative === null ? personKey(attendee) : `wakil:${nameKey(representative)}`;
}

/** An attendee who signs a document. */
export const attendingSigner = (attendee: Attendance): Signer => ({
  position: positionLine(attendee),
  name: fullName(attendee),
  rank: attendee.rank,
  nip: attendee.nip,
  key: personKey(attendee),
});

const namedSigner = (name: string, more: Partial<Signer> = {}): Signer => ({
  position: '',
  name,
  rank: '',
  nip: '',
  key: nameKey(name),
  ...more,
});

/** Who signs a block that the office has set, in one session. */
export function signerOf(
  { signer, name, rank, nip }: SignatureSetting,
  { attendance, notulisName }: SigningFacts,
): Signer {
  const { chairs, secretaries, recorders } = officersOf(attendance);
  const attending = (attendee: Attendance | undefined, otherwise: string): Signer =>
    attendee ? attendingSigner(attendee) : namedSigner(otherwise);
  switch (signer) {
    case 'pimpinan':
      return attending(chairs[0], '');
    case 'sekretaris':
      return attending(secretaries[0], '');
    case 'notulis':
      return attending(recorders[0], notulisName);
    case 'tertentu':
      return namedSigner(name, { rank, nip });
  }
}
