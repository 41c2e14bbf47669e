import { z } from 'zod';

import { SPEAKER_KEYS } from './editor-keys.ts';
import { call, returns } from './define.ts';

export const profileSchema = z.object({
  officeName: z.string().max(300),
  notulisName: z.string().max(200),
  /** Whether the first-run questions were answered or skipped. */
  isSetUp: z.boolean(),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  language: z.enum(['id', 'en']),
  speakerKeys: z.enum(SPEAKER_KEYS),
});
export type Profile = z.infer<typeof profileSchema>;

export const profileCalls = {
  'profile.get': call('storage', () => z.object({}), returns<Profile>()),
  'profile.update': call(
    'storage',
    () => z.object({ changes: profileSchema.partial() }),
    returns<Profile>(),
  ),
};
