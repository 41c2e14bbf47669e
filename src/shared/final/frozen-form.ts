import type { SessionOffices } from '../contract/office.ts';
import type { StoredMediaType } from '../document/image-rules.ts';
import type { AttachmentId } from '../ids.ts';
import type { SessionRecord } from '../minutes/record.ts';
import type { Session } from '../minutes/session.ts';

export const FROZEN_FORMAT = 'notula-final';

/** How a frozen text is to be read; whatever makes older ones mean something else raises it. */
export const FROZEN_VERSION = 1;

/** An image by the SHA-256 of its bytes, which the archive keeps beside the frozen text. */
export interface FrozenImage {
  readonly id: AttachmentId;
  readonly mediaType: StoredMediaType;
}

/**
 * A final session as it is hashed: everything that its documents are made from, each fact once. See
 * docs/signing.md, "Canonical form".
 */
export interface FrozenForm {
  readonly format: typeof FROZEN_FORMAT;
  readonly version: typeof FROZEN_VERSION;
  readonly record: {
    /** Without what says nothing about the meeting: when its row was written last, and the trash. */
    readonly session: Omit<Session, 'updatedAtMs' | 'trashedAtMs'>;
    readonly attendance: SessionRecord['attendance'];
    /** With the secretary's private notes: a copy without them would not be the whole of it. */
    readonly blocks: SessionRecord['blocks'];
    readonly officeName: string;
    readonly notulisName: string;
    readonly images: readonly FrozenImage[];
  };
  readonly offices: Pick<SessionOffices, 'settings' | 'hostLetterheads' | 'numbers'> & {
    readonly logos: readonly FrozenImage[];
  };
}

/** What of a session is frozen. */
export function frozenForm(record: SessionRecord, offices: SessionOffices): FrozenForm {
  const { updatedAtMs: _updated, trashedAtMs: _trashed, ...session } = record.session;
  const { attendance, blocks, officeName, notulisName, images = [] } = record;
  const { settings, hostLetterheads, numbers, logos } = offices;
  const named = ({ id, mediaType }: FrozenImage): FrozenImage => ({ id, mediaType });
  return {
    format: FROZEN_FORMAT,
    version: FROZEN_VERSION,
    record: {
      session,
      attendance,
      blocks,
      officeName,
      notulisName,
      images: images.map(named),
    },
    offices: {
      settings,
      hostLetterheads,
      numbers,
      // A logo is known by the same kind of name as an image.
      logos: logos.map(({ id, mediaType }) => ({ id: id as AttachmentId, mediaType })),
    },
  };
}

/** A frozen text as it was put together; null where it is none that this Notula can read. */
export function readFrozenForm(text: string): FrozenForm | null {
  try {
    const form = JSON.parse(text) as FrozenForm;
    const isKnown = form.format === FROZEN_FORMAT && form.version === FROZEN_VERSION;
    // Its hash was right, so that the rest is as it was written.
    return isKnown ? form : null;
  } catch {
    return null;
  }
}
