import type { Handlers } from '../../shared/contract/index.ts';
import type { Profile } from '../../shared/contract/profile.ts';
import { profileSchema } from '../../shared/contract/profile.ts';
import { singleLineText } from '../../shared/minutes/input-text.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { createProfileStore } from './store.ts';

export type ProfileHandlers = Pick<Handlers<'storage'>, 'profile.get' | 'profile.update'>;

const DEFAULTS: Profile = {
  officeName: '',
  notulisName: '',
  isSetUp: false,
  theme: 'system',
  language: 'id',
  speakerKeys: 'alt',
};

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Who keeps the minutes here, and how the window looks. */
export function createProfileService({ db }: { readonly db: ArchiveDatabase }) {
  const store = createProfileStore(db);

  function read(): Profile {
    const stored = Object.fromEntries(
      [...store.all()].map(([key, value]) => [key, parsedJson(value)]),
    );
    const whole = profileSchema.safeParse({ ...DEFAULTS, ...stored });
    // A value that a newer or damaged archive holds must not keep the app from starting.
    return whole.success ? whole.data : DEFAULTS;
  }

  const update = db.transaction((changes: Partial<Profile>): Profile => {
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) continue;
      const kept = typeof value === 'string' ? singleLineText(value) : value;
      store.put(key, JSON.stringify(kept));
    }
    return read();
  });

  return {
    'profile.get': () => read(),
    'profile.update': ({ changes }) => update.immediate(changes as Partial<Profile>),
  } satisfies ProfileHandlers;
}
