import type { SessionOffices } from '../../shared/contract/office.ts';
import type { FrozenForm, FrozenImage } from '../../shared/final/frozen-form.ts';
import { readFrozenForm } from '../../shared/final/frozen-form.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { RecordImage, SessionRecord } from '../../shared/minutes/record.ts';
import type { Session } from '../../shared/minutes/session.ts';
import {
  DEFAULT_OFFICE_SETTINGS,
  officeSettingsSchema,
} from '../../shared/official/office-settings.ts';
import { sha256 } from './hashes.ts';
import type { FinalsStore } from './store.ts';

/** A final session as it was frozen. */
export interface FrozenCopy {
  readonly form: FrozenForm;
  readonly session: Session;
}

interface FrozenCopiesOptions {
  readonly store: FinalsStore;
  /** The hash that the log names for a session; null where it names none. */
  readonly loggedHash: (id: SessionId) => string | null;
}

/** Minutes of a long meeting are some megabytes; she looks at few of them at a time. */
const KEPT_COPIES = 4;

/** Reads frozen copies, each once while nobody else changes the archive. */
export function createFrozenCopies({ store, loggedHash }: FrozenCopiesOptions) {
  const read = new Map<SessionId, FrozenCopy>();
  let foreignChanges = -1;

  function parsed(id: SessionId): FrozenCopy | null {
    const row = store.final(id);
    if (row === undefined) return null;
    // What is not what was hashed is no evidence; the rows of the session may still be.
    const logged = loggedHash(id);
    const isSound =
      sha256(row.canonical) === row.sha256 && (logged === null || logged === row.sha256);
    const form = isSound ? readFrozenForm(row.canonical) : null;
    if (form === null) return null;
    const session: Session = { ...form.record.session, updatedAtMs: row.atMs, trashedAtMs: null };
    return { form, session };
  }

  /** null: the session is not final, or its copy is not what was hashed. */
  function copyOf(id: SessionId): FrozenCopy | null {
    const present = store.foreignChanges();
    if (present !== foreignChanges) read.clear();
    foreignChanges = present;
    const known = read.get(id);
    if (known !== undefined) return known;
    const copy = parsed(id);
    if (copy === null) return null;
    const [oldest] = read.keys();
    if (read.size >= KEPT_COPIES && oldest !== undefined) read.delete(oldest);
    read.set(id, copy);
    return copy;
  }

  /** Images with their bytes, without those that are no longer what was frozen. */
  const images = (named: readonly FrozenImage[]): readonly RecordImage[] =>
    named.flatMap(({ id, mediaType }) => {
      const row = store.image(id);
      if (row === undefined || sha256(row.bytes) !== id) return [];
      return [{ id, mediaType, base64: Buffer.from(row.bytes).toString('base64') }];
    });

  return {
    copyOf,
    record({ form, session }: FrozenCopy): SessionRecord {
      const { images: named, ...record } = form.record;
      return { ...record, session, ...(named.length === 0 ? {} : { images: images(named) }) };
    },
    offices({ form, session }: FrozenCopy): SessionOffices {
      const { settings, hostLetterheads, numbers, logos } = form.offices;
      // A setting that came later is as it comes.
      const whole = officeSettingsSchema.safeParse({ ...DEFAULT_OFFICE_SETTINGS, ...settings });
      return {
        session,
        officeName: form.record.officeName,
        settings: whole.success ? whole.data : settings,
        hostLetterheads,
        logos: images(logos),
        numbers,
      };
    },
  };
}

export type FrozenCopies = ReturnType<typeof createFrozenCopies>;
